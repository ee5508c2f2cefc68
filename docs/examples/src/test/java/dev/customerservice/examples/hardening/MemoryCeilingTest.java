package dev.customerservice.examples.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten megabytes that are meant to hurt are read or refused by every parser within 256 MB of memory; the slow ones print their time. */
class MemoryCeilingTest {
    @Test
    void everyParserStaysWithinLittleMemory() {
        Fork hostile = Fork.of(List.of("-Xmx256m"), Hostile.class);
        System.out.println(hostile.text());
        assertEquals(0, hostile.exit(), hostile.text());
    }
}
