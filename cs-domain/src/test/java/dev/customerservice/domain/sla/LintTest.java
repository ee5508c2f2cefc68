package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.TicketCondition.happened;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.sla.LintFinding.Kind;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where lint speaks, and where it must keep silent. */
class LintTest {
    private static final SlaPolicy ALL = policy("all", hours(RESOLUTION, 8));
    private static final SlaPolicy VIP = ALL.withId(SlaPolicyId.of("vip")).withAppliesTo(tag("vip"));

    private static List<LintFinding> lint(SlaBook book) {
        return book.lint(CalendarBook.of(OFFICE), at("02T09:00"));
    }

    private static List<Kind> kinds(SlaPolicy... policies) {
        return kinds(SlaBook.of(policies));
    }

    private static List<Kind> kinds(SlaBook book) {
        return lint(book).stream().map(LintFinding::kind).toList();
    }

    private static SlaPolicy from(SlaPolicy policy, String start) {
        return policy.withEffectiveFrom(at(start));
    }

    private static SlaPolicy until(SlaPolicy policy, String end) {
        return policy.withEffectiveUntil(at(end));
    }

    @Test
    void aPolicyIsHiddenOnlyByOneThatIsEffectiveWheneverItIs() {
        List<Kind> hidden = List.of(Kind.UNREACHABLE_POLICY);
        assertEquals(hidden, kinds(ALL, from(VIP, "03T09:00")));
        assertEquals(List.of(), kinds(from(ALL, "03T09:00"), VIP));
        assertEquals(hidden, kinds(from(ALL, "03T09:00"), from(VIP, "03T09:00")));
        assertEquals(hidden, kinds(from(ALL, "03T09:00"), from(VIP, "03T09:01")));
        assertEquals(List.of(), kinds(from(ALL, "03T09:00"), from(VIP, "03T08:59")));
        assertEquals(hidden, kinds(ALL, until(VIP, "03T09:00")));
        assertEquals(List.of(), kinds(until(ALL, "03T09:00"), VIP));
        assertEquals(hidden, kinds(until(ALL, "03T09:00"), until(VIP, "03T09:00")));
        assertEquals(hidden, kinds(until(ALL, "03T09:00"), until(VIP, "03T08:59")));
        assertEquals(List.of(), kinds(until(ALL, "03T09:00"), until(VIP, "03T09:01")));
        assertEquals(List.of(), kinds(SlaBook.of(ALL, VIP).withMatching(Matching.ALL)), "all that fit apply");
    }

    @Test
    void aFindingNamesThePolicyTheMetricAndTheValues() {
        assertEquals(
                List.of(new LintFinding(
                        Kind.UNREACHABLE_POLICY,
                        SlaPolicyId.of("vip"),
                        "1",
                        Optional.empty(),
                        "whatever fits it fits all version 1, which comes first")),
                lint(SlaBook.of(ALL, VIP)));
        assertEquals(
                List.of(new LintFinding(
                        Kind.TARGET_NEVER_MET,
                        SlaPolicyId.of("all"),
                        "1",
                        Optional.of(RESOLUTION.id()),
                        "the target is zero")),
                lint(SlaBook.of(policy("all", hours(RESOLUTION, 0)))));
    }

    @Test
    void conditionsAreComparedByTheirForm() {
        TicketCondition a = tag("a");
        TicketCondition b = tag("b");
        assertHides(a, a.and(b));
        assertHides(a.or(b), a);
        assertHides(b.or(a), a.or(b));
        assertHides(a.and(b), b.and(a));
        assertHides(not(a.and(b)), not(a));
        assertHides(TicketCondition.priorityAtLeast(Priority.HIGH), TicketCondition.priorityAtLeast(Priority.URGENT));
        assertShows(a.and(b), a);
        assertShows(a, a.or(b));
        assertShows(not(a), not(a.and(b)));
        assertShows(a, b);
        assertShows(TicketCondition.priorityAtLeast(Priority.URGENT), TicketCondition.priorityAtLeast(Priority.HIGH));
    }

    private static void assertHides(TicketCondition first, TicketCondition second) {
        assertEquals(
                List.of(Kind.UNREACHABLE_POLICY),
                kinds(ALL.withAppliesTo(first), VIP.withAppliesTo(second)),
                first + " before " + second);
    }

