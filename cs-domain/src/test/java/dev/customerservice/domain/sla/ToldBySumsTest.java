package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.BothForms.CALENDARS;
import static dev.customerservice.domain.sla.BothForms.CALL;
import static dev.customerservice.domain.sla.BothForms.SOLVING;
import static dev.customerservice.domain.sla.BothForms.VIP;
import static dev.customerservice.domain.sla.BothForms.plan;
import static dev.customerservice.domain.sla.BothForms.replayed;
import static dev.customerservice.domain.sla.BothForms.told;
import static dev.customerservice.domain.sla.BothForms.vip;
import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
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

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which tickets sums can tell of, in both forms, and which must be replayed: a ticket that is replayed without need reads the same, but
 * slowly.
 */
class ToldBySumsTest {
    private static final SlaPolicy ALL = policy("all", hours(RESOLUTION, 8));

    private static Story field(Story story, String time, String value) {
        return story.then(new FieldChanged(Story.agent(time), "began", Optional.of(value)));
    }

    @Test
    void stopsPausesAndStartsOverInEveryWay() {
        Story story = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .status("02T11:00", Status.OPEN)
                .status("02T12:00", Status.SOLVED)
                .status("02T14:00", Status.OPEN);
        List<Duration> elapsed =
                List.of(Again.RESUME, Again.RESUME_INCLUDING_STOPPED, Again.RESTART, Again.NEW_CYCLE).stream()
                        .map(again -> {
                            SlaMetric metric = SOLVING.withAgain(again);
                            return told(story, "02T15:00", metric, plan(hours(metric, 8)))
                                    .elapsed();
                        })
                        .toList();
        assertEquals(
                List.of(Duration.ofHours(3), Duration.ofHours(5), Duration.ofHours(1), Duration.ofHours(1)), elapsed);
    }

    @Test
    void aPromiseThatIsWithdrawnByWhatCompletesTheCycle() {
        SlaPolicy open = ALL.withAppliesTo(not(TicketCondition.is(Attribute.DONE)));
        SlaReading reading =
                told(created("02T09:00").status("02T10:00", Status.SOLVED), "02T12:00", RESOLUTION, plan(open));
        assertEquals(Optional.of(CancelReason.POLICY_REMOVED), reading.cancelReason());
        SlaPolicy lasting = policy("one", hours(PERIODIC_UPDATE, 1)).withAppliesTo(tag("vip"));
        Story removed = vip("02T08:00").reply("02T09:00").untagged("02T09:30", "vip");
        assertEquals(
                maybe("02T09:30"),
                told(removed, "02T12:00", PERIODIC_UPDATE, plan(lasting)).cancelledAt());
        SlaPolicy replied = lasting.withAppliesTo(tag("vip").and(not(TicketCondition.is(Attribute.DONE))));
        replayed(
                vip("02T08:00").reply("02T09:00").status("02T09:30", Status.SOLVED),
                "02T12:00",
                PERIODIC_UPDATE,
                plan(replied));
    }

    @Test
    void whatIsPromisedAgainIsReplayed() {
        Story back = vip("02T09:00").untagged("02T10:00", "vip").tagged("02T11:00", "vip");
        assertEquals(
                maybe("02T13:00"),
                replayed(back, "02T12:00", RESOLUTION, plan(VIP)).dueAt());
        Story gone = vip("02T09:00").untagged("02T10:00", "vip").reply("02T10:30");
        assertEquals(
                SlaState.CANCELLED,
                told(gone, "02T12:00", RESOLUTION, plan(VIP)).state());
    }

    @Test
    void anotherPromiseForTheOpenCycle() {
        Story story = vip("02T09:00").untagged("02T10:00", "vip");
        assertEquals(
                maybe("02T17:00"),
                told(story, "02T12:00", RESOLUTION, plan(VIP, ALL)).dueAt());
        SlaPolicy again = ALL.withTargets(hours(RESOLUTION, 6).withRetarget(Retarget.RESTART));
        assertEquals(
                maybe("02T16:00"),
                told(story, "02T12:00", RESOLUTION, plan(VIP, again)).dueAt());
        SlaPolicy share = ALL.withTargets(hours(RESOLUTION, 8).withRetarget(Retarget.PROPORTIONAL));
        assertEquals(
                maybe("02T16:00"),
                replayed(story, "02T12:00", RESOLUTION, plan(VIP, share)).dueAt());
        SlaPolicy same = ALL.withTargets(hours(RESOLUTION, 4).withRetarget(Retarget.PROPORTIONAL));
        assertEquals(
                maybe("02T13:00"),
                told(story, "02T12:00", RESOLUTION, plan(VIP, same)).dueAt());
        SlaPolicy always = ALL.withTargets(hours(RESOLUTION, 8).during("always"));
        assertEquals(
                maybe("02T17:00"),
                replayed(story, "02T12:00", RESOLUTION, plan(VIP, always)).dueAt());
    }

