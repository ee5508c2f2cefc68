package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.agent;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From where clocks count, and milestones one after the other; the second of March is a Monday. */
class AnchorTest {
    private static final SlaMetric WORKAROUND = SlaMetric.builder()
            .id("workaround")
            .start(TicketCondition.always())
            .finish(TicketCondition.tag("workaround"))
            .stop(RESOLUTION.stop())
            .pausedWhile(TicketCondition.status(StatusCategory.PENDING))
            .after(FIRST_REPLY.id())
            .build();
    private static final SlaMetric PLANNED = WORKAROUND.withAnchor(Anchor.PREVIOUS_DUE);
    private static final SlaMetric REPORTED = RESOLUTION.withAnchor(Anchor.field("began"));

    /** Reads a history as an object and in the batch, and takes care that both say the same. */
    private static SlaReadings read(Story story, String asOf, SlaPolicy... policies) {
        SlaPlan plan = SlaBook.of(policies).resolve(CalendarBook.of(OFFICE));
        List<TicketHistory> histories = List.of(story.history());
        Forms.assertSame(plan, histories, plan.pack(histories), at(asOf));
        return plan.read(story.history(), at(asOf));
    }

    private static SlaReading milestone(Story story, String asOf, SlaMetric second) {
        return read(story, asOf, policy("support", hours(FIRST_REPLY, 1), hours(second, 4)))
                .get(second);
    }

    private static Story field(Story story, String time, String value) {
        return story.then(new FieldChanged(agent(time), "began", Optional.of(value)));
    }

    @Test
    void aMilestoneStartsWhenTheOneBeforeIsCompleted() {
        Story story = created("02T09:00");
        SlaReading waiting = milestone(story, "02T09:30", WORKAROUND);
        assertEquals(SlaState.NOT_STARTED, waiting.state());
        assertFalse(waiting.isOpen(), "nothing has begun");
        assertEquals(Optional.empty(), waiting.fault());

        SlaReading running = milestone(story.reply("02T09:40"), "02T11:40", WORKAROUND);
        assertEquals(maybe("02T09:40"), running.startedAt());
        assertEquals(maybe("02T13:40"), running.dueAt());
        assertEquals(ofHours(2), running.elapsed());
        assertEquals(Optional.empty(), running.anchor());

        SlaReading done = milestone(story.reply("02T09:40").tagged("02T10:00", "workaround"), "02T12:00", WORKAROUND);
        assertEquals(SlaState.ACHIEVED, done.state());
    }

    @Test
    void theOrderInWhichTargetsAreWrittenDoesNotMatter() {
        Story story = created("02T09:00").reply("02T09:40");
        SlaPolicy backwards = policy("support", hours(WORKAROUND, 4), hours(FIRST_REPLY, 1));
        assertEquals(
                maybe("02T13:40"),
                read(story, "02T11:40", backwards).get(WORKAROUND).dueAt());
    }

    @Test
    void aReplyAndASolutionOfOneEventStartAndEndTheNextMilestone() {
        SlaReading solved = milestone(created("02T09:00").status("02T09:40", Status.SOLVED), "02T12:00", WORKAROUND);
        assertEquals(SlaState.ACHIEVED, solved.state());
        assertEquals(maybe("02T09:40"), solved.startedAt());
        assertEquals(Duration.ZERO, solved.elapsed());
    }

    @Test
    void timeLostBeforeIsLostForAMilestoneThatCountsFromTheDueTimeBefore() {
        Story late = created("02T09:00").reply("02T11:00");
        SlaReading reading = milestone(late, "02T12:00", PLANNED);
        assertEquals(maybe("02T10:00"), reading.startedAt());
        assertEquals(maybe("02T10:00"), reading.countsFrom());
        assertEquals(Optional.of(Anchor.PREVIOUS_DUE), reading.anchor());
        assertEquals(ofHours(2), reading.elapsed());
        assertEquals(maybe("02T14:00"), reading.dueAt());
    }

    @Test
    void pausesSinceTheDueTimeBeforeAreHonoured() {
        Story late = created("02T09:00")
                .status("02T10:30", Status.PENDING)
                .status("02T11:00", Status.OPEN)
                .reply("02T11:30");
        SlaReading reading = milestone(late, "02T12:00", PLANNED);
        assertEquals(ofMinutes(90), reading.elapsed());
        assertEquals(ofMinutes(30), reading.paused());
        assertEquals(maybe("02T14:30"), reading.dueAt());
    }

