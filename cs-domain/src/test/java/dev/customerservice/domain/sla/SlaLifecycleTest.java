package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.priorityAtLeast;
import static dev.customerservice.domain.ticket.TicketCondition.tier;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.UnknownCalendarException;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of one ticket under two policies, and every answer a caller may need on the way. */
class SlaLifecycleTest {
    private static final TicketId TICKET = TicketId.of("T-1");
    private static final Instant THU_2026_04_02_1500 = Instant.parse("2026-04-02T14:00:00Z");
    private static final BusinessCalendar LONDON = BusinessCalendar.builder()
            .id("london")
            .zone(ZoneId.of("Europe/London"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 3), "Good Friday"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 6), "Easter Monday"))
            .build();
    private static final SlaPolicy GOLD = SlaPolicy.builder()
            .id("gold")
            .appliesTo(tier("gold").and(priorityAtLeast(Priority.HIGH)))
            .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("london"))
            .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                    .during("london")
                    .pausedWhile(PENDING, ON_HOLD))
            .build();
    private static final SlaPolicy EVERYONE = SlaPolicy.builder()
            .id("everyone")
            .addTarget(SlaTarget.of(RESOLUTION, Priority.URGENT, Duration.ofHours(4))
                    .orWhen(Priority.HIGH, Duration.ofHours(16))
                    .otherwise(Duration.ofHours(40))
                    .during("london")
                    .pausedWhile(PENDING, ON_HOLD))
            .build();
    private static final SlaPlan PLAN = SlaBook.of(GOLD, EVERYONE).resolve(CalendarBook.of(LONDON));

    private static EventHead at(String time, Actor by) {
        return EventHead.of(TICKET, Instant.parse("2026-04-" + time + "Z"), by);
    }

    private static TicketHistory created(Priority priority, String... tiers) {
        Requester requester = Requester.of(CustomerId.of("c-7"));
        for (String tier : tiers) {
            requester = requester.withTier(ServiceTier.of(tier));
        }
        return TicketHistory.of(new TicketCreated(
                EventHead.of(TICKET, THU_2026_04_02_1500, Actor.customer("c-7")),
                TicketDetails.builder().priority(priority).requester(requester).build()));
    }

    @Test
    void aGoldTicketOverEaster() {
        TicketHistory history = created(Priority.HIGH, "gold")
                .plus(MessageAdded.of(at("02T14:45:00", Actor.agent("ana")), Audience.CUSTOMER))
                .plus(new StatusChanged(at("02T15:00:00", Actor.agent("ana")), Status.PENDING))
                .plus(new StatusChanged(at("07T09:00:00", Actor.customer("c-7")), Status.OPEN))
                .plus(new StatusChanged(at("07T14:00:00", Actor.agent("ana")), Status.SOLVED));
        Instant wednesday = Instant.parse("2026-04-08T08:00:00Z");
        SlaReadings readings = PLAN.read(history, wednesday);

        SlaReading reply = readings.get(FIRST_REPLY);
        assertEquals(SlaState.ACHIEVED, reply.state());
        assertEquals(Duration.ofMinutes(45), reply.elapsed());
        assertEquals(Optional.of(Duration.ofMinutes(15)), reply.remaining());

        SlaReading resolution = readings.get(RESOLUTION);
        assertEquals(SlaState.ACHIEVED, resolution.state());
        assertEquals(Duration.ofHours(6), resolution.elapsed());
        assertEquals(Duration.ofMinutes(90 + 60), resolution.paused());
        assertEquals(Optional.of(Duration.ofHours(8)), resolution.target());
        assertEquals(Optional.of(Duration.ofHours(2)), resolution.remaining());
        assertEquals(Optional.of(Instant.parse("2026-04-07T16:00:00Z")), resolution.dueAt());
        assertFalse(resolution.isOpen());

        SlaTrace trace = PLAN.explain(resolution);
        assertEquals(resolution.elapsed(), trace.total(TraceSegment.Kind.COUNTED));
        assertEquals(Duration.ofDays(2), trace.total(TraceSegment.Kind.HOLIDAY));
        List<String> lines = trace.toText().lines().toList();
        assertEquals("resolution of policy gold version 1, cycle 1: ACHIEVED", lines.get(0));
        assertEquals("promised PT8H, due 2026-04-07T16:00:00Z", lines.get(1));
        assertEquals("2026-04-02T14:00:00Z to 2026-04-02T15:00:00Z  COUNTED  PT1H", lines.get(2));
        assertEquals("2026-04-02T15:00:00Z to 2026-04-02T16:30:00Z  PAUSED (pending)  PT1H30M", lines.get(3));
        assertEquals("2026-04-02T23:00:00Z to 2026-04-03T23:00:00Z  HOLIDAY (Good Friday)  PT24H", lines.get(5));
        assertEquals("counted PT6H, remaining PT2H", lines.get(lines.size() - 1));
        assertTrue(trace.segments().get(1).cause() == 2, "the pause began with event 2");
        List<SlaSpan> spans = resolution.spans();
        assertEquals(
                List.of(SpanKind.RUNNING, SpanKind.PAUSED, SpanKind.RUNNING),
                spans.stream().map(SlaSpan::kind).toList());
    }

    @Test
    void readAtAnyInstantTheFutureHasNotHappened() {
        TicketHistory history = created(Priority.HIGH, "gold")
                .plus(new StatusChanged(at("02T15:00:00", Actor.agent("ana")), Status.PENDING))
                .plus(new StatusChanged(at("07T09:00:00", Actor.customer("c-7")), Status.OPEN));
        assertEquals(
                List.of(), PLAN.read(history, THU_2026_04_02_1500.minusNanos(1)).all());

        SlaReading running =
                PLAN.read(history, THU_2026_04_02_1500.plusSeconds(60)).get(RESOLUTION);
        assertEquals(SlaState.RUNNING, running.state());
        assertEquals(Optional.of(Instant.parse("2026-04-07T13:30:00Z")), running.dueAt());
        assertEquals(running.dueAt(), running.nextChangeAt());
        assertTrue(running.isOpen());

        SlaReading paused =
                PLAN.read(history, Instant.parse("2026-04-02T15:30:00Z")).get(RESOLUTION);
        assertEquals(SlaState.PAUSED, paused.state());
        assertEquals(Optional.empty(), paused.dueAt());
        assertEquals(Optional.empty(), paused.nextChangeAt());
        assertEquals(Optional.of(Duration.ofHours(7)), paused.remaining());
        assertEquals(Optional.of(Instant.parse("2026-04-07T14:00:00Z")), paused.projectedDueAt());

        SlaReading late =
                PLAN.read(history, Instant.parse("2026-04-08T10:00:00Z")).get(RESOLUTION);
        assertEquals(SlaState.BREACHED, late.state());
        assertEquals(Optional.of(Instant.parse("2026-04-07T16:00:00Z")), late.breachedAt());
        assertEquals(late.breachedAt(), late.breachKnownFrom());
        assertEquals(Optional.of(Duration.ofMinutes(150)), late.overdueBy());
        assertEquals(Optional.of(Duration.ofHours(18)), late.overdueWall());
        assertEquals(Optional.empty(), late.remaining());
    }

    @Test
    void exactlyAtTheDueTimeNothingIsBreached() {
        TicketHistory history = created(Priority.HIGH, "gold");
        Instant due =
                PLAN.read(history, THU_2026_04_02_1500).get(FIRST_REPLY).dueAt().orElseThrow();
        assertEquals(Instant.parse("2026-04-02T15:00:00Z"), due);
        SlaReading atDue = PLAN.read(history, due).get(FIRST_REPLY);
        assertEquals(SlaState.RUNNING, atDue.state());
        assertEquals(Optional.of(Duration.ZERO), atDue.remaining());
        assertEquals(
                SlaState.BREACHED,
                PLAN.read(history, due.plusNanos(1)).get(FIRST_REPLY).state());
        TicketHistory answered =
                history.plus(MessageAdded.of(EventHead.of(TICKET, due, Actor.agent("ana")), Audience.CUSTOMER));
        assertEquals(Optional.of(due), PLAN.read(answered, due).get(FIRST_REPLY).achievedAt());
    }

    @Test
    void theFirstPolicyThatFitsHoldsAndTheOthersSayWhyTheyDoNot() {
        TicketHistory history = created(Priority.HIGH, "silver");
        SlaReadings readings = PLAN.read(history, THU_2026_04_02_1500);
        assertEquals(SlaPolicyId.of("everyone"), readings.get(RESOLUTION).policy());
        assertEquals(Optional.of(Duration.ofHours(16)), readings.get(RESOLUTION).target());
        assertEquals(Optional.empty(), readings.find(FIRST_REPLY));
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> readings.get(FIRST_REPLY));
        assertTrue(
                String.valueOf(thrown.getMessage()).startsWith("The metric (first_reply) must be promised"),
                thrown.getMessage());

        PolicyMatch match = PLAN.match(history, THU_2026_04_02_1500).get(0);
        assertEquals(Optional.of(SlaPolicyId.of("everyone")), match.policy());
        assertFalse(match.explicit());
        assertEquals(THU_2026_04_02_1500, match.since());
        assertEquals(
                List.of(
                        new PolicyMatch.Attempt(SlaPolicyId.of("gold"), "1", true, Optional.of(tier("gold"))),
                        new PolicyMatch.Attempt(SlaPolicyId.of("everyone"), "1", true, Optional.empty())),
                match.tried());
        assertEquals(List.of(), PLAN.match(history, Instant.EPOCH));
    }

    @Test
    void aRaisedPriorityComesUnderAnotherPolicyAndKeepsWhatWasCounted() {
        TicketHistory history = created(Priority.NORMAL, "gold")
                .plus(new PriorityChanged(at("02T15:00:00", Actor.agent("ana")), Priority.HIGH));
        SlaReading reading =
                PLAN.read(history, Instant.parse("2026-04-02T15:30:00Z")).get(RESOLUTION);
        assertEquals(SlaPolicyId.of("gold"), reading.policy());
        assertEquals(Optional.of(Duration.ofHours(8)), reading.target());
        assertEquals(Duration.ofMinutes(90), reading.elapsed());
        assertEquals(Optional.of(Duration.ofMinutes(390)), reading.remaining());
        SlaReading first =
                PLAN.read(history, Instant.parse("2026-04-02T15:30:00Z")).get(FIRST_REPLY);
        assertEquals(
                Optional.of(THU_2026_04_02_1500),
                first.startedAt(),
                "a later promise is judged from the start of the wait");
        assertEquals(Optional.of(Instant.parse("2026-04-02T15:00:00Z")), first.breachedAt());
        assertEquals(Optional.of(Instant.parse("2026-04-02T15:00:00Z")), first.breachKnownFrom());
    }

    @Test
    void aTightenedTargetSaysFromWhenTheBreachCouldBeKnown() {
        TicketHistory history = created(Priority.NORMAL)
                .plus(new PriorityChanged(at("07T15:00:00", Actor.agent("ana")), Priority.URGENT));
        SlaReading reading =
                PLAN.read(history, Instant.parse("2026-04-07T15:30:00Z")).get(RESOLUTION);
        assertEquals(Optional.of(Instant.parse("2026-04-07T09:30:00Z")), reading.breachedAt());
        assertEquals(Optional.of(Instant.parse("2026-04-07T15:00:00Z")), reading.breachKnownFrom());
    }

    @Test
    void aTargetThatIsTightenedAfterItsBreachMakesTheBreachNoOlderThanItCouldBeKnown() {
        TicketHistory history = created(Priority.HIGH, "gold")
                .plus(new DueDateSet(
                        at("07T15:00:00", Actor.agent("ana")), RESOLUTION.id(), Optional.of(THU_2026_04_02_1500)))
                .plus(new DueDateSet(
                        at("07T15:10:00", Actor.agent("ana")),
                        RESOLUTION.id(),
                        Optional.of(at("02T14:10:00", Actor.agent("ana")).at())));
        SlaReading reading =
                PLAN.read(history, Instant.parse("2026-04-07T15:30:00Z")).get(RESOLUTION);
        assertEquals(Optional.of(Instant.parse("2026-04-02T14:10:00Z")), reading.breachedAt());
        assertEquals(
                Optional.of(Instant.parse("2026-04-07T13:30:00Z")),
                reading.breachKnownFrom(),
                "when the eight hours promised until then were over");
    }

    @Test
    void aRelaxedTargetKeepsTheBreachOnRecord() {
        TicketHistory history = created(Priority.URGENT)
                .plus(new PriorityChanged(at("07T15:00:00", Actor.agent("ana")), Priority.NORMAL));
        SlaReading reading =
                PLAN.read(history, Instant.parse("2026-04-07T15:30:00Z")).get(RESOLUTION);
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(List.of(Instant.parse("2026-04-07T09:30:00Z")), reading.priorBreaches());
    }

    @Test
    void aPolicyPutOnTheTicketBeatsMatching() {
        TicketHistory history = created(Priority.LOW)
                .plus(new SlaApplied(at("02T15:00:00", Actor.agent("ana")), SlaPolicyId.of("gold"), "1"));
        Instant later = Instant.parse("2026-04-02T15:30:00Z");
        assertEquals(
                SlaPolicyId.of("gold"),
                PLAN.read(history, later).get(RESOLUTION).policy());
        assertTrue(PLAN.match(history, later).get(0).explicit());
    }

    @Test
    void mergingCancelsEveryClock() {
        TicketHistory history = created(Priority.HIGH, "gold")
                .plus(new Merged(at("02T15:30:00", Actor.agent("ana")), TicketId.of("T-2")));
        for (SlaReading reading :
                PLAN.read(history, Instant.parse("2026-04-09T00:00:00Z")).all()) {
            assertEquals(SlaState.CANCELLED, reading.state());
            assertEquals(Optional.of(CancelReason.MERGED), reading.cancelReason());
        }
        assertEquals(
                Optional.of(Instant.parse("2026-04-02T15:00:00Z")),
                PLAN.read(history, Instant.parse("2026-04-09T00:00:00Z"))
                        .get(FIRST_REPLY)
                        .breachedAt(),
                "a breach before the merge stays");
    }

    @Test
    void allAgreementsMayHoldAtOnce() {
        SlaPolicy inner = SlaPolicy.builder()
                .id("tier-2")
                .kind(AgreementKind.OLA)
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(4)))
                .build();
        SlaPlan plan = SlaBook.of(EVERYONE, inner).withMatching(Matching.ALL).resolve(CalendarBook.of(LONDON));
        SlaReadings readings = plan.read(created(Priority.HIGH), THU_2026_04_02_1500);
        assertEquals(2, readings.cycles(RESOLUTION).size());
        assertThrows(IllegalArgumentException.class, () -> readings.get(RESOLUTION));
        assertEquals(
                Optional.of(THU_2026_04_02_1500.plus(Duration.ofHours(4))),
                readings.under(SlaPolicyId.of("tier-2")).get(RESOLUTION).dueAt());
        assertEquals(2, plan.match(created(Priority.HIGH), THU_2026_04_02_1500).size());
    }

    @Test
    void anOwnMetricRunsOnTheSameMachine() {
        SlaMetric triage = SlaMetric.builder()
                .id("triage")
                .start(TicketCondition.always())
                .finish(TicketCondition.not(TicketCondition.status(StatusCategory.NEW)))
                .anchor(Anchor.CREATION)
                .build();
        SlaPlan plan = SlaPolicy.builder()
                .id("triage")
                .addTarget(SlaTarget.of(triage, Duration.ofMinutes(30)))
                .build()
                .resolve(CalendarBook.of());
        TicketHistory history =
                created(Priority.LOW).plus(new StatusChanged(at("02T14:31:00", Actor.agent("ana")), Status.OPEN));
        SlaReading reading =
                plan.read(history, Instant.parse("2026-04-03T00:00:00Z")).get(triage);
        assertEquals(SlaState.BREACHED, reading.state());
        assertEquals(Optional.of(Duration.ofMinutes(1)), reading.overdueBy());
        assertEquals(Optional.empty(), reading.owner());
    }

    @Test
    void aClockAnchoredAtTheCreationHonoursEarlierPauses() {
        SlaMetric work = SlaMetric.builder()
                .from(SlaMetric.AGENT_WORK)
                .id("work-once-owned")
                .start(TicketCondition.is(Attribute.IN_TEAM).or(TicketCondition.tag("owned")))
                .anchor(Anchor.CREATION)
                .build();
        SlaPlan plan = SlaPolicy.builder()
                .id("own")
                .addTarget(SlaTarget.of(work, Duration.ofHours(4)))
                .build()
                .resolve(CalendarBook.of());
        TicketHistory history = created(Priority.LOW)
                .plus(new StatusChanged(at("02T14:30:00", Actor.agent("ana")), Status.PENDING))
                .plus(new StatusChanged(at("02T15:10:00", Actor.agent("ana")), Status.OPEN))
                .plus(new TagsChanged(at("02T15:30:00", Actor.agent("ana")), Set.of("owned"), Set.of()));
        SlaReading reading =
                plan.read(history, Instant.parse("2026-04-02T15:50:00Z")).get(work);
        assertEquals(Optional.of(THU_2026_04_02_1500), reading.startedAt());
        assertEquals(Duration.ofMinutes(70), reading.elapsed());
        assertEquals(Duration.ofMinutes(40), reading.paused());
    }

    @Test
    void mistakesAreNamedWhenThePlanIsMade() {
        UnknownCalendarException unknown =
                assertThrows(UnknownCalendarException.class, () -> GOLD.resolve(CalendarBook.of()));
        assertTrue(String.valueOf(unknown.getMessage()).contains("london"), unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SlaBook.of(GOLD, GOLD));
        assertThrows(
                IllegalArgumentException.class,
                () -> GOLD.withTargets(
                        List.of(GOLD.targets().get(0), GOLD.targets().get(0))));
        assertThrows(IllegalArgumentException.class, () -> SlaTarget.of(RESOLUTION, Duration.ofSeconds(-1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> SlaTarget.builder().metric(RESOLUTION).build());
        IllegalArgumentException overlap = assertThrows(
                IllegalArgumentException.class,
                () -> SlaTarget.of(RESOLUTION, Duration.ofHours(1)).pausedWhile(StatusCategory.SOLVED));
        assertTrue(
                String.valueOf(overlap.getMessage()).contains("must not both stop and pause resolution"),
                overlap.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> SlaTarget.of(RESOLUTION, Duration.ZERO).withRetarget(Retarget.PROPORTIONAL));
        assertThrows(IllegalArgumentException.class, () -> new Goal(TicketCondition.always(), Duration.ofDays(-1)));
        assertThrows(IllegalArgumentException.class, () -> GOLD.withVersion(" "));
        assertThrows(IllegalArgumentException.class, () -> PLAN.read(created(Priority.LOW), Instant.MAX));
    }
}
