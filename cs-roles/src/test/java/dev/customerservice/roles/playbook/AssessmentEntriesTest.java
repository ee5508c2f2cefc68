package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.TEAM;
import static dev.customerservice.roles.playbook.Standard.happened;
import static dev.customerservice.roles.playbook.Standard.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Assessment.Level;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.AssessmentReading.Verdict;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.assessment.Rating;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each standard assessment says what its source asks of it. */
class AssessmentEntriesTest {

    private static final Subject PERSON = Subject.person(ANA);
    private static final Subject TOOL = Subject.of("tool", "chatbot");
    private static final EvidenceLog FIGURES = EvidenceLog.of(
            kpi("csat", "0.86", "0.84", "0.88", 900),
            kpi("sla_attainment.resolution", "0.93", "0.91", "0.95", 900),
            kpi("goal_attainment", "0.75", "0.30", "0.95", 4));

    @Test
    @Tag("S0-01")
    void healthOfTheTeam() {
        Assessment health = PLAYBOOK.assessment(StandardPlaybook.TEAM_HEALTH);
        List<Rating> six = new ArrayList<>();
        rate(six, health, TEAM, "teamwork", 4, 4, 4, 4, 4, 4);
        rate(six, health, TEAM, "shared-vision", 3, 4, 3, 4, 3, 4);
        rate(six, health, TEAM, "consistency-and-agility", 2, 3, 2, 3, 2, 3);
        AssessmentReading reading = health.read(FIGURES, six, TEAM, hour(9));
        // 0.72 + 0.86 + 0.75 + 0.75 + 0.625 + 0.375 = 4.08 of 6
        assertEquals(new BigDecimal("0.68"), reading.score().orElseThrow());
        assertEquals(Optional.of("consistency-and-agility"), reading.weakest().map(Criterion::id));
        assertEquals(Verdict.COMPLETE, reading.verdict());

        List<Rating> four = six.stream()
                .filter(rating -> rating.rater().value().compareTo("r4") < 0)
                .toList();
        AssessmentReading hidden = health.read(FIGURES, four, TEAM, hour(9));
        assertEquals(new BigDecimal("0.776667"), hidden.score().orElseThrow().round(new MathContext(6)));
        assertEquals(new BigDecimal("0.5"), hidden.coverage());
        assertEquals(Verdict.COMPLETE, hidden.verdict());
        assertEquals(
                List.of("teamwork", "shared-vision", "consistency-and-agility"),
                hidden.missing().stream().map(Criterion::id).toList());
        List<Rating> better = new ArrayList<>(six);
        better.add(Rating.of(health, "teamwork", TEAM, AgentId.of("r0"), 5, hour(2)));
        assertTrue(health.read(FIGURES, better, TEAM, hour(9))
                        .score()
                        .orElseThrow()
                        .compareTo(reading.score().orElseThrow())
                > 0);
    }

    @Test
    @Tag("S0-02")
    void eightPracticesOfLeading() {
        EvidenceLog six = EvidenceLog.of(
                PLAYBOOK.practice(StandardPlaybook.ONE_TO_ONE).done("e1", hour(0), TEAM, PERSON),
                PLAYBOOK.practice(StandardPlaybook.VISION_REPEATED).done("e2", hour(0), TEAM),
                PLAYBOOK.practice(StandardPlaybook.TEAM_MEETING).done("e3", hour(0), TEAM),
                PLAYBOOK.practice(StandardPlaybook.TRAINING_SESSION).done("e4", hour(0), TEAM),
                happened("feedback.given", 0, TEAM, PERSON),
                happened("expectation.documented", 0, TEAM));
        Assessment eight = PLAYBOOK.assessment(StandardPlaybook.LEADERSHIP_EIGHT);
        assertEquals(8, eight.criteria().size());
        assertEquals(new BigDecimal("0.75"), covered(eight.read(six, TEAM, hour(1))));
        EvidenceLog hearsay = six.plus(happened("drill.held", 0, TEAM).withBasis(Evidence.Basis.HEARSAY));
        assertEquals(new BigDecimal("0.75"), covered(eight.read(hearsay, TEAM, hour(1))), "hearsay alone adds nothing");
        EvidenceLog seven = six.plus(happened("drill.held", 0, TEAM));
        assertEquals(new BigDecimal("0.875"), covered(eight.read(seven, TEAM, hour(1))));
        assertEquals(
                new BigDecimal("0.25"),
                covered(eight.read(seven, TEAM, hour(24 * 100))),
                "after a hundred days only what counts for a year is left");
    }

