package dev.customerservice.roles.shift;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.matching.Matching;
import dev.customerservice.roles.shift.Roster.Duty;
import dev.customerservice.roles.shift.RosterPlan.Opening;
import dev.customerservice.roles.shift.RosterPlan.Unfilled;
import dev.customerservice.roles.shift.RosterRule.Line;
import dev.customerservice.roles.shift.RosterRule.Violation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Gives shifts to people: a matching for each date, then moves for what is left. */
final class RosterFilling {

    /** A shift that is left may push this many others along. */
    private static final int MOVES = 3;

    /** How many lines are looked at for one shift that is left. */
    private static final int TRIES = 20_000;

    /** Only duties within this time of a shift are worth moving for it. */
    private static final Duration NEAR = Duration.ofDays(8);

    private static final Duration USUAL_CONTRACT = Duration.ofHours(40);
    private static final int WISH = 10_000;

    /** What holds for every shift given, whether it starts in the period on the clock of the person or not. */
    private static final List<RosterRule> ALWAYS =
            List.of(new RosterRule.DailyRest(Duration.ZERO), new RosterRule.WithinAvailability());

    /** By how many dates the clocks of two zones may differ, with one for the date itself. */
    private static final int ZONES_APART = 3;

    private final RosterPlan.Task task;
    private final LocalDate earliest;
    private final LocalDate latest;
    private final Map<AgentId, Person> people = new TreeMap<>(comparing(AgentId::value));

    RosterFilling(RosterPlan.Task task) {
        this.task = task;
        LocalDate first = task.startInclusive();
        LocalDate last = task.endExclusive();
        for (Opening opening : task.openings()) {
            LocalDate date = opening.shift().date();
            first = date.isBefore(first) ? date : first;
            last = date.isAfter(last) ? date : last;
        }
        earliest = first.minusDays(ZONES_APART);
        latest = last.plusDays(ZONES_APART);
        for (Availability each : task.people()) {
            people.put(each.person(), new Person(each));
        }
    }

    /** An opening with an identity of its own: two seats of one shift are two. */
    private static final class Seat {
        private final Opening opening;
        private final long unsocialMinutes;

        Seat(Opening opening) {
            this.opening = opening;
            Shift shift = opening.shift();
            this.unsocialMinutes = shift.workedOnWeekends().toMinutes()
                    + shift.workedBetween(LocalTime.of(23, 0), LocalTime.of(6, 0))
                            .toMinutes();
        }
    }

    /** A person with the seats given so far. */
    private final class Person {
        private final Availability availability;
        private final List<Seat> seats = new ArrayList<>();
        private final int standing;

        Person(Availability availability) {
            this.availability = availability;
            this.standing = violations(List.of()).size();
        }

        private List<Violation> violations(List<Seat> given) {
            List<Shift> shifts =
                    given.stream().map(seat -> seat.opening.shift()).toList();
            Line always = new Line(availability, shifts, earliest, latest);
            Line line = new Line(availability, shifts, task.startInclusive(), task.endExclusive());
            List<Violation> found = new ArrayList<>();
            ALWAYS.forEach(rule -> found.addAll(rule.check(always)));
            task.rules().forEach(rule -> found.addAll(rule.check(line)));
            return found;
        }

        boolean mayWork(Seat seat) {
            return task.mayWork().test(availability.person(), seat.opening.role());
        }

        boolean canTake(Seat seat) {
            return mayWork(seat) && obstacles(seat).size() <= standing;
        }

        List<Violation> obstacles(Seat seat) {
            List<Seat> more = new ArrayList<>(seats);
            more.add(seat);
            return violations(more);
        }

        int score(Seat seat) {
            long worked = 0;
            long unsocial = 0;
            for (Seat each : seats) {
                worked += each.opening.shift().worked().toMinutes();
                unsocial += each.unsocialMinutes;
            }
            long contract = Math.max(
                    1, availability.contractedAWeek().orElse(USUAL_CONTRACT).toMinutes());
            long load = 100 * worked + (seat.unsocialMinutes > 0 ? 100 * unsocial : 0);
            return WISH * availability.wish(seat.opening.shift()) - (int) (load / contract);
        }
    }

