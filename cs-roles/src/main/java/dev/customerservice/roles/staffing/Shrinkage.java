package dev.customerservice.roles.staffing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.immutables.value.Value;

/**
 * How much of the scheduled time people are not on duty, item by item, in exact decimals.
 *
 * <p>Availability is 1 - the sum of the shares where each is a share of the whole (additive), or the product of what each leaves where each
 * is a share of what the ones before leave (multiplicative). To have n people on duty, ⌈n / availability⌉ are scheduled: over binary
 * fractions 21 / 0.7 asks for 31 people, exactly it is 30.
 */
@Value.Immutable
public interface Shrinkage extends WithShrinkage {

    /** How the shares of several losses go together. */
    enum Composition {
        /** Each is a share of the scheduled time, so they add up. */
        ADDITIVE,
        /** Each is a share of what the others leave, so what they leave multiplies. */
        MULTIPLICATIVE
    }

    /**
     * One loss.
     *
     * @param name what takes the time, such as leave, training or sickness
     * @param share the share it takes, 0 or more and below 1
     * @param planned whether it is known before the schedule is made
     */
    record Loss(String name, BigDecimal share, boolean planned) {
        /** Refuses a share outside its range. */
        public Loss {
            Decimals.require("share", share);
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("share (" + Shown.of(share) + ") of the loss " + Shown.of(name)
                        + " must be 0 or more and below 1\nMaybe it was given in percent.");
            }
        }
    }

    /** {@return what takes time, in the order it was written down} */
    List<Loss> losses();

    /** {@return how the shares go together, additive unless said otherwise} */
    @Value.Default
    default Composition composition() {
        return Composition.ADDITIVE;
    }

    /** {@return no shrinkage: everybody scheduled is on duty} */
    static Shrinkage none() {
        return builder().build();
    }

    /**
     * Takes one share for everything.
     *
     * @param share the share of the scheduled time, as a decimal such as {@code 0.30}
     * @return the shrinkage, unplanned as nothing else is known
     * @throws IllegalArgumentException when it is no number from 0 to below 1, or longer than 40 digits
     */
    static Shrinkage of(String share) {
        return builder().unplanned("all", share).build();
    }

    /** {@return the share of the scheduled time that is on duty, above 0 and at most 1, exactly} */
    default BigDecimal availability() {
        BigDecimal left = BigDecimal.ONE;
        for (Loss loss : losses()) {
            left = composition() == Composition.ADDITIVE
                    ? left.subtract(loss.share())
                    : left.multiply(BigDecimal.ONE.subtract(loss.share()));
        }
        return left;
    }

    /**
     * Counts whom to schedule.
     *
     * @param onDuty how many people must be on duty, 0 or more
     * @return the least whole number whose available part is at least that
     */
    default int scheduled(int onDuty) {
        return scheduled(BigDecimal.valueOf(onDuty));
    }

    /**
     * Counts whom to schedule for a requirement that was not rounded before, such as the sum of several queues.
     *
     * @param onDuty how many people must be on duty, 0 or more
     * @return the least whole number whose available part is at least that
     */
    default int scheduled(BigDecimal onDuty) {
        requireNotNegative(onDuty);
        return onDuty.divide(availability(), 0, RoundingMode.CEILING).intValueExact();
    }

    /**
     * Divides without rounding up.
     *
     * @param onDuty how many people must be on duty, 0 or more
     * @return onDuty / availability, to 34 digits
     */
    default BigDecimal scheduledExact(BigDecimal onDuty) {
        requireNotNegative(onDuty);
        return onDuty.divide(availability(), MathContext.DECIMAL128);
    }

    /** {@return the shrinkage of the planned losses alone} */
    default Shrinkage planned() {
        return withLosses(losses().stream().filter(Loss::planned).toList());
    }

    /** {@return the shrinkage of the unplanned losses alone} */
    default Shrinkage unplanned() {
        return withLosses(losses().stream().filter(loss -> !loss.planned()).toList());
    }

    private static void requireNotNegative(BigDecimal onDuty) {
        if (onDuty.signum() < 0) {
            throw new IllegalArgumentException(
                    "onDuty (" + Shown.of(onDuty) + ") must not be negative\nMaybe a sign slipped in.");
        }
    }

    /**
     * Refuses losses that leave nobody.
     *
     * @throws IllegalArgumentException when the availability is not above 0
     */
    @Value.Check
    default void check() {
        if (availability().signum() <= 0) {
            throw new IllegalArgumentException(
                    "losses (" + Shown.of(losses())
                            + ") must leave some time on duty\nMaybe they are multiplicative: each a share of what the others leave.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the losses. */
    final class Builder extends ImmutableShrinkage.Builder {
        Builder() {}

        /**
         * Adds a loss that is known before the schedule is made.
         *
         * @param name what takes the time
         * @param share its share as a decimal, 0 or more and below 1
         * @return this builder
         */
        public Builder planned(String name, String share) {
            return addLosses(new Loss(name, Decimals.parse("share", share), true));
        }

        /**
         * Adds a loss that shows on the day itself.
         *
         * @param name what takes the time
         * @param share its share as a decimal, 0 or more and below 1
         * @return this builder
         */
        public Builder unplanned(String name, String share) {
            return addLosses(new Loss(name, Decimals.parse("share", share), false));
        }
    }
}