    @Test
    void anotherPromiseForTheStoppedCycle() {
        Story story = vip("02T09:00").status("02T10:00", Status.SOLVED).untagged("02T11:00", "vip");
        SlaPolicy same = ALL.withTargets(hours(RESOLUTION, 4));
        Story open = story.status("02T12:00", Status.OPEN);
        assertEquals(
                maybe("02T15:00"),
                told(open, "02T13:00", RESOLUTION, plan(VIP, same)).dueAt());
        assertEquals(
                "all",
                told(open, "02T13:00", RESOLUTION, plan(VIP, same)).policy().value());
        assertEquals(
                maybe("03T11:00"),
                replayed(open, "02T13:00", RESOLUTION, plan(VIP, ALL)).dueAt());
        assertEquals(
                SlaState.ACHIEVED,
                told(story, "02T13:00", RESOLUTION, plan(VIP, ALL)).state());
        SlaPolicy always = ALL.withTargets(hours(RESOLUTION, 4).during("always"));
        assertEquals(
                SlaState.ACHIEVED,
                replayed(story, "02T13:00", RESOLUTION, plan(VIP, always)).state());
        SlaMetric again = RESOLUTION.withAgain(Again.RESTART);
        SlaPolicy four = VIP.withTargets(hours(again, 4));
        SlaPolicy eight = ALL.withTargets(hours(again, 3));
        assertEquals(
                maybe("02T15:00"),
                told(open, "02T13:00", again, plan(four, eight)).dueAt());
        SlaPolicy late = ALL.withAppliesTo(tag("late"));
        Story offered = open.tagged("02T12:30", "late");
        assertEquals(
                maybe("03T11:00"),
                replayed(offered, "02T13:00", RESOLUTION, plan(VIP, late)).dueAt());
    }

    @Test
    void aFieldThatHoldsALaterInstantOrOneSinceTheLastChange() {
        SlaMetric reported = SOLVING.withAnchor(Anchor.field("began"));
        SlaPlan plan = plan(hours(reported, 4));
        Story ahead = field(created("02T09:00"), "02T09:30", "2026-03-02T10:00:00Z");
        assertEquals(maybe("02T14:00"), told(ahead, "02T11:00", reported, plan).dueAt());
        assertEquals(maybe("02T10:00"), told(ahead, "02T11:00", reported, plan).countsFrom());
        assertEquals(
                Duration.ofHours(1), told(ahead, "02T11:00", reported, plan).elapsed());
        Story now = field(created("02T09:00"), "02T09:30", "2026-03-02T09:30:00Z");
        assertEquals(maybe("02T13:30"), told(now, "02T11:00", reported, plan).dueAt());
        Story since = field(created("02T09:00"), "02T11:00", "2026-03-02T10:00:00Z");
        assertEquals(maybe("02T14:00"), told(since, "02T11:00", reported, plan).dueAt());
        assertEquals(
                Duration.ofHours(1), told(since, "02T11:00", reported, plan).elapsed());
        Story atOnce = field(created("02T09:00"), "02T11:00", "2026-03-02T09:00:00Z");
        assertEquals(maybe("02T13:00"), told(atOnce, "02T11:00", reported, plan).dueAt());
        Story before = field(created("02T09:00"), "02T11:00", "2026-03-02T08:00:00Z");
        assertEquals(
                maybe("02T13:00"), replayed(before, "02T11:00", reported, plan).dueAt());
        Story late = field(created("02T09:00"), "02T15:00", "2026-03-02T10:00:00Z");
        assertEquals(
                maybe("02T14:00"), replayed(late, "02T15:30", reported, plan).breachedAt());
        assertEquals(
                maybe("02T15:00"), replayed(late, "02T15:30", reported, plan).breachKnownFrom());
        Story exactly = field(created("02T09:00"), "02T14:00", "2026-03-02T10:00:00Z");
        assertEquals(
                SlaState.RUNNING, replayed(exactly, "02T14:00", reported, plan).state());
        Story waiting = created("02T09:00", TicketDetails.builder().status(Status.PENDING));
        Story paused = field(waiting, "02T11:00", "2026-03-02T10:00:00Z");
        assertEquals(
                Duration.ofHours(1), told(paused, "02T11:00", reported, plan).paused());
        assertEquals(SlaState.PAUSED, told(paused, "02T11:00", reported, plan).state());
        Story long0 = field(waiting, "02T11:00", "2026-03-02T08:30:00Z");
        SlaReading reading = replayed(long0, "02T12:00", reported, plan);
        assertEquals(SlaState.PAUSED, reading.state(), "paused since the creation, and open before it");
        assertEquals(maybe("02T16:00"), reading.projectedDueAt());
    }

