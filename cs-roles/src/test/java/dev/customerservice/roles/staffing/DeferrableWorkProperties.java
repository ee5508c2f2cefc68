package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.staffing.DeferrableWork.Batch;
import dev.customerservice.roles.staffing.DeferrableWork.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeferrableWorkProperties {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** The demand of every span decides: that many people finish in time, and one fewer do not. */
    @Property(tries = 200)
    void thePeopleNeededAreTheFewestThatFinishInTime(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9999) Integer> drawn) {
        List<Batch> batches = drawn.stream()
                .map(number -> {
                    Instant from = NINE.plus(Duration.ofMinutes(10L * (number % 10)));
                    return new Batch(
                            "b" + number,
                            from,
                            from.plus(Duration.ofMinutes(10L * (1 + number / 10 % 10))),
                            Duration.ofMinutes(number / 100 % 100));
                })
                .toList();
        DeferrableWork work = new DeferrableWork(batches);
        Interval open = new Interval(NINE.minus(HOUR), NINE.plus(Duration.ofHours(5)));
        int people = work.peopleNeeded(IntervalSet.of(open)).orElseThrow();
        assertTrue(work.fill(List.of(new Capacity(open, people))).isFeasible());
        assertTrue(people == 0
                || !work.fill(List.of(new Capacity(open, people - 1))).isFeasible());
    }
}