    RosterPlan fill() {
        Map<LocalDate, List<Seat>> byDate = new TreeMap<>();
        for (Opening opening : task.openings()) {
            byDate.computeIfAbsent(opening.shift().date(), date -> new ArrayList<>())
                    .add(new Seat(opening));
        }
        List<Seat> left = new ArrayList<>();
        for (List<Seat> seats : byDate.values()) {
            left.addAll(match(seats));
        }
        List<Seat> unfilled = new ArrayList<>(left);
        while (unfilled.removeIf(seat -> place(seat, MOVES, new HashSet<>(), new int[] {TRIES}))) {
            // a move may have made room for one that was left before
        }
        List<Duty> duties = new ArrayList<>();
        people.forEach((person, line) ->
                line.seats.forEach(seat -> duties.add(new Duty(person, seat.opening.role(), seat.opening.shift()))));
        unfilled.sort(comparing(seat -> seat.opening.shift().interval().startInclusive()));
        return new RosterPlan(
                Roster.of(duties).withPeople(task.people()),
                unfilled.stream().map(this::explained).toList());
    }

    /** Gives as many seats as possible, one for each person; again, as long as somebody can take a second one. */
    private List<Seat> match(List<Seat> seats) {
        List<Seat> left = seats;
        while (!left.isEmpty()) {
            Matching<Seat, Person> matching = Matching.best(
                    left,
                    people.values(),
                    (seat, person) -> person.canTake(seat) ? OptionalInt.of(person.score(seat)) : OptionalInt.empty(),
                    person -> 1);
            if (matching.pairs().isEmpty()) {
                return left;
            }
            matching.pairs().forEach((seat, person) -> person.seats.add(seat));
            left = List.copyOf(matching.unmatched().keySet());
        }
        return left;
    }

    private boolean place(Seat seat, int moves, Set<Seat> moved, int[] tries) {
        for (Person person : people.values()) {
            if (tries[0]-- > 0 && person.canTake(seat)) {
                person.seats.add(seat);
                return true;
            }
        }
        if (moves == 0) {
            return false;
        }
        moved.add(seat);
        for (Person person : people.values()) {
            if (person.mayWork(seat) && makeRoom(person, seat, moves, moved, tries)) {
                moved.remove(seat);
                return true;
            }
        }
        moved.remove(seat);
        return false;
    }

    private boolean makeRoom(Person person, Seat seat, int moves, Set<Seat> moved, int[] tries) {
        for (Seat other : List.copyOf(person.seats)) {
            if (moved.contains(other) || !isNear(seat, other) || tries[0]-- <= 0) {
                continue;
            }
            int at = person.seats.indexOf(other);
            person.seats.remove(at);
            if (person.canTake(seat)) {
                person.seats.add(at, seat);
                if (place(other, moves - 1, moved, tries)) {
                    return true;
                }
                person.seats.remove(at);
            }
            person.seats.add(at, other);
        }
        return false;
    }

    private static boolean isNear(Seat one, Seat other) {
        return one.opening.shift().restUntil(other.opening.shift()).compareTo(NEAR) < 0
                && other.opening.shift().restUntil(one.opening.shift()).compareTo(NEAR) < 0;
    }

    private Unfilled explained(Seat seat) {
        Map<AgentId, List<Violation>> obstacles = new LinkedHashMap<>();
        people.forEach((id, person) -> {
            if (person.mayWork(seat)) {
                List<Violation> broken = new ArrayList<>(person.obstacles(seat));
                person.violations(person.seats).forEach(broken::remove);
                obstacles.put(id, List.copyOf(broken));
            }
        });
        return new Unfilled(seat.opening, obstacles);
    }
}
