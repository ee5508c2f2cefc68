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
import java.util.stream.Collectors;

/**
 * The same tickets under another plan: which breaches would be gained and which lost.
 *
 * <p>A breach is known by its ticket, metric and cycle, and where a book lets several policies hold at once by its policy too; one that
 * both plans see, if at another instant, is no change. Where two policies define a metric in two ways, each has a clock of its own, and
 * each of their breaches counts. Breaches that a later change has hidden count as well. Immutable.
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
            List<SlaReading> lost = breached(present.read(history, asOf));
            List<SlaReading> gained = breached(other.read(history, asOf));
            pair(lost, gained, true);
            if (!several) {
                pair(lost, gained, false);
            }
            gained.forEach(reading -> changes.add(change(BreachChange.Kind.GAINED, reading, history)));
            lost.forEach(reading -> changes.add(change(BreachChange.Kind.LOST, reading, history)));
        }
        return new WhatIf(tickets, List.copyOf(changes), List.copyOf(idle));
    }

    private static boolean isSeveral(SlaPlan plan) {
        return plan.book().matching() == Matching.ALL;
    }

    private static List<SlaReading> breached(SlaReadings readings) {
        return readings.all().stream()
                .filter(reading -> missedDue(reading).isPresent())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<Instant> missedDue(SlaReading reading) {
        return reading.breachedAt().or(() -> reading.priorBreaches().stream().findFirst());
    }

    /** Takes out what both plans see. */
    private static void pair(List<SlaReading> lost, List<SlaReading> gained, boolean underOnePolicy) {
        gained.removeIf(reading -> {
            Optional<SlaReading> same = lost.stream()
                    .filter(other -> other.metric().equals(reading.metric())
                            && other.cycle() == reading.cycle()
                            && (!underOnePolicy || other.policy().equals(reading.policy())))
                    .findFirst();
            same.ifPresent(lost::remove);
            return same.isPresent();
        });
    }

    private static BreachChange change(BreachChange.Kind kind, SlaReading reading, TicketHistory history) {
        Instant at = missedDue(reading).orElseThrow();
        Optional<Priority> priority = history.at(at).flatMap(ticket -> ticket.priority());
        return new BreachChange(
                kind, reading.ticket(), reading.metric(), reading.cycle(), reading.policy(), at, priority);
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
