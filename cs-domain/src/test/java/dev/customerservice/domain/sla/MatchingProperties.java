package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Which policy and version holds when, and when it is due then, against slow rules that ask one thing after another. */
class MatchingProperties {
    private static final List<BusinessCalendar> OFFICES = SlaColumnsProperties.OFFICES;
    /** Beside the two, hours that have changed: the nights of one at first, later whenever either is open. */
    private static final CalendarBook CALENDARS = CalendarBook.of(OFFICES.toArray(BusinessCalendar[]::new))
            .with(
                    CalendarId.of("changed"),
                    CalendarTimeline.of(OFFICES.get(1))
                            .then(
                                    day(7).plus(Duration.ofHours(10)),
                                    OFFICES.get(0).union(OFFICES.get(1))));

    private static final SlaMetric METRIC = SlaMetric.REQUESTER_WAIT;

    private static Instant day(int number) {
        return Histories.FIRST_MONDAY.plus(Duration.ofDays(number));
    }

    /** A version of one of two policies for some tickets, for a term. */
    private static Arbitrary<SlaPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of("gold", "silver"),
                        Policies.conditions(),
                        Arbitraries.integers().between(-8, 18).list().ofSize(2),
                        Arbitraries.integers().between(1, 4000),
                        Arbitraries.of("office", "nights", "changed"))
                .as((id, when, days, minutes, calendar) -> {
                    int from = days.get(0);
                    int until = from + Math.abs(days.get(1)) + 1;
                    return SlaPolicy.builder()
                            .id(id)
                            .appliesTo(when)
                            .effectiveFrom(Optional.of(day(from)).filter(start -> from >= 0))
                            .effectiveUntil(Optional.of(day(until)).filter(end -> until < 18))
                            .addTarget(SlaTarget.of(METRIC, Duration.ofMinutes(minutes))
                                    .during(calendar))
                            .build();
                });
    }

    @Provide
    Arbitrary<SlaBook> books() {
        return books(policies().list().ofMinSize(1).ofMaxSize(4));
    }

    /** Books of every way to match, each policy with a version of its own. */
    static Arbitrary<SlaBook> books(Arbitrary<List<SlaPolicy>> all) {
        return Combinators.combine(
                        all,
                        Arbitraries.of(Matching.values()),
                        Arbitraries.of(Rematch.values()),
                        Arbitraries.of(Adopt.values()))
                .as((policies, matching, rematch, adopt) -> {
                    SlaBook.Builder book = SlaBook.builder()
                            .matching(matching)
                            .rematch(rematch)
                            .adopt(adopt);
                    for (int i = 0; i < policies.size(); i++) {
                        book.addPolicies(policies.get(i).withVersion(String.valueOf(i)));
                    }
                    return book.build();
                });
    }

    /** Histories into which somebody puts policies now and then, of the book or of another. */
    @Provide
    Arbitrary<TicketHistory> histories() {
        Arbitrary<List<Integer>> applied =
                Arbitraries.integers().between(0, 60).list().ofMaxSize(3);
        return Combinators.combine(Histories.any(), applied).as((history, places) -> {
            List<TicketEvent> events = new ArrayList<>(history.events());
            for (int place : places) {
                int after = place % events.size();
                EventHead head = EventHead.of(history.id(), events.get(after).at(), Actor.agent("ana"));
                SlaPolicyId policy = SlaPolicyId.of(place % 2 == 0 ? "gold" : "silver");
                events.add(after + 1, new SlaApplied(head, policy, String.valueOf(place % 5)));
            }
            return TicketHistory.of(events);
        });
    }

    /** A policy that holds from an instant on, null if none does. */
    private record Held(Instant since, @Nullable SlaPolicy policy, boolean explicit) {}

    /** What the documents of the options say, word for word, for policies of which one holds at a time. */
    private static final class Rules {
        private final SlaBook book;
        private final List<SlaPolicy> policies;
        private final List<Held> held = new ArrayList<>();
        private @Nullable SlaPolicy present;
        private @Nullable SlaPolicy applied;

        Rules(SlaBook book, List<SlaPolicy> policies) {
            this.book = book;
            this.policies = policies;
        }

        List<Held> apply(TicketHistory history, Instant asOf) {
            TreeSet<Instant> terms = new TreeSet<>();
            for (SlaPolicy policy : policies) {
                policy.effectiveFrom().ifPresent(terms::add);
                policy.effectiveUntil().ifPresent(terms::add);
            }
            TicketCursor cursor = history.cursor();
            for (int i = 0; i < history.length(); i++) {
                Instant at = history.events().get(i).at();
                if (at.isAfter(asOf)) {
                    break;
                }
                if (i > 0) {
                    passTerms(terms, history.events().get(i - 1).at(), at, cursor);
                }
                cursor.next();
                happen(cursor, i, at);
            }
            if (!held.isEmpty()) {
                passTerms(terms, cursor.event().at(), asOf, cursor);
            }
            return held;
        }

        private void happen(TicketCursor cursor, int position, Instant at) {
            if (cursor.event() instanceof SlaApplied event) {
                applied = policies.stream()
                        .filter(policy -> policy.id().equals(event.policy())
                                && policy.version().equals(event.version()))
                        .findFirst()
                        .orElse(null);
            }
            boolean matched =
                    book.rematch() == Rematch.ON_CHANGE || (book.rematch() == Rematch.AT_CREATION && position == 0);
            hold(at, applied != null ? applied : matched ? match(cursor, at) : present);
        }

        private void passTerms(NavigableSet<Instant> terms, Instant after, Instant until, TicketCursor cursor) {
            if (book.adopt() != Adopt.WHEN_EFFECTIVE || !after.isBefore(until)) {
                return;
            }
            for (Instant at : terms.subSet(after, false, until, true)) {
                if (applied == null && book.rematch() == Rematch.ON_CHANGE) {
                    hold(at, match(cursor, at));
                } else if (applied == null && book.rematch() == Rematch.AT_CREATION) {
                    hold(at, version(cursor, at));
                }
            }
        }

        private @Nullable SlaPolicy match(TicketCursor cursor, Instant at) {
            boolean keeps = book.adopt() == Adopt.NEVER && present != null && fits(present, cursor);
            for (SlaPolicy policy : policies) {
                boolean own = present != null && present.id().equals(policy.id());
                boolean may = (keeps && own) ? policy.equals(present) : policy.isEffectiveAt(at);
                if (may && fits(policy, cursor)) {
                    return policy;
                }
            }
            return null;
        }

        /** The first version of the present policy that is effective and fits, unless the present one comes before it. */
        private @Nullable SlaPolicy version(TicketCursor cursor, Instant at) {
            for (SlaPolicy policy : policies) {
                if (present != null
                        && policy.id().equals(present.id())
                        && policy.isEffectiveAt(at)
                        && (policy.equals(present) || fits(policy, cursor))) {
                    return policy;
                }
            }
            return present;
        }

        private static boolean fits(SlaPolicy policy, TicketCursor cursor) {
            return policy.appliesTo().holds(cursor, cursor.event());
        }

        private void hold(Instant at, @Nullable SlaPolicy policy) {
            boolean same = !held.isEmpty() && (policy == null ? present == null : policy.equals(present));
            Instant since = same ? held.get(held.size() - 1).since() : at;
            present = policy;
            held.add(new Held(since, policy, applied != null));
        }
    }

    /** The policies of a book of which one holds at a time: all, or the versions of each. */
    private static List<List<SlaPolicy>> groups(SlaBook book) {
        if (book.matching() == Matching.FIRST) {
            return List.of(book.policies());
        }
        Map<SlaPolicyId, List<SlaPolicy>> groups = new LinkedHashMap<>();
        for (SlaPolicy policy : book.policies()) {
            groups.computeIfAbsent(policy.id(), any -> new ArrayList<>()).add(policy);
        }
        return List.copyOf(groups.values());
    }

    @Property(tries = 600)
    void theRulesOfTheBookSayWhichPolicyHolds(
            @ForAll("books") SlaBook book,
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        List<PolicyMatch> matches = book.resolve(CALENDARS).match(history, asOf);
        if (asOf.isBefore(history.events().get(0).at())) {
            assertEquals(List.of(), matches);
            return;
        }
        List<Held> expected = new ArrayList<>();
        for (List<SlaPolicy> group : groups(book)) {
            List<Held> held = new Rules(book, group).apply(history, asOf);
            expected.add(held.get(held.size() - 1));
        }
        assertEquals(
                expected.stream()
                        .map(held -> List.of(
                                Optional.ofNullable(held.policy()).map(SlaPolicy::version),
                                held.since(),
                                held.explicit()))
                        .toList(),
                matches.stream()
                        .map(match -> List.of(match.version(), match.since(), match.explicit()))
                        .toList());
        if (book.rematch() == Rematch.ON_CHANGE && book.adopt() != Adopt.NEVER) {
            matches.forEach(MatchingProperties::assertTheLastAskedHolds);
        }
    }

    private static void assertTheLastAskedHolds(PolicyMatch match) {
        List<PolicyMatch.Attempt> taken = match.tried().stream()
                .filter(asked -> asked.effective() && asked.failing().isEmpty())
                .toList();
        if (!match.explicit()) {
            assertEquals(
                    match.version().stream().toList(),
                    taken.stream().map(PolicyMatch.Attempt::version).toList());
            assertTrue(taken.isEmpty()
                    || taken.get(0).equals(match.tried().get(match.tried().size() - 1)));
        }
    }

    /** Where several may hold at once, each is read as if there were no other. */
    @Property(tries = 500)
    void agreementsSideBySideDoNotTouchEachOther(
            @ForAll("books") SlaBook any,
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        SlaBook book = any.withMatching(Matching.ALL);
        List<String> alone = new ArrayList<>();
        for (List<SlaPolicy> group : groups(book)) {
            for (SlaReading reading : book.withPolicies(group)
                    .resolve(CALENDARS)
                    .read(history, asOf)
                    .all()) {
                alone.add(reading.toString());
            }
        }
        SlaPlan plan = book.resolve(CALENDARS);
        assertEquals(
                alone,
                plan.read(history, asOf).all().stream()
                        .map(SlaReading::toString)
                        .toList());
        Forms.assertSame(plan, List.of(history), plan.pack(List.of(history)), asOf);
    }

    /** The slow, obvious answer: which policy holds and whether its calendar is open, minute by minute. */
    @Property(tries = 300)
    void aMinuteWalkOverTheRulesGivesTheSameDueTime(
            @ForAll("books") SlaBook any,
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 24 * 1440) int minute) {
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute));
        List<SlaPolicy> policies = new ArrayList<>(any.policies());
        policies.add(SlaPolicy.builder()
                .id("all")
                .addTarget(SlaTarget.of(METRIC, Duration.ofHours(5)).during("office"))
                .build());
        SlaBook book = any.withMatching(Matching.FIRST).withPolicies(policies);
        Instant created = history.events().get(0).at();
        if (asOf.isBefore(created)) {
            return;
        }
        List<Held> held = new Rules(book, book.policies()).apply(history, asOf);
        Status status = history.at(asOf).orElseThrow().status();
        if (held.stream().anyMatch(one -> one.policy() == null) || status.isDone()) {
            return;
        }
        SlaReading reading = book.resolve(CALENDARS).read(history, asOf).get(METRIC);
        SlaPolicy last = policyAt(held, asOf);
        long promised = minutes(last);
        long counted = 0;
        Optional<Instant> due = Optional.empty();
        for (Instant at = created; at.isBefore(asOf); at = at.plusSeconds(60)) {
            Status then = history.at(at).orElseThrow().status();
            boolean runs = !then.isDone() && then.category() != StatusCategory.PENDING;
            counted += runs && isOpen(policyAt(held, at), at) ? 1 : 0;
            due = due.isEmpty() && counted >= promised ? Optional.of(at.plusSeconds(60)) : due;
        }
        assertEquals(Duration.ofMinutes(counted), reading.elapsed(), reading::toString);
        assertEquals(last.version(), reading.policyVersion());
        assertEquals(due.filter(asOf::isAfter), reading.breachedAt());
        if (due.isPresent()) {
            assertEquals(due, reading.dueAt());
            return;
        }
        Instant ahead = asOf;
        for (; counted < promised; ahead = ahead.plusSeconds(60)) {
            counted += isOpen(last, ahead) ? 1 : 0;
        }
        boolean paused = status.category() == StatusCategory.PENDING;
        assertEquals(Optional.of(ahead), paused ? reading.projectedDueAt() : reading.dueAt(), reading::toString);
        assertEquals(paused, reading.dueAt().isEmpty());
    }

    private static SlaPolicy policyAt(List<Held> held, Instant at) {
        SlaPolicy present = null;
        for (Held one : held) {
            present = one.since().isAfter(at) ? present : one.policy();
        }
        return Objects.requireNonNull(present);
    }

    private static long minutes(SlaPolicy policy) {
        return policy.targets()
                .get(0)
                .goals()
                .get(0)
                .within()
                .length()
                .orElseThrow()
                .toMinutes();
    }

    private static boolean isOpen(SlaPolicy policy, Instant at) {
        return CALENDARS.get(policy.targets().get(0).calendar().orElseThrow()).isOpen(at);
    }
}
