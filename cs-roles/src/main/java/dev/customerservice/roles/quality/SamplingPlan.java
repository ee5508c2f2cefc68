package dev.customerservice.roles.quality;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * How many contacts of each person are reviewed in a period, and which.
 *
 * <p>Laws: the same number and contacts give the same choice, in whatever order the contacts come; a narrower half-width never asks
 * for fewer; never more are chosen than there are.
 */
@Value.Immutable
public interface SamplingPlan extends WithSamplingPlan {

    /** {@return the fixed number of reviews for each person; empty when the half-width decides} */
    OptionalInt count();

    /** {@return how far a share may lie from the true one, above 0 and below 1; empty when the count decides} */
    Optional<BigDecimal> halfWidth();

    /** {@return the confidence of the half-width; 0.95 unless said otherwise} */
    @Value.Default
    default BigDecimal confidence() {
        return new BigDecimal("0.95");
    }

    /** {@return the share that is expected; 0.5, the most careful guess, unless said otherwise} */
    @Value.Default
    default BigDecimal expectedShare() {
        return new BigDecimal("0.5");
    }

    /** {@return the share of the chosen contacts that a second reviewer reviews blindly; none unless said otherwise} */
    @Value.Default
    default BigDecimal doubleBlindShare() {
        return BigDecimal.ZERO;
    }

    /**
     * Reviews a fixed number.
     *
     * @param reviews how many for each person
     * @return the plan
     */
    static SamplingPlan ofCount(int reviews) {
        return builder().count(reviews).build();
    }

    /**
     * Reviews as many as a half-width needs.
     *
     * @param halfWidth how far a share may lie from the true one, at 95 %
     * @return the plan
     */
    static SamplingPlan ofHalfWidth(String halfWidth) {
        return builder().halfWidth(Decimals.parse("halfWidth", halfWidth)).build();
    }

    /**
     * Computes how many contacts to review.
     *
     * @param contacts how many there are
     * @return the count, or n0 = z² p (1 − p) / e² corrected to n0 / (1 + (n0 − 1) / N) and rounded up; never more than there are
     */
    default int size(int contacts) {
        if (count().isPresent()) {
            return Math.min(contacts, count().getAsInt());
        }
        return (int) Shares.sampleSize(
                halfWidth().orElseThrow(), expectedShare(), confidence().doubleValue(), contacts);
    }

    /**
     * The contacts chosen.
     *
     * @param contacts those to review
     * @param twice those of them to review a second time, blindly
     * @param <C> what stands for a contact
     */
    record Choice<C>(List<C> contacts, Set<C> twice) {
        /** Copies both. */
        public Choice {
            contacts = List.copyOf(contacts);
            twice = Collections.unmodifiableSet(new LinkedHashSet<>(twice));
        }
    }

    /**
     * Chooses contacts by chance, and so that each group has its share.
     *
     * @param contacts the contacts of one person
     * @param group the group of a contact, for example its channel
     * @param number the number that the chance follows from; another number gives another choice
     * @param <C> what stands for a contact; its {@code toString} must tell contacts apart
     * @return {@link #size} contacts, each group with its share rounded down and the largest remainders first
     */
    default <C> Choice<C> choose(Collection<C> contacts, Function<? super C, String> group, long number) {
        Map<String, List<C>> groups = new TreeMap<>();
        contacts.stream()
                .sorted(comparingLong((C contact) -> chance(contact, number)).thenComparing(Object::toString))
                .forEach(contact -> groups.computeIfAbsent(group.apply(contact), name -> new ArrayList<>())
                        .add(contact));
        int size = size(contacts.size());
        Map<String, Integer> quota = new LinkedHashMap<>();
        Map<String, Long> remainder = new TreeMap<>();
        groups.forEach((name, members) -> {
            long share = (long) size * members.size();
            quota.put(name, (int) (share / contacts.size()));
            remainder.put(name, share % contacts.size());
        });
        int left = size - quota.values().stream().mapToInt(Integer::intValue).sum();
        remainder.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(left)
                .forEach(each -> quota.merge(each.getKey(), 1, Integer::sum));
        List<C> chosen = new ArrayList<>();
        groups.forEach((name, members) -> chosen.addAll(members.subList(0, quota.getOrDefault(name, 0))));
        int twice = doubleBlindShare()
                .multiply(BigDecimal.valueOf(chosen.size()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return new Choice<>(
                chosen,
                new LinkedHashSet<>(chosen.stream()
                        .sorted(comparingLong((C contact) -> chance(contact, ~number))
                                .thenComparing(Object::toString))
                        .limit(twice)
                        .toList()));
    }

    /**
     * Compares the reviews done with those planned.
     *
     * @param contacts how many contacts each person had
     * @param reviews the reviews of the same period
     * @return for each person with contacts the reviews done, at most as many as planned, over those planned
     */
    default Map<AgentId, Ratio> done(Map<AgentId, Integer> contacts, Collection<QualityReview> reviews) {
        Map<AgentId, Ratio> done = new LinkedHashMap<>();
        contacts.entrySet().stream()
                .sorted(comparing(each -> each.getKey().value()))
                .forEach(each -> {
                    int planned = size(each.getValue());
                    long made = reviews.stream()
                            .filter(review -> review.agent().equals(each.getKey()))
                            .map(QualityReview::ticket)
                            .distinct()
                            .count();
                    done.put(each.getKey(), Ratio.of(Math.min(made, planned), planned));
                });
        return Collections.unmodifiableMap(done);
    }

    /** A number drawn from the text of a contact: FNV-1a, stirred by the finish of SplitMix64, the same on every machine. */
    private static long chance(Object contact, long number) {
        long hash = 0xCBF29CE484222325L ^ number;
        for (byte each : contact.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }

    /**
     * Refuses a plan without a size or with two, and shares that are none.
     *
     * @throws IllegalArgumentException when one of these is so
     */
    @Value.Check
    default void check() {
        if (count().isPresent() == halfWidth().isPresent() || (count().isPresent() && count().getAsInt() < 1)) {
            throw new IllegalArgumentException("count (" + count() + ") and halfWidth (" + halfWidth()
                    + ") must be one of the two, and a count at least 1\nMaybe ofCount(5)?");
        }
        requireInside("halfWidth", halfWidth().orElse(confidence()));
        requireInside("confidence", confidence());
        requireInside("expectedShare", expectedShare());
        if (doubleBlindShare().signum() < 0 || doubleBlindShare().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("doubleBlindShare (" + Shown.of(doubleBlindShare())
                    + ") must be from 0 to 1\nMaybe it was given in percent.");
        }
    }

    private static void requireInside(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    name + " (" + Shown.of(value) + ") must be above 0 and below 1\nMaybe it was given in percent.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a sampling plan. */
    final class Builder extends ImmutableSamplingPlan.Builder {
        Builder() {}
    }
}
