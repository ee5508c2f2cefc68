package dev.customerservice.roles.playbook;

import static java.util.stream.Collectors.toSet;

import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceKind;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.TeamProfile;
import dev.customerservice.roles.skill.Training;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Follows every name in a playbook. */
final class CrossReferences {

    private final Playbook playbook;
    /** Who does something without being a role or profile. */
    private static final Set<String> ANYBODY = Set.of("", "manager", "peer", "anyone");

    private final Set<String> kpis;
    private final Set<String> roles = new HashSet<>(ANYBODY);
    private final List<Reason> problems = new ArrayList<>();

    CrossReferences(Playbook playbook, Collection<String> kpis, Collection<JobRole> known) {
        this.playbook = playbook;
        this.kpis = new HashSet<>(kpis);
        known.forEach(role -> roles.add(role.id().value()));
        TeamProfile.STANDARD.forEach(profile -> roles.add(profile.id()));
    }

    List<Reason> problems() {
        playbook.practices().entries().forEach(this::follow);
        playbook.assessments().entries().forEach(this::follow);
        playbook.procedures().entries().forEach(this::follow);
        for (Training training : playbook.trainings().entries()) {
            training.needs().stream()
                    .filter(needed -> playbook.trainings().find(needed).isEmpty())
                    .forEach(needed -> add("UNKNOWN_TRAINING", "training", training, "needs", needed));
            training.teaches().stream()
                    .map(lesson -> lesson.skill().value())
                    .filter(skill -> playbook.skills().find(skill).isEmpty())
                    .forEach(skill -> add("UNKNOWN_SKILL", "training", training, "teaches", skill));
        }
        for (PerformanceStandard standard : playbook.standards().entries()) {
            if (!kpis.contains(standard.kpi())) {
                add("UNKNOWN_KPI", "standard", standard, "kpi", standard.kpi());
            }
        }
        problems.addAll(PerformanceStandard.problems(playbook.standards().entries()));
        return List.copyOf(problems);
    }

    private void follow(Practice practice) {
        Practice.Proof proof = practice.evidence();
        Set<String> details = new HashSet<>(proof.where().keySet());
        proof.sameAcross().ifPresent(details::add);
        proof.per().ifPresent(details::add);
        followRole("practice", practice, "by", practice.by());
        follow("practice", practice, "evidence", proof.kind(), details);
        if (practice.cadence() instanceof Cadence.After after) {
            follow(
                    "practice",
                    practice,
                    "cadence",
                    after.kind(),
                    proof.per().stream().collect(toSet()));
        } else if (practice.cadence() instanceof Cadence.By by) {
            follow(
                    "practice",
                    practice,
                    "cadence",
                    by.kind(),
                    Stream.concat(Stream.of(by.dueDetail()), proof.per().stream())
                            .collect(toSet()));
        }
        for (String type : practice.about()) {
            playbook.kinds()
                    .find(proof.kind())
                    .map(EvidenceKind::subjects)
                    .filter(subjects -> !subjects.isEmpty() && !subjects.contains(type))
                    .ifPresent(subjects -> add("ABOUT_MISMATCH", "practice", practice, proof.kind(), type));
        }
    }

    private void follow(Assessment assessment) {
        for (Criterion criterion : assessment.criteria()) {
            criterion.shown().ifPresent(shown -> follow("assessment", assessment, criterion.id(), shown));
            criterion.measured().ifPresent(measured -> {
                Set<String> details = new HashSet<>(measured.where().keySet());
                details.add(measured.detail());
                follow("assessment", assessment, criterion.id(), measured.kind(), details);
                Optional.ofNullable(measured.where().get("kpi"))
                        .filter(kpi -> !kpis.contains(kpi))
                        .ifPresent(kpi -> add("UNKNOWN_KPI", "assessment", assessment, criterion.id(), kpi));
            });
        }
        for (Assessment.Level level : assessment.levels()) {
            level.kpis().stream()
                    .filter(kpi -> !kpis.contains(kpi))
                    .forEach(kpi -> add("UNKNOWN_KPI", "assessment", assessment, level.id(), kpi));
            level.practices().stream()
                    .filter(id -> playbook.practices().find(id).isEmpty())
                    .forEach(id -> add("UNKNOWN_PRACTICE", "assessment", assessment, level.id(), id));
        }
    }

    private void follow(Procedure procedure) {
        follow("procedure", procedure, "opens", procedure.opens(), Set.of());
        for (Gate gate : procedure.gates()) {
            follow("procedure", procedure, gate.id(), gate.requires());
            followRole("procedure", procedure, gate.id(), gate.by());
            gate.escalatesTo().ifPresent(role -> followRole("procedure", procedure, gate.id(), role));
        }
    }

    private void follow(String type, Catalogue.Entry entry, String where, Condition condition) {
        condition.reads().forEach((kind, details) -> follow(type, entry, where, kind, details));
        condition.asksFor("kpi").stream()
                .filter(kpi -> !kpis.contains(kpi))
                .forEach(kpi -> add("UNKNOWN_KPI", type, entry, where, kpi));
    }

    private void follow(String type, Catalogue.Entry entry, String where, String kind, Set<String> details) {
        Optional<EvidenceKind> known = playbook.kinds().find(kind);
        if (known.isEmpty()) {
            add("UNKNOWN_KIND", type, entry, where, kind);
            return;
        }
        details.stream()
                .sorted()
                .filter(detail -> !known.get().details().containsKey(detail))
                .forEach(detail -> add("UNDECLARED_DETAIL", type, entry, where, kind + " " + detail));
    }

    private void followRole(String type, Catalogue.Entry entry, String where, String role) {
        if (!roles.contains(role)) {
            add("UNKNOWN_ROLE", type, entry, where, role);
        }
    }

    private void add(String code, String type, Catalogue.Entry entry, String where, String name) {
        problems.add(Reason.rule(code)
                .withAbout(Subject.of(type, entry.id()))
                .withWhere(where)
                .withValue("name", new Detail.Text(name)));
    }
}