    @Test
    void aPauseBeforeTheCycleCountsIsReplayed() {
        SlaMetric reported = SOLVING.withAnchor(Anchor.field("began"));
        SlaPlan plan = plan(hours(reported, 4));
        Story early =
                field(created("02T09:00"), "02T09:30", "2026-03-02T10:00:00Z").status("02T09:40", Status.PENDING);
        assertEquals(
                SlaState.PAUSED, replayed(early, "02T09:50", reported, plan).state());
        assertEquals(Duration.ZERO, replayed(early, "02T09:50", reported, plan).paused());
        assertEquals(Duration.ZERO, told(early, "02T10:00", reported, plan).paused());
        assertEquals(
                Duration.ofMinutes(30), told(early, "02T10:30", reported, plan).paused());
        Story running = field(created("02T09:00"), "02T09:30", "2026-03-02T10:00:00Z");
        assertEquals(SlaState.RUNNING, told(running, "02T09:50", reported, plan).state());
    }

    @Test
    void aClockThatCountsFromTheCreation() {
        SlaMetric call = CALL.withPausedWhile(TicketCondition.status(PENDING)).withAnchor(Anchor.CREATION);
        SlaPlan plan = plan(hours(call, 4));
        Story story = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .status("02T11:00", Status.OPEN)
                .tagged("02T12:00", "call");
        SlaReading reading = told(story, "02T12:30", call, plan);
        assertEquals(Duration.ofMinutes(150), reading.elapsed());
        assertEquals(Duration.ofHours(1), reading.paused());
        assertEquals(maybe("02T14:00"), reading.dueAt());
        assertEquals(
                maybe("02T13:00"),
                told(story, "02T12:30", call, plan(hours(call, 3))).dueAt());
        SlaPlan used = plan(hours(call, 2));
        assertEquals(maybe("02T12:00"), told(story, "02T12:00", call, used).dueAt(), "used up at this very instant");
        assertEquals(
                maybe("02T10:00"),
                replayed(story, "02T12:00", call, plan(hours(call, 1))).dueAt());
        Story waiting = created("02T09:00").status("02T11:00", Status.PENDING).tagged("02T12:00", "call");
        assertEquals(
                maybe("02T11:00"), replayed(waiting, "02T12:30", call, used).dueAt(), "used up before the pause");
        assertEquals(
                SlaState.PAUSED,
                told(waiting, "02T12:30", call, plan(hours(call, 3))).state());
        SlaPolicy vip = policy("vip", hours(call, 4)).withAppliesTo(tag("vip"));
        SlaPolicy rest = policy("rest", hours(call, 5));
        SlaPolicy round = policy("rest", hours(call, 5).during("always"));
        assertEquals(
                maybe("02T15:00"),
                told(story, "02T12:30", call, plan(vip, rest)).dueAt());
        assertEquals(
                maybe("02T15:00"),
                replayed(story, "02T12:30", call, plan(vip, round)).dueAt());
        assertEquals(
                maybe("02T15:00"),
                told(
                                story,
                                "02T12:30",
                                CALL,
                                plan(
                                        vip.withTargets(hours(CALL, 4)),
                                        rest.withTargets(hours(CALL, 3).during("always"))))
                        .dueAt());
    }

    @Test
    void milestonesThatCountFromTheDueTimeBefore() {
        SlaMetric next = SlaMetric.builder()
                .id("workaround")
                .start(TicketCondition.always())
                .finish(tag("workaround"))
                .pausedWhile(TicketCondition.status(PENDING))
                .after(FIRST_REPLY.id())
                .anchor(Anchor.PREVIOUS_DUE)
                .build();
        SlaPlan plan = plan(hours(FIRST_REPLY, 1), hours(next, 4));
        assertEquals(
                maybe("02T14:00"),
                told(created("02T09:00").reply("02T09:20"), "02T11:00", next, plan)
                        .dueAt());
        assertEquals(
                maybe("02T14:00"),
                told(created("02T09:00").reply("02T10:00"), "02T11:00", next, plan)
                        .dueAt());
        Story late = created("02T09:00").reply("02T11:00");
        assertEquals(Duration.ofHours(2), told(late, "02T12:00", next, plan).elapsed());
        Story paused = created("02T09:00")
                .status("02T10:30", Status.PENDING)
                .status("02T11:00", Status.OPEN)
                .reply("02T11:30");
        assertEquals(
                Duration.ofMinutes(30), replayed(paused, "02T12:00", next, plan).paused());
    }

