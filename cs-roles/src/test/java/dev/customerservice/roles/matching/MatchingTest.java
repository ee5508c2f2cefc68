package dev.customerservice.roles.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.roles.matching.Matching.Cause;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MatchingTest {

    /** Skills that a newcomer and a mentor share. */
    private static final Map<String, Integer> SHARED =
            Map.of("eva-ana", 3, "eva-ben", 2, "fay-ana", 3, "fay-ben", 0, "gil-ana", 1);

    @Test
    @Tag("S0-16")
    void mentorsKeepTheirLoadAndShareTheMost() {
        Matching<String, String> pairs = mentors(Map.of("ana", 1, "ben", 1), "eva", "fay");
        assertEquals(Map.of("eva", "ben", "fay", "ana"), pairs.pairs(), "2 + 3 is more than 3 + 0");
        assertEquals(5, pairs.total());
        assertEquals(Map.of(), pairs.unmatched());
        assertEquals(Set.of(), pairs.contested());
        assertEquals(
                Map.of("eva", "ana", "fay", "ana"),
                mentors(Map.of("ana", 2, "ben", 1), "eva", "fay").pairs());
    }

    @Test
    @Tag("S0-16")
    void whoIsLeftIsNamedWithTheCause() {
        Matching<String, String> pairs = mentors(Map.of("ana", 1, "ben", 1), "eva", "fay", "gil", "hal");
        assertEquals(2, pairs.pairs().size());
        assertEquals(Map.of("gil", Cause.TOO_FEW, "hal", Cause.NOBODY_FITS), pairs.unmatched());
        assertEquals(Set.of("eva", "fay", "gil", "hal"), pairs.contested(), "three compete for two");
        assertEquals(
                Map.of("gil", Cause.NOBODY_FITS),
                mentors(Map.of("ana", 0, "ben", 1), "gil").unmatched());
    }

    @Test
    @Tag("S1-29")
    void asManyAsPossibleComeFirst() {
        Map<String, Integer> fit = Map.of("ana-chat", 9, "ana-phone", 1, "ben-chat", 5);
        Matching<String, String> seats = Matching.best(
                List.of("ana", "ben"),
                List.of("chat", "phone"),
                (person, seat) -> fit(fit, person + "-" + seat),
                seat -> 1);
        assertEquals(Map.of("ana", "phone", "ben", "chat"), seats.pairs());
        assertEquals(6, seats.total());
    }

    @Test
    void refusesWhatCannotBeAssigned() {
        assertThrows(IllegalArgumentException.class, () -> mentors(Map.of("ana", -1), "eva"));
        assertThrows(IllegalArgumentException.class, () -> mentors(Map.of("ana", 1), "eva", "eva"));
    }

    private static Matching<String, String> mentors(Map<String, Integer> load, String... newcomers) {
        return Matching.best(
                List.of(newcomers),
                load.keySet().stream().sorted().toList(),
                (newcomer, mentor) -> fit(SHARED, newcomer + "-" + mentor),
                mentor -> load.getOrDefault(mentor, 0));
    }

    private static OptionalInt fit(Map<String, Integer> fits, String pair) {
        Integer found = fits.get(pair);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
