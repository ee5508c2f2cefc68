package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.is;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is counted does not depend on what is promised: a promise that comes late, or goes and comes back, is judged from the start. */
class WithdrawnPromiseTest {
    private static Story vip(String created) {
        return created(created, TicketDetails.builder().status(Status.OPEN).addTag("vip"));
    }

    private static SlaPolicy forVip(SlaTarget... targets) {
        return policy("vip", targets).withAppliesTo(tag("vip"));
    }

    @Test
    void aDueTimeThatPassesWhileNothingIsPromisedIsMissedFromWhenSomethingIsAgain() {
        SlaPolicy four = forVip(hours(RESOLUTION, 4));
        Story story = vip("02T09:00").untagged("02T11:00", "vip").tagged("02T14:00", "vip");
        SlaReading between = story.read("02T13:30", four).get(RESOLUTION);
        assertEquals(SlaState.CANCELLED, between.state());
        assertEquals(maybe("02T11:00"), between.cancelledAt());
        assertEquals(Optional.empty(), between.breachedAt(), "nobody was promised four hours at one o'clock");
        assertEquals(ofHours(2), between.elapsed(), "the reading stands still");
        SlaReading again = story.read("02T14:30", four).get(RESOLUTION);
        assertEquals(SlaState.BREACHED, again.state());
        assertEquals(maybe("02T13:00"), again.breachedAt());
        assertEquals(maybe("02T14:00"), again.breachKnownFrom());
        assertEquals(ofMinutes(90), again.overdueBy().orElseThrow());
        assertEquals(List.of(), again.priorBreaches());
    }

    @Test
    void aBreachBeforeTheRemovalStaysWhateverComesAfterIt() {
        SlaPolicy four = forVip(hours(RESOLUTION, 4));
        SlaPolicy forty = policy("late", hours(RESOLUTION, 40)).withAppliesTo(tag("late"));
        Story removed = vip("02T09:00").untagged("02T15:00", "vip");
        SlaReading cancelled = removed.read("02T16:00", four, forty).get(RESOLUTION);
        assertEquals(SlaState.CANCELLED, cancelled.state());
        assertEquals(maybe("02T13:00"), cancelled.breachedAt());
        SlaReading relaxed =
                removed.tagged("02T16:00", "late").read("02T16:30", four, forty).get(RESOLUTION);
        assertEquals(SlaState.RUNNING, relaxed.state());
        assertEquals(List.of(at("02T13:00")), relaxed.priorBreaches());
        SlaReading same =
                removed.tagged("02T16:00", "vip").read("02T16:30", four, forty).get(RESOLUTION);
        assertEquals(maybe("02T13:00"), same.breachedAt());
        assertEquals(maybe("02T13:00"), same.breachKnownFrom(), "it was known before the removal");
        Story inTime = vip("02T09:00").untagged("02T11:00", "vip").tagged("02T16:00", "late");
        assertEquals(
                List.of(),
                inTime.read("02T16:30", four, forty).get(RESOLUTION).priorBreaches(),
                "what nobody promised was not missed");
    }

    @Test
    void aReplyThatComesWhileNothingIsPromisedIsNotJudged() {
        SlaPolicy two = forVip(hours(NEXT_REPLY, 2));
        Story story = vip("02T09:00")
                .reply("02T09:10")
                .message("02T09:20")
                .untagged("02T09:30", "vip")
                .reply("02T10:00")
                .message("02T10:10")
                .reply("02T10:20")
                .message("02T10:30");
        SlaReadings cancelled = story.read("02T11:00", two);
        assertEquals(1, cancelled.all().size(), "the cycles nobody was promised do not read");
        assertEquals(maybe("02T09:30"), cancelled.get(NEXT_REPLY).cancelledAt());
        SlaReadings readings = story.tagged("02T11:30", "vip").read("02T12:00", two);
        assertEquals(
                List.of(SlaState.CANCELLED, SlaState.RUNNING),
                readings.cycles(NEXT_REPLY).stream().map(SlaReading::state).toList());
        assertEquals(3, readings.get(NEXT_REPLY).cycle());
        assertEquals(maybe("02T10:30"), readings.get(NEXT_REPLY).startedAt());
        assertEquals(maybe("02T12:30"), readings.get(NEXT_REPLY).dueAt());
    }

