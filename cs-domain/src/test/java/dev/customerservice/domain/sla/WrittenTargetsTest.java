package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.StatusCategory.SOLVED;
import static dev.customerservice.domain.ticket.TicketCondition.always;
import static dev.customerservice.domain.ticket.TicketCondition.happened;
import static dev.customerservice.domain.ticket.TicketCondition.never;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.status;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.sla.EscalationTime.Percent;
import dev.customerservice.domain.sla.EscalationTime.WorkingDayOffset;
import dev.customerservice.domain.sla.LintFinding.Kind;
import dev.customerservice.domain.sla.TargetTime.ByHoursOfStart;
import dev.customerservice.domain.sla.TargetTime.EndOfWorkingDay;
import dev.customerservice.domain.sla.TargetTime.OpenThenWallTime;
import dev.customerservice.domain.sla.TargetTime.OpenTime;
import dev.customerservice.domain.sla.TargetTime.WallTime;
import dev.customerservice.domain.sla.TargetTime.WorkingDays;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be written down as a metric, a target, a level or a contract, and what is refused. */
class WrittenTargetsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LESS_THAN_NOTHING = Duration.ofNanos(-1);

    private static SlaFault fault(Runnable mistake) {
        return assertThrows(SlaException.class, mistake::run).fault();
    }

    private static List<Kind> kinds(SlaTarget... targets) {
        return SlaBook.of(policy("one", targets)).lint(CalendarBook.of(OFFICE), at("02T09:00")).stream()
                .map(LintFinding::kind)
                .toList();
    }

    @Test
    void noKindOfTargetIsNegative() {
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new OpenTime(LESS_THAN_NOTHING)));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new WallTime(LESS_THAN_NOTHING)));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new OpenThenWallTime(LESS_THAN_NOTHING, HOUR)));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new OpenThenWallTime(HOUR, LESS_THAN_NOTHING)));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new WorkingDays(-1)));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> new EndOfWorkingDay(-1)));
        assertEquals(Optional.of(Duration.ZERO), TargetTime.wall(Duration.ZERO).length());
        assertEquals(
                "end of business after 0 working days",
                TargetTime.endOfWorkingDay(0).toText());
    }

    @Test
    void aTargetByTheHoursOfTheStartNeedsHours() {
        TargetTime byHours = new ByHoursOfStart(TargetTime.of(HOUR), TargetTime.of(HOUR));
        assertTrue(SlaTarget.of(RESOLUTION, byHours).needsCalendar());
        assertFalse(SlaTarget.of(RESOLUTION, HOUR).needsCalendar());
        assertEquals(SlaFault.DAYS_NEED_CALENDAR, fault(() -> policy("one", SlaTarget.of(RESOLUTION, byHours))));
    }

    @Test
    void aMetricNeedsNoMoreThanANameAndAStart() {
        SlaMetric open = SlaMetric.builder().id("open").start(always()).build();
        assertEquals(never(), open.stop());
        assertEquals(never(), open.finish());
        assertEquals(never(), open.pausedWhile());
        assertEquals(never(), open.reset());
        assertEquals(never(), open.cancel());
        assertEquals(Again.RESUME, open.again());
        assertEquals(Anchor.TRIGGER, open.anchor());
        assertFalse(open.discardsEmptyCycles());
        SlaReading reading =
                created("02T09:00").status("02T10:00", Status.SOLVED).read("02T12:00", hours(open, 8));
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(Duration.ofHours(3), reading.elapsed(), "nothing ends it");
    }

    @Test
    void whatEndsAMetricForGoodIsNoOverlapWithItsPause() {
        SlaMetric finished = SlaMetric.builder()
                .id("finished")
                .start(always())
                .finish(status(SOLVED))
                .build();
        assertEquals(List.of(), kinds(hours(finished, 8).pausedWhile(PENDING)));
        assertEquals(List.of(), kinds(hours(finished, 8)));
        assertEquals(List.of(), kinds(hours(RESOLUTION, 8)));
    }

    @Test
    void aStatusMustNotBothStopAndPauseHoweverItIsSaid() {
        TicketCondition waits = tag("waits");
        assertEquals(
                SlaFault.STOP_AND_PAUSE_OVERLAP,
                fault(() -> policy(
                        "one", hours(RESOLUTION, 8).pausedWhile(status(PENDING).or(status(SOLVED))))));
        assertEquals(
                SlaFault.STOP_AND_PAUSE_OVERLAP,
                fault(() ->
                        policy("one", hours(RESOLUTION, 8).pausedWhile(waits.or(TicketCondition.is(Attribute.DONE))))));
        SlaMetric done = RESOLUTION.withStop(status(Status.of("done", SOLVED)).or(waits));
        assertEquals(
                SlaFault.STOP_AND_PAUSE_OVERLAP,
                fault(() -> policy("one", hours(done, 8).pausedWhile(status(Status.of("done", SOLVED))))));
        assertEquals(
                1, policy("one", hours(done, 8).pausedWhile(PENDING)).targets().size());
    }

    @Test
    void aPauseMayNameAStatusOrItsCategory() {
        Status parked = Status.of("parked", PENDING);
        Story story = created("02T09:00").status("02T10:00", parked).status("02T11:00", Status.PENDING);
        assertEquals(
                Duration.ofHours(1),
                story.read("02T12:00", hours(RESOLUTION, 8).pausedWhile(parked)).paused());
        assertEquals(
                Duration.ofHours(2),
                story.read("02T12:00", hours(RESOLUTION, 8).pausedWhile(PENDING))
                        .paused());
    }

    @Test
    void aMilestoneNeedsTheOneBeforeInTheSamePolicy() {
        SlaMetric second = SlaMetric.builder()
                .id("second")
                .start(always())
                .after(RESOLUTION.id())
                .build();
        assertEquals(List.of(), kinds(hours(RESOLUTION, 8), hours(second, 8)));
        assertEquals(List.of(Kind.MISSING_MILESTONE), kinds(hours(second, 8)));
        assertEquals(List.of(Kind.MISSING_MILESTONE), kinds(hours(SlaMetric.FIRST_REPLY, 4), hours(second, 8)));
    }

    @Test
    void aGoalThatAsksWhatHappenedIsFoundHoweverDeepItIsHidden() {
        TicketCondition reply = happened(Happening.REPLY);
        for (TicketCondition when : List.of(
                reply, not(reply), reply.and(tag("a")), tag("a").or(reply), tag("a").and(tag("b").or(not(reply))))) {
            SlaTarget target = SlaTarget.builder()
                    .metric(RESOLUTION)
                    .addGoals(new Goal(when, TargetTime.of(HOUR)), new Goal(always(), TargetTime.of(HOUR)))
                    .build();
            assertEquals(List.of(Kind.HAPPENING_IN_MATCH), kinds(target), when.toString());
        }
        SlaTarget state = SlaTarget.builder()
                .metric(RESOLUTION)
                .addGoals(
                        new Goal(tag("a").and(not(tag("b")).or(tag("c"))), TargetTime.of(HOUR)),
                        new Goal(always(), TargetTime.of(HOUR)))
                .build();
        assertEquals(List.of(), kinds(state));
    }

    @Test
    void oneConditionImpliesAnotherOnlyIfEveryWayToItDoes() {
        TicketCondition a = tag("a");
        TicketCondition b = tag("b");
        TicketCondition c = tag("c");
        assertImplies(a.and(b), a);
        assertImplies(a.and(b), b.or(c));
        assertImplies(a.or(b), a.or(b).or(c));
        assertImplies(a.and(b).or(a.and(c)), a);
        assertImplies(a.and(b).and(c), a.and(c));
        assertImplies(
                TicketCondition.is(Attribute.CHANNEL, "email"), TicketCondition.is(Attribute.CHANNEL, "email", "chat"));
        assertImpliesNot(a.or(b), a.or(c));
        assertImpliesNot(a.or(b), c);
        assertImpliesNot(a.and(b), a.and(c));
        assertImpliesNot(a.and(b), c.or(tag("d")));
        assertImpliesNot(c, a.and(b));
        assertImpliesNot(a, not(a));
        assertImpliesNot(not(a), not(b));
        assertImpliesNot(
                TicketCondition.is(Attribute.CHANNEL, "email", "chat"), TicketCondition.is(Attribute.CHANNEL, "email"));
        assertImpliesNot(
                TicketCondition.is(Attribute.CHANNEL, "email"), TicketCondition.is(Attribute.LANGUAGE, "email"));
    }

    private static void assertImplies(TicketCondition one, TicketCondition other) {
        assertTrue(Implication.holds(one, other), one + " to " + other);
    }

    private static void assertImpliesNot(TicketCondition one, TicketCondition other) {
        assertFalse(Implication.holds(one, other), one + " to " + other);
    }

    @Test
    void levelsMayBeAPercentOrTheNextWorkingTimeAfterTheDueTime() {
        SlaTarget saturday = SlaTarget.of(RESOLUTION, TargetTime.at(at("07T12:00")))
                .during("office")
                .escalating(
                        Escalation.of(1, new WorkingDayOffset(0)),
                        Escalation.of(2, new WorkingDayOffset(-1)),
                        Escalation.of(3, new WorkingDayOffset(1)));
        assertEquals(
                List.of(maybe("09T09:00"), maybe("06T12:00"), maybe("09T12:00")),
                created("02T09:00").read("02T10:00", saturday).escalations().stream()
                        .map(EscalationReading::at)
                        .toList());
        assertEquals(1, new Percent(1).percent());
        assertEquals(
                Optional.of(at("02T09:00").plusSeconds(288)),
                created("02T09:00")
                        .read("02T10:00", hours(RESOLUTION, 8).escalating(Escalation.atPercent(1, 1)))
                        .escalations()
                        .get(0)
                        .at());
    }

    @Test
    void aContractIsOfOneHolderHasANameAndCountsFromNone() {
        Entitlement.Builder contract =
                Entitlement.builder().id("C-1").customer(CustomerId.of("c-7")).policy(SlaPolicyId.of("gold"));
        Entitlement open = contract.build();
        assertEquals("1", open.policyVersion());
        assertEquals("1", open.applied(Story.agent("02T09:00")).version());
        Requester holder = Requester.of(CustomerId.of("c-7"));
        assertEquals(Entitlement.Answer.ENTITLED, open.check(holder, at("02T09:00"), 1_000_000));
        assertEquals(Entitlement.Answer.USED_UP, open.withCases(0).check(holder, at("02T09:00"), 0));
        assertThrows(IllegalArgumentException.class, () -> open.withCases(-1));
        assertThrows(IllegalArgumentException.class, () -> open.withId(" "));
    }

    @Test
    void theStandardMetricsAreNine() {
        assertEquals(9, SlaMetric.standard().size());
        assertEquals(SlaMetric.FIRST_REPLY, SlaMetric.standard().get(0));
    }

    @Test
    void everyFaultSaysWhatHappenedAndWhatToDo() {
        for (SlaFault fault : SlaFault.values()) {
            assertTrue(fault.cause().endsWith(".") && fault.remedy().endsWith("."), fault::toString);
        }
    }
}
