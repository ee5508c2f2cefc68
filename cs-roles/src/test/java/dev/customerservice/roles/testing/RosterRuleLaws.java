package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.RosterRule.Line;
import dev.customerservice.roles.shift.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link RosterRule} keeps; implement it in a test to prove a rule of one's own. */
public interface RosterRuleLaws {

    /** {@return the rule to prove} */
    RosterRule rule();

    @Property(tries = 200)
    default void theSameLineGivesTheSameFindings(@ForAll("lines") Line line) {
        List<Shift> turned = new ArrayList<>(line.shifts());
        Collections.reverse(turned);
        Line same = new Line(line.availability(), turned, line.startInclusive(), line.endExclusive());
        assertEquals(rule().check(line), rule().check(same));
        rule().check(line).forEach(violation -> assertEquals(line.person(), violation.person()));
    }

    @Property(tries = 200)
    default void aShiftTakenAwayBreaksNothing(@ForAll("lines") Line line) {
        if (!rule().check(line).isEmpty()) {
            return;
        }
        for (int left = 0; left < line.shifts().size(); left++) {
            List<Shift> fewer = new ArrayList<>(line.shifts());
            fewer.remove(left);
            Line less = new Line(line.availability(), fewer, line.startInclusive(), line.endExclusive());
            assertTrue(rule().check(less).isEmpty(), () -> rule().check(less).toString());
        }
    }

    /** {@return lines of three weeks around a clock change, with shifts of all kinds} */
    @Provide
    default Arbitrary<Line> lines() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate first = LocalDate.of(2025, 10, 13);
        Arbitrary<Shift> shifts = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 47),
                        Arbitraries.integers().between(2, 24),
                        Arbitraries.of(true, false))
                .as((date, start, length, rest) -> {
                    LocalDateTime from = first.plusDays(date).atStartOfDay().plusMinutes(30L * start);
                    Shift shift = new Shift(from, from.plusMinutes(30L * length), berlin, List.of());
                    return rest && length > 4
                            ? shift.withBreaks(new Shift.Break(Duration.ofHours(1), Duration.ofMinutes(30)))
                            : shift;
                });
        Availability ana = Availability.builder()
                .person(AgentId.of("ana"))
                .zone(berlin)
                .contractedAWeek(Duration.ofHours(30))
                .addAbsence(Availability.Absence.dates(
                        first.plusDays(3), first.plusDays(6), Availability.Absence.Kind.SICKNESS))
                .build();
        return shifts.list().ofMaxSize(12).map(list -> new Line(ana, list, first, first.plusDays(21)));
    }
}
