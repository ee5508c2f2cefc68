package dev.customerservice.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final String EIGHTY = "0123456789".repeat(8);

    @Test
    void aShortTextStandsAsItIs() {
        assertEquals("", Shown.of(""));
        assertEquals(EIGHTY, Shown.of(EIGHTY));
    }

    @Test
    void aLongTextStandsWithItsBeginningAndLength() {
        assertEquals(EIGHTY.substring(0, 60) + "…, 81 characters", Shown.of(EIGHTY + "x"));
        assertEquals("x".repeat(60) + "…, 10000000 characters", Shown.of("x".repeat(10_000_000)));
    }

    @Test
    void aSurrogatePairIsNotCutInHalf() {
        assertEquals("x".repeat(59) + "…, 119 characters", Shown.of("x".repeat(59) + "\ud83d\ude00".repeat(30)));
    }

    @Test
    void aSentenceHasMoreRoom() {
        assertEquals("x".repeat(500), Shown.sentence("x".repeat(500)));
        assertEquals("x".repeat(480) + "…, 501 characters", Shown.sentence("x".repeat(501)));
    }

    @Test
    void aDecimalStandsWithoutExponentIfItHasALengthThatPeopleWrite() {
        assertEquals("100", Shown.of(new BigDecimal("1e2")));
        assertEquals("0.50", Shown.of(new BigDecimal("0.50")));
        assertEquals("1E+2000000000", Shown.of(new BigDecimal("1e2000000000")));
        assertEquals("a number of 33219281 bits", Shown.of(new BigDecimal(BigInteger.ONE.shiftLeft(33_219_280))));
    }

    @Test
    void aListStandsAsFarAsThereIsRoom() {
        assertEquals("[]", Shown.of(List.of()));
        assertEquals("[0.5, 1000]", Shown.of(List.of(new BigDecimal("0.5"), new BigDecimal("1e3"))));
        String many = Shown.of(Collections.nCopies(1_000_000, "word"));
        assertTrue(many.startsWith("[word, word, "), many);
        assertTrue(many.endsWith(", … 999916 more]"), many);
        assertTrue(Shown.of(Collections.nCopies(100, EIGHTY)).length() < 700);
    }
}