    @Test
    @Tag("S0-15")
    void aNewPersonIsReadyWithSkillAndConfidence() {
        Assessment ready = PLAYBOOK.assessment(StandardPlaybook.NEW_HIRE_READINESS);
        EvidenceLog trained = EvidenceLog.of(happened("training.completed", 0, PERSON)
                .withDetail("training", "onboarding")
                .withDetail("passed", true));
        assertEquals(Verdict.INCOMPLETE, ready.read(trained, PERSON, hour(1)).verdict());
        assertEquals(
                Verdict.BELOW_MINIMUM,
                ready.read(trained.plus(confident("0.4")), PERSON, hour(2)).verdict());
        assertEquals(
                Verdict.COMPLETE,
                ready.read(trained.plus(confident("0.6")), PERSON, hour(2)).verdict());
    }

    @Test
    @Tag("S0-35")
    void aMissingSignOfBurnoutIsNamedAndNotZero() {
        Assessment protection = PLAYBOOK.assessment(StandardPlaybook.BURNOUT_RISK);
        EvidenceLog log = EvidenceLog.empty();
        for (Map.Entry<String, String> figure : Map.of(
                        "occupancy", "0.85",
                        "overtime_share", "0.05",
                        "night_and_weekend_share", "0.35",
                        "longest_run_of_days", "6",
                        "rest_violations", "0",
                        "unused_leave_days", "5")
                .entrySet()) {
            log = log.plus(figure(PERSON, figure.getKey(), figure.getValue()));
        }
        AssessmentReading open = protection.read(log, PERSON, hour(9));
        assertEquals(Verdict.INCOMPLETE, open.verdict());
        assertEquals(
                List.of("surges"), open.missing().stream().map(Criterion::id).toList());
        assertTrue(open.score().amount().isEmpty());
        AssessmentReading all = protection.read(log.plus(figure(PERSON, "surge_duty_share", "0.3")), PERSON, hour(9));
        assertEquals(Verdict.COMPLETE, all.verdict());
        assertEquals(Optional.of("occupancy"), all.weakest().map(Criterion::id));
    }

    @Test
    @Tag("S0-64")
    @Tag("S2-38")
    void aReviewHearsCustomersAndTeam() {
        Assessment review = PLAYBOOK.assessment(StandardPlaybook.EVOLUTION_REVIEW);
        List<Rating> ratings = new ArrayList<>();
        for (String question : List.of("works", "obstacles", "basics", "next")) {
            rate(ratings, review, TEAM, question, 4, 3);
        }
        EvidenceLog customers =
                EvidenceLog.of(happened("customer-voice.heard", 0, TEAM), happened("competitor.compared", 0, TEAM));
        assertEquals(
                Verdict.INCOMPLETE,
                review.read(customers, ratings, TEAM, hour(9)).verdict());
        EvidenceLog both = customers.plus(happened("team-voice.heard", 1, TEAM));
        assertEquals(Verdict.COMPLETE, review.read(both, ratings, TEAM, hour(9)).verdict());
    }

    @Test
    @Tag("S0-68")
    void threeGroupsOfInternalCustomers() {
        Assessment service = PLAYBOOK.assessment(StandardPlaybook.HR_SERVICE);
        Subject department = Subject.of("department", "hr");
        List<Rating> ratings = new ArrayList<>();
        for (String group : List.of("line-manager", "non-manager", "senior-manager")) {
            int size = group.equals("senior-manager") ? 3 : group.equals("line-manager") ? 6 : 9;
            for (int i = 0; i < size; i++) {
                for (Criterion criterion : service.criteria()) {
                    ratings.add(
                            Rating.of(service, criterion.id(), department, AgentId.of(group + "/" + i), 4, hour(1)));
                }
            }
        }
        Map<String, AssessmentReading> segments = service.readSegments(
                EvidenceLog.empty(),
                ratings,
                department,
                hour(2),
                rater -> rater.value().split("/", 2)[0]);
        assertEquals(
                List.of("non-manager"),
                segments.entrySet().stream()
                        .filter(each -> each.getValue().score().amount().isPresent())
                        .map(Map.Entry::getKey)
                        .toList(),
                "three would be found by subtraction, so the six are hidden too");
    }

    @Test
    @Tag("S0-69")
    void fiveWaysToATeamThatPerforms() {
        Assessment five = PLAYBOOK.assessment(StandardPlaybook.STAFF_PERFORMANCE_FIVE);
        EvidenceLog two = EvidenceLog.of(
                happened("channel.opened", 0, TEAM).withDetail("channel", "chat"),
                happened("channel.opened", 1, TEAM).withDetail("channel", "phone"),
                happened("recognition.given", 1, TEAM).withDetail("work", "t-1"));
        assertEquals(5, five.criteria().size());
        assertEquals(new BigDecimal("0.4"), covered(five.read(two, TEAM, hour(2))));
    }

