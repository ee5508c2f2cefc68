package dev.customerservice.roles.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.role.JobRole.Involvement;
import dev.customerservice.roles.role.JobRole.Responsibility;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JobRoleTest {

    @Test
    void thereAreSixFromTheFirstLineToTheHead() {
        assertEquals(
                List.of("associate", "engineer", "lead", "technical-account-manager", "operations-analyst", "head"),
                JobRole.STANDARD.stream().map(role -> role.id().value()).toList());
    }

    @Test
    void largerTeamsNeedMoreRoles() {
        assertEquals(
                List.of(1, 6, 4, 8, 12, 25),
                JobRole.STANDARD.stream().map(JobRole::ownPersonFrom).toList());
    }

    @Test
    @Tag("S1-09")
    @Tag("S1-10")
    @Tag("S1-11")
    @Tag("S1-12")
    @Tag("S1-13")
    void whatTheSourceSaysTheyDo() {
        assertTrue(does(JobRole.ASSOCIATE, "daily-requests"));
        assertTrue(does(JobRole.ASSOCIATE, "reroute-urgent"));
        assertTrue(does(JobRole.ENGINEER, "complex-problems"));
        assertTrue(does(JobRole.LEAD, "critical-incidents"));
        assertTrue(does(JobRole.TECHNICAL_ACCOUNT_MANAGER, "large-accounts"));
        assertTrue(does(JobRole.OPERATIONS_ANALYST, "performance-analysis"));
        assertTrue(does(JobRole.HEAD, "service-strategy"));
    }

    @Test
    void theLinesEndAtTheHead() {
        for (JobRole role : JobRole.STANDARD) {
            Set<RoleId> line = new HashSet<>();
            Optional<JobRole> next = Optional.of(role);
            while (next.isPresent() && line.add(next.get().id())) {
                next = next.get().reportsTo().map(JobRoleTest::standard);
            }
            assertTrue(line.contains(JobRole.HEAD.id()), () -> role.id() + " reports through " + line);
        }
        assertEquals(Optional.empty(), JobRole.HEAD.reportsTo());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> JobRole.LEAD.withReportsTo(RoleId.of("lead")));
        assertThrows(IllegalArgumentException.class, () -> JobRole.LEAD.withOwnPersonFrom(0));
        assertThrows(IllegalArgumentException.class, () -> new Responsibility(" ", Involvement.INFORMED));
    }

    @Test
    @Tag("S3-02")
    void skillsDoNotMakeUpForTheMindset() {
        AgentId ana = AgentId.of("ana");
        Instant january = Instant.parse("2026-01-01T00:00:00Z");
        SkillMatrix skilled = SkillMatrix.of(
                List.of(ana),
                JobRole.LEAD.requirements().stream()
                        .map(needed -> new SkillMatrix.Assessed(ana, needed.skill(), 5, january, Optional.empty()))
                        .toList(),
                january);
        JobRole minded = JobRole.LEAD.withMindset(new JobRole.Mindset("mindset", new BigDecimal("0.6")));
        Measurement<BigDecimal> low = Measurement.value(new BigDecimal("0.59"), 1, LeftOut.none());
        Measurement<BigDecimal> enough = Measurement.value(new BigDecimal("0.6"), 1, LeftOut.none());
        Measurement<BigDecimal> unknown = Measurement.noData(Absence.NO_FACTS, LeftOut.none());
        assertEquals(List.of(), minded.obstacles(ana, skilled, enough));
        assertEquals(List.of(), JobRole.LEAD.obstacles(ana, skilled, unknown), "a role may ask for skills alone");
        assertEquals(
                List.of("MINDSET_BELOW_MINIMUM about person:ana by mindset: minimum = 0.6 score, score = 0.59 score"),
                minded.obstacles(ana, skilled, low).stream()
                        .map(Reason::toString)
                        .toList());
        assertEquals(
                List.of("MINDSET_UNKNOWN"),
                minded.obstacles(ana, skilled, unknown).stream()
                        .map(Reason::code)
                        .toList());
        assertEquals(
                List.of("NOT_ASSESSED", "NOT_ASSESSED", "MINDSET_UNKNOWN"),
                minded.obstacles(AgentId.of("ben"), skilled, unknown).stream()
                        .map(Reason::code)
                        .toList(),
                "somebody nobody assessed is not eligible by silence");
        JobRole later =
                minded.withRequirements(SkillRequirement.of(Skill.CALM, 5).withNeededFrom(LocalDate.of(2027, 1, 1)));
        assertEquals(List.of(), later.obstacles(ana, skilled, enough), "what is needed later is no obstacle now");
        assertThrows(IllegalArgumentException.class, () -> new JobRole.Mindset("mindset", BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new JobRole.Mindset("mindset", new BigDecimal(60)));
    }

    @Test
    void aRoleOfYourOwn() {
        JobRole translator = JobRole.builder()
                .id(RoleId.of("translator"))
                .title("Translator")
                .reportsTo(JobRole.LEAD.id())
                .involved(Involvement.RESPONSIBLE, "translations")
                .addRequirement(Skill.of("Portuguese", Skill.Family.LANGUAGE), 4)
                .ownPersonFrom(10)
                .build();
        assertEquals(
                List.of(new Responsibility("translations", Involvement.RESPONSIBLE)), translator.responsibilities());
        assertEquals(4, translator.requirements().get(0).level());
    }

    private static JobRole standard(RoleId id) {
        return JobRole.STANDARD.stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean does(JobRole role, String activity) {
        return role.responsibilities().contains(new Responsibility(activity, Involvement.RESPONSIBLE));
    }
}