    @Test
    void periodsOneAfterTheOther() {
        SlaMetric contact = PERIODIC_UPDATE.withAnchor(Anchor.PREVIOUS_DUE);
        SlaPlan plan = plan(hours(contact, 1));
        Story story = created("02T08:00").reply("02T09:00").reply("02T09:20");
        SlaReading second = told(story, "02T09:50", contact, plan);
        assertEquals(maybe("02T10:00"), second.countsFrom());
        assertEquals(Optional.of(Anchor.PREVIOUS_DUE), second.anchor());
        SlaReading exact = told(story.reply("02T10:00"), "02T10:30", contact, plan);
        assertEquals(3, exact.cycle(), "a reply at the instant from which it counts ends it");
        assertEquals(maybe("02T11:00"), exact.countsFrom());
        assertEquals(
                2, replayed(story.reply("02T09:40"), "02T10:30", contact, plan).cycle());
        SlaReading onTime = told(created("02T08:00").reply("02T09:00").reply("02T10:00"), "02T10:30", contact, plan);
        assertEquals(Optional.empty(), onTime.anchor(), "it counts from its trigger");
        assertEquals(Duration.ofMinutes(30), onTime.elapsed());
        Story twice = created("02T08:00").reply("02T09:00").reply("02T09:00");
        assertEquals(
                1,
                replayed(twice, "02T09:50", PERIODIC_UPDATE, plan(hours(PERIODIC_UPDATE, 1)))
                        .cycle());
    }

    @Test
    void aStoppedPeriodThatStartsOver() {
        SlaMetric later = SlaMetric.builder()
                .id("later")
                .start(TicketCondition.always())
                .stop(tag("stop"))
                .again(Again.RESTART)
                .anchor(Anchor.field("began"))
                .build();
        SlaPlan plan = plan(hours(later, 4));
        Story story =
                field(created("02T09:00"), "02T09:30", "2026-03-02T11:00:00Z").tagged("02T10:00", "stop");
        assertEquals(
                maybe("02T15:00"),
                replayed(story.untagged("02T10:30", "stop"), "02T12:00", later, plan)
                        .dueAt());
        assertEquals(
                maybe("02T15:00"),
                told(story.untagged("02T11:00", "stop"), "02T12:00", later, plan)
                        .dueAt());
        assertEquals(
                maybe("02T15:30"),
                told(story.untagged("02T11:30", "stop"), "02T12:00", later, plan)
                        .dueAt());
    }

    @Test
    void aRestartByAnotherTargetBeforeTheCycleCounts() {
        SlaMetric reported = RESOLUTION.withAnchor(Anchor.field("began"));
        SlaPlan plan = plan(SlaTarget.of(reported, Priority.HIGH, Duration.ofHours(4))
                .otherwise(Duration.ofHours(6))
                .during("office")
                .withRetarget(Retarget.RESTART));
        Story story = field(created("02T09:00"), "02T09:30", "2026-03-02T10:00:00Z");
        assertEquals(
                maybe("02T14:00"),
                replayed(story.priority("02T09:40", Priority.HIGH), "02T11:00", reported, plan)
                        .dueAt());
        assertEquals(
                maybe("02T14:00"),
                told(story.priority("02T10:00", Priority.HIGH), "02T11:00", reported, plan)
                        .dueAt());
        assertEquals(
                maybe("02T14:30"),
                told(story.priority("02T10:30", Priority.HIGH), "02T11:00", reported, plan)
                        .dueAt());
    }

    @Test
    void cyclesThatAreLeftOutIfTheyAreEmpty() {
        SlaMetric call = CALL.withFinish(tag("done")).withDiscardsEmptyCycles(true);
        SlaPlan plan = plan(hours(call, 4));
        Story resumed = created("02T09:00")
                .tagged("02T10:00", "call")
                .tagged("02T11:00", "called")
                .untagged("02T12:00", "called");
        assertEquals(maybe("02T15:00"), told(resumed, "02T13:00", call, plan).dueAt());
        Story once = resumed.tagged("02T13:00", "done").untagged("02T14:00", "done");
        assertEquals(SlaState.ACHIEVED, told(once, "02T15:00", call, plan).state());
        assertEquals(1, told(once, "02T15:00", call, plan).cycle(), "it was finished for good");
        Story atOnce =
                created("02T09:00").then(new TagsChanged(Story.agent("02T10:00"), Set.of("call", "done"), Set.of()));
        assertEquals(SlaState.NOT_STARTED, told(atOnce, "02T11:00", call, plan).state());
        Story again = atOnce.untagged("02T11:00", "done");
        assertEquals(1, told(again, "02T12:00", call, plan).cycle());
    }