    private static void assertShows(TicketCondition first, TicketCondition second) {
        assertEquals(
                List.of(), kinds(ALL.withAppliesTo(first), VIP.withAppliesTo(second)), first + " before " + second);
    }

    @Test
    void aMatrixIsWholeWhereAGoalIsForAllThatAnotherIsNotFor() {
        TicketCondition vip = tag("vip");
        assertEquals(List.of(), kinds(policy("one", goals(vip, not(vip)))));
        assertEquals(List.of(), kinds(policy("one", goals(not(vip), vip))));
        assertEquals(List.of(), kinds(policy("one", goals(vip, not(vip).or(tag("late"))))));
        assertEquals(List.of(), kinds(policy("one", goals(vip, not(TicketCondition.never())))));
        assertEquals(List.of(Kind.HOLE_IN_MATRIX), kinds(policy("one", goals(vip, not(vip.or(tag("late")))))));
        assertEquals(List.of(Kind.HOLE_IN_MATRIX), kinds(policy("one", goals(vip, not(tag("late"))))));
        assertEquals(
                List.of(Kind.UNREACHABLE_POLICY),
                kinds(ALL.withAppliesTo(not(TicketCondition.always().or(vip)))),
                "no ticket is none of all");
    }

    private static SlaTarget goals(TicketCondition first, TicketCondition second) {
        return hours(RESOLUTION, 8)
                .withGoals(
                        new Goal(first, TargetTime.of(Duration.ofHours(1))),
                        new Goal(second, TargetTime.of(Duration.ofHours(8))));
    }

    @Test
    void aVersionThatIsKeptOrAdoptedReachesWhatAnotherPolicyWouldHide() {
        SlaPolicy first = from(ALL, "03T09:00");
        SlaPolicy between = from(VIP, "03T09:00");
        SlaPolicy other = ALL.withVersion("2");
        SlaBook book = SlaBook.of(first, between, other);
        List<Kind> hidden = List.of(Kind.UNREACHABLE_POLICY);
        assertEquals(hidden, kinds(book.withAdopt(Adopt.AT_NEXT_MATCH)));
        assertEquals(List.of(), kinds(book.withAdopt(Adopt.NEVER)), "a ticket that keeps version 2 passes over 1");
        SlaBook versions = SlaBook.of(first, between, VIP.withVersion("2"));
        assertEquals(hidden, kinds(versions.withAdopt(Adopt.WHEN_EFFECTIVE)));
        assertEquals(
                List.of(),
                kinds(versions.withAdopt(Adopt.WHEN_EFFECTIVE).withRematch(Rematch.AT_CREATION)),
                "a ticket of version 2 adopts version 1");
        SlaBook single = SlaBook.of(ALL, VIP);
        assertEquals(hidden, kinds(single.withAdopt(Adopt.NEVER)), "there is no other version");
        assertEquals(hidden, kinds(single.withAdopt(Adopt.WHEN_EFFECTIVE).withRematch(Rematch.AT_CREATION)));
        SlaBook all = SlaBook.of(ALL, VIP.withId(ALL.id()).withVersion("2")).withMatching(Matching.ALL);
        assertEquals(hidden, kinds(all), "of the versions of a policy the first that fits holds");
    }

    @Test
    void whatStopsAClockMayBeAmongWhatPausesIt() {
        SlaTarget target = hours(RESOLUTION.withStop(tag("a").and(tag("b"))), 8);
        assertEquals(List.of(Kind.STOP_AND_PAUSE_OVERLAP), kinds(policy("one", target.pausedWhile(tag("b")))));
        assertEquals(List.of(), kinds(policy("one", target.pausedWhile(tag("c")))));
    }

    @Test
    void whatHappenedIsNoQuestionForAGoal() {
        SlaTarget target = SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                .withGoals(
                        new Goal(happened(Happening.REPLY), TargetTime.of(Duration.ofHours(1))),
                        new Goal(TicketCondition.always(), TargetTime.of(Duration.ofHours(8))));
        assertEquals(List.of(Kind.HAPPENING_IN_MATCH), kinds(policy("one", target)));
    }

