package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.BothForms.CALENDARS;
import static dev.customerservice.domain.sla.BothForms.CALL;
import static dev.customerservice.domain.sla.BothForms.SOLVING;
import static dev.customerservice.domain.sla.BothForms.VIP;
import static dev.customerservice.domain.sla.BothForms.plan;
import static dev.customerservice.domain.sla.BothForms.read;
import static dev.customerservice.domain.sla.BothForms.replayed;
import static dev.customerservice.domain.sla.BothForms.told;
import static dev.customerservice.domain.sla.BothForms.vip;
import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.GROUP_OWNERSHIP;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cycles where two things happen at one instant, or one at the very instant of a due time, in both forms. */
class CycleEdgesTest {
    @Test
    void ownersOfEveryKind() {
        SlaMetric person = SlaMetric.builder()
                .id("person")
                .start(TicketCondition.is(Attribute.ASSIGNED))
                .stop(not(TicketCondition.is(Attribute.ASSIGNED)))
                .again(Again.NEW_CYCLE)
                .owner(Attribute.ASSIGNEE)
                .build();
        SlaPlan plan = plan(hours(GROUP_OWNERSHIP, 4), hours(person, 2));
        Story story = created("02T09:00")
                .team("02T09:10", "blue")
                .assigned("02T09:20", "ana")
                .assigned("02T09:30", "bob")
                .team("02T09:40", "red")
                .team("02T09:50", "red");
        SlaReading team = told(story, "02T12:00", GROUP_OWNERSHIP, plan);
        assertEquals(2, team.cycle());
        assertEquals(Optional.of("red"), team.owner());
        SlaReading agent = told(story, "02T12:00", person, plan);
        assertEquals(2, agent.cycle());
        assertEquals(Optional.of("bob"), agent.owner());
        assertEquals(maybe("02T11:30"), agent.dueAt());
    }

    @Test
    void aCancelledCycleAndTheNext() {
        SlaMetric call = CALL.withCancel(tag("void")).withAgain(Again.NEW_CYCLE);
        SlaPlan plan = plan(hours(call, 4));
        Story story = created("02T09:00").tagged("02T09:30", "call").tagged("02T10:00", "void");
        SlaReading cancelled = told(story, "02T12:00", call, plan);
        assertEquals(SlaState.CANCELLED, cancelled.state());
        assertEquals(Optional.of(CancelReason.CONDITION), cancelled.cancelReason());
        assertEquals(maybe("02T10:00"), cancelled.cancelledAt());
        assertEquals(Duration.ofMinutes(30), cancelled.elapsed());
        SlaReading next = told(story.untagged("02T11:00", "void"), "02T12:00", call, plan);
        assertEquals(2, next.cycle());
        assertEquals(maybe("02T15:00"), next.dueAt());
        Story merged = created("02T09:00")
                .tagged("02T09:30", "call")
                .then(new Merged(Story.agent("02T10:00"), TicketId.of("T-2")))
                .tagged("02T11:00", "void");
        assertEquals(
                Optional.of(CancelReason.MERGED),
                told(merged, "02T12:00", call, plan).cancelReason());
    }

