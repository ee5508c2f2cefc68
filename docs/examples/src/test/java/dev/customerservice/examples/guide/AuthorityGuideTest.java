package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.PanelAgreement;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.authority.AuthorityDecision;
import dev.customerservice.roles.authority.AuthorityDecision.Recording;
import dev.customerservice.roles.authority.AuthorityLimit;
import dev.customerservice.roles.authority.AuthorityPolicy;
import dev.customerservice.roles.authority.AuthorityRequest;
import dev.customerservice.roles.authority.Delegation;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.quality.AgreementStatistic;
import dev.customerservice.roles.quality.Calibration;
import dev.customerservice.roles.quality.QualityReview;
import dev.customerservice.roles.quality.QualityStanding;
import dev.customerservice.roles.quality.SamplingPlan;
import dev.customerservice.roles.quality.Scorecard;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/people.md on authority, pilots and quality, with what they give. */
class AuthorityGuideTest {

    // region people-given
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId MARA = AgentId.of("mara");
    private static final Instant NOW = Instant.parse("2026-03-23T09:00:00Z");
    private static final Team HARBOUR =
            Team.of(TeamId.of("harbour"), TeamMember.of(ANA, JobRole.ASSOCIATE), TeamMember.of(MARA, JobRole.LEAD));
    // endregion

    private static AuthorityLimit associates() {
        // region people-limit
        AuthorityLimit associates = AuthorityLimit.builder()
                .holder(Subject.role(JobRole.ASSOCIATE.id()))
                .action("refund")
                .perUse(Money.of("50", "EUR"))
                .cap(Money.of("200", "EUR"))
                .count(6)
                .each(Granularity.MONTH, BERLIN)
                .build();
        // endregion
        return associates;
    }

    private static AuthorityLimit leads() {
        return AuthorityLimit.builder()
                .id("lead-refund")
                .holder(Subject.role(JobRole.LEAD.id()))
                .action("refund")
                .perUse(Money.of("250", "EUR"))
                .cap(Money.of("1000", "EUR"))
                .each(Granularity.MONTH, BERLIN)
                .delegable(true)
                .build();
    }

    @Test
    void mayThisAgentRefundEightyEuros() {
        EvidenceLog log = EvidenceLog.empty();
        Instant now = NOW;
        Team harbour = HARBOUR;
        AuthorityLimit associates = associates();
        AuthorityLimit leads = leads();
        // region people-policy
        AuthorityPolicy policy = AuthorityPolicy.of(harbour, List.of(associates, leads));
        // endregion
        // region people-refund
        AuthorityRequest refund = AuthorityRequest.of("r-17", ANA, "refund", Money.of("80", "EUR"), now);
        AuthorityDecision decision = policy.decide(refund, log);
        boolean allowed = decision.isAllowed(); // no: 50 EUR a case
        List<Reason> because = decision.reasons();
        // endregion
        assertFalse(allowed);
        assertEquals(
                List.of("OVER_CASE_LIMIT by refund by role:associate: asked = 80 EUR, limit = 50 EUR"),
                because.stream().map(Reason::toString).toList());
        assertEquals("NEEDS_APPROVAL", decision.verdict());
    }

    @Test
    void decideRecordAndHandOn() {
        EvidenceLog log = EvidenceLog.empty();
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(associates(), leads()));
        AuthorityRequest refund = AuthorityRequest.of("r-18", ANA, "refund", Money.of("40", "EUR"), NOW);
        // region people-record
        AuthorityDecision decision = policy.decide(refund, log);
        Recording recording = decision.recordIn(log); // refused when the log has grown since
        // endregion
        EvidenceLog after =
                assertInstanceOf(Recording.Recorded.class, recording).log();
        assertInstanceOf(Recording.Refused.class, decision.recordIn(after));

