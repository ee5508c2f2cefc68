package dev.customerservice.roles.shift;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.statistics.Balance;
import dev.customerservice.roles.evidence.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who works when, in which role, and who is absent.
 *
 * <p>On duty is whoever has a shift, is not in a break of it and not absent. No answer depends on the order in which the duties were
 * given. Immutable.
 */
public final class Roster implements OnDuty {

    private static final Comparator<AgentId> BY_ID = comparing(AgentId::value);
    private static final Comparator<RoleId> BY_ROLE = comparing(RoleId::value);

    private final List<Duty> duties;
    private final Map<AgentId, Availability> people;

    /** The instants on duty, by role and person, both sorted. */
    private final Map<RoleId, Map<AgentId, IntervalSet>> present;

    private Roster(List<Duty> duties, Map<AgentId, Availability> people) {
        this.duties = duties;
        this.people = people;
        Map<RoleId, Map<AgentId, List<Interval>>> pieces = new TreeMap<>(BY_ROLE);
        for (Duty duty : duties) {
            pieces.computeIfAbsent(duty.role(), role -> new TreeMap<>(BY_ID))
                    .computeIfAbsent(duty.person(), person -> new ArrayList<>())
                    .addAll(duty.shift().pieces());
        }
        this.present = new TreeMap<>(BY_ROLE);
        pieces.forEach((role, byPerson) -> {
            Map<AgentId, IntervalSet> sets = new TreeMap<>(BY_ID);
            byPerson.forEach((person, intervals) ->
                    sets.put(person, IntervalSet.of(intervals).difference(absent(person))));
            present.put(role, sets);
        });
    }

    private IntervalSet absent(AgentId person) {
        Availability known = people.get(person);
        return known == null
                ? IntervalSet.empty()
                : known.absent(
                        new Interval(EpochNanos.toInstant(EpochNanos.MIN), EpochNanos.toInstant(EpochNanos.MAX)));
    }

    /**
     * A shift of a person in a role.
     *
     * @param person who works
     * @param role in which role
     * @param shift when
     */
    public record Duty(AgentId person, RoleId role, Shift shift) {}

    /**
     * One kind of time of each person, to be compared between people.
     *
     * @param time the time of each person of the roster, sorted by id; zero for who has none of it
     */
    public record Burden(Map<AgentId, Duration> time) {
        /** Copies the times. */
        public Burden {
            time = Collections.unmodifiableMap(new LinkedHashMap<>(time));
        }

        /** {@return how evenly it is spread, in whole seconds; undefined where nobody has any} */
        public Balance balance() {
            return Balance.of(
                    time.values().stream().mapToLong(Duration::getSeconds).toArray());
        }
    }

    /**
     * Gives shifts to people.
     *
     * @param duties the shifts with who works them, in any order
     * @return the roster, nobody absent
     */
    public static Roster of(Collection<Duty> duties) {
        return new Roster(List.copyOf(duties), Map.of());
    }

    /**
     * Gives shifts to people.
     *
     * @param duties the shifts with who works them, in any order
     * @return the roster, nobody absent
     */
    public static Roster of(Duty... duties) {
        return of(List.of(duties));
    }

    /**
     * Says when people may work and are absent.
     *
     * @param known the people, each once; who has no duty counts where burdens are compared
     * @return this roster with their absences, in place of those it knew
     * @throws IllegalArgumentException when a person is given twice
     */
    public Roster withPeople(Collection<Availability> known) {
        Map<AgentId, Availability> byPerson = new TreeMap<>(BY_ID);
        for (Availability each : known) {
            if (byPerson.put(each.person(), each) != null) {
                throw new IllegalArgumentException("person (" + each.person().value()
                        + ") must be given once\nMaybe join the absences of the two.");
            }
        }
        return new Roster(duties, byPerson);
    }

    /**
     * Adds a duty.
     *
     * @param person who works
     * @param role in which role
     * @param shift when
     * @return this roster with that duty
     */
    public Roster with(AgentId person, RoleId role, Shift shift) {
        return new Roster(
                Stream.concat(duties.stream(), Stream.of(new Duty(person, role, shift)))
                        .toList(),
                people);
    }

    /**
     * Keeps some duties.
     *
     * @param kept says of a duty whether it stays
     * @return this roster with these duties only, and the same people
     */
    public Roster filter(Predicate<? super Duty> kept) {
        return new Roster(duties.stream().filter(kept).toList(), people);
    }

    /** {@return the duties, as they were given} */
    public List<Duty> duties() {
        return duties;
    }

    /** {@return what is known of people's time, sorted by their ids; nothing of whoever has duties only} */
    public List<Availability> availabilities() {
        return List.copyOf(people.values());
    }

    /** {@return everybody who has a duty or is known, sorted by id} */
    public Set<AgentId> people() {
        Set<AgentId> all = new TreeSet<>(BY_ID);
        all.addAll(people.keySet());
        duties.forEach(duty -> all.add(duty.person()));
        return Collections.unmodifiableSet(all);
    }

    /**
     * Finds who is on duty in a role.
     *
     * @param role the role
     * @param at the instant
     * @return who has a shift in that role, is not in a break and not absent, sorted by id
     */
    @Override
    public Set<AgentId> agents(RoleId role, Instant at) {
        Set<AgentId> found = new TreeSet<>(BY_ID);
        present.getOrDefault(role, Map.of()).forEach((person, instants) -> {
            if (instants.contains(at)) {
                found.add(person);
            }
        });
        return Collections.unmodifiableSet(found);
    }

