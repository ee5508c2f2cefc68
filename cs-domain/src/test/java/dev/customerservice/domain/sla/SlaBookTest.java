package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
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
import static dev.customerservice.domain.ticket.TicketCondition.status;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.sla.LintFinding.Kind;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies as a book: which version holds since when, what would change under another book, and what is most likely not meant. */
class SlaBookTest {
    private static final SlaPolicy OLD = policy("gold", hours(RESOLUTION, 8)).withEffectiveUntil(at("03T12:00"));
    private static final SlaPolicy NEW =
            policy("gold", hours(RESOLUTION, 4)).withVersion("2").withEffectiveFrom(at("03T12:00"));
    private static final CalendarBook CALENDARS = CalendarBook.of(OFFICE);
    /** Created on Tuesday at ten, touched at eleven and at thirteen. */
    private static final Story TUESDAY =
            created("03T10:00").tagged("03T11:00", "a").tagged("03T13:00", "b");

    private static SlaPlan plan(Adopt adopt, Rematch rematch) {
        return SlaBook.of(NEW, OLD).withAdopt(adopt).withRematch(rematch).resolve(CALENDARS);
    }

    private static String version(SlaPlan plan, String asOf) {
        return plan.match(TUESDAY.history(), at(asOf)).get(0).version().orElse("none");
    }

    @Test
    void aNewerVersionIsAdoptedAtTheNextMatch() {
        SlaPlan plan = plan(Adopt.AT_NEXT_MATCH, Rematch.ON_CHANGE);
        assertEquals("1", version(plan, "03T12:30"));
        assertEquals("2", version(plan, "03T13:00"));
        PolicyMatch match = plan.match(TUESDAY.history(), at("03T14:00")).get(0);
        assertEquals(at("03T13:00"), match.since());
        assertEquals(
                "1", version(plan(Adopt.AT_NEXT_MATCH, Rematch.AT_CREATION), "03T14:00"), "nothing is matched again");
    }