    @Test
    void beforeTheDueTimeBeforeNothingIsCounted() {
        Story early = created("02T09:00").reply("02T09:20");
        SlaReading reading = milestone(early, "02T09:50", PLANNED);
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(maybe("02T09:20"), reading.startedAt());
        assertEquals(maybe("02T10:00"), reading.countsFrom());
        assertEquals(maybe("02T10:00"), reading.effectiveStartAt());
        assertEquals(Duration.ZERO, reading.elapsed());
        assertEquals(Optional.of(ofHours(4)), reading.remaining());
        assertEquals(maybe("02T14:00"), reading.dueAt());
        assertEquals(
                List.of(SpanKind.EARLY),
                reading.spans().stream().map(SlaSpan::kind).toList());

        SlaReading later = milestone(early, "02T10:30", PLANNED);
        assertEquals(ofMinutes(30), later.elapsed());
        assertEquals(
                List.of(
                        "workaround of policy support version 1, cycle 1: RUNNING",
                        "promised PT4H, due 2026-03-02T14:00:00Z",
                        "counts from previous_due, 2026-03-02T10:00:00Z",
                        "2026-03-02T09:20:00Z to 2026-03-02T10:00:00Z  EARLY  PT40M",
                        "2026-03-02T10:00:00Z to 2026-03-02T10:30:00Z  COUNTED  PT30M",
                        "counted PT30M, remaining PT3H30M"),
                policy("support", hours(FIRST_REPLY, 1), hours(PLANNED, 4))
                        .resolve(CalendarBook.of(OFFICE))
                        .explain(later)
                        .toText()
                        .lines()
                        .toList());
    }

    @Test
    void whatIsDoneBeforeItCountsIsDoneInTime() {
        Story early = created("02T09:00").reply("02T09:20");
        SlaReading done = milestone(early.tagged("02T09:40", "workaround"), "02T12:00", PLANNED);
        assertEquals(SlaState.ACHIEVED, done.state());
        assertEquals(Duration.ZERO, done.elapsed());
        assertEquals(maybe("02T14:00"), done.dueAt());

        SlaReading paused = milestone(early.status("02T09:40", Status.PENDING), "02T09:50", PLANNED);
        assertEquals(SlaState.PAUSED, paused.state());
        assertEquals(Optional.empty(), paused.dueAt());
        assertEquals(maybe("02T14:00"), paused.projectedDueAt());
        assertEquals(Duration.ZERO, paused.paused());
    }

    @Test
    void aDueTimeSetByHandMovesWhatComesAfter() {
        Story agreed =
                created("02T09:00").due("02T09:10", FIRST_REPLY, "02T12:00").reply("02T09:20");
        assertEquals(maybe("02T16:00"), milestone(agreed, "02T09:30", PLANNED).dueAt());
    }

    @Test
    void aPeriodBeginsNoEarlierThanTheLastOneWasDue() {
        SlaMetric contact = PERIODIC_UPDATE.withAnchor(Anchor.PREVIOUS_DUE);
        Story story = created("02T08:00")
                .reply("02T09:00")
                .reply("02T09:20")
                .reply("02T09:40") // within the same hour: it fills no other
                .reply("02T10:30")
                .reply("02T12:30"); // half an hour late
        List<SlaReading> cycles =
                read(story, "02T12:40", policy("contact", hours(contact, 1))).cycles(contact);
        assertEquals(
                List.of(maybe("02T09:00"), maybe("02T10:00"), maybe("02T11:00"), maybe("02T12:30")),
                cycles.stream().map(SlaReading::countsFrom).toList());
        assertEquals(
                List.of(SlaState.ACHIEVED, SlaState.ACHIEVED, SlaState.BREACHED, SlaState.RUNNING),
                cycles.stream().map(SlaReading::state).toList());
        assertEquals(maybe("02T13:30"), cycles.get(3).dueAt());
    }

    @Test
    void aPeriodIsEndedOnTheClockItWasPromisedOn() {
        SlaMetric contact = PERIODIC_UPDATE.withAnchor(Anchor.PREVIOUS_DUE);
        SlaTarget target = SlaTarget.of(contact, Priority.URGENT, ofHours(8))
                .orWhen(TicketCondition.always(), new TargetTime.WallTime(ofHours(1)))
                .during("office");
        Story story = created("02T08:00").reply("02T09:00").reply("02T09:20");
        List<SlaReading> cycles =
                read(story, "02T09:50", policy("contact", target)).cycles(contact);
        assertEquals(
                List.of(ofMinutes(20), Duration.ZERO),
                cycles.stream().map(SlaReading::elapsed).toList());
        assertEquals(
                List.of(maybe("02T10:00"), maybe("02T11:00")),
                cycles.stream().map(SlaReading::dueAt).toList());
    }

    @Test
    void aFieldSaysFromWhenItCounts() {
        Story story = created("02T10:00");
        SlaPolicy outage = policy("outage", hours(REPORTED, 4), hours(FIRST_REPLY, 1));
        SlaReadings without = read(story, "02T10:30", outage);
        assertEquals(SlaState.NOT_STARTED, without.get(REPORTED).state());
        assertEquals(
                Optional.of(SlaFault.ANCHOR_FIELD_MISSING),
                without.get(REPORTED).fault());
        assertEquals(ofMinutes(30), without.get(FIRST_REPLY).elapsed());

        SlaReading unreadable = read(field(story, "02T10:10", "nine o'clock"), "02T10:30", outage)
                .get(REPORTED);
        assertEquals(Optional.of(SlaFault.ANCHOR_FIELD_UNREADABLE), unreadable.fault());
        assertTrue(new SlaTrace(unreadable, List.of()).toText().contains("not started: anchor-field-unreadable"));

        SlaReading past = read(field(story, "02T10:10", "2026-03-02T10:00+01:00"), "02T11:00", outage)
                .get(REPORTED);
        assertEquals(Optional.empty(), past.fault());
        assertEquals(maybe("02T09:00"), past.startedAt());
        assertEquals(ofHours(2), past.elapsed());

        SlaReading planned = read(field(story, "02T10:10", "2026-03-03T09:00:00Z"), "02T11:00", outage)
                .get(REPORTED);
        assertEquals(maybe("02T10:10"), planned.startedAt());
        assertEquals(maybe("03T13:00"), planned.dueAt());
    }