    /**
     * Finds who is on duty in any role.
     *
     * @param at the instant
     * @return who has a shift, is not in a break and not absent, sorted by id
     */
    public Set<AgentId> onDutyAt(Instant at) {
        Set<AgentId> found = new TreeSet<>(BY_ID);
        present.keySet().forEach(role -> found.addAll(agents(role, at)));
        return Collections.unmodifiableSet(found);
    }

    /**
     * Lists when somebody is on duty.
     *
     * @param person the person
     * @return the instants of all shifts without breaks and absences, as adherence and occupancy take them
     */
    public IntervalSet present(AgentId person) {
        IntervalSet all = IntervalSet.empty();
        for (Map<AgentId, IntervalSet> byPerson : present.values()) {
            all = all.union(byPerson.getOrDefault(person, IntervalSet.empty()));
        }
        return all;
    }

    /**
     * Lists the shifts of somebody.
     *
     * @param person the person
     * @return the shifts in the order of their starts
     */
    public List<Shift> shifts(AgentId person) {
        return duties.stream()
                .filter(duty -> duty.person().equals(person))
                .map(Duty::shift)
                .sorted(Shift.IN_TIME)
                .toList();
    }

    /**
     * Lays a requirement against the roster.
     *
     * @param requirement how many people are needed when
     * @param window the window looked at
     * @return the coverage, where whoever has two shifts at once counts twice; gaps due to absence say so
     */
    public Coverage coverage(Requirement requirement, Interval window) {
        Sweep sweep = new Sweep(window);
        requirement.needs().forEach(need -> sweep.required.add(need.during(), need.people()));
        for (Duty duty : duties) {
            duty.shift().pieces().forEach(piece -> sweep.planned.add(piece, 1));
        }
        for (AgentId person : people.keySet()) {
            IntervalSet absent = absent(person);
            if (!absent.isEmpty()) {
                for (Shift shift : shifts(person)) {
                    shift.present().intersection(absent).intervals().forEach(lost -> sweep.absent.add(lost, 1));
                }
            }
        }
        return sweep.coverage();
    }

    /**
     * Lists who hands over to whom in a role: each person who leaves, to the freshest who stays longer, else to the next to come.
     *
     * @param role the role
     * @param window the window looked at
     * @return the handoffs at the ends of shifts in the window, in order
     */
    public List<Handoff> handoffs(RoleId role, Interval window) {
        return Handoff.among(
                duties.stream()
                        .filter(duty -> duty.role().equals(role))
                        .map(duty -> new Handoff.Turn(
                                Subject.person(duty.person()), duty.shift().interval()))
                        .toList(),
                window);
    }

    /**
     * Holds everybody to some rules.
     *
     * @param rules the rules
     * @param startInclusive the first date of the period that they are read over, on each person's own clock
     * @param endExclusive the date after the last
     * @return what breaks a rule, by person id, then in the order of the rules; one finding never hides another
     */
    public List<RosterRule.Violation> violations(
            Collection<? extends RosterRule> rules, LocalDate startInclusive, LocalDate endExclusive) {
        List<RosterRule.Violation> violations = new ArrayList<>();
        for (AgentId person : people()) {
            RosterRule.Line line = line(person, startInclusive, endExclusive);
            rules.forEach(rule -> violations.addAll(rule.check(line)));
        }
        return List.copyOf(violations);
    }

    /**
     * Takes the line of one person.
     *
     * @param person the person
     * @param startInclusive the first date of the period looked at
     * @param endExclusive the date after the last
     * @return the shifts of that person with what is known of the availability; a person of whom nothing is known lives by the zone of the
     *     first shift, without one by UTC
     */
    public RosterRule.Line line(AgentId person, LocalDate startInclusive, LocalDate endExclusive) {
        List<Shift> shifts = shifts(person);
        Availability known = people.get(person);
        return new RosterRule.Line(
                known == null
                        ? Availability.always(
                                person,
                                shifts.isEmpty()
                                        ? ZoneOffset.UTC
                                        : shifts.get(0).zone())
                        : known,
                shifts,
                startInclusive,
                endExclusive);
    }

    /** {@return the time each person works} */
    public Burden worked() {
        return burden(Shift::worked);
    }

    /**
     * Finds the work in the night.
     *
     * @param night the hours of the night on the clock of each shift
     * @return the time each person works in it
     */
    public Burden nights(ShiftPattern.Hours night) {
        return burden(shift -> shift.workedBetween(night.startInclusive(), night.endExclusive()));
    }

    /** {@return the time each person works on Saturdays and Sundays, on the clock of each shift} */
    public Burden weekends() {
        return burden(Shift::workedOnWeekends);
    }

    /**
     * Measures something of each shift.
     *
     * @param measure the time of a shift that counts
     * @return the sum for each person
     */
    public Burden burden(Function<? super Shift, Duration> measure) {
        Map<AgentId, Duration> time = new LinkedHashMap<>();
        people().forEach(person -> time.put(person, Duration.ZERO));
        duties.forEach(duty -> time.merge(duty.person(), measure.apply(duty.shift()), Duration::plus));
        return new Burden(time);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Roster roster
                && Arrays.equals(sorted(duties), sorted(roster.duties))
                && people.equals(roster.people);
    }

    private static Object[] sorted(List<Duty> duties) {
        return duties.stream().sorted(comparing(Duty::toString)).toArray();
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted(duties));
    }

    /** {@return how many people and duties there are} */
    @Override
    public String toString() {
        return people().size() + " people, " + duties.size() + " duties";
    }
}
