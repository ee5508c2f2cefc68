package dev.customerservice.roles.plan;

import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.plan.ServicePlan.DocumentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a service plan lacks and what in it does not fit together. */
final class PlanProblems {

    /** The measures that tell what customers think: satisfaction and recommendation. */
    private static final Set<String> PRIMARY = Set.of("csat", "nps");

    private PlanProblems() {}

    static List<Reason> of(ServicePlan plan, Set<String> knownKpis) {
        List<Reason> problems = new ArrayList<>();
        Subject about = Subject.of("plan", plan.id());
        present(plan).forEach((part, there) -> {
            if (!there) {
                problems.add(Reason.rule("PART_MISSING").withAbout(about).withWhere(part));
            }
        });
        problems.addAll(plan.unknownKpis(knownKpis));
        plan.goals().forEach(goal -> goals(plan, goal, knownKpis, problems));
        if (plan.journey().isPresent() && plan.design().isPresent()) {
            problems.addAll(plan.design().get().alignment(plan.journey().get()));
        }
        plan.actions()
                .ifPresent(actions -> actions.steps()
                        .forEach(step -> objective(plan, step.objective(), Subject.of("step", step.id()), problems)));
        plan.toolkit().ifPresent(toolkit -> problems.addAll(toolkit.problems()));
        if (!plan.kpis().isEmpty() && plan.kpis().stream().noneMatch(PlanProblems::isPrimary)) {
            problems.add(Reason.rule("NO_PRIMARY_KPI").withAbout(about).withWhere("KPIS"));
        }
        if (plan.kpis().size() > ServicePlan.FEW_KPIS) {
            problems.add(Reason.advice("TOO_MANY_KPIS")
                    .withAbout(about)
                    .withWhere("KPIS")
                    .withValue("kpis", Detail.count(plan.kpis().size(), "measures"))
                    .withValue("few", Detail.count(ServicePlan.FEW_KPIS, "measures")));
        }
        return List.copyOf(problems);
    }

    static List<String> parts(ServicePlan plan) {
        return present(plan).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Boolean> present(ServicePlan plan) {
        Set<DocumentKind> kinds =
                plan.documents().stream().map(ServicePlan.Document::kind).collect(Collectors.toSet());
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("PHILOSOPHY", kinds.contains(DocumentKind.PHILOSOPHY));
        parts.put("ACTIONS", plan.actions().isPresent());
        parts.put("TECHNOLOGY", !plan.technology().isEmpty());
        parts.put("VISION", kinds.contains(DocumentKind.VISION));
        parts.put("POLICY", kinds.contains(DocumentKind.POLICY));
        parts.put("OBJECTIVES", !plan.objectives().isEmpty());
        parts.put("STAKEHOLDERS", !plan.stakeholders().isEmpty());
        parts.put("GOALS", !plan.goals().isEmpty());
        parts.put("JOURNEY", plan.journey().isPresent());
        parts.put("DESIGN", plan.design().isPresent());
        parts.put("KPIS", !plan.kpis().isEmpty());
        parts.put("SKILLS", !plan.skills().isEmpty());
        parts.put("TOOLKIT", plan.toolkit().isPresent());
        return parts;
    }

    private static void goals(ServicePlan plan, SmartGoal goal, Set<String> knownKpis, List<Reason> problems) {
        problems.addAll(goal.problems());
        Subject about = Subject.of("goal", goal.id());
        goal.specific()
                .filter(facet -> plan.journey().isPresent()
                        && plan.journey().get().stages().stream()
                                .noneMatch(stage -> stage.id().equals(facet.area())))
                .ifPresent(facet -> problems.add(
                        Reason.rule("AREA_UNKNOWN").withAbout(about).withValue("area", new Detail.Text(facet.area()))));
        goal.measurable()
                .filter(facet -> !knownKpis.contains(facet.kpi()))
                .ifPresent(facet -> problems.add(
                        Reason.rule("KPI_UNKNOWN").withAbout(about).withValue("kpi", new Detail.Text(facet.kpi()))));
        goal.relevant().ifPresent(objective -> objective(plan, objective, about, problems));
        Optional<LocalDate> firstAction = plan.actions().stream()
                .flatMap(actions -> actions.steps().stream())
                .map(ActionStep::start)
                .min(LocalDate::compareTo);
        goal.timeBound()
                .filter(time -> firstAction.filter(time.start()::isAfter).isPresent())
                .ifPresent(time -> problems.add(Reason.rule("GOAL_AFTER_START")
                        .withAbout(about)
                        .withValue("goal", new Detail.Text(time.start().toString()))
                        .withValue(
                                "firstAction",
                                new Detail.Text(firstAction.orElseThrow().toString()))));
    }

    private static void objective(ServicePlan plan, String objective, Subject about, List<Reason> problems) {
        if (plan.objectives().stream().noneMatch(known -> known.id().equals(objective))) {
            problems.add(Reason.rule("OBJECTIVE_UNKNOWN")
                    .withAbout(about)
                    .withValue("objective", new Detail.Text(objective)));
        }
    }

    private static boolean isPrimary(String kpi) {
        int dot = kpi.indexOf('.');
        return PRIMARY.contains(dot < 0 ? kpi : kpi.substring(0, dot));
    }
}