    @Test
    void anEmptyCycleIsLeftOutWhetherItIsPromisedOrNot() {
        SlaPolicy two = forVip(hours(PERIODIC_UPDATE, 2));
        Story story = vip("02T09:00")
                .reply("02T10:00")
                .untagged("02T10:00", "vip")
                .reply("02T10:00")
                .tagged("02T11:00", "vip");
        SlaReadings readings = story.read("02T11:30", two);
        assertEquals(1, readings.cycles(PERIODIC_UPDATE).size());
        assertEquals(1, readings.get(PERIODIC_UPDATE).cycle());
        assertEquals(maybe("02T12:00"), readings.get(PERIODIC_UPDATE).dueAt());
    }

    @Test
    void aCompletedCycleStandsUntilItGoesOnUnderAPromise() {
        SlaTarget eight = hours(RESOLUTION, 8);
        for (Again again : Again.values()) {
            SlaPolicy policy = forVip(eight.withMetric(RESOLUTION.withAgain(again)));
            Story reopened = vip("02T09:00")
                    .status("02T10:00", Status.SOLVED)
                    .untagged("02T11:00", "vip")
                    .status("02T12:00", Status.OPEN);
            SlaReadings silent = reopened.read("02T13:00", policy);
            assertEquals(1, silent.all().size(), again::toString);
            assertEquals(maybe("02T10:00"), silent.all().get(0).achievedAt());
            assertEquals(ofHours(1), silent.all().get(0).elapsed());
            List<SlaReading> cycles =
                    reopened.tagged("02T14:00", "vip").read("02T15:00", policy).all();
            SlaReading last = cycles.get(cycles.size() - 1);
            assertEquals(again == Again.NEW_CYCLE ? 2 : 1, last.cycle());
            assertEquals(
                    switch (again) {
                        case ONCE -> ofHours(1);
                        case RESUME -> ofHours(4);
                        case RESUME_INCLUDING_STOPPED -> ofHours(6);
                        case NEW_CYCLE, RESTART -> ofHours(3);
                    },
                    last.elapsed(),
                    again::toString);
        }
    }

    @Test
    void whatEndsWhileNothingIsPromisedStaysCancelledForTheRemoval() {
        SlaPolicy four = forVip(hours(RESOLUTION, 4));
        Story removed = vip("02T09:00").untagged("02T10:00", "vip");
        Story merged = removed.then(new Merged(Story.agent("02T11:00"), TicketId.of("T-2")));
        Story solved = removed.status("02T11:00", Status.SOLVED).tagged("02T12:00", "vip");
        for (Story ended : List.of(merged, solved)) {
            SlaReading reading = ended.read("02T13:00", four).get(RESOLUTION);
            assertEquals(Optional.of(CancelReason.POLICY_REMOVED), reading.cancelReason());
            assertEquals(maybe("02T10:00"), reading.cancelledAt());
        }
        Story both = vip("02T09:00").then(new Merged(Story.agent("02T10:00"), TicketId.of("T-2")));
        SlaPolicy unmerged =
                forVip(hours(RESOLUTION, 4)).withAppliesTo(tag("vip").and(not(is(Attribute.MERGED))));
        assertEquals(
                Optional.of(CancelReason.MERGED),
                both.read("02T13:00", unmerged).get(RESOLUTION).cancelReason());
    }

    @Test
    void aRestartAndAProportionAreMeasuredFromWhatWasPromisedLast() {
        SlaPolicy restart = policy("late", hours(RESOLUTION, 6).withRetarget(Retarget.RESTART))
                .withAppliesTo(tag("late"));
        SlaPolicy share = policy("late", hours(RESOLUTION, 6).withRetarget(Retarget.PROPORTIONAL))
                .withAppliesTo(tag("late"));
        SlaPolicy four = forVip(hours(RESOLUTION, 4));
        Story story = vip("02T09:00").untagged("02T10:00", "vip").tagged("02T11:00", "late");
        assertEquals(
                maybe("02T17:00"),
                story.read("02T12:00", four, restart).get(RESOLUTION).dueAt());
        assertEquals(
                maybe("02T14:00"),
                story.read("02T12:00", four, share).get(RESOLUTION).dueAt(),
                "half of four hours were used up when six were promised");
    }

