package dev.customerservice.domain.calendar;

import dev.customerservice.domain.calendar.CalendarSegment.Kind;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The ways to make open time out of other open time; each member keeps its own zone. */
enum Combination {
    UNION {
        @Override
        IntervalSet combine(IntervalSet one, IntervalSet other) {
            return one.union(other);
        }

        @Override
        CalendarSegment judge(List<CalendarSegment> members) {
            return firstOr(members, Kind.OPEN).orElseGet(() -> reason(members));
        }
    },
    INTERSECTION {
        @Override
        IntervalSet combine(IntervalSet one, IntervalSet other) {
            return one.intersection(other);
        }

        @Override
        CalendarSegment judge(List<CalendarSegment> members) {
            boolean open = members.stream().allMatch(member -> member.kind() == Kind.OPEN);
            return open ? members.get(0) : reason(members);
        }
    },
    DIFFERENCE {
        @Override
        IntervalSet combine(IntervalSet one, IntervalSet other) {
            return one.difference(other);
        }

        @Override
        CalendarSegment judge(List<CalendarSegment> members) {
            CalendarSegment first = members.get(0);
            boolean taken = members.stream().skip(1).anyMatch(member -> member.kind() == Kind.OPEN);
            return first.kind() == Kind.OPEN && taken
                    ? new CalendarSegment(first.interval(), Kind.CLOSED, Optional.empty())
                    : first;
        }
    };

    abstract IntervalSet combine(IntervalSet one, IntervalSet other);

    /** {@return what holds where the members are as given; kind and name count, the interval does not} */
    abstract CalendarSegment judge(List<CalendarSegment> members);

    private static Optional<CalendarSegment> firstOr(List<CalendarSegment> members, Kind kind) {
        return members.stream().filter(member -> member.kind() == kind).findFirst();
    }

    /** {@return the first member that is closed for a reason, else the first that is closed} */
    private static CalendarSegment reason(List<CalendarSegment> members) {
        return firstOr(members, Kind.HOLIDAY)
                .or(() -> firstOr(members, Kind.BREAK))
                .or(() -> firstOr(members, Kind.CLOSED))
                .orElseThrow();
    }

    BusinessTime of(List<? extends BusinessTime> members) {
        return new CompiledTime(hours(members));
    }

    /** {@return what is combined, before it is compiled} */
    OpenHours hours(List<? extends BusinessTime> members) {
        if (members.isEmpty()) {
            throw new CalendarException(
                    CalendarFault.BAD_COMPOSITE,
                    "The members ([]) of a combination must not be empty.\nMaybe use BusinessTime.always().");
        }
        return new Combined(this, List.copyOf(members));
    }

    private record Combined(Combination how, List<BusinessTime> members) implements OpenHours {
        @Override
        public IntervalSet open(long startInclusive, long endExclusive) {
            Interval window = new Interval(EpochNanos.toInstant(startInclusive), EpochNanos.toInstant(endExclusive));
            return members.stream()
                    .map(member -> member.openIntervals(window))
                    .reduce(how::combine)
                    .orElseThrow();
        }

        @Override
        public List<CalendarSegment> segments(Interval window) {
            List<List<CalendarSegment>> lists =
                    members.stream().map(member -> member.segments(window)).toList();
            SortedSet<Instant> cuts = new TreeSet<>();
            lists.forEach(
                    list -> list.forEach(segment -> cuts.add(segment.interval().endExclusive())));
            int[] present = new int[lists.size()];
            SegmentList judged = new SegmentList(window);
            Instant start = window.startInclusive();
            for (Instant end : cuts) {
                for (int i = 0; i < present.length; i++) {
                    if (!lists.get(i).get(present[i]).interval().endExclusive().isAfter(start)) {
                        present[i]++;
                    }
                }
                CalendarSegment verdict = how.judge(IntStream.range(0, present.length)
                        .mapToObj(i -> lists.get(i).get(present[i]))
                        .toList());
                judged.add(new Interval(start, end), verdict.kind(), verdict.name());
                start = end;
            }
            return judged.toList();
        }

        @Override
        public String toString() {
            return how.name().toLowerCase(Locale.ROOT)
                    + members.stream().map(CompiledTime::name).toList();
        }
    }
}
