package dev.customerservice.examples.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a fuzzer gives: a first byte that chooses, of which the character 0 is the first choice, and a text.
 *
 * @param choice the choice
 * @param text the text
 */
record Input(int choice, String text) {
    static Input of(byte[] data) {
        return data.length == 0
                ? new Input(0, "")
                : new Input(data[0] - '0', new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
    }

    <T> T oneOf(List<T> all) {
        return all.get(Math.floorMod(choice, all.size()));
    }
}
