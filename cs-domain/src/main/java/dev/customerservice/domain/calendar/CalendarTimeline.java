package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of one site over the years: at each instant the version counts that is in force then.
 *
 * <p>Hours that changed in 2025 do not rewrite what was open in 2024. A version is in force from its begin until the next
 * one begins; open time that reaches across the seam is cut there. The timeline is compiled into one index, so it
 * answers as fast as a single calendar. Immutable.
 */
public final class CalendarTimeline extends CompiledTime {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a serializable list
    private final List<Version> versions;

    /**
     * Open time and how long it is in force.
     *
     * @param time the open time
     * @param fromInclusive since when it counts; empty if it always did
     * @param untilExclusive when the next version takes over, or business ends; empty if it goes on
     */
    public record Version(BusinessTime time, Optional<Instant> fromInclusive, Optional<Instant> untilExclusive)
            implements Serializable {
        private Object writeReplace() {
            return new Sent(time, fromInclusive.orElse(null), untilExclusive.orElse(null));
        }

        /** What it is serialized as, because an {@link Optional} cannot be. */
        private record Sent(
                BusinessTime time,
                @Nullable Instant from,
                @Nullable Instant until) implements Serializable {
            private Object readResolve() {
                return new Version(time, Optional.ofNullable(from), Optional.ofNullable(until));
            }
        }

        private static Version from(Instant fromInclusive, BusinessTime time) {
            return new Version(time, Optional.of(fromInclusive), Optional.empty());
        }

        private Version until(Instant end) {
            return new Version(time, fromInclusive, Optional.of(end));
        }

        private boolean holds(Instant at) {
            return fromInclusive.filter(at::isBefore).isEmpty()
                    && untilExclusive.filter(end -> !at.isBefore(end)).isEmpty();
        }

        private Interval inForce() {
            return new Interval(
                    fromInclusive.orElseGet(() -> EpochNanos.toInstant(EpochNanos.MIN)),
                    untilExclusive.orElseGet(() -> EpochNanos.toInstant(EpochNanos.MAX)));
        }
    }

    private CalendarTimeline(List<Version> versions) {
        super(new Versions(versions));
        this.versions = versions;
    }

    /**
     * Begins with the first version; it counts for all the time before the next one.
     *
     * @param first the open time of the beginning
     * @return the timeline that knows this version only
     */
    public static CalendarTimeline of(BusinessTime first) {
        return new CalendarTimeline(List.of(new Version(first, Optional.empty(), Optional.empty())));
    }

    /**
     * Puts the next version in force.
     *
     * @param fromInclusive since when it counts, after the begin of the last version
     * @param next the open time from then on
     * @return the timeline with this version too
     * @throws IllegalArgumentException if the last version begins at that instant or later, or has ended before
     * @throws CalendarException if no open time is left
     */
    public CalendarTimeline then(Instant fromInclusive, BusinessTime next) {
        List<Version> more = endedAt(fromInclusive);
        more.add(Version.from(fromInclusive, next));
        return new CalendarTimeline(List.copyOf(more));
    }

    /**
     * Puts the next calendar in force from the begin of a date in its own zone.
     *
     * @param firstDate the first date on which it counts
     * @param next the calendar from then on
     * @return the timeline with this calendar too
     * @throws IllegalArgumentException if the last version begins at that instant or later, or has ended before
     * @throws CalendarException if no open time is left
     */
    public CalendarTimeline then(LocalDate firstDate, BusinessCalendar next) {
        return then(firstDate.atStartOfDay(next.zone()).toInstant(), next);
    }

    /**
     * Ends the last version, as for a site that shuts down; nothing is open afterwards.
     *
     * @param endExclusive the first instant at which it counts no more, after its begin
     * @return the timeline with that end
     * @throws IllegalArgumentException if the last version begins at that instant or later, or has ended before
     * @throws CalendarException if no open time is left
     */
    public CalendarTimeline until(Instant endExclusive) {
        return new CalendarTimeline(List.copyOf(endedAt(endExclusive)));
    }

    private List<Version> endedAt(Instant end) {
        EpochNanos.of(end);
        Version last = versions.get(versions.size() - 1);
        last.fromInclusive().filter(from -> !from.isBefore(end)).ifPresent(from -> {
            throw new IllegalArgumentException(
                    "The begin (" + end + ") of a version must be after that of the last one (" + from
                            + ").\nMaybe the versions are not in the order of time.");
        });
        last.untilExclusive().filter(until -> !until.equals(end)).ifPresent(until -> {
            throw new IllegalArgumentException("The begin (" + end + ") of a version must be the end of the last one ("
                    + until + ").\nMaybe a calendar without hours is missing between the two.");
        });
        List<Version> ended = new ArrayList<>(versions.subList(0, versions.size() - 1));
        ended.add(last.until(end));
        return ended;
    }

    /** {@return the versions in the order of time; each begins where the one before ends} */
    public List<Version> versions() {
        return versions;
    }

    /**
     * Looks up the version in force.
     *
     * @param at the instant
     * @return the version that counts then, or empty after the end of the last one
     */
    public Optional<Version> inForceAt(Instant at) {
        return versions.stream().filter(version -> version.holds(at)).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarTimeline timeline && versions.equals(timeline.versions);
    }

    @Override
    public int hashCode() {
        return versions.hashCode();
    }

    @Override
    public String toString() {
        return versions.stream()
                .map(version -> name(version.time())
                        + version.untilExclusive().map(end -> " until " + end).orElse(""))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private record Versions(List<Version> versions) implements OpenHours {
        @Override
        public IntervalSet open(long startInclusive, long endExclusive) {
            Edges edges = new Edges(startInclusive, endExclusive);
            Interval window = new Interval(EpochNanos.toInstant(startInclusive), EpochNanos.toInstant(endExclusive));
            for (Version version : versions) {
                version.inForce()
                        .intersection(window)
                        .ifPresent(part -> edges.addAll(version.time().openIntervals(part)));
            }
            return edges.toSet();
        }

        @Override
        public List<CalendarSegment> segments(Interval window) {
            SegmentList segments = new SegmentList(window);
            for (Version version : versions) {
                version.inForce()
                        .intersection(window)
                        .ifPresent(part -> version.time()
                                .segments(part)
                                .forEach(segment -> segments.add(segment.interval(), segment.kind(), segment.name())));
            }
            return segments.toList();
        }
    }
}