    @Test
    void milestonesOfTheSecondOfTwoAgreements() {
        SlaMetric next = RESOLUTION
                .withId(SlaMetricId.of("next"))
                .withAfter(FIRST_REPLY.id())
                .withAnchor(Anchor.PREVIOUS_DUE);
        SlaPlan plan = SlaBook.of(
                        policy("one", hours(RESOLUTION, 8), hours(SOLVING.withId(SlaMetricId.of("two")), 6)),
                        policy("two", hours(FIRST_REPLY, 1), hours(next, 4)))
                .withMatching(Matching.ALL)
                .resolve(CALENDARS);
        Story story = created("02T09:00").reply("02T09:30");
        assertEquals(maybe("02T14:00"), told(story, "02T11:00", next, plan).dueAt());
    }

    @Test
    void aMilestoneAfterOneWhosePromiseWasWithdrawn() {
        SlaMetric next = RESOLUTION
                .withId(SlaMetricId.of("next"))
                .withAfter(FIRST_REPLY.id())
                .withAnchor(Anchor.PREVIOUS_DUE);
        SlaPlan plan = plan(
                policy("vip", hours(FIRST_REPLY, 1), hours(next, 4)).withAppliesTo(tag("vip")),
                policy("rest", hours(next, 4)));
        Story story = vip("02T09:00").untagged("02T09:30", "vip").reply("02T10:00");
        SlaReading reading = replayed(story, "02T11:00", next, plan);
        assertEquals(Optional.of(SlaFault.PREVIOUS_DUE_MISSING), reading.fault());
    }

    @Test
    void whatTheTicketItselfMustTell() {
        SlaMetric owned = RESOLUTION.withOwner(Attribute.TEAM);
        assertEquals(
                Optional.empty(),
                replayed(created("02T09:00"), "02T10:00", owned, plan(hours(owned, 4)))
                        .owner());
        SlaMetric again = RESOLUTION.withAgain(Again.RESTART);
        SlaTarget both = SlaTarget.of(again, Duration.ofHours(4))
                .withGoals(
                        new Goal(
                                TicketCondition.priority(Priority.HIGH),
                                new TargetTime.OpenThenWallTime(Duration.ofHours(1), Duration.ofHours(1))),
                        new Goal(TicketCondition.always(), TargetTime.of(Duration.ofHours(4))))
                .during("office");
        Story story = created("02T09:00").status("02T10:00", Status.SOLVED).priority("02T11:00", Priority.HIGH);
        SlaReading reading = replayed(story.status("02T12:00", Status.OPEN), "02T13:00", again, plan(both));
        assertEquals(maybe("02T14:00"), reading.dueAt());
        assertEquals(
                SlaState.ACHIEVED, told(story, "02T13:00", again, plan(both)).state());
        SlaMetric reported = SOLVING.withAnchor(Anchor.field("began"));
        SlaPlan two = plan(
                policy("vip", hours(reported, 4)).withAppliesTo(tag("vip")),
                policy("rest", hours(reported, 4).during("always")));
        Story ahead = field(created("02T07:00"), "02T07:30", "2026-03-02T08:00:00Z");
        assertEquals(maybe("02T12:00"), told(ahead, "02T09:00", reported, two).dueAt());
    }

    @Test
    void whatIsNoPlainDurationIsReplayed() {
        SlaPlan zero = plan(hours(RESOLUTION, 0));
        assertEquals(
                maybe("02T09:00"),
                replayed(created("02T08:00"), "02T10:00", RESOLUTION, zero).dueAt());
        SlaPlan fixed =
                plan(SlaTarget.of(RESOLUTION, TargetTime.at(at("02T11:00"))).during("office"));
        assertEquals(
                maybe("02T11:00"),
                replayed(created("02T08:00"), "02T10:00", RESOLUTION, fixed).dueAt());
        SlaPlan dated = plan(hours(RESOLUTION, 4));
        Story story = created("02T09:00").due("02T10:00", RESOLUTION, "02T12:00");
        assertEquals(
                maybe("02T12:00"),
                replayed(story, "02T13:00", RESOLUTION, dated).dueAt());
    }
}