    @Test
    void theInstantIsTakenWhenTheCycleStartsAndStays() {
        SlaPolicy outage = policy("outage", hours(REPORTED, 4));
        Story story = field(created("02T10:00"), "02T10:10", "2026-03-02T09:00:00Z");
        assertEquals(
                maybe("02T13:00"),
                read(field(story, "02T10:20", "2026-03-02T08:00:00Z"), "02T11:00", outage)
                        .get(REPORTED)
                        .dueAt());
        assertEquals(
                maybe("02T13:00"),
                read(story.then(new FieldChanged(agent("02T10:20"), "began", Optional.empty())), "02T11:00", outage)
                        .get(REPORTED)
                        .dueAt());
    }

    @Test
    void withoutAPromiseBeforeThereIsNoDueTimeToCountFrom() {
        SlaPolicy vip =
                policy("vip", hours(FIRST_REPLY, 1), hours(PLANNED, 4)).withAppliesTo(TicketCondition.tag("vip"));
        SlaPolicy rest = policy("rest", hours(PLANNED, 4));
        SlaReading reading = read(created("02T09:00").reply("02T09:20"), "02T10:00", vip, rest)
                .get(PLANNED);
        assertEquals(SlaState.NOT_STARTED, reading.state());
        assertEquals(Optional.of(SlaFault.PREVIOUS_DUE_MISSING), reading.fault());
    }

    @Test
    void metricsThatWaitForEachOtherAreRefused() {
        SlaMetric first = FIRST_REPLY.withAfter(WORKAROUND.id());
        SlaException circle =
                assertThrows(SlaException.class, () -> policy("circle", hours(first, 1), hours(WORKAROUND, 4)));
        assertEquals(SlaFault.CIRCULAR_CHAIN, circle.fault());
        assertTrue(
                String.valueOf(circle.getMessage()).contains("first_reply after workaround after first_reply"),
                circle.getMessage());
        SlaMetric itself = RESOLUTION.withAfter(RESOLUTION.id());
        assertThrows(SlaException.class, () -> policy("itself", hours(itself, 1)));
        SlaPolicy one = policy("one", hours(first, 1));
        SlaPolicy other = policy("other", hours(WORKAROUND, 4));
        assertThrows(SlaException.class, () -> SlaBook.of(one, other));
        assertEquals(
                2,
                SlaBook.builder()
                        .addPolicies(one, other)
                        .matching(Matching.ALL)
                        .build()
                        .policies()
                        .size());
    }

    @Test
    void aMilestoneWithoutTheOneBeforeIsFound() {
        List<LintFinding> findings =
                SlaBook.of(policy("odd", hours(WORKAROUND, 4))).lint(CalendarBook.of(OFFICE), at("02T09:00"));
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.kind() == LintFinding.Kind.MISSING_MILESTONE
                                && finding.metric().equals(Optional.of(SlaMetricId.of("workaround")))),
                findings.toString());
        assertEquals(
                SlaState.NOT_STARTED,
                read(created("02T09:00").reply("02T09:20"), "02T12:00", policy("odd", hours(WORKAROUND, 4)))
                        .get(WORKAROUND)
                        .state());
    }

    @Test
    void whatWouldChangeIsSeenThroughTheChain() {
        SlaPlan present =
                policy("support", hours(FIRST_REPLY, 1), hours(PLANNED, 4)).resolve(CalendarBook.of(OFFICE));
        SlaPlan other =
                policy("support", hours(FIRST_REPLY, 4), hours(PLANNED, 4)).resolve(CalendarBook.of(OFFICE));
        TicketHistory history = created("02T09:00").reply("02T09:20").history();
        WhatIf difference = WhatIf.compare(present, other, List.of(history), at("02T15:00"));
        assertEquals(new WhatIf.Tally(0, 1), difference.total());
    }

    @Test
    void anchorsHaveNames() {
        for (Anchor anchor :
                List.of(Anchor.TRIGGER, Anchor.CREATION, Anchor.PREVIOUS_DUE, Anchor.field("planned start"))) {
            assertEquals(anchor, Anchor.parse(anchor.name()));
            assertEquals(anchor.name(), anchor.toString());
        }
        assertEquals(Optional.of("began"), Anchor.parse("field.began").field());
        assertThrows(IllegalArgumentException.class, () -> Anchor.parse("began"));
        assertThrows(IllegalArgumentException.class, () -> Anchor.field(" "));
    }
}
