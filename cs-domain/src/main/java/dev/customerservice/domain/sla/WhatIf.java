package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The same tickets under another plan: which breaches would be gained and which lost.
 *
 * <p>A breach is known by its ticket, metric and cycle, and where a book lets several policies hold at once by its policy too; one that
 * both plans see, if at another instant, is no change. Breaches that a later change has hidden count as well. Immutable.
 */
public final class WhatIf {
    private final int tickets;
    private final List<BreachChange> changes;
    private final List<SlaPolicy> neverHeld;

    private WhatIf(int tickets, List<BreachChange> changes, List<SlaPolicy> neverHeld) {
        this.tickets = tickets;
        this.changes = changes;
        this.neverHeld = neverHeld;
    }

    /**
     * Reads histories under two plans.
     *
     * @param present the plan as it is
     * @param other the plan as it might be
     * @param histories what happened
     * @param asOf the instant of all readings
     * @return the difference
     */
    public static WhatIf compare(SlaPlan present, SlaPlan other, Iterable<TicketHistory> histories, Instant asOf) {
        List<BreachChange> changes = new ArrayList<>();
        boolean several = isSeveral(present) || isSeveral(other);
        Set<SlaPolicy> idle = new LinkedHashSet<>(other.book().policies());
        int tickets = 0;
        for (TicketHistory history : histories) {
            tickets++;
            idle.removeAll(other.held(history, asOf));
            List<SlaReading> before = breached(present.read(history, asOf));
            List<SlaReading> after = breached(other.read(history, asOf));
            addMissing(after, before, several, BreachChange.Kind.GAINED, history, changes);
            addMissing(before, after, several, BreachChange.Kind.LOST, history, changes);
        }
        return new WhatIf(tickets, List.copyOf(changes), List.copyOf(idle));
    }

    private static boolean isSeveral(SlaPlan plan) {
        return plan.book().matching() == Matching.ALL;
    }

    private static List<SlaReading> breached(SlaReadings readings) {
        return readings.all().stream()
                .filter(reading -> missedDue(reading).isPresent())
                .toList();
    }

    private static Optional<Instant> missedDue(SlaReading reading) {
        return reading.breachedAt().or(() -> reading.priorBreaches().stream().findFirst());
    }

    private static void addMissing(
            List<SlaReading> those,
            List<SlaReading> without,
            boolean several,
            BreachChange.Kind kind,
            TicketHistory history,
            List<BreachChange> changes) {
        for (SlaReading reading : those) {
            boolean both = without.stream()
                    .anyMatch(same -> same.metric().equals(reading.metric())
                            && same.cycle() == reading.cycle()
                            && (!several || same.policy().equals(reading.policy())));
            if (!both) {
                Instant at = missedDue(reading).orElseThrow();
                Optional<Priority> priority = history.at(at).flatMap(ticket -> ticket.priority());
                changes.add(new BreachChange(
                        kind, reading.ticket(), reading.metric(), reading.cycle(), reading.policy(), at, priority));
            }
        }
    }

    /** {@return the number of tickets compared} */
    public int tickets() {
        return tickets;
    }

    /** {@return each breach that only one of the plans sees: by ticket, those gained before those lost} */
    public List<BreachChange> changes() {
        return changes;
    }

    /** {@return the policies of the other plan that held for none of the tickets at any time, in the order of its book} */
    public List<SlaPolicy> neverHeld() {
        return neverHeld;
    }

    /** {@return the number of changes in all} */
    public Tally total() {
        return Tally.of(changes);
    }

    /** {@return the number of changes by the policy under which they are breaches} */
    public SortedMap<String, Tally> byPolicy() {
        return by(change -> change.policy().value());
    }

    /** {@return the number of changes by the name of the priority when the due time was missed, without a priority under the empty text} */
    public SortedMap<String, Tally> byPriority() {
        return by(change -> change.priority().map(Priority::name).orElse(""));
    }

    /**
     * Counts changes by the hour of the day at which the due time was missed.
     *
     * @param zone whose hours
     * @return the number of changes by hour, 0 to 23
     */
    public SortedMap<Integer, Tally> byHour(ZoneId zone) {
        return by(change -> change.breachedAt().atZone(zone).getHour());
    }

    /**
     * Counts changes by anything.
     *
     * @param key what they are grouped by
     * @param <K> its type
     * @return the number of changes by key, ascending
     */
    public <K extends Comparable<K>> SortedMap<K, Tally> by(Function<BreachChange, K> key) {
        SortedMap<K, List<BreachChange>> groups = new TreeMap<>();
        for (BreachChange change : changes) {
            groups.computeIfAbsent(key.apply(change), any -> new ArrayList<>()).add(change);
        }
        SortedMap<K, Tally> tallies = new TreeMap<>();
        groups.forEach((group, members) -> tallies.put(group, Tally.of(members)));
        return tallies;
    }

    /**
     * How many breaches would be gained and lost.
     *
     * @param gained breaches that the other plan alone sees
     * @param lost breaches that the present plan alone sees
     */
    public record Tally(int gained, int lost) {
        private static Tally of(List<BreachChange> changes) {
            int gained = (int) changes.stream()
                    .filter(change -> change.kind() == BreachChange.Kind.GAINED)
                    .count();
            return new Tally(gained, changes.size() - gained);
        }
    }

    /** {@return the counts} */
    @Override
    public String toString() {
        return "WhatIf[" + tickets + " tickets, " + total() + "]";
    }
}
