package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.statistics.DurationRatio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A requirement laid against the people who are there, over a window of time.
 *
 * <p>Time of people is summed over people: two people missing for an hour are two hours. Law: {@code shortfall − surplus = required −
 * present}. All intervals are half-open, so what merely follows leaves no gap. It is computed by one pass over the sorted edges of all
 * intervals, so it grows as n log n with their number and not with the length of the window.
 */
public final class Coverage {

    private final long[] edges;
    private final int[] required;
    private final int[] planned;
    private final int[] present;

    /** Takes over the counts between each edge and the next. */
    Coverage(long[] edges, int[] required, int[] planned, int[] present) {
        this.edges = edges;
        this.required = required;
        this.planned = planned;
        this.present = present;
    }

    /**
     * People who are there for a while.
     *
     * @param during when
     * @param people how many, 0 or more
     */
    public record Presence(Interval during, int people) {
        /** Refuses a negative number. */
        public Presence {
            if (people < 0) {
                throw new IllegalArgumentException(
                        "people (" + people + ") must not be negative\nMaybe somebody absent was taken away twice.");
            }
        }
    }

    /**
     * A time in which all counts stay the same.
     *
     * @param during when, as long as it lasts
     * @param required how many people are needed
     * @param planned how many have a shift
     * @param present how many of them are not absent
     */
    public record Stretch(Interval during, int required, int planned, int present) {
        /** {@return how many people are missing, 0 or more} */
        public int shortfall() {
            return Math.max(0, required - present);
        }
    }

    /** Why nobody, or too few people, are there. */
    public enum Cause {
        /** Nobody is needed and nobody is there: closed on purpose, no gap. */
        CLOSED_BY_DESIGN,
        /** Nobody has a shift. */
        NOBODY_PLANNED,
        /** Fewer people have a shift than are needed. */
        TOO_FEW_PLANNED,
        /** Enough people have a shift, but some of them are absent. */
        ABSENCE
    }

    /**
     * A time in which as many people are missing from its start to its end.
     *
     * @param during when, as long as the number stays the same
     * @param shortfall how many people are missing, 1 or more
     * @param causes why, at one time of it or another
     */
    public record Gap(Interval during, int shortfall, Set<Cause> causes) {
        /** Copies the causes. */
        public Gap {
            causes = Collections.unmodifiableSet(EnumSet.copyOf(causes));
        }

        /** {@return the time missing, summed over people} */
        public Duration time() {
            return during.duration().multipliedBy(shortfall);
        }
    }

    /**
     * Lays a requirement against people who are there.
     *
     * @param requirement how many people are needed when
     * @param present who is there when, in any order
     * @param window the window looked at
     * @return the coverage of the window
     */
    public static Coverage of(Requirement requirement, Collection<Presence> present, Interval window) {
        Sweep sweep = new Sweep(window);
        requirement.needs().forEach(need -> sweep.required.add(need.during(), need.people()));
        present.forEach(each -> sweep.planned.add(each.during(), each.people()));
        return sweep.coverage();
    }

    /** {@return the window looked at} */
    public Interval window() {
        return new Interval(instant(0), instant(edges.length - 1));
    }

    /** {@return the times of equal counts, in order and without a break; neighbours differ} */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < edges.length; i++) {
            if (i == edges.length - 1
                    || required[i] != required[from]
                    || planned[i] != planned[from]
                    || present[i] != present[from]) {
                stretches.add(new Stretch(
                        new Interval(instant(from), instant(i)), required[from], planned[from], present[from]));
                from = i;
            }
        }
        return List.copyOf(stretches);
    }

    /**
     * Finds the counts at an instant.
     *
     * @param at the instant
     * @return the counts and how long they stay the same; empty outside the window
     */
    public Optional<Stretch> at(Instant at) {
        return stretches().stream()
                .filter(stretch -> stretch.during().contains(at))
                .findFirst();
    }

    /** {@return the times in which people are missing, in order, each as long as the same number is missing} */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < edges.length - 1; ) {
            int missing = required[i] - present[i];
            int from = i;
            Set<Cause> causes = EnumSet.noneOf(Cause.class);
            while (i < edges.length - 1 && Math.max(0, required[i] - present[i]) == Math.max(0, missing)) {
                if (missing > 0) {
                    causes.add(cause(i));
                }
                i++;
            }
            if (missing > 0) {
                gaps.add(new Gap(new Interval(instant(from), instant(i)), missing, causes));
            }
        }
        return List.copyOf(gaps);
    }

    private Cause cause(int i) {
        if (planned[i] >= required[i]) {
            return Cause.ABSENCE;
        }
        return planned[i] == 0 ? Cause.NOBODY_PLANNED : Cause.TOO_FEW_PLANNED;
    }

    /** {@return the instants at which nobody is needed and nobody is there ({@code CLOSED_BY_DESIGN})} */
    public IntervalSet closed() {
        List<Interval> closed = new ArrayList<>();
        for (int i = 0; i < edges.length - 1; i++) {
            if (required[i] == 0 && present[i] == 0) {
                closed.add(new Interval(instant(i), instant(i + 1)));
            }
        }
        return IntervalSet.of(closed);
    }

    /** {@return the time needed, summed over people} */
    public Duration required() {
        return sum((needed, there) -> needed);
    }

    /** {@return the time people are there, needed or not, summed over people} */
    public Duration present() {
        return sum((needed, there) -> there);
    }

    /** {@return the time needed in which nobody is there, summed over people} */
    public Duration shortfall() {
        return sum((needed, there) -> Math.max(0, needed - there));
    }

    /** {@return the time people are there beyond what is needed, summed over people} */
    public Duration surplus() {
        return sum((needed, there) -> Math.max(0, there - needed));
    }

    /** {@return the time needed in which people are there over the time needed; undefined where nobody is needed} */
    public DurationRatio share() {
        return new DurationRatio(sum(Math::min), required());
    }

    @FunctionalInterface
    private interface Count {
        int of(int needed, int there);
    }

    private Duration sum(Count count) {
        long seconds = 0;
        long nanos = 0;
        for (int i = 0; i < edges.length - 1; i++) {
            Duration length = EpochNanos.between(edges[i], edges[i + 1]);
            long people = count.of(required[i], present[i]);
            seconds += people * length.getSeconds();
            nanos += people * length.getNano();
            seconds += nanos / 1_000_000_000;
            nanos %= 1_000_000_000;
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    private Instant instant(int edge) {
        return EpochNanos.toInstant(edges[edge]);
    }

    /** {@return the window with the time required, missing and beyond} */
    @Override
    public String toString() {
        return window() + ": required " + required() + ", missing " + shortfall() + ", beyond " + surplus();
    }
}
