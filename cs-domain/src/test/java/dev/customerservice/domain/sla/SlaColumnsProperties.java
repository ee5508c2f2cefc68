package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Both forms by sums, objects and columns, give the answers of a replay with cycles: over random definitions and policies as well as random
 * histories.
 */
class SlaColumnsProperties {
    static final List<BusinessCalendar> OFFICES = List.of(
            BusinessCalendar.builder()
                    .id("office")
                    .zone(ZoneId.of("Europe/London"))
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
                    .build(),
            BusinessCalendar.builder()
                    .id("nights")
                    .zone(ZoneId.of("America/St_Johns"))
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-04:00", "22:15-24:00"))
                    .build());
    private static final CalendarBook CALENDARS = CalendarBook.of(OFFICES.toArray(BusinessCalendar[]::new));

    private static Arbitrary<TicketCondition> leaves() {
        return Arbitraries.of(
                TicketCondition.status(StatusCategory.SOLVED, StatusCategory.CLOSED),
                TicketCondition.is(Attribute.DONE),
                TicketCondition.is(Attribute.AWAITING_REPLY),
                TicketCondition.is(Attribute.ASSIGNED),
                TicketCondition.is(Attribute.IN_TEAM),
                TicketCondition.is(Attribute.REPLIED),
                TicketCondition.tag("tag-1"),
                TicketCondition.priorityAtLeast(Priority.HIGH),
                TicketCondition.priority(Priority.URGENT),
                TicketCondition.happened(Happening.REPLY),
                TicketCondition.happened(Happening.CUSTOMER_MESSAGE),
                TicketCondition.happened(Happening.TEAM_SET),
                TicketCondition.code("odd", ticket -> ticket.customerMessages() % 2 == 1));
    }