    @Test
    void aGapBetweenTwoVersionsBuysNoTimeAndIsNoSurpriseToATimer() {
        SlaPolicy old = policy("gold", hours(RESOLUTION, 8)).withEffectiveUntil(at("02T11:00"));
        SlaPolicy next =
                old.withVersion("2").withEffectiveUntil(Optional.empty()).withEffectiveFrom(at("02T13:00"));
        SlaPlan plan = SlaBook.of(old, next).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CalendarBook.of(OFFICE));
        Story story = created("02T09:00");
        SlaReading between = story.read("02T12:00", plan).get(RESOLUTION);
        assertEquals(Optional.of(CancelReason.POLICY_REMOVED), between.cancelReason());
        assertEquals(maybe("02T13:00"), between.nextChangeAt());
        SlaReading again = story.read("02T14:00", plan).get(RESOLUTION);
        assertEquals(maybe("02T17:00"), again.dueAt());
        assertEquals("2", again.policyVersion());
    }

    @Test
    void aVersionThatComesWithoutAnEventKeepsThePauseBeforeItInMind() {
        SlaTarget eight = hours(RESOLUTION, 8).pausedWhile(PENDING);
        SlaPolicy old =
                policy("gold", hours(RESOLUTION, 2).pausedWhile(PENDING)).withEffectiveUntil(at("02T15:00"));
        SlaPolicy next = policy("gold", eight).withVersion("2").withEffectiveFrom(at("02T15:00"));
        SlaPlan plan = SlaBook.of(old, next).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CalendarBook.of(OFFICE));
        SlaReading reading = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .read("02T16:00", plan)
                .get(RESOLUTION);
        assertEquals(List.of(), reading.priorBreaches(), "it was paused when two hours would have been over");
    }

    @Test
    void aFirstPromiseThatComesTooLateIsKnownToBeMissedOnlyThen() {
        SlaReading reading = created("02T09:00")
                .tagged("02T15:00", "vip")
                .read("02T16:00", forVip(hours(RESOLUTION, 4)))
                .get(RESOLUTION);
        assertEquals(maybe("02T13:00"), reading.breachedAt());
        assertEquals(maybe("02T15:00"), reading.breachKnownFrom());
    }

    @Test
    void theCalendarOfAFirstPromiseHoldsFromTheStartOnWhateverWasOfferedWhileTheCycleWasStopped() {
        CalendarBook calendars = CalendarBook.of(OFFICE).with(CalendarId.of("always"), BusinessTime.always());
        SlaPlan plan = SlaBook.of(
                        policy("round", hours(RESOLUTION, 80).during("always")).withAppliesTo(tag("round")),
                        forVip(hours(RESOLUTION, 80)))
                .resolve(calendars);
        Story story = created("02T09:00")
                .status("03T09:00", Status.SOLVED)
                .tagged("03T10:00", "vip")
                .tagged("03T11:00", "round")
                .status("03T12:00", Status.OPEN);
        assertEquals(ofHours(25), story.read("03T13:00", plan).get(RESOLUTION).elapsed());
        assertEquals(
                ofHours(25),
                story.tagged("03T12:30", "else")
                        .read("03T13:00", plan)
                        .get(RESOLUTION)
                        .elapsed(),
                "an event that changes nothing changes nothing");
    }

    @Test
    void aLevelThatHasFiredKeepsItsKey() {
        SlaPolicy policy = forVip(hours(RESOLUTION, 4).escalating(Escalation.atPercent(1, 25)));
        Story story = vip("02T09:00").untagged("02T11:00", "vip").tagged("02T12:00", "vip");
        List<EscalationReading> levels = Stream.of("02T10:30", "02T12:30")
                .map(asOf ->
                        story.read(asOf, policy).get(RESOLUTION).escalations().get(0))
                .toList();
        assertEquals(levels.get(0), levels.get(1));
    }
}
