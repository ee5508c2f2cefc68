package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.Toolkit.Handoff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work handed from team to team: where it ends, where it gets lost. */
class ToolkitTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final TeamId FRONT = TeamId.of("front");
    private static final TeamId TECH = TeamId.of("tech");
    private static final TeamId BILLING = TeamId.of("billing");
    private static final TeamId LEGAL = TeamId.of("legal");
    private static final Toolkit SOUND = Toolkit.builder()
            .addHandoffs(
                    Handoff.of(FRONT, TECH, "bug", FOUR_HOURS),
                    Handoff.of(TECH, FRONT, "fixed", FOUR_HOURS),
                    Handoff.of(FRONT, BILLING, "invoice", FOUR_HOURS))
            .addEnds(FRONT, BILLING)
            .addTriggers("bug", "invoice")
            .putDepartment(FRONT, "support")
            .putDepartment(BILLING, "finance")
            .putDepartment(TECH, "support")
            .build();

    @Test
    @Tag("S0-63")
    void nothingGetsLostInASoundToolkit() {
        assertEquals(List.of(), SOUND.problems());
        assertEquals(List.of(FRONT, TECH), SOUND.path("bug", FRONT));
        assertEquals(List.of(BILLING), SOUND.path("bug", BILLING));
    }

    @Test
    @Tag("S0-63")
    void whereWorkGetsLostIsNamed() {
        Toolkit deadEnd = SOUND.withHandoffs(Handoff.of(FRONT, LEGAL, "threat", FOUR_HOURS));
        assertEquals(
                List.of(
                        "DEAD_END about team:legal",
                        "TRIGGER_UNCOVERED about trigger:bug",
                        "TRIGGER_UNCOVERED about trigger:invoice"),
                texts(deadEnd));
        Toolkit ring = Toolkit.builder()
                .addHandoffs(
                        Handoff.of(FRONT, TECH, "bug", FOUR_HOURS),
                        Handoff.of(TECH, BILLING, "cost", FOUR_HOURS),
                        Handoff.of(BILLING, TECH, "doubt", FOUR_HOURS))
                .addEnds(FRONT)
                .build();
        assertEquals(
                List.of("CYCLE_WITHOUT_EXIT about team:tech: teams = billing, tech"),
                texts(ring),
                "the way in is not the way out");
        assertEquals(List.of(), texts(ring.withEnds(BILLING)));
        assertEquals(List.of(BILLING, TECH), ring.path("doubt", BILLING));
        Toolkit round = ring.withHandoffs(
                Handoff.of(TECH, BILLING, "pass", FOUR_HOURS), Handoff.of(BILLING, TECH, "pass", FOUR_HOURS));
        assertEquals(List.of(TECH, BILLING), round.path("pass", TECH), "nobody gets it twice");
    }

    @Test
    @Tag("S0-63")
    void oneTriggerToTwoTeamsNeedsAnOrder() {
        Handoff second = Handoff.of(FRONT, BILLING, "bug", FOUR_HOURS);
        Toolkit two = SOUND.withHandoffs(Handoff.of(FRONT, TECH, "bug", FOUR_HOURS), second)
                .withEnds(TECH, BILLING)
                .withTriggers();
        assertEquals(List.of("TWO_TARGETS about team:front by bug"), texts(two));
        Toolkit ranked = two.withHandoffs(
                new Handoff(FRONT, BILLING, "bug", FOUR_HOURS, Set.of("ticket"), 2),
                Handoff.of(FRONT, TECH, "bug", FOUR_HOURS));
        assertEquals(List.of(), texts(ranked));
        assertEquals(List.of(FRONT, TECH), ranked.path("bug", FRONT));
    }

    @Test
    @Tag("S2-24")
    void departmentsThatHandWorkOverNeedALiaison() {
        assertEquals(List.of(List.of("finance", "support")), SOUND.departmentPairs());
        assertEquals(List.of(), SOUND.withDepartments(Map.of(FRONT, "support")).departmentPairs());
    }

    @Test
    void whatIsNoHandOverIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Handoff.of(FRONT, FRONT, "bug", FOUR_HOURS));
        assertThrows(IllegalArgumentException.class, () -> Handoff.of(FRONT, TECH, "bug", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Handoff.of(FRONT, TECH, "bug", Duration.ofHours(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Handoff(FRONT, TECH, "bug", FOUR_HOURS, Set.of(), 0));
    }

    private static List<String> texts(Toolkit toolkit) {
        return toolkit.problems().stream().map(Reason::toString).toList();
    }
}
