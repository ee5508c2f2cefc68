package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is said of a book before any ticket comes, held against tickets. */
class LintProperties {
    private static final CalendarBook CALENDARS = CalendarBook.of(Story.OFFICE);

    private static Instant day(int number) {
        return Histories.FIRST_MONDAY.plus(Duration.ofDays(number));
    }

    /** Few conditions, so that many imply each other. */
    private static Arbitrary<TicketCondition> conditions() {
        Arbitrary<TicketCondition> leaf = Arbitraries.of(
                TicketCondition.status(StatusCategory.PENDING),
                TicketCondition.status(StatusCategory.PENDING, StatusCategory.ON_HOLD),
                TicketCondition.priorityAtLeast(Priority.HIGH),
                TicketCondition.priorityAtLeast(Priority.URGENT),
                TicketCondition.priority(Priority.URGENT),
                TicketCondition.is(Attribute.ASSIGNED),
                TicketCondition.tag("tag-1"),
                TicketCondition.always(),
                TicketCondition.never());
        Arbitrary<TicketCondition> some = Arbitraries.oneOf(leaf, leaf.map(TicketCondition::not));
        return Arbitraries.oneOf(
                some,
                Combinators.combine(some, some).as(TicketCondition::and),
                Combinators.combine(some, some).as(TicketCondition::or),
                Combinators.combine(some, some).as((one, other) -> TicketCondition.not(one.and(other))));
    }

    private static Arbitrary<SlaPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of("gold", "silver", "bronze"),
                        conditions(),
                        conditions().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(-8, 18).list().ofSize(2))
                .as((id, when, goals, days) -> {
                    int from = days.get(0);
                    int until = from + Math.abs(days.get(1)) + 1;
                    List<Goal> matrix = new ArrayList<>();
                    for (TicketCondition goal : goals) {
                        matrix.add(new Goal(goal, TargetTime.of(Duration.ofHours(matrix.size() + 1L))));
                    }
                    return SlaPolicy.builder()
                            .id(id)
                            .appliesTo(when)
                            .effectiveFrom(Optional.of(day(from)).filter(start -> from >= 0))
                            .effectiveUntil(Optional.of(day(until)).filter(end -> until < 18))
                            .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(1))
                                    .withGoals(matrix)
                                    .during("office"))
                            .build();
                });
    }

    @Provide
    Arbitrary<SlaBook> books() {
        return MatchingProperties.books(policies().list().ofMinSize(2).ofMaxSize(5));
    }

    @Provide
    Arbitrary<List<TicketHistory>> histories() {
        return Histories.any().list().ofSize(8);
    }

    @Property(tries = 600)
    void aPolicyThatNoTicketReachesNeverHolds(
            @ForAll("books") SlaBook book, @ForAll("histories") List<TicketHistory> histories) {
        SlaPlan plan = book.resolve(CALENDARS);
        List<SlaPolicy> never = WhatIf.compare(plan, plan, histories, day(30)).neverHeld();
        for (LintFinding finding : book.lint(CALENDARS, day(0))) {
            if (finding.kind() == LintFinding.Kind.UNREACHABLE_POLICY) {
                assertTrue(
                        never.stream()
                                .anyMatch(policy -> policy.id().equals(finding.policy())
                                        && policy.version().equals(finding.version())),
                        finding::toString);
            }
        }
    }

    @Property(tries = 600)
    void aGoalThatNoTicketReachesIsNeverTheFirst(
            @ForAll("books") SlaBook book, @ForAll("histories") List<TicketHistory> histories) {
        for (LintFinding finding : book.lint(CALENDARS, day(0))) {
            SlaPolicy policy = book.policies().get(Integer.parseInt(finding.version()));
            List<Goal> goals = policy.targets().get(0).goals();
            for (TicketHistory history : histories) {
                TicketCursor cursor = history.cursor();
                for (int event = 0; event < history.length(); event++) {
                    cursor.next();
                    Optional<Goal> first = goals.stream()
                            .filter(goal -> goal.when().holds(cursor, cursor.event()))
                            .findFirst();
                    if (finding.kind() == LintFinding.Kind.UNREACHABLE_GOAL) {
                        assertTrue(
                                first.filter(goal -> finding.detail()
                                                .startsWith(goal.within().toText() + " "))
                                        .isEmpty(),
                                finding::toString);
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<SlaPlan> plans() {
        return Policies.plans();
    }

    @Provide
    Arbitrary<SlaPlan> manyPlans() {
        return books().map(book -> book.resolve(CALENDARS));
    }

    /** Every cycle that was ever too late, by what it is known by: how many clocks saw it. */
    private static SortedMap<String, Integer> breaches(
            SlaPlan plan, List<TicketHistory> histories, Instant asOf, boolean byPolicy) {
        SortedMap<String, Integer> breaches = new TreeMap<>();
        for (int ticket = 0; ticket < histories.size(); ticket++) {
            for (SlaReading reading : plan.read(histories.get(ticket), asOf).all()) {
                if (reading.breachedAt().isPresent() || !reading.priorBreaches().isEmpty()) {
                    String policy = byPolicy ? " " + reading.policy() : "";
                    breaches.merge(ticket + " " + reading.metric() + " " + reading.cycle() + policy, 1, Integer::sum);
                }
            }
        }
        return breaches;
    }

    @Property(tries = 600)
    void whatIfIsTheDifferenceOfTwoReadings(
            @ForAll("manyPlans") SlaPlan present,
            @ForAll("manyPlans") SlaPlan other,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 30) int days) {
        assertDifference(present, other, histories, day(days));
    }

    @Property(tries = 200)
    void whatIfIsTheDifferenceOfTwoReadingsOfAnyPlan(
            @ForAll("plans") SlaPlan present,
            @ForAll("plans") SlaPlan other,
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 30) int days) {
        assertDifference(present, other, histories, day(days));
    }

    private static void assertDifference(SlaPlan present, SlaPlan other, List<TicketHistory> histories, Instant asOf) {
        boolean several =
                present.book().matching() == Matching.ALL || other.book().matching() == Matching.ALL;
        SortedMap<String, Integer> after = breaches(other, histories, asOf, several);
        SortedMap<String, Integer> before = breaches(present, histories, asOf, several);
        int gained = 0;
        int lost = 0;
        Set<String> keys = new TreeSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            int more = after.getOrDefault(key, 0) - before.getOrDefault(key, 0);
            gained += Math.max(0, more);
            lost += Math.max(0, -more);
        }
        WhatIf difference = WhatIf.compare(present, other, histories, asOf);
        assertEquals(new WhatIf.Tally(gained, lost), difference.total());
        assertEquals(
                new WhatIf.Tally(0, 0),
                WhatIf.compare(other, other, histories, asOf).total());
    }
}