    @Test
    @Tag("S1-01")
    @Tag("S1-40")
    @Tag("S2-20")
    void aPerfectToolWithoutANeedStaysIncomplete() {
        Assessment fit = PLAYBOOK.assessment(StandardPlaybook.TECHNOLOGY_FIT);
        List<Rating> perfect = new ArrayList<>();
        rate(perfect, fit, TOOL, "easy", 5, 5);
        rate(perfect, fit, TOOL, "reliable", 5, 5);
        EvidenceLog log = EvidenceLog.of(
                happened("tool.in-use", 0, TOOL).withDetail("purpose", "IMMEDIATE"),
                happened("agent-impact.assessed", 0, TOOL),
                articles("CUSTOMERS"),
                articles("AGENTS"));
        assertEquals(Verdict.INCOMPLETE, fit.read(log, perfect, TOOL, hour(9)).verdict());
        EvidenceLog needed = log.plus(happened("customer-need.linked", 1, TOOL));
        assertEquals(Verdict.COMPLETE, fit.read(needed, perfect, TOOL, hour(9)).verdict());
        EvidenceLog unheard = EvidenceLog.of(needed.evidence().stream()
                .filter(each -> !each.kind().equals("agent-impact.assessed"))
                .toList());
        assertEquals(
                Verdict.INCOMPLETE, fit.read(unheard, perfect, TOOL, hour(9)).verdict());
    }

    @Test
    @Tag("S1-35")
    void articlesForCustomersAndForAgents() {
        AssessmentReading reading = PLAYBOOK.assessment(StandardPlaybook.TECHNOLOGY_FIT)
                .read(EvidenceLog.of(articles("CUSTOMERS")), TOOL, hour(9));
        assertEquals(Optional.of("self-service"), reading.weakest().map(Criterion::id));
        assertTrue(reading.missing().stream().anyMatch(each -> each.id().equals("agent-knowledge-base")));
    }

    @Test
    @Tag("S2-37")
    void aToolIsForSomething() {
        Assessment fit = PLAYBOOK.assessment(StandardPlaybook.TECHNOLOGY_FIT);
        for (String purpose : List.of("IMMEDIATE", "PERSONAL", "ENGAGEMENT", "RECORDS")) {
            EvidenceLog log = EvidenceLog.of(happened("tool.in-use", 0, TOOL).withDetail("purpose", purpose));
            assertTrue(fit.read(log, TOOL, hour(1)).missing().stream()
                    .noneMatch(each -> each.id().equals("purpose")));
        }
        EvidenceLog other = EvidenceLog.of(happened("tool.in-use", 0, TOOL).withDetail("purpose", "FUN"));
        assertTrue(fit.read(other, TOOL, hour(1)).missing().stream()
                .anyMatch(each -> each.id().equals("purpose")));
    }

    @Test
    @Tag("S2-02")
    @Tag("S2-28")
    void fewVoicesStayHidden() {
        for (String id : List.of(StandardPlaybook.CULTURE, StandardPlaybook.PULSE)) {
            Assessment assessment = PLAYBOOK.assessment(id);
            List<Rating> ratings = new ArrayList<>();
            for (Criterion criterion : assessment.criteria()) {
                rate(ratings, assessment, TEAM, criterion.id(), 4, 4, 4, 4);
            }
            assertTrue(assessment
                    .read(EvidenceLog.empty(), ratings, TEAM, hour(9))
                    .score()
                    .amount()
                    .isEmpty());
            for (Criterion criterion : assessment.criteria()) {
                ratings.add(Rating.of(assessment, criterion.id(), TEAM, AgentId.of("r4"), 4, hour(1)));
            }
            assertEquals(
                    new BigDecimal("0.75"),
                    assessment
                            .read(EvidenceLog.empty(), ratings, TEAM, hour(9))
                            .score()
                            .orElseThrow());
        }
        assertEquals(
                new BigDecimal("2"),
                PLAYBOOK.assessment(StandardPlaybook.CULTURE)
                        .criterion("satisfaction-first")
                        .weight());
    }

