package dev.customerservice.examples.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.quality.QualityReview;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.role.TeamProfile;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillMatrix.Assessed;
import dev.customerservice.roles.skill.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The example team, read from the bundled files.
 *
 * @param team who belongs to it
 * @param zone whose dates count
 * @param playbook the standard playbook with the entries of the team's own
 * @param practices the ids of the practices that the team has adopted
 * @param evidence what happened
 * @param assessed the levels of skills that were found
 * @param trainingBudget the time that may be spent on training
 * @param goals what the team wants to reach
 * @param quality what reviewers found
 */
public record ExampleTeam(
        Team team,
        ZoneId zone,
        Playbook playbook,
        List<String> practices,
        EvidenceLog evidence,
        List<Assessed> assessed,
        Duration trainingBudget,
        List<Goal> goals,
        Quality quality) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * A goal whose figures are measured, not written down.
     *
     * @param id its name
     * @param owner who answers for it
     * @param kpi the id of the measure
     * @param area the stage of the journey it is about
     * @param statement what shall be so
     * @param target the figure to reach
     * @param objective the objective it serves
     * @param start the date of the last baseline figure
     * @param deadline the last date
     * @param achievable the ids of the evidence that it can be reached
     */
    public record Goal(
            String id,
            AgentId owner,
            String kpi,
            String area,
            String statement,
            BigDecimal target,
            String objective,
            LocalDate start,
            LocalDate deadline,
            List<String> achievable) {}

    /**
     * What reviewers found.
     *
     * @param scorecard the id of the scorecard
     * @param reviews the reviews
     * @param passMark the score from which a review passes
     * @param coachingMark the value of a criterion that is good enough
     * @param calibration what each reviewer found in the contacts that all of them judged
     * @param agreed what they agreed on afterwards
     */
    public record Quality(
            String scorecard,
            List<QualityReview> reviews,
            BigDecimal passMark,
            BigDecimal coachingMark,
            Map<AgentId, List<OptionalInt>> calibration,
            List<Integer> agreed) {}

    /** {@return the bundled team} */
    public static ExampleTeam bundled() {
        JsonNode team = json("team.json");
        return new ExampleTeam(
                Team.of(
                        TeamId.of(text(team, "id")),
                        each(team.get("members")).map(ExampleTeam::member).toArray(TeamMember[]::new)),
                ZoneId.of(text(team, "zone")),
                written(),
                texts(team.get("practices")),
                EvidenceLog.of(
                        each(json("evidence.json")).map(ExampleTeam::evidence).toList()),
                each(team.get("skills")).map(ExampleTeam::assessed).toList(),
                Duration.parse(text(team, "training_budget")),
                each(team.get("goals")).map(ExampleTeam::goal).toList(),
                quality(json("reviews.json"), number(team, "quality_mark")));
    }

    /** The standard entries, and those of the team's own in the same format. */
    private static Playbook written() {
        PlaybookReader reader = PlaybookReader.of(JsonFormat2.standard());
        Playbook own = reader.read(Map.of(
                        "playbook.json", resource("playbook.json"), "trainings.json", resource("trainings.json")))
                .orElseThrow();
        Playbook all = reader.standard();
        for (String practice : own.practices().ids()) {
            all = all.withPractices(all.practices().with(own.practice(practice)));
        }
        for (Training training : own.trainings().entries()) {
            all = all.withTrainings(all.trainings().with(training));
        }
        return all;
    }

    private static TeamMember member(JsonNode json) {
        TeamMember.Builder member = TeamMember.builder()
                .person(AgentId.of(text(json, "person")))
                .role(JobRole.STANDARD.stream()
                        .filter(role -> role.id().value().equals(text(json, "role")))
                        .findFirst()
                        .orElseThrow())
                .joinedOn(LocalDate.parse(text(json, "joined")));
        json.get("profiles")
                .properties()
                .forEach(held -> member.holds(
                        profile(held.getKey()), Duration.parse(held.getValue().asText())));
        if (json.has("manager")) {
            member.manager(AgentId.of(text(json, "manager")));
        }
        return member.build();
    }

    private static TeamProfile profile(String id) {
        return TeamProfile.STANDARD.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Assessed assessed(JsonNode json) {
        return new Assessed(
                AgentId.of(text(json, "person")),
                SkillId.of(text(json, "skill")),
                json.get("level").asInt(),
                Instant.parse(text(json, "at")),
                Optional.empty());
    }

    private static Evidence evidence(JsonNode json) {
        Evidence evidence = Evidence.of(
                text(json, "id"),
                text(json, "kind"),
                Instant.parse(text(json, "at")),
                texts(json.get("about")).stream().map(ExampleTeam::subject).toList());
        if (json.has("by")) {
            evidence = evidence.withBy(subject(text(json, "by")));
        }
        if (json.has("answers")) {
            evidence = evidence.withAnswers(text(json, "answers"));
        }
        if (json.has("details")) {
            for (Map.Entry<String, JsonNode> detail : json.get("details").properties()) {
                evidence = evidence.withDetail(detail.getKey(), detail(detail.getValue()));
            }
        }
        return evidence;
    }

    private static Detail detail(JsonNode json) {
        if (json.isBoolean()) {
            return new Detail.Flag(json.asBoolean());
        }
        return json.isObject()
                ? new Detail.Quantity(json.get("value").decimalValue(), text(json, "unit"))
                : new Detail.Text(json.asText());
    }

    private static Subject subject(String text) {
        int colon = text.indexOf(':');
        return Subject.of(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Quality quality(JsonNode json, BigDecimal coachingMark) {
        Map<AgentId, List<OptionalInt>> points = new LinkedHashMap<>();
        json.get("calibration")
                .get("points")
                .properties()
                .forEach(reviewer -> points.put(
                        AgentId.of(reviewer.getKey()),
                        each(reviewer.getValue())
                                .map(point -> OptionalInt.of(point.asInt()))
                                .toList()));
        String scorecard = text(json, "scorecard");
        return new Quality(
                scorecard,
                each(json.get("reviews"))
                        .map(review -> review(scorecard, review))
                        .toList(),
                number(json, "pass_mark"),
                coachingMark,
                points,
                each(json.get("calibration").get("agreed")).map(JsonNode::asInt).toList());
    }

    private static QualityReview review(String scorecard, JsonNode json) {
        QualityReview.Builder review = QualityReview.builder()
                .id(text(json, "id"))
                .scorecard(scorecard)
                .ticket(TicketId.of(text(json, "ticket")))
                .channel(Channel.of(text(json, "channel")))
                .agent(AgentId.of(text(json, "agent")))
                .reviewer(AgentId.of(text(json, "reviewer")))
                .reviewedAt(Instant.parse(text(json, "at")))
                .addAllNotApplicable(texts(json.get("not_applicable")));
        json.get("scores")
                .properties()
                .forEach(score ->
                        review.putScore(score.getKey(), score.getValue().asInt()));
        return review.build();
    }

    private static Goal goal(JsonNode json) {
        return new Goal(
                text(json, "id"),
                AgentId.of(text(json, "owner")),
                text(json, "kpi"),
                text(json, "area"),
                text(json, "statement"),
                number(json, "target"),
                text(json, "objective"),
                LocalDate.parse(text(json, "start")),
                LocalDate.parse(text(json, "deadline")),
                texts(json.get("achievable")));
    }

    private static JsonNode json(String name) {
        try {
            return MAPPER.readTree(resource(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ExampleTeam.class.getResourceAsStream("/team/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static BigDecimal number(JsonNode json, String field) {
        return new BigDecimal(text(json, field));
    }
}
