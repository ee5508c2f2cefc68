package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which reading is meant, what an explanation says, and how two differ. */
class SlaReadingsTest {
    private static final CalendarBook CALENDARS = CalendarBook.of(OFFICE);

    private static SlaPlan plan(SlaPolicy... policies) {
        return SlaBook.of(policies).resolve(CALENDARS);
    }

    private static SlaPlan both(SlaPolicy... policies) {
        return SlaBook.of(policies).withMatching(Matching.ALL).resolve(CALENDARS);
    }

    @Test
    void ofTwoAgreementsTheOneThatStillHoldsIsMeant() {
        SlaPolicy vip = policy("vip", hours(RESOLUTION, 4)).withAppliesTo(tag("vip"));
        SlaPlan plan = both(vip, policy("all", hours(RESOLUTION, 8)));
        Story story = created("02T09:00", TicketDetails.builder().addTag("vip"));
        assertThrows(
                IllegalArgumentException.class,
                () -> story.read("02T10:00", plan).find(RESOLUTION));
        SlaReadings after = story.untagged("02T10:00", "vip").read("02T11:00", plan);
        assertEquals("all", after.get(RESOLUTION).policy().value());
        assertEquals(2, after.cycles(RESOLUTION).size());
        assertEquals(
                SlaState.CANCELLED,
                after.under(vip.id()).get(RESOLUTION).state(),
                "the only one is meant, cancelled or not");
    }

    @Test
    void cyclesOfOneClockUnderOnePolicyAfterAnotherAreOneAgreement() {
        SlaPolicy vip = policy("vip", hours(NEXT_REPLY, 1)).withAppliesTo(tag("vip"));
        Story story = created("02T09:00", TicketDetails.builder().addTag("vip"))
                .reply("02T09:30")
                .message("02T10:00")
                .reply("02T10:30")
                .untagged("02T11:00", "vip")
                .message("02T12:00");
        SlaReadings readings = story.read("02T13:00", plan(vip, policy("all", hours(NEXT_REPLY, 2))));
        assertEquals(
                List.of("vip", "all"),
                readings.cycles(NEXT_REPLY).stream()
                        .map(reading -> reading.policy().value())
                        .toList());
        assertEquals(2, readings.get(NEXT_REPLY).cycle());
    }

    @Test
    void equalHistoriesGiveEqualReadings() {
        SlaPlan plan = plan(policy("all", hours(RESOLUTION, 8)));
        Story story = created("02T09:00");
        SlaReadings readings = story.read("02T10:00", plan);
        assertEquals(readings, story.read("02T10:00", plan));
        assertEquals(readings.hashCode(), story.read("02T10:00", plan).hashCode());
        assertNotEquals(readings, story.read("02T10:01", plan));
        assertNotEquals(readings, (Object) readings.all());
        assertTrue(readings.toString().startsWith("SlaReadings[")
                && readings.toString().contains("resolution"));
    }

    @Test
    void anExplanationIsWrittenForPeople() {
        SlaPlan plan = plan(policy("gold", hours(RESOLUTION, 2).pausedWhile(PENDING)));
        Story story = created("02T09:00").status("02T10:00", Status.PENDING);
        assertEquals(
                """
                resolution of policy gold version 1, cycle 1: PAUSED
                promised PT2H, due 2026-03-02T13:00:00Z if resumed
                2026-03-02T09:00:00Z to 2026-03-02T10:00:00Z  COUNTED  PT1H
                2026-03-02T10:00:00Z to 2026-03-02T12:00:00Z  PAUSED (pending)  PT2H
                counted PT1H, remaining PT1H""", plan.explain(story.read("02T12:00", plan).get(RESOLUTION)).toText());
        Story late = created("02T15:00");
        assertEquals(
                """
                resolution of policy gold version 1, cycle 1: BREACHED
                promised PT2H, due 2026-03-02T17:00:00Z
                2026-03-02T15:00:00Z to 2026-03-02T17:00:00Z  COUNTED  PT2H
                2026-03-02T17:00:00Z to 2026-03-03T09:00:00Z  CLOSED  PT16H
                2026-03-03T09:00:00Z to 2026-03-03T10:00:00Z  COUNTED  PT1H
                counted PT3H, overdue by PT1H""", plan.explain(late.read("03T10:00", plan).get(RESOLUTION)).toText());
    }

    @Test
    void oneDifferenceIsOneStretchHoweverManySegmentsItHas() {
        SlaPlan counting = plan(policy("one", hours(RESOLUTION, 8)));
        SlaPlan pausing = plan(policy("one", hours(RESOLUTION, 8).pausedWhile(PENDING, ON_HOLD)));
        Story story = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .status("02T11:00", Status.ON_HOLD)
                .status("02T12:00", Status.OPEN)
                .status("02T13:00", Status.PENDING)
                .status("02T14:00", Status.OPEN);
        SlaTrace before = counting.explain(story.read("02T15:00", counting).get(RESOLUTION));
        SlaTrace after = pausing.explain(story.read("02T15:00", pausing).get(RESOLUTION));
        assertEquals(
                List.of(new Interval(at("02T10:00"), at("02T12:00")), new Interval(at("02T13:00"), at("02T14:00"))),
                before.changesTo(after).stream().map(TraceChange::interval).toList());
    }