    @Test
    @Tag("S2-33")
    void nineCompetenciesOnTheScaleOfSkills() {
        Assessment competencies = PLAYBOOK.assessment(StandardPlaybook.MANAGER_COMPETENCIES);
        assertEquals(9, competencies.criteria().size());
        assertEquals(5, competencies.scale().max());
        List<Rating> ratings = new ArrayList<>();
        competencies.criteria().forEach(each -> rate(ratings, competencies, PERSON, each.id(), 3));
        assertEquals(
                new BigDecimal("0.6"),
                competencies
                        .read(EvidenceLog.empty(), ratings, PERSON, hour(9))
                        .score()
                        .orElseThrow());
    }

    @Test
    @Tag("S3-02")
    void skilledButWithoutTheMindset() {
        Assessment mindset = PLAYBOOK.assessment(StandardPlaybook.MINDSET);
        List<Rating> ratings = new ArrayList<>();
        rate(ratings, mindset, PERSON, "cares", 2);
        rate(ratings, mindset, PERSON, "curious", 5);
        rate(ratings, mindset, PERSON, "owns", 4);
        AssessmentReading reading = mindset.read(EvidenceLog.empty(), ratings, PERSON, hour(9));
        assertEquals(Verdict.BELOW_MINIMUM, reading.verdict());
        assertEquals(
                List.of("cares"),
                reading.belowMinimum().stream().map(Criterion::id).toList());
    }

    @Test
    @Tag("S3-03")
    void aTeamCanFallBack() {
        EvidenceLog good = stage(2);
        Assessment maturity = PLAYBOOK.assessment(StandardPlaybook.TEAM_MATURITY);
        AssessmentReading before = maturity.read(good, TEAM, hour(5));
        assertEquals(Optional.of("developing"), before.level().map(Level::id));
        EvidenceLog worse = good.plus(happened("control.charted", 7, TEAM)
                .withDetail("kpi", "first_reply_time")
                .withDetail("inControl", false));
        AssessmentReading after = maturity.read(worse, TEAM, hour(8));
        assertEquals(
                List.of(
                        "LEVEL_LOST about team:harbour by developing",
                        "CRITERION_FELL about team:harbour by consistent-basics: before = 1 share, now = 0 share"),
                after.regressionsSince(before, BigDecimal.ZERO).stream()
                        .map(Reason::toString)
                        .toList());
    }

    @Test
    @Tag("S4-01")
    @Tag("S4-02")
    @Tag("S4-03")
    @Tag("S4-05")
    @Tag("S4-06")
    @Tag("S4-07")
    void theLifeCycleHasFourStagesInOrder() {
        Assessment maturity = PLAYBOOK.assessment(StandardPlaybook.TEAM_MATURITY);
        assertEquals(
                List.of("creating", "developing", "refining", "maturing"),
                maturity.levels().stream().map(Level::id).toList());
        for (int stage = 0; stage <= 4; stage++) {
            AssessmentReading reading = maturity.read(stage(stage), TEAM, hour(9));
            assertEquals(
                    stage == 0
                            ? Optional.empty()
                            : Optional.of(maturity.levels().get(stage - 1).id()),
                    reading.level().map(Level::id));
            assertEquals(stage >= 3, reading.suggestedKpis().contains("nps"), "at first keep the lights on");
            assertEquals(stage == 4, reading.nextSteps().isEmpty());
        }
        assertEquals(
                List.of("purpose", "staffed", "channel", "technology"),
                maturity.read(stage(0), TEAM, hour(9)).nextSteps().stream()
                        .map(Criterion::id)
                        .toList());
        List<String> toMaturing = maturity.read(stage(3), TEAM, hour(9)).distanceTo("maturing").stream()
                .map(Criterion::id)
                .toList();
        assertEquals(List.of("successor-leads-own-team", "leader-candidates", "leader-exposure"), toMaturing);
        EvidenceLog gap = EvidenceLog.of(stage(3).evidence().stream()
                .filter(each -> !each.kind().equals("strategy.approved"))
                .toList());
        AssessmentReading gapped = maturity.read(gap, TEAM, hour(9));
        assertEquals(Optional.of("creating"), gapped.level().map(Level::id), "the third holds, the second does not");
        assertEquals(
                List.of("strategy"),
                gapped.nextSteps().stream().map(Criterion::id).toList());
    }

    @Test
    @Tag("S4-09")
    void refiningAsksForCertainty() {
        Assessment maturity = PLAYBOOK.assessment(StandardPlaybook.TEAM_MATURITY);
        EvidenceLog unsure = EvidenceLog.of(stage(3).evidence().stream()
                        .filter(each -> !each.kind().equals("kpi.measured"))
                        .toList())
                .plus(kpi("csat", "0.86", "0.84", "0.88", 900));
        AssessmentReading reading = maturity.read(unsure, TEAM, hour(9));
        assertEquals(Optional.of("developing"), reading.level().map(Level::id));
        assertEquals(
                List.of("stand-out"),
                reading.nextSteps().stream().map(Criterion::id).toList());
    }