        Instant monday = NOW;
        Instant friday = NOW.plusSeconds(5 * 24 * 3600);
        // region people-delegation
        Delegation peak = Delegation.builder()
                .delegator(MARA)
                .delegate(ANA)
                .of("lead-refund")
                .perUse(Money.of("100", "EUR"))
                .cap(Money.of("150", "EUR"))
                .during(new Interval(monday, friday))
                .reason("Mara is at the stakeholder review")
                .build();
        List<Reason> tooWide = peak.withPerUse(Money.of("300", "EUR")).problems(leads());
        // endregion
        assertEquals("WIDER_THAN_DELEGATOR", tooWide.get(0).code());
        AuthorityPolicy delegated = AuthorityPolicy.of(HARBOUR, List.of(associates(), leads()), peak);
        assertTrue(delegated
                .decide(refund.withId("r-19").withAmount(Money.of("80", "EUR")), after)
                .isAllowed());
    }

    @Test
    void mayTheBotRollOut() {
        Subject chatbot = Subject.of("tool", "chatbot");
        Instant now = NOW;
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("p1", "pilot.proposed", NOW.minusSeconds(60), chatbot),
                Evidence.of("p2", "customer-need.linked", NOW.minusSeconds(50), chatbot));
        Playbook playbook = PlaybookReader.of(JsonFormat2.standard()).standard();
        ProcedureReading pilot = playbook.procedure("technology-pilot")
                .read(log, chatbot, now, BERLIN)
                .orElseThrow();
        boolean rollOut = pilot.isPassed("ROLL_OUT"); // no
        List<Reason> because = pilot.refusal("CRITERIA"); // no success and no guardrail is written down
        assertFalse(rollOut);
        assertEquals("EVIDENCE_MISSING", because.get(0).code());
    }

    private static Scorecard contactQuality() {
        // region people-scorecard
        Assessment criteria = Assessment.builder()
                .id("contact-quality")
                .title("Quality of a contact")
                .subject("contact")
                .addCriteria(Criterion.rated("listening", "soft", "The agent listened.")
                        .withWeight(new BigDecimal("2")))
                .addCriteria(Criterion.rated("tone", "soft", "The tone suited the channel."))
                .addCriteria(Criterion.rated("privacy", "hard", "No data were given away.")
                        .withCritical(true))
                .build();
        Scorecard scorecard = Scorecard.builder()
                .id("contact-quality")
                .title("Quality of a contact")
                .assessment(criteria)
                .build();
        // endregion
        return scorecard;
    }

    private static QualityReview review(String id, AgentId agent, int listening, int tone, int privacy) {
        return QualityReview.builder()
                .id(id)
                .scorecard("contact-quality")
                .ticket(TicketId.of("t-" + id))
                .agent(agent)
                .reviewer(MARA)
                .reviewedAt(NOW)
                .putScore("listening", listening)
                .putScore("tone", tone)
                .putScore("privacy", privacy)
                .build();
    }

    private static QualityReview writtenReview() {
        Instant now = NOW;
        // region people-review
        QualityReview review = QualityReview.builder()
                .id("q-1")
                .scorecard("contact-quality")
                .ticket(TicketId.of("t-17"))
                .agent(ANA)
                .reviewer(MARA)
                .reviewedAt(now)
                .putScore("listening", 5)
                .putScore("tone", 3)
                .putScore("privacy", 2)
                .build();
        // endregion
        return review;
    }

    @Test
    void scoreThisContact() {
        Scorecard scorecard = contactQuality();
        QualityReview review = writtenReview();
        // region people-score
        Scorecard.Score contact = scorecard.score(review);
        Measurement<BigDecimal> score = contact.score(); // 0, a critical criterion failed
        Measurement<BigDecimal> otherwise = contact.scoreIgnoringCritical(); // 0.6875
        // endregion
        assertEquals(0, score.orElseThrow().signum());
        assertEquals(0, new BigDecimal("0.6875").compareTo(otherwise.orElseThrow()));
    }

    @Test
    void aFewReviews() {
        Scorecard scorecard = contactQuality();
        List<QualityReview> reviews = List.of(
                review("1", ANA, 5, 4, 5),
                review("2", ANA, 4, 4, 5),
                review("3", ANA, 5, 5, 4),
                review("4", BEN, 4, 4, 4),
                review("5", BEN, 5, 4, 4),
                review("6", BEN, 4, 3, 5));
        // region people-standing
        Scorecard.Summary month = scorecard.summary(reviews, new BigDecimal("0.8"));
        QualityStanding standing = scorecard.standing(reviews); // one tier: nobody is above the other
        int enough = SamplingPlan.ofHalfWidth("0.10").size(400); // 78 reviews for ten points either way
        // endregion
        assertEquals(6, month.mean().n());
        assertEquals(1, standing.tiers().size());
        assertEquals(78, enough);
    }

    @Test
    void doReviewersMeanTheSame() {
        Map<AgentId, List<OptionalInt>> points = new LinkedHashMap<>();
        points.put(MARA, List.of(OptionalInt.of(5), OptionalInt.of(4), OptionalInt.of(2), OptionalInt.of(5)));
        points.put(BEN, List.of(OptionalInt.of(5), OptionalInt.of(4), OptionalInt.of(1), OptionalInt.of(5)));
        List<Integer> agreed = List.of(5, 4, 2, 5);
        // region people-calibration
        AgreementStatistic alpha = AgreementStatistic.krippendorff(PanelAgreement.Level.ORDINAL);
        Calibration session = Calibration.of(Scale.AGREEMENT, points, agreed, alpha);
        boolean ready = session.isReady(new BigDecimal("0.8"));
        // endregion
        assertTrue(ready);
    }
}