    @Test
    void differencesThatMeetButSayAnotherThingStandApart() {
        SlaPlan counting = plan(policy("one", hours(RESOLUTION, 8)));
        SlaPlan pausing = plan(policy("one", hours(RESOLUTION, 8).pausedWhile(PENDING)));
        Story story = created("02T09:00").status("02T11:00", Status.PENDING);
        Story later = created("02T10:00").status("02T11:00", Status.PENDING);
        SlaTrace before = counting.explain(story.read("02T12:00", counting).get(RESOLUTION));
        SlaTrace shorter = pausing.explain(later.read("02T11:30", pausing).get(RESOLUTION));
        Optional<TraceSegment.Kind> counted = Optional.of(TraceSegment.Kind.COUNTED);
        assertEquals(
                List.of(
                        new TraceChange(new Interval(at("02T09:00"), at("02T10:00")), counted, Optional.empty()),
                        new TraceChange(
                                new Interval(at("02T11:00"), at("02T11:30")),
                                counted,
                                Optional.of(TraceSegment.Kind.PAUSED)),
                        new TraceChange(new Interval(at("02T11:30"), at("02T12:00")), counted, Optional.empty())),
                before.changesTo(shorter));
    }

    @Test
    void aBreachOfBothPlansIsNoChangeAndOneThatWasRelaxedCounts() {
        SlaPlan eight = plan(policy("all", hours(RESOLUTION, 8)));
        SlaPlan four = plan(policy("all", hours(RESOLUTION, 4)));
        Story slow = created("02T09:00").status("04T12:00", Status.SOLVED);
        assertEquals(
                List.of(),
                WhatIf.compare(eight, four, List.of(slow.history()), at("05T09:00"))
                        .changes());
        SlaPlan matrix = plan(policy(
                "all",
                SlaTarget.of(RESOLUTION, Priority.URGENT, Duration.ofHours(1))
                        .during("office")
                        .otherwise(Duration.ofHours(8))));
        Story relaxed = created("02T09:00", TicketDetails.builder().priority(Priority.URGENT))
                .priority("02T12:00", Priority.LOW)
                .status("02T13:00", Status.SOLVED);
        List<BreachChange> changes = WhatIf.compare(matrix, eight, List.of(relaxed.history()), at("05T09:00"))
                .changes();
        assertEquals(1, changes.size());
        assertEquals(BreachChange.Kind.LOST, changes.get(0).kind());
        assertEquals(at("02T10:00"), changes.get(0).breachedAt());
        assertEquals(Optional.of(Priority.URGENT), changes.get(0).priority());
    }

    /** The agreement with the customer and the one inside it promise the same metric, each on its own. */
    @Test
    void aBreachOfOneAgreementIsNoneOfAnother() {
        SlaPolicy inner = policy("inner", hours(RESOLUTION, 4));
        SlaPlan present = SlaBook.of(policy("sla", hours(RESOLUTION, 8)), inner)
                .withMatching(Matching.ALL)
                .resolve(CalendarBook.of(OFFICE));
        SlaPlan other = SlaBook.of(policy("sla", hours(RESOLUTION, 2)), inner)
                .withMatching(Matching.ALL)
                .resolve(CalendarBook.of(OFFICE));
        Story six = created("02T09:00").status("02T15:00", Status.SOLVED);
        assertEquals(
                Map.of("sla", new WhatIf.Tally(1, 0)),
                WhatIf.compare(present, other, List.of(six.history()), at("05T09:00"))
                        .byPolicy());
        assertEquals(
                Map.of("inner", new WhatIf.Tally(0, 1)),
                WhatIf.compare(
                                present,
                                plan(policy("sla", hours(RESOLUTION, 8))),
                                List.of(six.history()),
                                at("05T09:00"))
                        .byPolicy());
        assertEquals(
                new WhatIf.Tally(0, 0),
                WhatIf.compare(
                                plan(policy("old", hours(RESOLUTION, 4))),
                                plan(policy("new", hours(RESOLUTION, 5))),
                                List.of(six.history()),
                                at("05T09:00"))
                        .total(),
                "where one policy holds it is one agreement, whatever its name");
    }

    @Test
    void whatIsNotPromisedIsRefusedByName() {
        SlaReadings readings = created("02T09:00").read("02T10:00", plan(policy("all", hours(RESOLUTION, 8))));
        assertEquals(Optional.empty(), readings.find(NEXT_REPLY));
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> readings.get(NEXT_REPLY))
                .getMessage());
        assertTrue(message.startsWith("The metric (next_reply) must be promised"), message);
    }

    @Test
    void aClockThatHasNotStartedSaysForWhichTicketAndWhen() {
        SlaReading reading = created("02T09:00").read("02T10:00", hours(NEXT_REPLY, 8));
        assertEquals(Story.TICKET, reading.ticket());
        assertEquals(at("02T10:00"), reading.asOf());
        assertEquals(Duration.ZERO, reading.elapsed());
        assertEquals(Duration.ZERO, reading.wallElapsed());
        assertEquals(Optional.empty(), reading.dueAt());
    }
}
