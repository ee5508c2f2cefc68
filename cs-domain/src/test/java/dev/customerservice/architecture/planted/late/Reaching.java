package dev.customerservice.architecture.planted.late;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Reaches for all that should be handed over, one reach a method. */
@SuppressWarnings({"StringCaseLocaleUsage", "DefaultCharset"})
final class Reaching {

    Instant clock() {
        return Instant.now();
    }

    long stopwatch() {
        return System.nanoTime();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    String locale(String text) {
        return text.toLowerCase();
    }

    byte[] characters(String text) {
        return text.getBytes();
    }

    long chance() {
        return new SplittableRandom(1).nextLong();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    long threads(List<Integer> numbers) {
        return numbers.parallelStream().count();
    }

    void console() {
        System.out.println();
    }

    @JsonIgnore
    int jackson() {
        return 1;
    }
}
