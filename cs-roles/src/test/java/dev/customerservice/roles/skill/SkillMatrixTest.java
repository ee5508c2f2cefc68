package dev.customerservice.roles.skill;

import static dev.customerservice.roles.skill.Skill.DATA_ANALYSIS;
import static dev.customerservice.roles.skill.Skill.EMPATHY;
import static dev.customerservice.roles.skill.Skill.PATIENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.skill.SkillMatrix.Assessed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SkillMatrixTest {

    @Test
    @Tag("S2-07")
    void theLogSaysWhatPeopleCanDoAndWhatExpires() {
        Evidence assessed = Evidence.of("e1", "skill.assessed", JANUARY, Subject.person(ANA))
                .withDetail("skill", "empathy")
                .withDetail("level", Detail.count(3, "level"));
        Evidence certificate = Evidence.of("e2", "certificate.granted", JANUARY, Subject.person(ANA))
                .withDetail("skill", "calm")
                .withDetail("level", Detail.count(4, "level"))
                .withDetail("expires", new Detail.Moment(MARCH));
        Evidence bare = Evidence.of("e3", "certificate.granted", JANUARY, Subject.person(ANA))
                .withDetail("skill", "patience");
        Evidence later = Evidence.of("e4", "skill.assessed", FEBRUARY, Subject.person(ANA))
                .withDetail("skill", "empathy")
                .withDetail("level", Detail.count(5, "level"));
        EvidenceLog log = EvidenceLog.of(assessed, certificate, bare, later);
        SkillMatrix january = SkillMatrix.of(List.of(ANA), log, JANUARY);
        assertEquals(OptionalInt.of(3), january.level(ANA, EMPATHY.skillId()), "February is not known yet");
        assertEquals(OptionalInt.of(4), january.level(ANA, Skill.CALM.skillId()));
        assertEquals(OptionalInt.empty(), january.level(ANA, Skill.PATIENCE.skillId()), "no level, no claim");
        assertEquals(
                OptionalInt.of(5), SkillMatrix.of(List.of(ANA), log, FEBRUARY).level(ANA, EMPATHY.skillId()));
        assertEquals(
                OptionalInt.empty(), SkillMatrix.of(List.of(ANA), log, MARCH).level(ANA, Skill.CALM.skillId()));
        assertEquals(List.of(), january.expiring(MARCH.minusNanos(1)));
        assertEquals(
                List.of(Skill.CALM.skillId()),
                january.expiring(MARCH).stream()
                        .map(SkillMatrix.Assessed::skill)
                        .toList());
    }

    @Test
    void hearsayIsNoLevelAndHalfALevelIsNone() {
        Evidence heard = Evidence.of("e1", "skill.assessed", JANUARY, Subject.person(ANA))
                .withDetail("skill", "empathy")
                .withDetail("level", Detail.count(3, "level"));
        SkillMatrix hearsay =
                SkillMatrix.of(List.of(ANA), EvidenceLog.of(heard.withBasis(Evidence.Basis.HEARSAY)), MARCH);
        assertEquals(OptionalInt.empty(), hearsay.level(ANA, EMPATHY.skillId()));
        EvidenceLog half =
                EvidenceLog.of(heard.withDetail("level", new Detail.Quantity(new BigDecimal("3.5"), "level")));
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> SkillMatrix.of(List.of(ANA), half, MARCH))
                        .getMessage());
        assertTrue(message.startsWith("level (3.5) of evidence e1 must be a point of a scale"), message);
    }

    @Test
    void evidenceThatSaysTooLittleSaysNothing() {
        Evidence nobody = Evidence.of("e1", "skill.assessed", JANUARY, Subject.of("team", "harbour"))
                .withDetail("skill", "empathy")
                .withDetail("level", Detail.count(3, "level"));
        Evidence nothing = Evidence.of("e2", "skill.assessed", JANUARY, Subject.person(ANA))
                .withDetail("level", Detail.count(3, "level"));
        assertEquals(
                "SkillMatrix[people=1, assessed=0, asOf=" + MARCH + "]",
                SkillMatrix.of(List.of(ANA), EvidenceLog.of(nobody, nothing), MARCH)
                        .toString());
        assertThrows(IllegalArgumentException.class, () -> SkillId.of(" "));
    }

    @Test
    void whatExpiresFirstStandsFirst() {
        SkillMatrix matrix = SkillMatrix.of(
                List.of(BEN, ANA),
                List.of(
                        Assessed.of(ANA, Skill.CALM, 3, JANUARY).withExpiresAt(MARCH),
                        Assessed.of(BEN, Skill.CALM, 3, JANUARY).withExpiresAt(MARCH),
                        Assessed.of(BEN, EMPATHY, 3, JANUARY).withExpiresAt(FEBRUARY)),
                JANUARY);
        assertEquals(
                List.of(BEN, ANA, BEN),
                matrix.expiring(MARCH).stream().map(Assessed::person).toList());
        assertEquals(1, matrix.expiring(FEBRUARY).size());
    }

    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final Instant JANUARY = Instant.parse("2026-01-15T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-15T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-15T09:00:00Z");
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static final SkillRequirement EMPATHY_4 = SkillRequirement.of(EMPATHY, 4);

    @Test
    void theLatestAssessmentCounts() {
        List<Assessed> log = List.of(Assessed.of(ANA, EMPATHY, 4, FEBRUARY), Assessed.of(ANA, EMPATHY, 2, JANUARY));
        assertEquals(OptionalInt.of(2), matrix(log, JANUARY).level(ANA, EMPATHY.skillId()));
        assertEquals(OptionalInt.of(2), matrix(log, FEBRUARY.minusNanos(1)).level(ANA, EMPATHY.skillId()));
        assertEquals(OptionalInt.of(4), matrix(log, FEBRUARY).level(ANA, EMPATHY.skillId()));
        assertEquals(OptionalInt.empty(), matrix(log, JANUARY.minusNanos(1)).level(ANA, EMPATHY.skillId()));
        assertEquals(
                FEBRUARY,
                matrix(log, MARCH)
                        .assessed(ANA, EMPATHY.skillId())
                        .orElseThrow()
                        .at());
    }

    @Test
    void ofTwoAtOneInstantTheLowerCounts() {
        List<Assessed> log = List.of(Assessed.of(ANA, EMPATHY, 4, JANUARY), Assessed.of(ANA, EMPATHY, 3, JANUARY));
        assertEquals(OptionalInt.of(3), matrix(log, MARCH).level(ANA, EMPATHY.skillId()));
    }

    @Test
    @Tag("S2-07")
    void anExpiredCertificateNoLongerCountsFromThatInstant() {
        List<Assessed> log = List.of(
                Assessed.of(ANA, EMPATHY, 2, JANUARY),
                Assessed.of(ANA, EMPATHY, 5, FEBRUARY).withExpiresAt(MARCH));
        assertEquals(OptionalInt.of(5), matrix(log, MARCH.minusNanos(1)).level(ANA, EMPATHY.skillId()));
        assertEquals(OptionalInt.of(2), matrix(log, MARCH).level(ANA, EMPATHY.skillId()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Assessed.of(ANA, EMPATHY, 5, MARCH).withExpiresAt(MARCH));
    }

    @Test
    void aLevelOffTheScaleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Assessed.of(ANA, EMPATHY, 6, JANUARY));
    }

    @Test
    @Tag("S0-60")
    void unknownIsNotZeroButTheWholeRequirementIsMissing() {
        SkillMatrix matrix =
                matrix(List.of(Assessed.of(ANA, EMPATHY, 3, JANUARY), Assessed.of(BEN, EMPATHY, 0, JANUARY)), MARCH);
        List<SkillMatrix.Gap> gaps = matrix.gaps(List.of(EMPATHY_4));
        assertEquals(
                List.of(ANA, BEN, CHI),
                gaps.stream().map(SkillMatrix.Gap::person).toList());
        assertEquals(List.of(1, 4, 4), gaps.stream().map(SkillMatrix.Gap::size).toList());
        assertEquals(
                List.of("BELOW_LEVEL", "BELOW_LEVEL", "NOT_ASSESSED"),
                gaps.stream().map(SkillMatrix.Gap::reason).map(Reason::code).toList());
        assertFalse(gaps.get(1).isNotAssessed());
        assertTrue(gaps.get(2).isNotAssessed());
        assertEquals(
                "BELOW_LEVEL about person:ana by empathy: assessed = 3 level, required = 4 level",
                gaps.get(0).reason().toString());
        assertEquals(
                "NOT_ASSESSED about person:chi by empathy: required = 4 level",
                gaps.get(2).reason().toString());
    }

    @Test
    @Tag("S0-60")
    void gapsNowAndLater() {
        SkillMatrix matrix = matrix(List.of(Assessed.of(ANA, EMPATHY, 4, JANUARY)), MARCH);
        SkillRequirement fromJuly = SkillRequirement.of(DATA_ANALYSIS, 3).withNeededFrom(JULY);
        List<SkillRequirement> requirements = List.of(EMPATHY_4, fromJuly);
        assertEquals(2, matrix.gaps(requirements).size());
        assertEquals(2, matrix.gaps(requirements, JULY.minusDays(1)).size());
        assertEquals(5, matrix.gaps(requirements, JULY).size());
        assertEquals(0, matrix.teamGaps(requirements).size());
        assertEquals(
                List.of(fromJuly),
                matrix.teamGaps(requirements, JULY).stream()
                        .map(SkillMatrix.TeamGap::requirement)
                        .toList());
    }

    @Test
    @Tag("S0-60")
    void theTeamLacksPeopleNotLevels() {
        SkillMatrix matrix =
                matrix(List.of(Assessed.of(ANA, EMPATHY, 5, JANUARY), Assessed.of(BEN, EMPATHY, 3, JANUARY)), MARCH);
        SkillMatrix.TeamGap gap =
                matrix.teamGaps(List.of(EMPATHY_4.withPeople(3))).get(0);
        assertEquals(1, gap.have());
        assertEquals(2, gap.missing());
        assertEquals(1, gap.notAssessed());
        assertEquals(
                "TOO_FEW_PEOPLE by empathy: have = 1 people, needed = 3 people, notAssessed = 1 people, required = 4 level",
                gap.reason().toString());
    }

    @Test
    void whatHangsOnOnePerson() {
        SkillMatrix matrix = matrix(
                List.of(
                        Assessed.of(ANA, EMPATHY, 5, JANUARY),
                        Assessed.of(BEN, EMPATHY, 3, JANUARY),
                        Assessed.of(ANA, PATIENCE, 3, JANUARY),
                        Assessed.of(BEN, PATIENCE, 3, JANUARY)),
                MARCH);
        SkillRequirement patience = SkillRequirement.of(PATIENCE, 3);
        assertEquals(Set.of(ANA, BEN), matrix.holders(patience));
        assertEquals(
                Map.of(EMPATHY_4, ANA),
                matrix.singleHolders(List.of(EMPATHY_4, patience, SkillRequirement.of(DATA_ANALYSIS, 1))));
    }

    @Test
    void onlyThePeopleAskedAbout() {
        SkillMatrix matrix = SkillMatrix.of(Set.of(BEN), List.of(Assessed.of(ANA, EMPATHY, 5, JANUARY)), MARCH);
        assertEquals(Set.of(BEN), matrix.people());
        assertEquals(MARCH, matrix.asOf());
        assertEquals(OptionalInt.empty(), matrix.level(ANA, EMPATHY.skillId()));
        assertEquals("SkillMatrix[people=1, assessed=0, asOf=2026-03-15T09:00:00Z]", matrix.toString());
    }

    private static SkillMatrix matrix(List<Assessed> log, Instant asOf) {
        return SkillMatrix.of(List.of(CHI, BEN, ANA), log, asOf);
    }
}
