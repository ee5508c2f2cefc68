package dev.customerservice.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final String FORTY = "1234567890".repeat(4);

    private static String refusal(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Decimals.parse("share", text))
                .getMessage());
    }

    @Test
    void itKeepsTheDecimalsThatWereWritten() {
        assertEquals(new BigDecimal("0.30"), Decimals.parse("share", "0.30"));
        assertEquals(new BigDecimal(FORTY), Decimals.parse("share", FORTY));
        assertEquals(new BigDecimal("1e39"), Decimals.parse("share", "1e39"));
        assertEquals(new BigDecimal("1e-40"), Decimals.parse("share", "1e-40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e40", "1e-41", "1e2147483647", "1e-2147483647", "-9e2000000000"})
    void aShortTextDoesNotStandForALongNumber(String text) {
        assertTrue(
                refusal(text)
                        .endsWith(") must be a number of at most 40 digits, before and after the point together\n"
                                + "Maybe round it; or its exponent is a typing error."),
                refusal(text));
    }

    @Test
    void aLongTextIsNotRead() {
        assertEquals(
                "share (" + "9".repeat(60)
                        + "…, 10000000 characters) must be a number of at most 40 digits, before and after "
                        + "the point together\nMaybe it is another field.",
                refusal("9".repeat(10_000_000)));
        refusal(FORTY + "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "0,5", "1 000", "NaN", "0x1", "1e", "\u0000", "\ufeff1", "9e99999999999"})
    void whatIsNoNumberIsSaidSo(String text) {
        assertEquals("share (" + text + ") must be a number\nMaybe write it with a point, like 0.80.", refusal(text));
    }

    @Test
    void theLongestNumbersAreFoundByTheirBits() {
        BigInteger largest = BigInteger.TEN.pow(40).subtract(BigInteger.ONE);
        assertTrue(Decimals.isWritable(new BigDecimal(largest)));
        assertTrue(Decimals.isWritable(new BigDecimal(largest.negate(), 40)));
        assertFalse(Decimals.isWritable(new BigDecimal(largest.add(BigInteger.ONE))));
        assertFalse(Decimals.isWritable(new BigDecimal(largest, 41)));
        assertFalse(Decimals.isWritable(new BigDecimal(largest, -1)));
        assertFalse(Decimals.isWritable(new BigDecimal(BigInteger.ONE.shiftLeft(100_000_000))));
        assertTrue(Decimals.isWritable(BigDecimal.ZERO));
    }
}
