package dev.customerservice.examples;

import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.XmrChart;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.playbook.StandardPlaybook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** At which stage of its life the team is: what happened and what the log measured, read as one log of evidence. */
final class TeamStage {
    private final AssessmentReading reading;

    TeamStage(ExampleTeam example, Loaded loaded, Measures measures) {
        Subject team = Subject.team(example.team().id());
        Instant asOf = loaded.facts().asOf();
        EvidenceLog log = example.evidence().plus(measured(team, loaded, measures));
        this.reading =
                example.playbook().assessment(StandardPlaybook.TEAM_MATURITY).read(log, team, asOf);
    }

    /** Figures become evidence: whether reply times are in control, and how satisfied customers are. */
    private static List<Evidence> measured(Subject team, Loaded loaded, Measures measures) {
        Period period = loaded.dated().orElseThrow();
        Instant asOf = loaded.facts().asOf();
        KpiReport weekly = KpiReport.over(period)
                .measure(measures.firstReply, measures.satisfied)
                .every(Granularity.WEEK)
                .collect(loaded.facts());
        XmrChart chart = XmrChart.of(weekly.series(measures.firstReply).stream()
                .flatMap(week -> week.amount().stream())
                .map(Figures::seconds)
                .toList());
        List<Evidence> evidence = new ArrayList<>(List.of(Evidence.of("figure-1", "control.charted", asOf, team)
                .withDetail("kpi", "first_reply_time")
                .withDetail(
                        "inControl", chart.outside().isEmpty() && chart.runs().isEmpty())));
        weekly.value(measures.satisfied)
                .amount()
                .flatMap(Detail.Estimate::of)
                .ifPresent(estimate -> evidence.add(Evidence.of("figure-2", "kpi.measured", asOf, team)
                        .withDetail("kpi", "csat")
                        .withDetail("estimate", estimate)));
        return evidence;
    }

    Card card() {
        List<Criterion> next = reading.nextSteps();
        return Card.of(
                "Stage",
                next.isEmpty() ? "the highest there is" : "next: " + next.get(0).statement(),
                reading.level().map(Assessment.Level::title).orElse("not begun"));
    }

    Block ladder() {
        List<Criterion> next = reading.nextSteps();
        List<List<Cell>> rows = new ArrayList<>();
        for (Assessment.Level level : reading.assessment().levels()) {
            for (AssessmentReading.Result result : reading.results()) {
                Criterion criterion = result.criterion();
                if (criterion.level().filter(level.id()::equals).isPresent()) {
                    rows.add(List.of(
                            Cell.of(level.title()),
                            Cell.of(criterion.statement()).under(next.contains(criterion) ? "next step" : ""),
                            state(result)));
                }
            }
        }
        return new Words(
                "stage",
                "Stage and next steps",
                "A stage holds only when all below it hold. Reached: "
                        + reading.level().map(Assessment.Level::title).orElse("none") + ". Next: "
                        + next.stream().map(Criterion::statement).collect(Collectors.joining(" ")),
                true,
                List.of("Stage", "What it takes", "State"),
                rows,
                "There is no stage.");
    }

    private static Cell state(AssessmentReading.Result result) {
        String why = result.reasons().stream()
                .map(reason -> TeamPage.words(reason.code()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (result.isMet()) {
            return Cell.of("met", Tone.GOOD);
        }
        return result.isMissing()
                ? Cell.of("unknown", Tone.WAIT).under(why)
                : Cell.of("not met", Tone.BAD).under(why);
    }
}
