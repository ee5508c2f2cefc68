package dev.customerservice.roles.shift;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * People who take turns, handing over at the same time of the clock each so many days, weeks or months.
 *
 * <p>Turns are counted from the anchor, never from one another: monthly turns from 31 January hand over on 28 February and again on 31 March.
 * They go on for ever in both directions and part all time among them. A handoff in skipped or repeated time is where a {@link Shift}
 * would start. The turn of any instant is found at once, however far it is from the anchor.
 */
@Value.Immutable
public interface Rotation extends WithRotation {

    /** {@return the first handoff, on the clock of the zone} */
    LocalDateTime anchor();

    /** {@return the zone} */
    ZoneId zone();

    /** {@return in what a turn is counted} */
    Unit unit();

    /** {@return how many units a turn has, at least 1; 1 unless given} */
    @Value.Default
    default int length() {
        return 1;
    }

    /** {@return who takes turns, in this order; the first from the anchor on} */
    List<AgentId> participants();

    /** In what a turn is counted. */
    enum Unit {
        /** Dates. */
        DAY(ChronoUnit.DAYS),
        /** Seven dates. */
        WEEK(ChronoUnit.WEEKS),
        /** Months, to the last date of the month where the anchor's has more. */
        MONTH(ChronoUnit.MONTHS);

        private final ChronoUnit step;

        Unit(ChronoUnit step) {
            this.step = step;
        }
    }

    /**
     * The time of one participant.
     *
     * @param index how many turns since the anchor, negative before it
     * @param person whose turn it is
     * @param during from handoff to handoff
     */
    record Turn(long index, AgentId person, Interval during) {}

    /**
     * A rotation of one unit a turn.
     *
     * @param anchor the first handoff
     * @param zone the zone
     * @param unit in what a turn is counted
     * @param participants who takes turns, at least one
     * @return the rotation
     */
    static Rotation of(LocalDateTime anchor, ZoneId zone, Unit unit, AgentId... participants) {
        return builder()
                .anchor(anchor)
                .zone(zone)
                .unit(unit)
                .addParticipants(participants)
                .build();
    }

    /**
     * Finds whose turn it is.
     *
     * @param at the instant
     * @return the turn that contains it
     */
    default Turn turnAt(Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone());
        long index = Math.floorDiv(unit().step.between(anchor(), wall), (long) length());
        while (handoff(index).isAfter(at)) {
            index--;
        }
        while (!handoff(index + 1).isAfter(at)) {
            index++;
        }
        return turn(index);
    }

    /**
     * Finds a turn by its number.
     *
     * @param index how many turns since the anchor, negative before it
     * @return the turn
     */
    default Turn turn(long index) {
        return new Turn(
                index,
                participants()
                        .get((int) Math.floorMod(index, (long) participants().size())),
                new Interval(handoff(index), handoff(index + 1)));
    }

    /**
     * Lists the turns of a window.
     *
     * @param window the window
     * @return the turns that overlap it, whole, in order
     */
    default List<Turn> turns(Interval window) {
        List<Turn> turns = new ArrayList<>();
        if (window.isEmpty()) {
            return List.of();
        }
        for (Turn turn = turnAt(window.startInclusive());
                turn.during().startInclusive().isBefore(window.endExclusive());
                turn = turn(turn.index() + 1)) {
            turns.add(turn);
        }
        return List.copyOf(turns);
    }

    private Instant handoff(long index) {
        return WallTime.instant(anchor().plus(Math.multiplyExact(index, length()), unit().step), zone());
    }

    /** Refuses a rotation without participants or of no length. */
    @Value.Check
    default void check() {
        if (participants().isEmpty()) {
            throw new IllegalArgumentException(
                    "participants (0) must be at least one\nMaybe leave the layer out until there is somebody.");
        }
        if (length() < 1) {
            throw new IllegalArgumentException("length (" + length() + ") must be at least 1\nMaybe 1.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a rotation. */
    final class Builder extends ImmutableRotation.Builder {
        Builder() {}
    }
}
