package dev.customerservice.roles.staffing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * What customers and agents are to meet with: a share answered within a time, and any further limits; all of them must hold.
 *
 * <p>The rule of the service level is the one by which it is measured afterwards, so plan and report count alike.
 */
@Value.Immutable
public interface ServiceLevelGoal extends WithServiceLevelGoal {

    /** {@return the time within which contacts are to be answered, and how abandoned ones count} */
    ServiceLevel rule();

    /** {@return the share that the service level must reach, 0 or more and below 1; 0 asks for nothing} */
    @Value.Default
    default BigDecimal share() {
        return BigDecimal.ZERO;
    }

    /** {@return the largest share of their time that agents may be busy, above 0 and at most 1; empty without such a limit} */
    Optional<BigDecimal> maxOccupancy();

    /** {@return the longest mean wait over all contacts (average speed of answer), above zero; empty without such a limit} */
    Optional<Duration> maxMeanWait();

    /** {@return the largest share of contacts that wait at all, above 0 and at most 1; empty without such a limit} */
    Optional<BigDecimal> maxProbabilityOfWait();

    /** {@return the largest share of contacts that give up, above 0 and at most 1; empty without such a limit} */
    Optional<BigDecimal> maxAbandonment();

    /** {@return the largest share of contacts that are turned away, above 0 and at most 1; empty without such a limit} */
    Optional<BigDecimal> maxBlocking();

    /** One of the limits that a goal can hold. */
    enum Limit {
        /** Too few are answered within the time. */
        SERVICE_LEVEL,
        /** Agents are too busy. */
        OCCUPANCY,
        /** The mean wait is too long. */
        MEAN_WAIT,
        /** Too many wait. */
        PROBABILITY_OF_WAIT,
        /** Too many give up. */
        ABANDONMENT,
        /** Too many are turned away. */
        BLOCKING
    }

    /**
     * Reads a goal as it is spoken.
     *
     * @param text a percentage and a time, such as {@code 80% in 20s}, {@code 95 % in 1h} or {@code 90% in 2m}
     * @return the goal, with abandoned contacts against it
     * @throws IllegalArgumentException when the text is none
     */
    static ServiceLevelGoal of(String text) {
        Matcher matcher = Spoken.FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "goal (" + Shown.of(text) + ") must be a percentage in a time\nMaybe write it like 80% in 20s.");
        }
        Duration within;
        try {
            within = Duration.parse("PT" + matcher.group(2) + matcher.group(3).toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException tooLong) {
            throw new IllegalArgumentException(
                    "goal (" + Shown.of(text)
                            + ") must be within a time that can be counted\nMaybe write it like 80% in 20s.",
                    tooLong);
        }
        return of(Decimals.parse("goal", matcher.group(1)).movePointLeft(2), within);
    }

    /**
     * Asks for a share within a time, with abandoned contacts against it.
     *
     * @param share the share, 0 or more and below 1
     * @param within the time, zero or more
     * @return the goal
     */
    static ServiceLevelGoal of(BigDecimal share, Duration within) {
        return builder().share(share).rule(ServiceLevel.within(within)).build();
    }

    /** {@return the time within which contacts are to be answered} */
    default Duration threshold() {
        return rule().within();
    }

    /**
     * Judges an outlook.
     *
     * @param outlook an outlook made for the threshold of this goal
     * @return whether every limit holds
     */
    default boolean isMetBy(QueueOutlook outlook) {
        return Limits.of(this).missed(Measures.of(outlook), outlook.workload()) == 0;
    }

    /**
     * Says which limits an outlook misses.
     *
     * @param outlook an outlook made for the threshold of this goal
     * @return one reason for each limit missed, such as {@code SERVICE_LEVEL_MISSED}, with the figure and the limit where both are shares;
     *     empty when it is met
     */
    default List<Reason> missedBy(QueueOutlook outlook) {
        int missed = Limits.of(this).missed(Measures.of(outlook), outlook.workload());
        List<Reason> reasons = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            if ((missed & Limits.bit(limit)) != 0) {
                reasons.add(reason(limit, outlook));
            }
        }
        return List.copyOf(reasons);
    }

    private Reason reason(Limit limit, QueueOutlook outlook) {
        Reason reason =
                Reason.rule(limit.name() + "_MISSED").withValue("agents", Detail.count(outlook.agents(), "people"));
        return switch (limit) {
            case SERVICE_LEVEL ->
                shares(reason, outlook.serviceLevel(rule().abandons()).orElse(0), share());
            case OCCUPANCY -> shares(reason, outlook.occupancy(), maxOccupancy().orElseThrow());
            case PROBABILITY_OF_WAIT ->
                shares(
                        reason,
                        outlook.probabilityOfWait(),
                        maxProbabilityOfWait().orElseThrow());
            case ABANDONMENT ->
                shares(
                        reason,
                        outlook.probabilityOfAbandonment(),
                        maxAbandonment().orElseThrow());
            case BLOCKING ->
                shares(reason, outlook.probabilityOfBlocking(), maxBlocking().orElseThrow());
            case MEAN_WAIT -> {
                Reason limited =
                        reason.withValue("limit", new Detail.Span(maxMeanWait().orElseThrow()));
                yield outlook.meanWait()
                        .map(wait -> limited.withValue("found", new Detail.Span(wait)))
                        .orElse(limited);
            }
        };
    }

    private static Reason shares(Reason reason, double found, BigDecimal limit) {
        return reason.withValue("found", new Detail.Quantity(BigDecimal.valueOf(found), "share"))
                .withValue("limit", new Detail.Quantity(limit, "share"));
    }

    /**
     * Refuses a goal that nothing or everything meets.
     *
     * @throws IllegalArgumentException when a limit lies outside its range, or the rule takes early abandons out, which no model here
     *     foresees
     */
    @Value.Check
    default void check() {
        Decimals.require("share", share());
        if (share().signum() < 0 || share().compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "share (" + Shown.of(share())
                            + ") must be 0 or more and below 1, which no number of agents reaches\nMaybe it was given in percent.");
        }
        if (rule().shortAbandonsBelow().isPresent()) {
            throw new IllegalArgumentException("rule (" + rule()
                    + ") must not take contacts out that were abandoned early\nMaybe use Abandons.IGNORED.");
        }
        requireShare("maxOccupancy", maxOccupancy());
        requireShare("maxProbabilityOfWait", maxProbabilityOfWait());
        requireShare("maxAbandonment", maxAbandonment());
        requireShare("maxBlocking", maxBlocking());
        maxMeanWait().filter(wait -> wait.isZero() || wait.isNegative()).ifPresent(wait -> {
            throw new IllegalArgumentException(
                    "maxMeanWait (" + wait + ") must be above zero\nMaybe leave the limit out.");
        });
    }

    private static void requireShare(String noun, Optional<BigDecimal> limit) {
        limit.filter(share -> share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)
                .ifPresent(share -> {
                    throw new IllegalArgumentException(noun + " (" + Shown.of(share)
                            + ") must be above 0 and at most 1\nMaybe it was given in percent.");
                });
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the limits of a goal. */
    final class Builder extends ImmutableServiceLevelGoal.Builder {
        Builder() {}
    }
}

/** How a goal is spoken. */
final class Spoken {
    static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?% in ([0-9]+) ?([hmsHMS])");

    private Spoken() {}
}
