package dev.customerservice.roles.routing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.math.BigDecimal;

/** Units of capacity as whole billionths, so that sums and comparisons are exact and quick. */
final class Units {

    private static final int DECIMALS = 9;
    private static final long ONE = 1_000_000_000L;

    private Units() {}

    static long of(BigDecimal units, String noun) {
        if (units.compareTo(BigDecimal.ONE) == 0) {
            return ONE;
        }
        Decimals.require(noun, units);
        if (units.signum() < 0) {
            throw new IllegalArgumentException(
                    noun + " (" + Shown.of(units) + ") must not be negative\nMaybe it is a difference.");
        }
        try {
            return units.movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException unfit) {
            throw new IllegalArgumentException(
                    noun + " (" + Shown.of(units) + ") must have at most " + DECIMALS
                            + " decimals and be below nine billion\nMaybe round it, or choose another unit.",
                    unfit);
        }
    }

    static BigDecimal toDecimal(long billionths) {
        BigDecimal plain = BigDecimal.valueOf(billionths, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static void require(BigDecimal units, String noun) {
        of(units, noun);
    }
}