    @Test
    void targetsThatAreMetByTimeAreNotReported() {
        Instant now = at("02T09:00");
        assertEquals(List.of(), kinds(policy("one", SlaTarget.of(RESOLUTION, TargetTime.at(now.plusNanos(1))))));
        assertEquals(
                List.of(Kind.TARGET_NEVER_MET), kinds(policy("one", SlaTarget.of(RESOLUTION, TargetTime.at(now)))));
        TargetTime hour = TargetTime.of(Duration.ofHours(1));
        TargetTime zero = TargetTime.of(Duration.ZERO);
        assertEquals(List.of(), kinds(byHours(hour, hour)));
        assertEquals(List.of(Kind.TARGET_NEVER_MET), kinds(byHours(zero, hour)));
        assertEquals(List.of(Kind.TARGET_NEVER_MET), kinds(byHours(hour, zero)));
    }

    private static SlaPolicy byHours(TargetTime inside, TargetTime outside) {
        return policy(
                "one",
                SlaTarget.of(RESOLUTION, new TargetTime.ByHoursOfStart(inside, outside))
                        .during("office"));
    }

    @Test
    void aTargetIsSlowerOnlyForTheSameTicketsOnTheSameCalendar() {
        SlaPolicy contract = policy("inner", hours(RESOLUTION, 9)).withKind(AgreementKind.UNDERPINNING_CONTRACT);
        assertEquals(List.of(Kind.UNDERPINNING_TOO_SLOW), kinds(both(ALL, contract)));
        assertEquals(List.of(), kinds(both(ALL, contract.withTargets(hours(RESOLUTION, 8)))), "as long");
        assertEquals(
                List.of(),
                kinds(both(ALL, contract.withTargets(SlaTarget.of(RESOLUTION, Duration.ofHours(9))))),
                "round the clock");
        assertEquals(List.of(), kinds(both(ALL, contract.withTargets(hours(FIRST_REPLY, 9)))), "another metric");
        assertEquals(List.of(), kinds(both(ALL, contract.withKind(AgreementKind.SLA))), "no contract");
        SlaPolicy high = ALL.withTargets(SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(8))
                .during("office")
                .otherwise(Duration.ofHours(10)));
        assertEquals(List.of(), kinds(both(high, contract)), "what high tickets are promised is not compared with all");
        assertEquals(
                List.of(Kind.UNDERPINNING_TOO_SLOW), kinds(both(high, contract.withTargets(hours(RESOLUTION, 11)))));
    }

    private static SlaBook both(SlaPolicy outer, SlaPolicy inner) {
        return SlaBook.of(outer, inner).withMatching(Matching.ALL);
    }

    /** A day and a night of the wall clock are over before sixteen open hours are. */
    @Test
    void wallTimeIsNotMeasuredAgainstOpenTime() {
        TargetTime open = TargetTime.of(Duration.ofHours(16));
        TargetTime wall = TargetTime.wall(Duration.ofHours(24));
        TargetTime both = new TargetTime.OpenThenWallTime(Duration.ofHours(1), Duration.ofHours(20));
        TargetTime more = new TargetTime.OpenThenWallTime(Duration.ofHours(2), Duration.ofHours(20));
        List<Kind> slower = List.of(Kind.REPLY_SLOWER_THAN_RESOLUTION);
        assertEquals(List.of(), kinds(replyAndResolution(wall, open)));
        assertEquals(List.of(), kinds(replyAndResolution(both, open)));
        assertEquals(slower, kinds(replyAndResolution(TargetTime.of(Duration.ofHours(25)), wall)));
        assertEquals(slower, kinds(replyAndResolution(wall, TargetTime.wall(Duration.ofHours(23)))));
        assertEquals(slower, kinds(replyAndResolution(more, both)));
        TargetTime longer = new TargetTime.OpenThenWallTime(Duration.ofHours(1), Duration.ofHours(21));
        assertEquals(slower, kinds(replyAndResolution(longer, both)), "as much open time and more after it");
        assertEquals(
                List.of(),
                kinds(replyAndResolution(new TargetTime.OpenThenWallTime(Duration.ZERO, Duration.ofHours(22)), both)));
        assertEquals(
                slower,
                kinds(policy("one", SlaTarget.of(FIRST_REPLY, wall), SlaTarget.of(RESOLUTION, open))),
                "without a calendar both are counted on the wall clock");
    }

    private static SlaPolicy replyAndResolution(TargetTime reply, TargetTime resolution) {
        return policy(
                "one",
                SlaTarget.of(FIRST_REPLY, reply).during("office"),
                SlaTarget.of(RESOLUTION, resolution).during("office"));
    }
}
