package dev.customerservice.roles.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.skill.SkillMatrix.Assessed;
import dev.customerservice.roles.skill.SkillMatrix.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Gaps are never negative, grow with what is required and shrink with what is known. */
class SkillMatrixProperties {

    private static final List<AgentId> PEOPLE = List.of(AgentId.of("ana"), AgentId.of("ben"), AgentId.of("chi"));
    private static final List<Skill> SKILLS = List.of(Skill.EMPATHY, Skill.PATIENCE);

    @Property
    @Tag("S0-60")
    void gapsAreNeverNegativeNorAboveTheRequirement(
            @ForAll("logs") List<Assessed> log, @ForAll("hours") Instant asOf, @ForAll @IntRange(max = 5) int level) {
        for (Gap gap : gaps(log, asOf, level)) {
            assertTrue(gap.size() > 0 && gap.size() <= level, gap::toString);
            assertEquals(
                    gap.assessed().isEmpty() ? level : level - gap.assessed().getAsInt(), gap.size());
        }
    }

    @Property
    @Tag("S0-60")
    void askingForMoreNeverNarrowsAGap(
            @ForAll("logs") List<Assessed> log, @ForAll("hours") Instant asOf, @ForAll @IntRange(max = 4) int level) {
        SkillMatrix matrix = SkillMatrix.of(PEOPLE, log, asOf);
        for (AgentId person : PEOPLE) {
            for (Skill skill : SKILLS) {
                OptionalInt known = matrix.level(person, skill.skillId());
                int less = new Gap(person, SkillRequirement.of(skill, level), known).size();
                int more = new Gap(person, SkillRequirement.of(skill, level + 1), known).size();
                assertTrue(less <= more && more <= less + 1);
            }
        }
    }

    @Property
    @Tag("S0-60")
    void learningNeverWidensAGap(
            @ForAll("logs") List<Assessed> log,
            @ForAll("hours") Instant asOf,
            @ForAll @IntRange(max = 5) int level,
            @ForAll @IntRange(max = 5) int learned) {
        SkillMatrix before = SkillMatrix.of(PEOPLE, log, asOf);
        AgentId ana = PEOPLE.get(0);
        int known = before.level(ana, Skill.EMPATHY.skillId()).orElse(0);
        List<Assessed> more = new ArrayList<>(log);
        more.add(Assessed.of(ana, Skill.EMPATHY, Math.max(known, learned), asOf.plusSeconds(1)));
        SkillMatrix after = SkillMatrix.of(PEOPLE, more, asOf.plusSeconds(1));
        assertTrue(total(after, ana, level) <= total(before, ana, level));
    }

    @Property
    void theOrderOfTheLogDoesNotMatter(
            @ForAll("logs") List<Assessed> log, @ForAll("hours") Instant asOf, @ForAll Random random) {
        List<Assessed> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        assertEquals(gaps(log, asOf, 5), gaps(shuffled, asOf, 5));
    }

    @Property
    void whatIsAssessedLaterOrOfOthersChangesNothing(
            @ForAll("logs") List<Assessed> log, @ForAll("hours") Instant asOf, @ForAll @IntRange(max = 5) int level) {
        List<Assessed> more = new ArrayList<>(log);
        more.add(Assessed.of(PEOPLE.get(0), Skill.EMPATHY, level, asOf.plusNanos(1)));
        more.add(Assessed.of(AgentId.of("zoe"), Skill.EMPATHY, level, asOf));
        assertEquals(gaps(log, asOf, 5), gaps(more, asOf, 5));
    }

    @Property
    void agreesWithAPlainSearch(@ForAll("logs") List<Assessed> log, @ForAll("hours") Instant asOf) {
        SkillMatrix matrix = SkillMatrix.of(PEOPLE, log, asOf);
        for (AgentId person : PEOPLE) {
            for (Skill skill : SKILLS) {
                assertEquals(plainLevel(log, person, skill, asOf), matrix.level(person, skill.skillId()));
            }
        }
    }

    private static OptionalInt plainLevel(List<Assessed> log, AgentId person, Skill skill, Instant asOf) {
        OptionalInt level = OptionalInt.empty();
        Instant latest = Instant.MIN;
        for (Assessed each : log) {
            boolean counts = each.person().equals(person)
                    && each.skill().equals(skill.skillId())
                    && !each.at().isAfter(asOf)
                    && (each.expiresAt().isEmpty() || each.expiresAt().get().isAfter(asOf));
            if (counts && each.at().isAfter(latest)) {
                latest = each.at();
                level = OptionalInt.of(each.level());
            } else if (counts && each.at().equals(latest)) {
                level = OptionalInt.of(Math.min(level.getAsInt(), each.level()));
            }
        }
        return level;
    }

    private static List<Gap> gaps(List<Assessed> log, Instant asOf, int level) {
        return SkillMatrix.of(PEOPLE, log, asOf)
                .gaps(SKILLS.stream()
                        .map(skill -> SkillRequirement.of(skill, level))
                        .toList());
    }

    private static int total(SkillMatrix matrix, AgentId person, int level) {
        return matrix.gaps(List.of(SkillRequirement.of(Skill.EMPATHY, level))).stream()
                .filter(gap -> gap.person().equals(person))
                .mapToInt(Gap::size)
                .sum();
    }

    @Provide
    Arbitrary<Instant> hours() {
        return Arbitraries.integers().between(0, 6).map(SkillMatrixProperties::hour);
    }

    @Provide
    Arbitrary<List<Assessed>> logs() {
        Arbitrary<Assessed> lasting = Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(SKILLS),
                        Arbitraries.integers().between(0, 5),
                        hours())
                .as(Assessed::of);
        Arbitrary<Assessed> expiring = Combinators.combine(
                        lasting, Arbitraries.integers().between(1, 4))
                .as((assessed, hours) -> assessed.withExpiresAt(assessed.at().plusSeconds(3600L * hours)));
        return Arbitraries.oneOf(lasting, expiring).list().ofMaxSize(12);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * hour);
    }
}
