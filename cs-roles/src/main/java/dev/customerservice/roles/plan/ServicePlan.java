package dev.customerservice.roles.plan;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.skill.SkillRequirement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * The plan of a service: a philosophy, a course of action and the technology for it, with all that is written down for the three.
 *
 * <p>A plan grows step by step, so none of its parts is required; {@link #problems} names what is missing. In which order the parts are
 * made is a procedure of its own, which reads {@link #evidence}.
 */
@Value.Immutable
public interface ServicePlan extends WithServicePlan {

    /** How many measures are still a few; a figure of our own. */
    int FEW_KPIS = 7;

    /** {@return the name by which evidence refers to it} */
    String id();

    /** {@return the documents in force, once or to come} */
    List<Document> documents();

    /** {@return what the organisation wants to reach} */
    List<Objective> objectives();

    /** {@return the departments that are heard} */
    Set<String> stakeholders();

    /** {@return what customers go through; empty until it is drawn} */
    Optional<JourneyMap> journey();

    /** {@return how they are served; empty until it is drawn} */
    Optional<ServiceDesignMap> design();

    /** {@return the goals} */
    List<SmartGoal> goals();

    /** {@return what is done; empty until it is decided} */
    Optional<ActionPlan> actions();

    /** {@return the ids of the measures that are watched} */
    List<String> kpis();

    /** {@return the skills that the plan needs} */
    List<SkillRequirement> skills();

    /** {@return how teams hand work over; empty until it is agreed} */
    Optional<Toolkit> toolkit();

    /** {@return the tools that support the plan} */
    Set<String> technology();

    /** {@return each value of the organisation with the ids of the standards that make it real} */
    Map<String, Set<String>> values();

    /** {@return the id of the procedure by which the plan is made} */
    @Value.Default
    default String template() {
        return "service-plan-nine-steps";
    }

    /** What a document says. */
    enum DocumentKind {
        /** What the service is there for; text only, no figure follows from it. */
        PURPOSE,
        /** Where it stands on what service is. */
        PHILOSOPHY,
        /** Which kind of service is wanted. */
        VISION,
        /** What directs the daily work. */
        POLICY
    }

    /**
     * A version of a document.
     *
     * @param kind what it says
     * @param title what people call it; versions of one title replace each other
     * @param version the version
     * @param effectiveFrom the first date on which it is in force, until the next version is
     */
    record Document(DocumentKind kind, String title, String version, LocalDate effectiveFrom) {}

    /**
     * Something the organisation wants to reach.
     *
     * @param id the name by which goals and steps refer to it
     * @param title what people call it
     */
    record Objective(String id, String title) {}

    /**
     * Finds the documents of one kind in force.
     *
     * @param kind the kind
     * @param date the date
     * @return the latest version of each title that has begun by that date, in the order of the titles
     */
    default List<Document> inForce(DocumentKind kind, LocalDate date) {
        return documents().stream()
                .filter(document ->
                        document.kind() == kind && !document.effectiveFrom().isAfter(date))
                .collect(Collectors.toMap(
                        Document::title,
                        document -> document,
                        (one, other) -> one.effectiveFrom().isAfter(other.effectiveFrom()) ? one : other))
                .values()
                .stream()
                .sorted(Comparator.comparing(Document::title))
                .toList();
    }

    /**
     * Looks for what is missing and what does not fit together.
     *
     * @param knownKpis the ids of the measures that exist
     * @return {@code PART_MISSING} once for each part, {@code PHILOSOPHY}, {@code ACTIONS} and {@code TECHNOLOGY} among them;
     *     the problems of goals, maps and toolkit; {@code AREA_UNKNOWN}, {@code KPI_UNKNOWN}, {@code OBJECTIVE_UNKNOWN};
     *     {@code GOAL_AFTER_START}; {@code NO_PRIMARY_KPI} without satisfaction or recommendation; the advice {@code TOO_MANY_KPIS}
     */
    default List<Reason> problems(Set<String> knownKpis) {
        return PlanProblems.of(this, knownKpis);
    }

    /** {@return the values of the organisation that no standard makes real; an advice, never a score} */
    default List<Reason> uncoveredValues() {
        return values().entrySet().stream()
                .filter(value -> value.getValue().isEmpty())
                .map(value -> Reason.advice("VALUE_WITHOUT_STANDARD").withAbout(Subject.of("value", value.getKey())))
                .sorted(Comparator.comparing(Reason::toString))
                .toList();
    }

    /**
     * Tells what is written as evidence, for the procedure that the plan follows.
     *
     * @param at when it is told
     * @param zone the zone of the dates
     * @return {@code purpose.written}, {@code strategy.approved} and {@code document.approved} for documents from their first date
     *     on, {@code goal.set}, and {@code plan.part} for each part that is there, all about the subject {@code plan} of this id
     */
    default List<Evidence> evidence(Instant at, ZoneId zone) {
        Subject plan = Subject.of("plan", id());
        List<Evidence> evidence = new ArrayList<>();
        for (Document document : documents()) {
            Instant from = document.effectiveFrom().atStartOfDay(zone).toInstant();
            String name = id() + "/" + document.kind() + "/" + document.title() + "/" + document.version();
            String kind = document.kind() == DocumentKind.PURPOSE ? "purpose.written" : "document.approved";
            evidence.add(Evidence.of(name, kind, from, plan)
                    .withDetail("kind", document.kind().name())
                    .withDetail("version", document.version()));
        }
        for (SmartGoal goal : goals()) {
            evidence.add(Evidence.of(id() + "/goal/" + goal.id(), "goal.set", at, plan, Subject.of("goal", goal.id())));
        }
        for (String part : PlanProblems.parts(this)) {
            evidence.add(
                    Evidence.of(id() + "/part/" + part, "plan.part", at, plan).withDetail("part", part));
        }
        return List.copyOf(evidence);
    }

    /**
     * Compares the measures watched with those that exist.
     *
     * @param known the ids of the measures that exist
     * @return {@code KPI_UNKNOWN} for each that does not, in the order watched
     */
    default List<Reason> unknownKpis(Collection<String> known) {
        return kpis().stream()
                .filter(kpi -> !known.contains(kpi))
                .map(kpi -> Reason.rule("KPI_UNKNOWN")
                        .withAbout(Subject.of("plan", id()))
                        .withValue("kpi", new Detail.Text(kpi)))
                .toList();
    }

    /**
     * Refuses a plan in which nobody could tell what holds.
     *
     * @throws IllegalArgumentException when two versions of a document begin on one date, or a goal or objective is given twice
     */
    @Value.Check
    default void check() {
        Set<List<Object>> seen = new HashSet<>();
        for (Document document : documents()) {
            if (!seen.add(List.of(document.kind(), document.title(), document.effectiveFrom()))) {
                throw new IllegalArgumentException("document (" + document.title() + ") must have one version from "
                        + document.effectiveFrom() + " on\nMaybe the other one begins later.");
            }
        }
        Set<String> ids = new HashSet<>();
        goals().forEach(goal -> requireNew("goal " + goal.id(), ids));
        objectives().forEach(objective -> requireNew("objective " + objective.id(), ids));
    }

    private static void requireNew(String id, Set<String> ids) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException(
                    "entry (" + Shown.of(id) + ") must be in the plan once\nMaybe number them.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan. */
    final class Builder extends ImmutableServicePlan.Builder {
        Builder() {}
    }
}