    private static Arbitrary<TicketCondition> conditions() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(TicketCondition.never())),
                Tuple.of(1, Arbitraries.just(TicketCondition.always())),
                Tuple.of(4, leaves()),
                Tuple.of(2, leaves().map(TicketCondition::negate)),
                Tuple.of(2, Combinators.combine(leaves(), leaves()).as(TicketCondition::and)),
                Tuple.of(2, Combinators.combine(leaves(), leaves()).as(TicketCondition::or)));
    }

    private static Arbitrary<TicketCondition> pauses() {
        return Arbitraries.of(
                TicketCondition.never(),
                TicketCondition.status(Status.PENDING),
                TicketCondition.status(StatusCategory.PENDING, StatusCategory.ON_HOLD),
                TicketCondition.tag("tag-1"),
                TicketCondition.not(TicketCondition.is(Attribute.IN_TEAM)),
                TicketCondition.is(Attribute.AWAITING_REPLY).negate().and(TicketCondition.is(Attribute.REPLIED)));
    }

    private static Arbitrary<SlaMetric> metrics() {
        Arbitrary<SlaMetric> own = Combinators.combine(
                        Combinators.combine(conditions(), conditions(), pauses(), conditions())
                                .as(List::of),
                        Combinators.combine(leaves().map(leaf -> leaf.and(TicketCondition.tag("tag-0"))), conditions())
                                .as(List::of),
                        Arbitraries.of(Again.values()),
                        Policies.anchors(),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(
                                Optional.of(Attribute.TEAM), Optional.<Attribute>empty(), Optional.<Attribute>empty()),
                        Arbitraries.integers().between(0, 1_000_000))
                .as((c, rare, again, anchor, discards, owner, number) -> SlaMetric.builder()
                        .id("own-" + number)
                        .start(c.get(0))
                        .stop(c.get(1))
                        .pausedWhile(c.get(2))
                        .reset(c.get(3).and(rare.get(1)))
                        .finish(rare.get(1).and(c.get(0)))
                        .cancel(rare.get(0))
                        .again(again)
                        .anchor(anchor)
                        .discardsEmptyCycles(discards)
                        .owner(owner)
                        .build());
        Arbitrary<SlaMetric> standard = Arbitraries.of(SlaMetric.standard());
        Arbitrary<SlaMetric> anchored = Combinators.combine(
                        standard, Policies.anchors(), Arbitraries.integers().between(1, 3))
                .as((metric, anchor, number) -> SlaMetric.builder()
                        .from(metric)
                        .id(metric.id().value() + "-" + number)
                        .anchor(anchor)
                        .build());
        return Arbitraries.oneOf(own, standard, anchored);
    }

    /** Lets some metrics come after others, in the order of their names, so that there is no circle in any book. */
    private static List<SlaTarget> chained(List<SlaTarget> targets, List<Integer> distances) {
        List<SlaTarget> sorted = targets.stream()
                .sorted(Comparator.comparing(target -> target.metric().id().value()))
                .toList();
        List<SlaTarget> chain = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            SlaMetric metric = sorted.get(i).metric();
            int distance = distances.get(i);
            if (distance > 0 && distance <= i) {
                metric = metric.withAfter(sorted.get(i - distance).metric().id());
            } else if (distance == 4) {
                metric = metric.withAfter(SlaMetricId.of("a-metric-of-no-policy"));
            }
            chain.add(sorted.get(i).withMetric(metric));
        }
        return chain;
    }

    private static Arbitrary<SlaTarget> targets() {
        return Combinators.combine(
                        metrics(),
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(1, 3000),
                        Arbitraries.of(Optional.of("office"), Optional.of("nights"), Optional.<String>empty()),
                        Arbitraries.of(
                                Retarget.KEEP_ELAPSED, Retarget.KEEP_ELAPSED, Retarget.RESTART, Retarget.PROPORTIONAL),
                        Arbitraries.of(CalendarChange.values()),
                        Arbitraries.integers().between(0, 9))
                .as((metric, minutes, other, calendar, retarget, change, kind) -> {
                    SlaTarget target = SlaTarget.of(metric, Priority.HIGH, Duration.ofMinutes(other))
                            .withRetarget(retarget)
                            .withCalendarChange(change);
                    target = calendar.isPresent() ? target.during(calendar.get()) : target;
                    if (kind == 0 && calendar.isPresent() && retarget != Retarget.PROPORTIONAL) {
                        return target.orWhen(TicketCondition.always(), TargetTime.workingDays(minutes % 4));
                    }
                    if (kind == 1) {
                        return target;
                    }
                    return target.otherwise(
                            Duration.ofMinutes(retarget == Retarget.PROPORTIONAL ? Math.max(1, minutes) : minutes));
                });
    }

    @Provide
    static Arbitrary<SlaPlan> plans() {
        Arbitrary<List<SlaTarget>> some = targets()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(target -> target.metric().id());
        return Combinators.combine(
                        Combinators.combine(
                                        conditions(),
                                        some,
                                        Arbitraries.of(0, 0, 0, 1, 1, 1, 2, 4)
                                                .list()
                                                .ofSize(4))
                                .as((when, promised, distances) ->
                                        SlaPolicy.builder().appliesTo(when).addAllTargets(chained(promised, distances)))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.of(Matching.values()),
                        Arbitraries.of(Rematch.ON_CHANGE, Rematch.ON_CHANGE, Rematch.AT_CREATION, Rematch.EXPLICIT))
                .as((builders, matching, rematch) -> {
                    SlaBook.Builder book = SlaBook.builder().matching(matching).rematch(rematch);
                    for (int i = 0; i < builders.size(); i++) {
                        book.addPolicies(builders.get(i)
                                .id(SlaPolicyId.of("policy-" + i))
                                .build());
                    }
                    return book.build().resolve(CALENDARS);
                });
    }

    /** Plans of plain durations in which each clock may come after the one before and count from elsewhere than its trigger. */
    @Provide
    static Arbitrary<SlaPlan> milestones() {
        Arbitrary<SlaMetric> kinds = Arbitraries.of(
                SlaMetric.FIRST_REPLY,
                SlaMetric.PERIODIC_UPDATE,
                SlaMetric.PAUSABLE_UPDATE,
                SlaMetric.AGENT_WORK,
                SlaMetric.AGENT_WORK.withAgain(Again.NEW_CYCLE),
                SlaMetric.RESOLUTION.withAgain(Again.RESTART),
                SlaMetric.TIME_TO_OWN,
                SlaMetric.AGENT_WORK.withFinish(TicketCondition.tag("tag-1")),
                SlaMetric.PERIODIC_UPDATE.withDiscardsEmptyCycles(false).withStop(TicketCondition.never()));
        Arbitrary<SlaTarget> target = Combinators.combine(
                        kinds,
                        Policies.anchors(),
                        Arbitraries.integers().between(1, 1200),
                        Arbitraries.integers().between(1, 1200),
                        Arbitraries.of("office", "nights"),
                        Arbitraries.of(Retarget.values()))
                .as((metric, anchor, high, other, calendar, retarget) -> SlaTarget.of(
                                metric.withAnchor(anchor), Priority.HIGH, Duration.ofMinutes(high))
                        .otherwise(Duration.ofMinutes(other))
                        .during(calendar)
                        .withRetarget(retarget));
        return Combinators.combine(
                        target.list().ofMinSize(2).ofMaxSize(4),
                        Arbitraries.of(true, true, false).list().ofSize(4))
                .as((targets, chained) -> {
                    List<SlaTarget> named = new ArrayList<>();
                    for (int i = 0; i < targets.size(); i++) {
                        SlaMetric metric = targets.get(i).metric().withId(SlaMetricId.of("m-" + i));
                        boolean first = i == 0 || !chained.get(i);
                        named.add(targets.get(i)
                                .withMetric(first ? metric : metric.withAfter(SlaMetricId.of("m-" + (i - 1)))));
                    }
                    return SlaPolicy.builder()
                            .id("milestones")
                            .targets(named)
                            .build()
                            .resolve(CALENDARS);
                });
    }

    @Provide
    static Arbitrary<List<TicketHistory>> histories() {
        return Combinators.combine(Histories.any(), Arbitraries.integers().between(0, 30))
                .as(SlaColumnsProperties::ended)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static TicketHistory ended(TicketHistory history, int how) {
        List<TicketEvent> events = new ArrayList<>(history.events());
        TicketEvent last = events.get(events.size() - 1);
        EventHead head = EventHead.of(history.id(), last.at().plus(Duration.ofMinutes(how)), Actor.agent("ana"));
        switch (how) {
            case 0 -> events.add(new Merged(head, TicketId.of("T-9")));
            case 1 -> events.add(new Deleted(head));
            case 2, 3 -> events.add(new SlaApplied(head, SlaPolicyId.of("policy-" + (how - 1)), "1"));
            case 4 ->
                events.add(new DueDateSet(
                        head,
                        SlaMetricId.of("resolution"),
                        Optional.of(head.at().plus(Duration.ofHours(3)))));
            default -> {
                // it stays as it is
            }
        }
        return TicketHistory.of(events);
    }

    @Property(tries = 3000)
    void batchIsObjectForm(
            @ForAll("plans") SlaPlan plan,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        Forms.assertSame(plan, histories, plan.pack(histories), asOf);
    }

    @Property(tries = 2000)
    void batchIsObjectFormForMilestones(
            @ForAll("milestones") SlaPlan plan,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        Forms.assertSame(plan, histories, plan.pack(histories), asOf);
    }

    /** Plans whose policies are versions of one another, each with a term. */
    @Provide
    static Arbitrary<SlaPlan> versions() {
        Arbitrary<List<Integer>> days =
                Arbitraries.integers().between(-2, 24).list().ofSize(6);
        return Combinators.combine(plans(), days, Arbitraries.of(Adopt.values()), Arbitraries.of(1, 2))
                .as((plan, limits, adopt, ids) -> {
                    List<SlaPolicy> policies = new ArrayList<>();
                    for (SlaPolicy policy : plan.book().policies()) {
                        int place = policies.size();
                        int from = limits.get(2 * place);
                        int until = Math.max(from + 1, limits.get(2 * place + 1));
                        policies.add(SlaPolicy.builder()
                                .from(policy)
                                .id(SlaPolicyId.of("policy-" + place % ids))
                                .version(String.valueOf(place + 1))
                                .effectiveFrom(
                                        from < 0
                                                ? Optional.empty()
                                                : Optional.of(Histories.FIRST_MONDAY.plus(Duration.ofDays(from))))
                                .effectiveUntil(
                                        until > 20
                                                ? Optional.empty()
                                                : Optional.of(Histories.FIRST_MONDAY.plus(Duration.ofDays(until))))
                                .build());
                    }
                    return SlaBook.builder()
                            .from(plan.book())
                            .policies(policies)
                            .adopt(adopt)
                            .build()
                            .resolve(CALENDARS);
                });
    }

    @Property(tries = 2000)
    void batchIsObjectFormForVersions(
            @ForAll("versions") SlaPlan plan,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        Forms.assertSame(plan, histories, plan.pack(histories), asOf);
    }

    /** Escalations, working days, calendars that change and all else that a policy may say. */
    @Provide
    static Arbitrary<SlaPlan> anyPlans() {
        return Policies.plans();
    }

    @Property(tries = 1000)
    void everyPlanReadsAsReplayed(
            @ForAll("anyPlans") SlaPlan plan,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        Forms.assertSame(plan, histories, plan.pack(histories), asOf);
    }

    @Property(tries = 300)
    void packedHistoriesAreReadByEveryPlanThatAsksTheSame(
            @ForAll("plans") SlaPlan plan, @ForAll("histories") List<TicketHistory> histories) {
        SlaPlan wall = SlaBook.builder()
                .from(plan.book())
                .policies(plan.book().policies().stream()
                        .map(policy -> policy.withTargets(policy.targets().stream()
                                .map(target -> target.withRetarget(Retarget.KEEP_ELAPSED))
                                .toList()))
                        .toList())
                .build()
                .resolve(CALENDARS);
        Forms.assertSame(wall, histories, plan.pack(histories), Histories.FIRST_MONDAY.plus(Duration.ofDays(12)));
    }
}
