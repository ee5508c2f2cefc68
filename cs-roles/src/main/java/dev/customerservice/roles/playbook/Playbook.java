package dev.customerservice.roles.playbook;

import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.EvidenceKind;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.quality.Scorecard;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.Training;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** The catalogues of a team's way of working. A playbook needs no file: entries may be written in code. */
@Value.Immutable
public interface Playbook extends WithPlaybook {

    /** {@return the kinds of evidence that entries may read} */
    @Value.Default
    default Catalogue<EvidenceKind> kinds() {
        return Catalogue.of(List.of());
    }

    /** {@return what should keep happening} */
    @Value.Default
    default Catalogue<Practice> practices() {
        return Catalogue.of(List.of());
    }

    /** {@return what is judged} */
    @Value.Default
    default Catalogue<Assessment> assessments() {
        return Catalogue.of(List.of());
    }

    /** {@return what is done in order} */
    @Value.Default
    default Catalogue<Procedure> procedures() {
        return Catalogue.of(List.of());
    }

    /** {@return what is taught} */
    @Value.Default
    default Catalogue<Training> trainings() {
        return Catalogue.of(List.of());
    }

    /** {@return by what single contacts are scored} */
    @Value.Default
    default Catalogue<Scorecard> scorecards() {
        return Catalogue.of(List.of());
    }

    /** {@return what people can do more or less well} */
    @Value.Default
    default Catalogue<Skill> skills() {
        return Catalogue.of(List.of());
    }

    /** {@return what is good and what is exceptional, by role or team} */
    @Value.Default
    default Catalogue<PerformanceStandard> standards() {
        return Catalogue.of(List.of());
    }

    /**
     * Looks a scorecard up.
     *
     * @param id its id
     * @return the scorecard
     * @throws IllegalArgumentException when there is none of this id
     */
    default Scorecard scorecard(String id) {
        return scorecards().get(id);
    }

    /**
     * Looks a practice up.
     *
     * @param id its id
     * @return the practice
     * @throws IllegalArgumentException when there is none of this id
     */
    default Practice practice(String id) {
        return practices().get(id);
    }

    /**
     * Looks an assessment up.
     *
     * @param id its id
     * @return the assessment
     * @throws IllegalArgumentException when there is none of this id
     */
    default Assessment assessment(String id) {
        return assessments().get(id);
    }

    /**
     * Looks a procedure up.
     *
     * @param id its id
     * @return the procedure
     * @throws IllegalArgumentException when there is none of this id
     */
    default Procedure procedure(String id) {
        return procedures().get(id);
    }

    /**
     * Adds the entries of another playbook, such as those of one's own files.
     *
     * @param other the other playbook
     * @return the playbook with the entries of both
     * @throws IllegalArgumentException when an entry of one kind is in both; it is replaced with {@link Catalogue#replacing}
     */
    default Playbook plus(Playbook other) {
        return builder()
                .kinds(joined(kinds(), other.kinds()))
                .practices(joined(practices(), other.practices()))
                .assessments(joined(assessments(), other.assessments()))
                .procedures(joined(procedures(), other.procedures()))
                .trainings(joined(trainings(), other.trainings()))
                .scorecards(joined(scorecards(), other.scorecards()))
                .skills(joined(skills(), other.skills()))
                .standards(joined(standards(), other.standards()))
                .build();
    }

    private static <E extends Catalogue.Entry> Catalogue<E> joined(Catalogue<E> one, Catalogue<E> other) {
        return Catalogue.of(
                Stream.concat(one.entries().stream(), other.entries().stream()).toList());
    }

    /** {@return the ids of all statements that its entries carry out, sorted} */
    default SortedSet<String> sources() {
        SortedSet<String> sources = new TreeSet<>(practices().sources());
        sources.addAll(assessments().sources());
        sources.addAll(procedures().sources());
        sources.addAll(trainings().sources());
        sources.addAll(scorecards().sources());
        sources.addAll(skills().sources());
        sources.addAll(standards().sources());
        return sources;
    }

    /**
     * Finds all names that lead nowhere, where the roles are {@link JobRole#STANDARD}.
     *
     * @param kpis the ids of the measures that exist
     * @return the problems, as below
     */
    default List<Reason> problems(Collection<String> kpis) {
        return problems(kpis, JobRole.STANDARD);
    }

    /**
     * Finds all names that lead nowhere.
     *
     * @param kpis the ids of the measures that exist
     * @param roles the job roles that exist
     * @return {@code UNKNOWN_KIND}, {@code UNDECLARED_DETAIL}, {@code ABOUT_MISMATCH}, {@code UNKNOWN_ROLE}, {@code UNKNOWN_PRACTICE},
     *     {@code UNKNOWN_KPI}, {@code UNKNOWN_TRAINING} and {@code UNKNOWN_SKILL}, each with the entry and the name, and
     *     {@code WEIGHTS_NOT_ONE} for a role whose standards do not add up; empty when every name is found
     */
    default List<Reason> problems(Collection<String> kpis, Collection<JobRole> roles) {
        return new CrossReferences(this, kpis, roles).problems();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the catalogues of a playbook. */
    final class Builder extends ImmutablePlaybook.Builder {
        Builder() {}
    }
}
