package dev.customerservice.roles.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    private static final Subject DEE = Subject.person(AgentId.of("dee"));

    @Test
    void tellsCodeSubjectPlaceAndFigures() {
        Reason reason = Reason.rule("TOO_MANY_PROFILES")
                .withAbout(DEE)
                .withWhere("harbour")
                .withValue("limit", Detail.count(2, "profiles"))
                .withValue("held", new Detail.Text("three"));
        assertEquals(
                "TOO_MANY_PROFILES about person:dee by harbour: held = three, limit = 2 profiles", reason.toString());
        assertEquals(Reason.Severity.RULE, reason.severity());
        assertEquals("NO_ACCOUNTABLE", Reason.rule("NO_ACCOUNTABLE").toString());
    }

    @Test
    void adviceIsNoRule() {
        assertEquals(Reason.Severity.ADVICE, Reason.advice("SPLIT").severity());
        assertNotEquals(Reason.advice("SPLIT"), Reason.rule("SPLIT"));
    }

    @Test
    void aSecondFigureOfTheSameNameReplacesTheFirst() {
        Reason reason =
                Reason.rule("A").withValue("n", Detail.count(1, "people")).withValue("n", Detail.count(2, "people"));
        assertEquals(1, reason.values().size());
        assertEquals(Detail.count(2, "people"), reason.values().get("n"));
    }

    @Test
    void valuesAreCopied() {
        TreeMap<String, Detail> values = new TreeMap<>();
        Reason reason = new Reason("A", Reason.Severity.RULE, Optional.empty(), "", values);
        values.put("late", Detail.count(1, "people"));
        assertEquals(0, reason.values().size());
        assertThrows(UnsupportedOperationException.class, () -> reason.values().put("x", Detail.count(1, "people")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tooMany", "TOO MANY", "TOO_", "_TOO", "1ST"})
    void refusesACodeNobodyCouldCatalogue(String code) {
        assertThrows(IllegalArgumentException.class, () -> Reason.rule(code));
    }

    @Test
    void subjectsHaveATypeAndAnId() {
        assertEquals("team:harbour", Subject.team(TeamId.of("harbour")).toString());
        assertEquals(Subject.of("role", "lead"), Subject.role(RoleId.of("lead")));
        assertThrows(IllegalArgumentException.class, () -> Subject.of("", "x"));
        assertThrows(IllegalArgumentException.class, () -> Subject.of("person", " "));
    }
}
