package dev.customerservice.domain.sla;

import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SlaProperties {
    private static final List<BusinessCalendar> CALENDARS = List.of(
            BusinessCalendar.builder()
                    .id("office")
                    .zone(ZoneId.of("Europe/London"))
                    .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                    .addBreak(Break.every(MONDAY, FRIDAY, "12:00-13:00"))
                    .build(),
            BusinessCalendar.builder()
                    .id("office")
                    .zone(ZoneId.of("America/St_Johns"))
                    .hours(WeeklyHours.of(MONDAY, SUNDAY, "00:00-04:00", "22:15-24:00"))
                    .build(),
            BusinessCalendar.builder()
                    .id("office")
                    .zone(ZoneId.of("UTC"))
                    .hours(WeeklyHours.alwaysOpen())
                    .build());

    /**
     * A plan with every standard metric, and the calendar it counts on.
     *
     * @param plan the plan
     * @param time the calendar
     * @param minutes the time promised for resolution at normal priority
     */
    record Setting(SlaPlan plan, BusinessTime time, int minutes) {}

    private static SlaTarget target(SlaMetric metric, int minutes, Retarget retarget) {
        return SlaTarget.of(metric, Priority.URGENT, Duration.ofMinutes(minutes / 4 + 1))
                .orWhen(Priority.HIGH, Duration.ofMinutes(minutes / 2 + 1))
                .otherwise(Duration.ofMinutes(minutes))
                .during("office")
                .withRetarget(retarget);
    }

    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<Setting> settings() {
        return Combinators.combine(
                        Arbitraries.of(CALENDARS),
                        Arbitraries.integers().between(1, 4000),
                        Arbitraries.of(Again.values()),
                        Arbitraries.of(Retarget.values()))
                .as((calendar, minutes, again, retarget) -> {
                    SlaPolicy policy = SlaPolicy.builder()
                            .id("all")
                            .addTarget(target(SlaMetric.FIRST_REPLY, minutes, retarget))
                            .addTarget(target(SlaMetric.NEXT_REPLY, minutes, retarget))
                            .addTarget(target(SlaMetric.PERIODIC_UPDATE, minutes, retarget))
                            .addTarget(target(SlaMetric.TIME_TO_OWN, minutes, retarget))
                            .addTarget(target(SlaMetric.GROUP_OWNERSHIP, minutes, retarget))
                            .addTarget(target(SlaMetric.RESOLUTION.withAgain(again), minutes, retarget)
                                    .pausedWhile(PENDING, ON_HOLD))
                            .build();
                    return new Setting(policy.resolve(CalendarBook.of(calendar)), calendar, minutes);
                });
    }

    /** The slow, obvious answer: look at every minute of the ticket and of the calendar. */
    @Property(tries = 150)
    void aMinuteWalkGivesTheSameResolution(
            @ForAll("histories") TicketHistory history,
            @ForAll("settings") Setting any,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        SlaPlan plan = SlaPolicy.builder()
                .id("one")
                .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofMinutes(any.minutes()))
                        .during("office")
                        .pausedWhile(PENDING, ON_HOLD))
                .build()
                .resolve(CalendarBook.of().with(CalendarId.of("office"), any.time()));
        Instant created = history.events().get(0).at();
        Instant asOf = created.plus(Duration.ofMinutes(minute));
        SlaReading reading = plan.read(history, asOf).get(SlaMetric.RESOLUTION);
        int counted = 0;
        int paused = 0;
        Optional<Instant> due = Optional.empty();
        for (Instant at = created; at.isBefore(asOf); at = at.plus(Duration.ofMinutes(1))) {
            Ticket ticket = history.at(at).orElseThrow();
            boolean waiting =
                    ticket.status().category() == PENDING || ticket.status().category() == ON_HOLD;
            if (any.time().isOpen(at) && !ticket.status().isDone()) {
                if (waiting) {
                    paused++;
                } else {
                    counted++;
                    if (counted == any.minutes()) {
                        due = Optional.of(at.plus(Duration.ofMinutes(1)));
                    }
                }
            }
        }
        assertEquals(Duration.ofMinutes(counted), reading.elapsed());
        assertEquals(Duration.ofMinutes(paused), reading.paused());
        if (due.isPresent()) {
            assertEquals(due, reading.dueAt());
        } else {
            assertTrue(reading.breachedAt().isEmpty());
        }
    }

    @Property(tries = 300)
    void aPrefixNeverSeesTheFuture(
            @ForAll("histories") TicketHistory history,
            @ForAll("settings") Setting setting,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        assertEquals(
                setting.plan().read(history, asOf),
                setting.plan().read(history.until(asOf).orElseThrow(), asOf));
    }

    @Property(tries = 300)
    void theTraceIsGaplessAndItsPartsSumUp(
            @ForAll("histories") TicketHistory history,
            @ForAll("settings") Setting setting,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        for (SlaReading reading : setting.plan().read(history, asOf).all()) {
            SlaTrace trace = setting.plan().explain(reading);
            assertEquals(reading.elapsed(), trace.total(TraceSegment.Kind.COUNTED));
            assertEquals(reading.paused(), trace.total(TraceSegment.Kind.PAUSED));
            assertEquals(
                    reading.elapsed(),
                    reading.spans().stream().map(SlaSpan::counted).reduce(Duration.ZERO, Duration::plus));
            Duration wall = Duration.ZERO;
            Optional<Instant> end = reading.startedAt();
            for (TraceSegment segment : trace.segments()) {
                assertEquals(end, Optional.of(segment.interval().startInclusive()));
                end = Optional.of(segment.interval().endExclusive());
                wall = wall.plus(segment.interval().duration());
            }
            assertEquals(reading.wallElapsed(), wall);
        }
    }

    @Property(tries = 300)
    void aBreachNeverDisappears(
            @ForAll("histories") TicketHistory history,
            @ForAll("settings") Setting setting,
            @ForAll @IntRange(max = 20 * 1440) int minute,
            @ForAll @IntRange(max = 5 * 1440) int later) {
        Instant early = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        for (SlaReading before : setting.plan().read(history, early).all()) {
            if (before.breachedAt().isPresent()) {
                Set<Instant> known = new HashSet<>();
                for (SlaReading after : setting.plan()
                        .read(history, early.plus(Duration.ofMinutes(later)))
                        .all()) {
                    if (after.metric().equals(before.metric()) && after.cycle() == before.cycle()) {
                        after.breachedAt().ifPresent(known::add);
                        known.addAll(after.priorBreaches());
                    }
                }
                assertTrue(known.contains(before.breachedAt().get()), before + " lost in " + known);
            }
        }
    }

    @Property(tries = 300)
    void cyclesAreNumberedDoNotOverlapAndOnlyTheLastIsOpen(
            @ForAll("histories") TicketHistory history, @ForAll("settings") Setting setting) {
        SlaReadings readings = setting.plan().read(history, Instant.parse("2026-05-01T00:00:00Z"));
        for (SlaPolicy policy : setting.plan().book().policies()) {
            for (SlaTarget target : policy.targets()) {
                int number = 0;
                Optional<Instant> end = Optional.empty();
                for (SlaReading reading : readings.cycles(target.metric())) {
                    if (reading.cycle() == 0) {
                        assertEquals(SlaState.NOT_STARTED, reading.state());
                        continue;
                    }
                    assertTrue(number == 0 || end.isPresent(), "an open cycle has a successor");
                    assertEquals(++number, reading.cycle());
                    assertFalse(
                            end.isPresent() && reading.startedAt().orElseThrow().isBefore(end.get()));
                    end = reading.completedAt().or(reading::cancelledAt);
                }
            }
        }
    }

    @Property(tries = 300)
    void stateAndDueTimeAgree(
            @ForAll("histories") TicketHistory history,
            @ForAll("settings") Setting setting,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        for (SlaReading reading : setting.plan().read(history, asOf).all()) {
            Instant end = reading.completedAt().or(reading::cancelledAt).orElse(asOf);
            assertEquals(
                    reading.dueAt().filter(end::isAfter),
                    reading.breachedAt(),
                    "breached is later than due, and only that");
            assertTrue(reading.remaining().isEmpty() || reading.overdueBy().isEmpty());
            reading.remaining().ifPresent(left -> assertFalse(left.isNegative()));
            if (reading.state() == SlaState.RUNNING) {
                Instant due = reading.dueAt().orElseThrow();
                assertEquals(
                        reading.remaining().orElseThrow(),
                        setting.time().between(asOf, due),
                        "what is left lies ahead");
            }
        }
    }

    @Property(tries = 300)
    void elapsedNeverFallsWhileNothingRestarts(
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 10 * 1440) int minute,
            @ForAll @IntRange(max = 10 * 1440) int later) {
        SlaPlan plan = SlaPolicy.builder()
                .id("one")
                .addTarget(SlaTarget.of(SlaMetric.REQUESTER_WAIT, Duration.ofHours(9))
                        .during("office"))
                .build()
                .resolve(CalendarBook.of(CALENDARS.get(0)));
        Instant early = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        Duration before =
                plan.read(history, early).get(SlaMetric.REQUESTER_WAIT).elapsed();
        Duration after = plan.read(history, early.plus(Duration.ofMinutes(later)))
                .get(SlaMetric.REQUESTER_WAIT)
                .elapsed();
        assertTrue(after.compareTo(before) >= 0);
    }

    @Property(tries = 200)
    void roundTheClockIsTheWallClock(@ForAll("histories") TicketHistory history, @ForAll("settings") Setting setting) {
        SlaTarget open = target(SlaMetric.RESOLUTION, setting.minutes(), Retarget.KEEP_ELAPSED);
        SlaPlan calendar =
                SlaPolicy.builder().id("all").addTarget(open).build().resolve(CalendarBook.of(CALENDARS.get(2)));
        SlaPlan wall = SlaPolicy.builder()
                .id("all")
                .addTarget(SlaTarget.builder()
                        .from(open)
                        .calendar(Optional.empty())
                        .build())
                .build()
                .resolve(CalendarBook.of());
        TicketEvent last = history.events().get(history.events().size() - 1);
        assertEquals(
                calendar.read(history, last.at().plusSeconds(7)),
                wall.read(history, last.at().plusSeconds(7)));
    }
}
