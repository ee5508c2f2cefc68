package dev.customerservice.roles.shift;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.time.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How many people are needed when; where nobody is, it is closed by design.
 *
 * @param needs the needs, in any order; where they overlap they add up
 */
public record Requirement(List<Need> needs) {

    /** Copies the needs. */
    public Requirement {
        needs = List.copyOf(needs);
    }

    /**
     * People needed for a while.
     *
     * @param during when
     * @param people how many, 0 or more
     */
    public record Need(Interval during, int people) {
        /** Refuses a negative number. */
        public Need {
            if (people < 0) {
                throw new IllegalArgumentException(
                        "people (" + people + ") must not be negative\nMaybe 0 while it is closed.");
            }
        }
    }

    /**
     * The same number all the time.
     *
     * @param during when
     * @param people how many, 0 or more
     * @return the requirement
     */
    public static Requirement of(Interval during, int people) {
        return new Requirement(List.of(new Need(during, people)));
    }

    /**
     * The same number in all open time.
     *
     * @param open the open time
     * @param window the window looked at
     * @param people how many while it is open, 0 or more
     * @return the requirement, nobody while it is closed
     */
    public static Requirement during(BusinessTime open, Interval window, int people) {
        return new Requirement(open.openIntervals(window).intervals().stream()
                .map(interval -> new Need(interval, people))
                .toList());
    }

    /**
     * Adds another requirement, such as that of a second queue.
     *
     * @param other the other
     * @return what both need together
     */
    public Requirement plus(Requirement other) {
        List<Need> both = new ArrayList<>(needs);
        both.addAll(other.needs);
        return new Requirement(both);
    }
}