    @Test
    void orAtTheInstantItBecomesEffective() {
        for (Rematch rematch : List.of(Rematch.ON_CHANGE, Rematch.AT_CREATION)) {
            SlaPlan plan = plan(Adopt.WHEN_EFFECTIVE, rematch);
            assertEquals("1", version(plan, "03T11:59"));
            assertEquals("2", version(plan, "03T12:00"));
            assertEquals(
                    at("03T12:00"),
                    plan.match(TUESDAY.history(), at("03T14:00")).get(0).since());
            SlaReading reading = plan.read(TUESDAY.history(), at("03T12:30")).get(RESOLUTION);
            assertEquals(maybe("03T14:00"), reading.dueAt());
            assertEquals("2", reading.policyVersion());
        }
        SlaReading before = plan(Adopt.WHEN_EFFECTIVE, Rematch.ON_CHANGE)
                .read(TUESDAY.history(), at("03T11:59"))
                .get(RESOLUTION);
        assertTrue(before.dueAt().orElseThrow().isAfter(at("03T14:00")), "promised by the version of then");
        assertEquals(maybe("03T12:00"), before.nextChangeAt(), "a timer set to its due time would come too late");
        assertEquals(
                Optional.empty(),
                plan(Adopt.WHEN_EFFECTIVE, Rematch.ON_CHANGE)
                        .read(TUESDAY.history(), at("03T14:01"))
                        .get(RESOLUTION)
                        .nextChangeAt());
        SlaPlan ended = SlaBook.of(OLD).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CALENDARS);
        assertEquals(
                Optional.of(CancelReason.POLICY_REMOVED),
                ended.read(TUESDAY.history(), at("03T12:30")).get(RESOLUTION).cancelReason());
    }

    @Test
    void aTermThatNoEventCanReachIsNone() {
        Instant before = Instant.parse("1066-10-14T09:00:00Z");
        Instant after = Instant.parse("2466-10-14T09:00:00Z");
        SlaPolicy endless = policy("gold", hours(RESOLUTION, 8)).withVersion("1");
        for (Adopt adopt : Adopt.values()) {
            SlaPlan plan = SlaBook.of(
                            endless.withVersion("2").withEffectiveUntil(before),
                            endless.withVersion("3").withEffectiveFrom(after),
                            endless.withEffectiveFrom(before).withEffectiveUntil(after))
                    .withAdopt(adopt)
                    .resolve(CALENDARS);
            assertEquals("1", version(plan, "03T12:30"));
            SlaReading reading = plan.read(TUESDAY.history(), at("03T12:30")).get(RESOLUTION);
            assertEquals("1", reading.policyVersion());
            assertEquals(maybe("04T10:00"), reading.dueAt());
            SlaColumns columns = plan.readAll(plan.pack(List.of(TUESDAY.history())), at("03T12:30"));
            assertEquals(0, columns.replayed(), adopt + ": nothing changes without an event");
        }
    }

    @Test
    void orNever() {
        SlaPlan plan = plan(Adopt.NEVER, Rematch.ON_CHANGE);
        assertEquals("1", version(plan, "05T14:00"));
        Story later = created("04T10:00");
        assertEquals(
                "2", plan.read(later.history(), at("04T11:00")).get(RESOLUTION).policyVersion());
    }

    @Test
    void aVersionPutOnTheTicketBeatsAllOfIt() {
        Story pinned = TUESDAY.applied("03T13:30", "gold", "1").tagged("04T10:00", "c");
        for (Adopt adopt : Adopt.values()) {
            PolicyMatch match = plan(adopt, Rematch.ON_CHANGE)
                    .match(pinned.history(), at("04T11:00"))
                    .get(0);
            assertEquals(Optional.of("1"), match.version());
            assertTrue(match.explicit());
        }
        assertThrows(IllegalArgumentException.class, () -> OLD.withEffectiveFrom(at("04T10:00")));
    }

    @Test
    void aMatchSaysWhichVersionsWereNotEffective() {
        PolicyMatch match = plan(Adopt.AT_NEXT_MATCH, Rematch.ON_CHANGE)
                .match(TUESDAY.history(), at("03T11:00"))
                .get(0);
        assertEquals(
                List.of(false, true),
                match.tried().stream().map(PolicyMatch.Attempt::effective).toList());
    }

    @Test
    void theSameTicketsUnderAnotherBook() {
        SlaPlan present = policy("all", hours(RESOLUTION, 8)).resolve(CALENDARS);
        SlaPolicy urgent =
                policy("urgent", hours(RESOLUTION, 2)).withAppliesTo(TicketCondition.priority(Priority.URGENT));
        SlaPolicy idle = policy("idle", hours(RESOLUTION, 1)).withAppliesTo(tag("nobody"));
        SlaPlan other =
                SlaBook.of(idle, urgent, policy("rest", hours(RESOLUTION, 40))).resolve(CALENDARS);
        Story fast = created("02T09:00", TicketDetails.builder().priority(Priority.URGENT))
                .status("02T12:00", Status.SOLVED);
        Story slow = created("02T09:00").status("04T12:00", Status.SOLVED);
        WhatIf difference = WhatIf.compare(present, other, List.of(fast.history(), slow.history()), at("06T09:00"));
        assertEquals(2, difference.tickets());
        assertEquals(new WhatIf.Tally(1, 1), difference.total());
        assertEquals(Map.of("urgent", new WhatIf.Tally(1, 0), "all", new WhatIf.Tally(0, 1)), difference.byPolicy());
        assertEquals(Map.of("urgent", new WhatIf.Tally(1, 0), "", new WhatIf.Tally(0, 1)), difference.byPriority());
        assertEquals(
                Map.of(11, new WhatIf.Tally(1, 0), 17, new WhatIf.Tally(0, 1)),
                difference.byHour(ZoneId.of("Europe/London")));
        assertEquals(List.of(idle), difference.neverHeld());
        assertEquals(
                List.of(BreachChange.Kind.GAINED, BreachChange.Kind.LOST),
                difference.changes().stream().map(BreachChange::kind).toList());
        assertEquals("WhatIf[2 tickets, Tally[gained=1, lost=1]]", difference.toString());
    }

    @Test
    void twoExplanationsDifferInStretches() {
        SlaPlan counting = policy("one", hours(RESOLUTION, 8)).resolve(CALENDARS);
        SlaPlan pausing =
                policy("one", hours(RESOLUTION, 8).pausedWhile(PENDING)).resolve(CALENDARS);
        Story story = created("02T09:00").status("02T10:00", Status.PENDING).status("02T11:00", Status.OPEN);
        SlaTrace before =
                counting.explain(counting.read(story.history(), at("02T12:00")).get(RESOLUTION));
        SlaTrace after =
                pausing.explain(pausing.read(story.history(), at("02T12:00")).get(RESOLUTION));
        assertEquals(
                List.of(new TraceChange(
                        new Interval(at("02T10:00"), at("02T11:00")),
                        Optional.of(TraceSegment.Kind.COUNTED),
                        Optional.of(TraceSegment.Kind.PAUSED))),
                before.changesTo(after));
        assertEquals(List.of(), before.changesTo(before));
    }

    @Test
    void aPauseWhileTheCustomerWaitsIsFound() {
        SlaPlan plan = policy("one", hours(RESOLUTION, 8).pausedWhile(PENDING)).resolve(CALENDARS);
        Story story = created("02T09:00")
                .status("02T16:00", Status.PENDING)
                .reply("03T10:00")
                .status("03T12:00", Status.OPEN);
        assertEquals(
                List.of(new DoubtfulPause(
                        SlaPolicyId.of("one"),
                        RESOLUTION.id(),
                        1,
                        new Interval(at("02T16:00"), at("03T10:00")),
                        Duration.ofHours(2),
                        Optional.of("pending"),
                        1)),
                plan.doubtfulPauses(story.history(), at("04T09:00")));
        SlaTarget strict = hours(RESOLUTION, 8).pausedWhile(status(PENDING).and(not(is(Attribute.AWAITING_REPLY))));
        assertEquals(Duration.ofHours(2), story.read("03T12:00", strict).paused(), "only the time after the reply");
    }

    @Test
    void aHoleInAMatrixIsFoundInTheBookAndInAHistory() {
        SlaPolicy gaps = policy("gaps", SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(1)));
        SlaPlan plan = gaps.resolve(CALENDARS);
        Story story = created("02T09:00", TicketDetails.builder().priority(Priority.HIGH))
                .priority("02T10:00", Priority.LOW);
        assertEquals(List.of(new GoalGap(1, SlaPolicyId.of("gaps"), "1", RESOLUTION.id())), plan.gaps(story.history()));
        assertEquals(List.of(Kind.HOLE_IN_MATRIX), kinds(gaps));
    }

    private static List<Kind> kinds(SlaPolicy... policies) {
        return SlaBook.of(policies).lint(CALENDARS, at("02T09:00")).stream()
                .map(LintFinding::kind)
                .toList();
    }

    @Test
    void whatIsMostLikelyNotMeantIsFound() {
        SlaPolicy all = policy("all", hours(RESOLUTION, 8));
        SlaPolicy vip = all.withId(SlaPolicyId.of("vip")).withAppliesTo(tag("vip"));
        assertEquals(List.of(), kinds(vip, all));
        assertEquals(List.of(Kind.UNREACHABLE_POLICY), kinds(all, vip));
        assertEquals(List.of(), kinds(NEW, OLD), "versions follow each other");
        assertEquals(List.of(Kind.UNREACHABLE_POLICY), kinds(all.withAppliesTo(TicketCondition.never())));
        assertEquals(
                List.of(Kind.HAPPENING_IN_MATCH),
                kinds(all.withAppliesTo(
                        TicketCondition.happened(Happening.REPLY).or(tag("vip")))));
        assertEquals(
                List.of(Kind.UNREACHABLE_GOAL),
                kinds(policy("one", hours(RESOLUTION, 8).orWhen(Priority.HIGH, Duration.ofHours(1)))));
        assertEquals(
                List.of(Kind.STOP_AND_PAUSE_OVERLAP),
                kinds(policy(
                        "one",
                        hours(RESOLUTION, 8)
                                .pausedWhile(
                                        is(Attribute.STATUS_CATEGORY, "solved").and(tag("x"))))));
        assertEquals(
                List.of(Kind.REPLY_SLOWER_THAN_RESOLUTION),
                kinds(policy("one", hours(FIRST_REPLY, 9), hours(RESOLUTION, 8))));
        assertEquals(List.of(Kind.TARGET_NEVER_MET), kinds(policy("one", hours(RESOLUTION, 0))));
        assertEquals(
                List.of(Kind.TARGET_NEVER_MET),
                kinds(policy("one", SlaTarget.of(RESOLUTION, TargetTime.at(at("01T09:00"))))));
        SlaPolicy inner = policy("inner", hours(RESOLUTION, 9)).withKind(AgreementKind.UNDERPINNING_CONTRACT);
        assertEquals(
                List.of(Kind.UNDERPINNING_TOO_SLOW),
                SlaBook.of(all, inner).withMatching(Matching.ALL).lint(CALENDARS, at("02T09:00")).stream()
                        .map(LintFinding::kind)
                        .toList());
        CalendarBook closing = CalendarBook.of()
                .with(CalendarId.of("office"), CalendarTimeline.of(OFFICE).until(at("03T09:00")));
        assertEquals(
                List.of(Kind.TARGET_NEVER_MET),
                SlaBook.of(policy("one", hours(RESOLUTION, 9))).lint(closing, at("02T09:00")).stream()
                        .map(LintFinding::kind)
                        .toList());
    }

    @Test
    void anEntitlementSaysWhoMayAskForHowLongAndHowOften() {
        Entitlement contract = Entitlement.builder()
                .id("C-1")
                .organization(OrganizationId.of("acme"))
                .policy(SlaPolicyId.of("gold"))
                .policyVersion("2")
                .startInclusive(at("02T00:00"))
                .endExclusive(at("09T00:00"))
                .cases(3)
                .build();
        Requester jo = Requester.of(CustomerId.of("c-7")).withOrganization(OrganizationId.of("acme"));
        assertEquals(Entitlement.Answer.ENTITLED, contract.check(jo, at("02T00:00"), 2));
        assertEquals(Entitlement.Answer.USED_UP, contract.check(jo, at("02T00:00"), 3));
        assertEquals(Entitlement.Answer.NOT_YET, contract.check(jo, at("01T23:59"), 0));
        assertEquals(Entitlement.Answer.EXPIRED, contract.check(jo, at("09T00:00"), 0));
        assertEquals(Entitlement.Answer.NOT_THE_HOLDER, contract.check(Requester.unknown(), at("03T00:00"), 0));
        Story story = created("03T13:00");
        SlaPlan plan = plan(Adopt.AT_NEXT_MATCH, Rematch.EXPLICIT);
        assertEquals(
                maybe("03T17:00"),
                plan.read(story.then(contract.applied(Story.agent("03T13:00"))).history(), at("03T13:00"))
                        .get(RESOLUTION)
                        .dueAt());
        assertThrows(
                IllegalArgumentException.class,
                () -> Entitlement.builder()
                        .id("C-2")
                        .policy(SlaPolicyId.of("gold"))
                        .build());
    }

    @Test
    void aCalendarChangedWhileTheTicketWasSolvedCountsFromTheChange() {
        SlaMetric counting = RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED);
        SlaPolicy early = policy("desk", hours(counting, 8));
        SlaPolicy late = policy("desk", hours(counting, 8).during("late")).withVersion("2");
        CalendarBook both = CALENDARS.with(
                CalendarId.of("late"),
                OFFICE.withHours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "13:00-20:00")));
        SlaPlan plan = SlaBook.of(early, late).resolve(both);
        Story story = created("02T09:00")
                .status("02T10:00", Status.SOLVED)
                .applied("02T12:00", "desk", "2")
                .status("02T14:00", Status.OPEN);
        SlaReading reading = plan.read(story.history(), at("02T15:00")).get(counting);
        assertEquals(Duration.ofHours(5), reading.elapsed(), "three hours before the change, two after one");
        assertEquals(Duration.ofHours(5), plan.explain(reading).total(TraceSegment.Kind.COUNTED));
        SlaReading back = plan.read(story.applied("02T15:00", "desk", "1").history(), at("02T16:00"))
                .get(counting);
        assertEquals(Duration.ofHours(6), back.elapsed());
    }

    @Test
    void aMergedTicketMayHandOnWhatItOwes() {
        Merged merged = new Merged(Story.agent("02T11:00"), TicketId.of("T-2"));
        Story owing = created("02T09:00").reply("02T09:30").message("02T10:00").then(merged);
        MessageAdded carried = merged.carriedMessage(owing.history()).orElseThrow();
        assertEquals(
                MessageAdded.of(
                        EventHead.of(TicketId.of("T-2"), at("02T11:00"), Actor.customer("c-7")), Audience.CUSTOMER),
                carried);
        assertEquals(
                SlaState.CANCELLED, owing.read("02T12:00", hours(NEXT_REPLY, 4)).state());
        assertEquals(
                Optional.empty(),
                merged.carriedMessage(
                        created("02T09:00").reply("02T09:30").then(merged).history()));
    }
}
