package dev.customerservice.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.statistics.Agreement;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.PanelAgreement;
import dev.customerservice.metrics.statistics.ProportionInterval;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Cadence.Due;
import dev.customerservice.roles.quality.QualityReview;
import dev.customerservice.roles.quality.Scorecard;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.ProfileCoverage;
import dev.customerservice.roles.role.ProfilePolicy;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.role.TeamProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Builds library values out of the inputs of a case and asks the library; no formula stands here. */
final class PeopleVectors {

    private static final CalendarBook NO_CALENDARS = CalendarBook.of(List.of());

    private PeopleVectors() {}

    static Map<String, @Nullable Object> run(String kind, JsonNode in) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "cohen_kappa" ->
                out.put(
                        "kappa",
                        orNull(Agreement.of(counts(in.get("table")))
                                .kappa(Agreement.Weights.valueOf(
                                        in.get("weights").asText().toUpperCase(Locale.ROOT)))));
            case "fleiss_kappa" ->
                out.put(
                        "kappa",
                        orNull(PanelAgreement.ofCounts(counts(in.get("counts"))).fleiss()));
            case "gwet_ac1" ->
                out.put(
                        "ac1",
                        orNull(PanelAgreement.ofCounts(counts(in.get("counts"))).ac1()));
            case "krippendorff_alpha" ->
                out.put(
                        "alpha",
                        orNull(PanelAgreement.ofRatings(ratings(in.get("ratings")))
                                .alpha(PanelAgreement.Level.valueOf(
                                        in.get("level").asText().toUpperCase(Locale.ROOT)))));
            case "qa_scorecard" -> scorecard(in, out);
            case "qa_average" -> {
                double[] scores = new double[in.get("reviewScores").size()];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = new BigDecimal(in.get("reviewScores").get(i).asText()).doubleValue();
                }
                Moments moments = Moments.of(scores);
                out.put("average", moments.count() == 0 ? null : moments.mean());
            }
            case "qa_pass_rate_interval" -> {
                ConfidenceInterval interval = ProportionInterval.WILSON.of(
                        in.get("passed").asLong(), in.get("reviewed").asLong(), 0.95);
                out.put("lower", interval.low());
                out.put("upper", interval.high());
            }
            case "feedback_timeliness" -> feedback(in, out);
            case "review_cadence" -> cadence(in, out);
            case "team_profiles" -> profiles(in, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return out;
    }

    private static void scorecard(JsonNode in, Map<String, @Nullable Object> out) {
        Assessment.Builder assessment = Assessment.builder()
                .id("vector")
                .title("Vector")
                .subject("contact")
                .minimumCoverage(BigDecimal.ZERO);
        QualityReview.Builder review = QualityReview.builder()
                .id("review")
                .scorecard("vector")
                .ticket(TicketId.of("t"))
                .agent(AgentId.of("ana"))
                .reviewer(AgentId.of("ben"))
                .reviewedAt(Instant.EPOCH);
        int number = 0;
        for (JsonNode item : in.get("items")) {
            number++;
            Scale.Builder scale = Scale.builder().id("scale");
            for (int level = item.get("min").asInt(); level <= item.get("max").asInt(); level++) {
                scale.addPoint(level, "point " + level);
            }
            String id = "item-" + number;
            assessment.addCriteria(Criterion.rated(id, "all", "It is so.")
                    .withWeight(new BigDecimal(item.get("weight").asText()))
                    .withCritical(item.get("critical").asBoolean())
                    .withScale(scale.build()));
            if (item.get("score").isNull()) {
                review.addNotApplicable(id);
            } else {
                review.putScore(id, item.get("score").asInt());
            }
        }
        Scorecard scorecard = Scorecard.builder()
                .id("vector")
                .title("Vector")
                .assessment(assessment.build())
                .criticalBelow(new BigDecimal(in.get("criticalFailBelow").asText()))
                .build();
        Scorecard.Score score = scorecard.score(review.build());
        out.put("score", score.score().amount().orElse(null));
        out.put("autoFailed", score.isCriticalFailure());
        out.put("scoreIgnoringAutoFail", score.scoreIgnoringCritical().amount().orElse(null));
        if (score.score() instanceof Measurement.NoData<BigDecimal> none) {
            out.put("reason", none.reason().code().toUpperCase(Locale.ROOT));
        }
    }

    private static void feedback(JsonNode in, Map<String, @Nullable Object> out) {
        ZoneId zone = ZoneId.of(in.get("zone").asText());
        Due due = Cadence.after(
                        "behaviour.observed", Period.ofDays(in.get("limitDays").asInt()))
                .due(instant(in.get("behaviourObservedLocal"), zone), zone, NO_CALENDARS);
        boolean given = !in.get("feedbackGivenLocal").isNull();
        out.put("dueLocal", due.at().toLocalDateTime().toString());
        out.put("onTime", given && due.isMetBy(instant(in.get("feedbackGivenLocal"), zone)));
        out.put("overdue", !given && due.isOverdue(instant(in.get("evaluatedAtLocal"), zone)));
    }

    private static void cadence(JsonNode in, Map<String, @Nullable Object> out) {
        Due due = Cadence.every(Period.ofMonths(in.get("maxIntervalMonths").asInt()))
                .due(midnight(in.get("lastDiscussion")), ZoneOffset.UTC, NO_CALENDARS);
        Instant asOf = midnight(in.get("asOf"));
        out.put("dueBy", due.date().toString());
        out.put("overdue", due.isOverdue(asOf));
        out.put("daysOverdue", due.daysPast(asOf));
    }

    private static void profiles(JsonNode in, Map<String, @Nullable Object> out) {
        List<TeamMember> members = new ArrayList<>();
        in.get("assignments").properties().forEach(person -> {
            List<TeamProfile> held = new ArrayList<>();
            person.getValue().forEach(name -> held.add(profile(name.asText())));
            members.add(
                    TeamMember.of(AgentId.of(person.getKey()), JobRole.ASSOCIATE, held.toArray(TeamProfile[]::new)));
        });
        int limit = in.get("maxProfilesPerPerson").asInt();
        ProfileCoverage coverage =
                Team.of(TeamId.of("vector"), members.toArray(TeamMember[]::new)).profiles(ProfilePolicy.atMost(limit));
        out.put(
                "violations",
                coverage.violations().stream()
                        .map(violation -> violation.about().orElseThrow().id())
                        .toList());
        out.put(
                "missingProfiles",
                coverage.missing().stream().map(PeopleVectors::name).toList());
        out.put("coverage", orNull(coverage.coverage().value()));
        out.put("minimumPeopleForFullCoverage", coverage.smallestTeam(limit));
    }

    private static TeamProfile profile(String name) {
        return TeamProfile.STANDARD.stream()
                .filter(profile -> name(profile).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("unknown profile " + name));
    }

    /** The cases call the customer champion a champion. */
    private static String name(TeamProfile profile) {
        return profile.equals(TeamProfile.CUSTOMER_CHAMPION)
                ? "CHAMPION"
                : profile.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Instant instant(JsonNode local, ZoneId zone) {
        return LocalDateTime.parse(local.asText()).atZone(zone).toInstant();
    }

    private static Instant midnight(JsonNode date) {
        return LocalDate.parse(date.asText()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static long[][] counts(JsonNode rows) {
        long[][] counts = new long[rows.size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new long[rows.get(i).size()];
            for (int j = 0; j < counts[i].length; j++) {
                counts[i][j] = rows.get(i).get(j).asLong();
            }
        }
        return counts;
    }

    private static List<List<OptionalDouble>> ratings(JsonNode judges) {
        List<List<OptionalDouble>> ratings = new ArrayList<>();
        for (JsonNode judge : judges) {
            List<OptionalDouble> given = new ArrayList<>();
            judge.forEach(rating ->
                    given.add(rating.isNull() ? OptionalDouble.empty() : OptionalDouble.of(rating.asDouble())));
            ratings.add(given);
        }
        return ratings;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
