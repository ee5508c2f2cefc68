package dev.customerservice.roles.routing;

import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.ToLongFunction;

/** The preferences that come with the library. */
final class Orders {

    /** What people read of a binary fraction; comparisons use all of it. */
    private static final MathContext SHOWN = new MathContext(12);

    private static final double MILLIS_AN_HOUR = 3_600_000.0;

    static final Term.Order LEAST_OCCUPIED = new ByState(
            "leastOccupied",
            "MORE_OCCUPIED",
            seat -> ordered(occupied(seat)),
            seat -> number(occupied(seat), "share", "no capacity"));

    static final Term.Order LEAST_LOADED =
            new ByState("leastLoaded", "MORE_LOADED", seat -> seat.load, seat -> Filters.units(seat.load));

    static final Term.Order MOST_SPARE =
            new ByState("mostSpare", "LESS_SPARE", seat -> -spare(seat), seat -> Filters.units(spare(seat)));

    static final Term.Order LONGEST_SINCE_ASSIGNED = new ByState(
            "longestSinceAssigned",
            "ASSIGNED_LATER",
            seat -> seat.turn,
            seat -> seat.view()
                    .lastAssignedAt()
                    .<Detail>map(Detail.Moment::new)
                    .orElseGet(() -> new Detail.Text("never")));

    static final Term.Order FAIR_SHARE = new ByState(
            "fairShare",
            "HAD_MORE",
            seat -> ordered(had(seat)),
            seat -> number(had(seat) * MILLIS_AN_HOUR, "units an hour", "no share"));

    static final Term.Order BEST_SKILLED = new BySkills();

    private Orders() {}

    /** A preference that looks at how much somebody has and had. */
    private record ByState(String name, String code, ToLongFunction<Seat> rank, Shown shown)
            implements Term.OrderByState {
        @Override
        public long key(Seat seat) {
            return rank.applyAsLong(seat);
        }

        @Override
        public Detail shown(Demand demand, Seat seat) {
            return shown.of(seat);
        }
    }

    @FunctionalInterface
    private interface Shown {
        Detail of(Seat seat);
    }

    /** A preference for the highest levels in what the work needs. */
    private record BySkills() implements Term.Order {
        @Override
        public String name() {
            return "bestSkilled";
        }

        @Override
        public String code() {
            return "LESS_SKILLED";
        }

        @Override
        public boolean isAboutWork() {
            return true;
        }

        @Override
        public void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
            for (SkillRequirement asked : demand.work().requires()) {
                signature.add(numbers.of(asked.skill()));
            }
            signature.add(-1);
        }

        @Override
        public long key(Demand demand, Seat seat) {
            long sum = 0;
            for (SkillRequirement asked : demand.work().requires()) {
                sum += seat.level(asked.skill());
            }
            return -sum;
        }

        @Override
        public Detail shown(Demand demand, Seat seat) {
            return Detail.count(-key(demand, seat), "levels");
        }
    }

    private static double occupied(Seat seat) {
        return seat.capacity == 0 ? Double.POSITIVE_INFINITY : (double) seat.load / seat.capacity;
    }

    private static double had(Seat seat) {
        return seat.share == 0 ? Double.POSITIVE_INFINITY : seat.assigned / seat.share;
    }

    private static long spare(Seat seat) {
        return Math.max(0, seat.capacity - seat.load);
    }

    /** The bits of a number that is not negative are in its order. */
    private static long ordered(double number) {
        return Double.doubleToLongBits(number);
    }

    private static Detail number(double value, String unit, String none) {
        return Double.isFinite(value)
                ? new Detail.Quantity(new BigDecimal(value).round(SHOWN), unit)
                : new Detail.Text(none);
    }
}
