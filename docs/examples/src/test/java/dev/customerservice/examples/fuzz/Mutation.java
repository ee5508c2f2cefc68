package dev.customerservice.examples.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes inputs a little, always alike for a seed. It knows nothing of what an input reaches: a fuzzer does.
 *
 * @param random chance, with a seed
 * @param others what parts may come from
 */
record Mutation(Random random, List<byte[]> others) {
    private static final List<String> WORDS = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "\"",
            ",",
            ":",
            "-1",
            "0",
            "1e999",
            "1e-1000000000",
            "9223372036854775808",
            "0.1",
            "true",
            "\n",
            "\r",
            ";",
            " ",
            "\u0000",
            "\ufeff",
            "\u0130",
            "\ud83d\ude00",
            "2026-02-30",
            "9999-12-31T23:59:59Z",
            "1900-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "PT876600H",
            "PT-1S",
            "P1D",
            "24:00",
            "00:00-24:00",
            "Europe/London",
            "\"type\":",
            "\"id\":",
            "field.",
            "all_of",
            "2147483648",
            "\u200b",
            "%s",
            "\\u0000",
            "x".repeat(70));

    byte[] of(byte[] input) {
        byte[] changed = input;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] input) {
        int from = input.length == 0 ? 0 : random.nextInt(input.length);
        int until = Math.min(input.length, from + random.nextInt(1 + random.nextInt(24)));
        return switch (random.nextInt(8)) {
            case 0 -> splice(input, from, from, word());
            case 1, 2 -> splice(input, from, until, word());
            case 3 -> splice(input, from, until, new byte[0]);
            case 4 -> splice(input, from, from, Arrays.copyOfRange(input, from, until));
            case 5 -> splice(input, from, Math.min(from + 1, input.length), new byte[] {(byte) random.nextInt(256)});
            case 6 -> splice(input, from, until, part());
            default -> valueSwapped(input, from);
        };
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] part() {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40)));
    }

    /** A whole JSON value, CSV field or line gives way to a word, so that the rest stays well formed. */
    private byte[] valueSwapped(byte[] input, int from) {
        int start = from;
        while (start > 0 && ":,[\n;".indexOf(input[start - 1]) < 0) {
            start--;
        }
        int end = from;
        while (end < input.length && ",]}\n;".indexOf(input[end]) < 0) {
            end++;
        }
        return splice(input, start, Math.max(start, end), word());
    }

    private static byte[] splice(byte[] input, int from, int until, byte[] piece) {
        byte[] changed = Arrays.copyOf(input, input.length - (until - from) + piece.length);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(input, until, changed, from + piece.length, input.length - until);
        return changed;
    }
}