    @Test
    void termsOfPolicies() {
        SlaPolicy old = policy("gold", hours(RESOLUTION, 8)).withEffectiveUntil(at("02T11:00"));
        SlaPolicy next = policy("gold", hours(RESOLUTION, 4))
                .withVersion("2")
                .withEffectiveFrom(at("02T11:00"))
                .withEffectiveUntil(at("02T14:00"));
        SlaPlan plan = plan(old, next, policy("rest", hours(RESOLUTION, 6)));
        Story story = created("02T09:00").reply("02T10:00");
        assertEquals(
                maybe("02T17:00"), told(story, "02T10:30", RESOLUTION, plan).dueAt());
        assertEquals(
                maybe("02T13:00"),
                told(story.reply("02T11:00"), "02T12:00", RESOLUTION, plan).dueAt());
        assertEquals(
                maybe("02T13:00"),
                told(story.reply("02T12:00"), "02T12:30", RESOLUTION, plan).dueAt());
        assertEquals(
                maybe("02T15:00"),
                told(story.reply("02T14:00"), "02T14:30", RESOLUTION, plan).dueAt());
        SlaPlan adopting = SlaBook.of(old, next).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CALENDARS);
        assertEquals(
                maybe("02T13:00"),
                replayed(story, "02T11:30", RESOLUTION, adopting).dueAt());
    }

    @Test
    void calendarsSideBySide() {
        SlaPlan plan = plan(hours(FIRST_REPLY, 1).during("always"), hours(SOLVING, 8));
        Story story = created("02T08:00").status("02T10:00", Status.PENDING).reply("02T11:00");
        assertEquals(
                Optional.of(Duration.ofHours(2)),
                told(story, "02T12:00", FIRST_REPLY, plan).overdueBy());
        assertEquals(Duration.ofHours(1), told(story, "02T12:00", SOLVING, plan).elapsed());
        assertEquals(Duration.ofHours(2), told(story, "02T12:00", SOLVING, plan).paused());
    }

    @Test
    void eachMetricGoesOnByItsOwnRule() {
        SlaMetric again = RESOLUTION.withId(SlaMetricId.of("again")).withAgain(Again.NEW_CYCLE);
        SlaMetric whole = again.withId(SlaMetricId.of("whole")).withDiscardsEmptyCycles(true);
        SlaPlan plan = plan(hours(RESOLUTION, 4), hours(again, 4), hours(whole, 4));
        Story story = created("02T09:00")
                .status("02T09:00", Status.SOLVED)
                .status("02T10:00", Status.OPEN)
                .status("02T11:00", Status.SOLVED)
                .status("02T12:00", Status.OPEN);
        SlaReadings readings = read(story, "02T12:30", plan, false);
        assertEquals(1, readings.get(RESOLUTION).cycle());
        assertEquals(3, readings.get(again).cycle());
        assertEquals(2, readings.get(whole).cycle(), "the first was empty");
        Story twice = created("02T09:00").status("02T10:00", Status.SOLVED).status("02T12:00", Status.OPEN);
        assertEquals(
                2,
                told(twice, "02T12:30", again, plan(hours(RESOLUTION, 4), hours(again, 4)))
                        .cycle());
    }

    @Test
    void whatBeginsAndEndsAtOnceIsLeftOutOnlyIfNothingWasCounted() {
        SlaMetric call =
                CALL.withFinish(tag("called")).withAnchor(Anchor.CREATION).withDiscardsEmptyCycles(true);
        SlaPlan plan = plan(hours(call, 4));
        Story waited =
                created("02T09:00").then(new TagsChanged(Story.agent("02T10:00"), Set.of("call", "called"), Set.of()));
        SlaReading reading = replayed(waited, "02T12:00", call, plan);
        assertEquals(Duration.ofHours(1), reading.elapsed());
        assertEquals(SlaState.ACHIEVED, reading.state());
        Story atOnce =
                created("02T09:00", TicketDetails.builder().addTag("call").addTag("called"));
        assertEquals(
                SlaState.NOT_STARTED, atOnce.read("02T12:00", plan).get(call).state());
        SlaMetric always = SlaMetric.builder()
                .id("always")
                .start(TicketCondition.always())
                .stop(tag("stop"))
                .again(Again.NEW_CYCLE)
                .discardsEmptyCycles(true)
                .build();
        Story stopped = created("02T09:00").tagged("02T09:00", "stop");
        SlaPlan each = plan(hours(always, 4));
        assertEquals(
                SlaState.NOT_STARTED, stopped.read("02T09:30", each).get(always).state());
        SlaReading first =
                stopped.untagged("02T10:00", "stop").read("02T12:00", each).get(always);
        assertEquals(1, first.cycle());
        assertEquals(maybe("02T10:00"), first.startedAt());
    }

    @Test
    void aResetAtTheInstantFromWhichACycleCounts() {
        SlaMetric check = SlaMetric.builder()
                .id("check")
                .start(TicketCondition.always())
                .reset(TicketCondition.happened(Happening.TEAM_SET))
                .again(Again.NEW_CYCLE)
                .anchor(Anchor.PREVIOUS_DUE)
                .build();
        SlaPlan plan = plan(hours(check, 2));
        Story story = created("02T09:00").team("02T10:00", "blue");
        assertEquals(maybe("02T11:00"), told(story, "02T10:30", check, plan).countsFrom());
        assertEquals(
                2,
                replayed(story.team("02T10:59", "red"), "02T12:00", check, plan).cycle());
        SlaReading third = told(story.team("02T11:00", "red"), "02T12:00", check, plan);
        assertEquals(3, third.cycle());
        assertEquals(maybe("02T13:00"), third.countsFrom());
        SlaReading second = story.team("02T11:00", "red")
                .read("02T12:00", plan)
                .cycles(check)
                .get(1);
        assertEquals(Duration.ZERO, second.elapsed());
        assertEquals(SlaState.ACHIEVED, second.state());
    }

    @Test
    void aPauseAndAnotherTargetByOneEvent() {
        SlaPlan plan = plan(SlaTarget.of(SOLVING, Duration.ofHours(4))
                .withGoals(
                        new Goal(TicketCondition.status(PENDING), TargetTime.of(Duration.ofHours(8))),
                        new Goal(TicketCondition.always(), TargetTime.of(Duration.ofHours(4))))
                .during("office"));
        Story story = created("02T09:00").status("02T10:00", Status.PENDING);
        SlaReading paused = told(story, "02T11:00", SOLVING, plan);
        assertEquals(SlaState.PAUSED, paused.state());
        assertEquals(Optional.of(Duration.ofHours(7)), paused.remaining());
        assertEquals(Duration.ofHours(1), paused.paused());
        SlaReading open = told(story.status("02T12:00", Status.OPEN), "02T13:00", SOLVING, plan);
        assertEquals(maybe("02T15:00"), open.dueAt());
        assertEquals(Duration.ofHours(2), open.paused());
    }

    @Test
    void aCycleThatIsPromisedSomethingOnlyWhenItStartsOver() {
        SlaMetric again = RESOLUTION.withAgain(Again.RESTART);
        Story story = created("02T09:00")
                .status("02T10:00", Status.SOLVED)
                .tagged("02T11:00", "vip")
                .status("02T12:00", Status.OPEN);
        assertEquals(
                maybe("02T16:00"),
                told(story, "02T13:00", again, plan(VIP.withTargets(hours(again, 4))))
                        .dueAt());
        SlaMetric including = RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED);
        Story late = created("02T09:00")
                .status("02T10:00", Status.SOLVED)
                .tagged("02T10:30", "vip")
                .status("02T15:00", Status.OPEN);
        SlaReading reading = replayed(late, "02T16:00", including, plan(VIP.withTargets(hours(including, 4))));
        assertEquals(maybe("02T13:00"), reading.breachedAt());
        assertEquals(maybe("02T15:00"), reading.breachKnownFrom(), "nothing was promised before");
    }

    @Test
    void aCalendarThatCameAndWentWhileTheTicketWasSolved() {
        SlaMetric counting = RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED);
        SlaPlan plan = plan(
                policy("late", hours(counting, 30).during("late")).withAppliesTo(tag("late")),
                policy("all", hours(counting, 30)));
        Story story = created("02T09:00")
                .status("02T10:00", Status.SOLVED)
                .tagged("02T12:00", "late")
                .untagged("02T19:00", "late")
                .status("03T09:00", Status.OPEN);
        SlaReading reading = replayed(story, "03T10:00", counting, plan);
        assertEquals(
                Duration.ofHours(3 + 6 + 1),
                reading.elapsed(),
                "three hours before it, six of the late ones, one after");
    }

    @Test
    void aVersionThatBeginsWhileTheTicketIsSolved() {
        SlaMetric counting = RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED);
        SlaPolicy early = policy("desk", hours(counting, 8)).withEffectiveUntil(at("02T12:00"));
        SlaPolicy late = policy("desk", hours(counting, 8).during("late"))
                .withVersion("2")
                .withEffectiveFrom(at("02T12:00"));
        SlaPlan plan = SlaBook.of(early, late).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CALENDARS);
        Story story = created("02T09:00").status("02T10:00", Status.SOLVED).status("02T14:00", Status.OPEN);
        assertEquals(
                Duration.ofHours(5), replayed(story, "02T15:00", counting, plan).elapsed());
        SlaPlan ending = SlaBook.of(early).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CALENDARS);
        Story solved = created("02T09:00").status("02T10:00", Status.SOLVED);
        assertEquals(
                SlaState.ACHIEVED,
                replayed(solved, "02T15:00", counting, ending).state(),
                "completed it stays");
    }

    @Test
    void aBreachIsKnownSinceTheFirstOfItsChanges() {
        SlaPolicy two = policy("gold", hours(RESOLUTION, 2)).withEffectiveUntil(at("02T12:00"));
        SlaPolicy one = policy("gold", hours(RESOLUTION, 1)).withVersion("2").withEffectiveFrom(at("02T12:00"));
        SlaPlan plan = SlaBook.of(two, one).withAdopt(Adopt.WHEN_EFFECTIVE).resolve(CALENDARS);
        SlaReading reading = replayed(created("02T09:00"), "02T13:00", RESOLUTION, plan);
        assertEquals(maybe("02T10:00"), reading.breachedAt());
        assertEquals(maybe("02T11:00"), reading.breachKnownFrom());
        assertEquals(List.of(at("02T11:00")), reading.priorBreaches());
        SlaPlan past = plan(SlaTarget.of(RESOLUTION, TargetTime.at(at("01T12:00"))));
        SlaReading fixed = replayed(created("02T09:00"), "02T13:00", RESOLUTION, past);
        assertEquals(maybe("01T12:00"), fixed.breachedAt());
        assertEquals(maybe("02T09:00"), fixed.breachKnownFrom(), "there was no ticket before");
    }

    @Test
    void aPromiseWithdrawnExactlyWhenItIsDue() {
        Story story = vip("02T09:00").untagged("02T13:00", "vip").tagged("02T15:00", "vip");
        SlaReading reading = replayed(story, "02T16:00", RESOLUTION, plan(VIP));
        assertEquals(maybe("02T13:00"), reading.breachedAt());
        assertEquals(maybe("02T15:00"), reading.breachKnownFrom());
        Story missed = vip("02T09:00").untagged("02T13:01", "vip").tagged("02T15:00", "vip");
        assertEquals(
                maybe("02T13:00"),
                replayed(missed, "02T16:00", RESOLUTION, plan(VIP)).breachKnownFrom());
    }

    @Test
    void everyDueTimeThatWasMissedIsRemembered() {
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Priority.URGENT, Duration.ofHours(1))
                .orWhen(Priority.HIGH, Duration.ofHours(2))
                .otherwise(Duration.ofHours(8))
                .during("office"));
        Story story = created("02T09:00", TicketDetails.builder().priority(Priority.URGENT))
                .priority("02T12:00", Priority.HIGH)
                .priority("02T13:00", Priority.LOW);
        SlaReading reading = replayed(story, "02T14:00", RESOLUTION, plan);
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(List.of(at("02T10:00"), at("02T11:00")), reading.priorBreaches());
    }

    @Test
    void aProportionOfWhatIsUsedUpExactlyNow() {
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(4))
                .otherwise(Duration.ofHours(8))
                .during("office")
                .withRetarget(Retarget.PROPORTIONAL));
        Story story = created("02T13:00", TicketDetails.builder().priority(Priority.HIGH))
                .priority("02T17:00", Priority.LOW);
        SlaReading reading = replayed(story, "03T10:00", RESOLUTION, plan);
        assertEquals(maybe("02T17:00"), reading.dueAt(), "at the close, and not at the next opening");
        assertEquals(SlaState.BREACHED, reading.state());
    }

    @Test
    void aFieldOfATicketThatBeganPaused() {
        SlaMetric reported = SOLVING.withAnchor(Anchor.field("began"));
        Story story = created("02T09:00", TicketDetails.builder().status(Status.PENDING))
                .then(new FieldChanged(Story.agent("02T11:00"), "began", Optional.of("2026-03-02T10:00:00Z")))
                .status("02T12:00", Status.OPEN);
        SlaReading reading = told(story, "02T13:00", reported, plan(hours(reported, 4)));
        assertEquals(Duration.ofHours(1), reading.elapsed());
        assertEquals(Duration.ofHours(2), reading.paused());
        assertEquals(maybe("02T16:00"), reading.dueAt());
    }

    @Test
    void aMilestoneOfTheSecondOfTwoAgreements() {
        SlaMetric next = RESOLUTION.withId(SlaMetricId.of("next")).withAfter(FIRST_REPLY.id());
        SlaPlan plan = SlaBook.of(
                        policy("one", hours(RESOLUTION, 8), hours(SOLVING.withId(SlaMetricId.of("two")), 8)),
                        policy("two", hours(FIRST_REPLY, 1), hours(next, 4)))
                .withMatching(Matching.ALL)
                .resolve(CALENDARS);
        Story story = created("02T09:00").reply("02T10:00");
        assertEquals(maybe("02T14:00"), told(story, "02T11:00", next, plan).dueAt());
        assertEquals(
                SlaState.NOT_STARTED,
                told(created("02T09:00"), "02T11:00", next, plan).state());
    }

    @Test
    void aCycleThatNobodyOwns() {
        SlaMetric held = RESOLUTION
                .withId(SlaMetricId.of("held"))
                .withOwner(Attribute.TEAM)
                .withAgain(Again.ONCE);
        SlaPlan plan = plan(hours(held, 4));
        assertEquals(
                Optional.empty(),
                told(created("02T09:00"), "02T11:00", held, plan).owner());
        Story blue = created("02T09:00").team("02T10:00", "blue");
        assertEquals(2, told(blue, "02T11:00", held, plan).cycle());
        assertEquals(Optional.of("blue"), told(blue, "02T11:00", held, plan).owner());
        assertEquals(
                Optional.empty(),
                blue.read("02T11:00", plan).cycles(held).get(0).owner());
    }

    @Test
    void aBreachThatAPauseWithAnotherTargetHides() {
        SlaPlan plan = plan(SlaTarget.of(SOLVING, Duration.ofHours(4))
                .withGoals(
                        new Goal(TicketCondition.status(PENDING), TargetTime.of(Duration.ofHours(8))),
                        new Goal(TicketCondition.always(), TargetTime.of(Duration.ofHours(4))))
                .during("office"));
        Story story = created("02T09:00").status("02T14:00", Status.PENDING);
        SlaReading reading = replayed(story, "02T15:00", SOLVING, plan);
        assertEquals(SlaState.PAUSED, reading.state());
        assertEquals(List.of(at("02T13:00")), reading.priorBreaches());
        assertEquals(Optional.of(Duration.ofHours(3)), reading.remaining());
    }

    @Test
    void aCarriedShareIsUsedUpBeforeOpenTimeGoesOverToWallTime() {
        SlaPolicy eight = policy("eight", hours(RESOLUTION, 8)).withAppliesTo(tag("eight"));
        SlaPolicy four = policy("four", hours(RESOLUTION, 4).withRetarget(Retarget.PROPORTIONAL))
                .withAppliesTo(tag("four"));
        SlaPolicy both = policy(
                "both",
                SlaTarget.of(RESOLUTION, new TargetTime.OpenThenWallTime(Duration.ofHours(3), Duration.ofHours(1)))
                        .during("office"));
        Story story = created(
                        "02T13:00", TicketDetails.builder().addTag("eight").addTag("four"))
                .untagged("02T15:00", "eight")
                .untagged("02T16:00", "four");
        SlaReading reading = replayed(story, "02T16:30", RESOLUTION, plan(eight, four, both));
        assertEquals(maybe("02T18:00"), reading.dueAt(), "one hour carried over, two counted, one of the wall clock");
    }

    @Test
    void ownersAreAtMostSixtyFour() {
        List<SlaTarget> targets = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            targets.add(hours(RESOLUTION.withId(SlaMetricId.of("m-" + i)).withOwner(Attribute.field("field-" + i)), 4));
        }
        SlaPolicy most =
                SlaPolicy.builder().id("most").targets(targets.subList(0, 64)).build();
        assertEquals(64, created("02T09:00").read("02T11:00", most).all().size());
        SlaBook more = SlaBook.of(most.withTargets(targets));
        assertThrows(IllegalArgumentException.class, () -> more.resolve(CALENDARS));
    }
}