    @Test
    @Tag("S4-11")
    void aLeaderHasMetAllFourSides() {
        Assessment ready = PLAYBOOK.assessment(StandardPlaybook.LEADER_READINESS);
        List<Rating> ratings = new ArrayList<>();
        rate(ratings, ready, PERSON, "capacity", 4);
        rate(ratings, ready, PERSON, "vision", 4);
        EvidenceLog log = EvidenceLog.empty();
        for (String area : List.of("CHANGE", "TRAIN_NEW", "DAILY_DEMANDS")) {
            log = log.plus(exposed(area, PERSON));
        }
        AssessmentReading three = ready.read(log, ratings, PERSON, hour(9));
        assertEquals(Verdict.INCOMPLETE, three.verdict());
        assertEquals(
                "NOT_COVERED by exposure.given: missing = PLANNING",
                three.reasons().get(0).toString());
        assertEquals(
                Verdict.COMPLETE,
                ready.read(log.plus(exposed("PLANNING", PERSON)), ratings, PERSON, hour(9))
                        .verdict());
    }

    /** Evidence for the first stages of the life cycle. */
    private static EvidenceLog stage(int reached) {
        List<Evidence> log = new ArrayList<>();
        if (reached >= 1) {
            List.of("purpose.written", "roster.published", "channel.opened", "tool.in-use")
                    .forEach(kind -> log.add(happened(kind, 0, TEAM)));
        }
        if (reached >= 2) {
            log.add(happened("strategy.approved", 1, TEAM));
            log.add(happened("person.joined", 1, TEAM).withDetail("skillsChecked", true));
            for (int i = 1; i <= 3; i++) {
                log.add(happened("training.completed", i, TEAM).withDetail("training", "onboarding"));
            }
            log.add(happened("control.charted", 1, TEAM)
                    .withDetail("kpi", "first_reply_time")
                    .withDetail("inControl", true));
        }
        if (reached >= 3) {
            List.of("importance.surveyed", "competitor.compared", "vision.acknowledged")
                    .forEach(kind -> log.add(happened(kind, 2, TEAM)));
            log.add(kpi("csat", "0.88", "0.86", "0.90", 900));
        }
        if (reached >= 4) {
            log.add(happened("successor.named", 3, TEAM));
            List.of("CHANGE", "TRAIN_NEW", "DAILY_DEMANDS", "PLANNING").forEach(area -> log.add(exposed(area, TEAM)));
            log.add(happened("person.advanced", 3, TEAM).withDetail("leadsOwnTeam", true));
        }
        return EvidenceLog.of(log);
    }

    private static BigDecimal covered(AssessmentReading reading) {
        return reading.coverage().stripTrailingZeros();
    }

    private static Evidence exposed(String area, Subject about) {
        return Evidence.of(area, "exposure.given", hour(3), about).withDetail("area", area);
    }

    private static Evidence confident(String confidence) {
        return happened("confidence.stated", 1, PERSON)
                .withBasis(Evidence.Basis.TESTIMONY)
                .withDetail("confidence", new Detail.Quantity(new BigDecimal(confidence), "share"));
    }

    private static Evidence articles(String audience) {
        return Evidence.of(audience, "articles.counted", hour(0), TOOL)
                .withDetail("audience", audience)
                .withDetail("share", estimate("0.7", "0.6", "0.8", 40));
    }

    private static Evidence kpi(String kpi, String value, String low, String high, long n) {
        return Evidence.of(kpi, "kpi.measured", hour(2), TEAM)
                .withDetail("kpi", kpi)
                .withDetail("estimate", estimate(value, low, high, n));
    }

    private static Evidence figure(Subject about, String kpi, String value) {
        return Evidence.of(kpi, "kpi.measured", hour(2), about)
                .withDetail("kpi", kpi)
                .withDetail("estimate", estimate(value, value, value, 30));
    }

    private static Detail.Estimate estimate(String value, String low, String high, long n) {
        return new Detail.Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), n, "share");
    }

    private static void rate(
            List<Rating> ratings, Assessment assessment, Subject about, String criterion, int... scores) {
        for (int i = 0; i < scores.length; i++) {
            ratings.add(Rating.of(assessment, criterion, about, AgentId.of("r" + i), scores[i], hour(1)));
        }
    }
}
