package dev.customerservice.examples;

import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Lines;
import dev.customerservice.examples.report.Block.Look;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.Definition;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.GoalProgress;
import dev.customerservice.roles.plan.SmartGoal;
import dev.customerservice.roles.plan.StretchPolicy;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The goals of the team: their baseline and their progress are measured on the ticket log, month by month. */
final class TeamGoals {
    private final List<Reading> readings;
    private final List<Slice> months;
    private final Map<String, Measures.Named> known;

    /**
     * A goal and where it stands.
     *
     * @param written what the file says
     * @param kpi its measure
     * @param label what people call the measure
     * @param goal the goal with its measured baseline
     * @param progress what the last month says about it
     */
    private record Reading(
            ExampleTeam.Goal written, Kpi<?, Ratio> kpi, String label, SmartGoal goal, GoalProgress progress) {}

    TeamGoals(ExampleTeam example, Loaded loaded, Measures measures) {
        this.known = measures.headline().stream()
                .collect(Collectors.toMap(named -> named.kpi().id(), named -> named));
        List<Kpi<?, Ratio>> shares = List.of(measures.satisfied, measures.repliedOnTime, measures.reopened);
        Period period = loaded.dated().orElseThrow();
        this.months = KpiReport.over(period)
                .measure(shares)
                .every(Granularity.MONTH)
                .collect(loaded.facts())
                .total()
                .series();
        this.readings = example.goals().stream()
                .map(goal -> read(
                        goal,
                        shares.stream()
                                .filter(kpi -> kpi.id().equals(goal.kpi()))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    private Reading read(ExampleTeam.Goal written, Kpi<?, Ratio> kpi) {
        List<BigDecimal> baseline = months.stream()
                .filter(month ->
                        !month.period().untilExclusive().isAfter(written.start().plusDays(1)))
                .flatMap(month -> month.value(kpi).amount().stream())
                .map(share -> BigDecimal.valueOf(share.value().orElseThrow()))
                .toList();
        SmartGoal goal = SmartGoal.builder()
                .id(written.id())
                .owner(written.owner())
                .specific(new SmartGoal.Specific(written.area(), written.statement()))
                .measurable(SmartGoal.Measurable.of(kpi.definition(), baseline, written.target()))
                .achievable(new SmartGoal.Achievable(written.achievable()))
                .relevant(written.objective())
                .timeBound(
                        new SmartGoal.TimeBound(written.start(), written.deadline(), Cadence.each(Cadence.Unit.MONTH)))
                .build();
        Slice last = months.get(months.size() - 1);
        return new Reading(written, kpi, label(kpi), goal, goal.progress(last.period(), last.value(kpi)));
    }

    private String label(Kpi<?, ?> kpi) {
        return Objects.requireNonNull(known.get(kpi.id()), kpi.id()).label();
    }

    Card card() {
        long onTheWay = readings.stream()
                .filter(reading -> tone(reading.progress().state()) == Tone.GOOD)
                .count();
        return Card.of(
                "Goals surely on the way",
                "of " + readings.size() + "; the others are behind, or nobody can tell yet",
                TeamPage.count(onTheWay));
    }

    List<Definition> definitions() {
        return readings.stream()
                .map(reading -> Definition.of(reading.kpi(), reading.label()))
                .toList();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table());
        for (int at = 0; at < readings.size(); at++) {
            boolean isLastAndAlone = at % 2 == 0 && at == readings.size() - 1;
            blocks.add(line(readings.get(at), isLastAndAlone));
        }
        return blocks;
    }

    private Block table() {
        return new Words(
                "goals",
                "Where the goals stand",
                "On the line or better only when the whole interval of the month is; achievable is asked of the months before the start.",
                true,
                List.of("Goal", "Owner", "Should be", "Is", "Target", "State", "Achievable?"),
                readings.stream().map(this::row).toList(),
                "There is no goal.");
    }

    private List<Cell> row(Reading reading) {
        GoalProgress progress = reading.progress();
        Finding stretch = StretchPolicy.standard().judge(reading.goal());
        List<Reason> problems = reading.goal().problems();
        return List.of(
                Cell.of(reading.label()).under(reading.written().statement()),
                Cell.of(reading.written().owner().value()),
                Cell.of(progress.expected().map(TeamGoals::percent).orElse("no data")),
                Cell.of(
                        progress.measured().isPresent()
                                ? TeamQuality.estimate(progress.measured().get())
                                : missing(progress.reason().orElse("nothing_counted"))),
                Cell.of(TeamQuality.percent(reading.written().target()))
                        .under("by " + reading.written().deadline()),
                Cell.of(TeamPage.words(progress.state().name()), tone(progress.state())),
                Cell.of(
                                problems.isEmpty()
                                        ? stretch.isMet() ? "yes" : stretch.isNotMet() ? "no" : "nobody can tell yet"
                                        : "not complete",
                                stretch.isMet() ? Tone.GOOD : stretch.isNotMet() ? Tone.BAD : Tone.WAIT)
                        .under(stretch.reasons().stream()
                                .map(reason -> TeamPage.words(reason.code()))
                                .collect(Collectors.joining(", "))));
    }

    private static String percent(BigDecimal share) {
        return TeamQuality.percent(share.setScale(3, RoundingMode.HALF_EVEN));
    }

    private static Tone tone(GoalProgress.State state) {
        return switch (state) {
            case REACHED, ON_TRACK -> Tone.GOOD;
            case UNDECIDED, NOT_STARTED, NO_DATA -> Tone.WAIT;
            case OFF_TRACK, MISSED -> Tone.BAD;
        };
    }

    private Block line(Reading reading, boolean isFull) {
        List<Figure> expected = months.stream()
                .map(month -> expected(reading, month.period().untilExclusive().minusDays(1)))
                .toList();
        return new Lines(
                "goal-" + reading.written().id(),
                reading.label() + ": the way to "
                        + TeamQuality.percent(reading.written().target()),
                "Each month with its 95 % interval, and the straight line from the last month before "
                        + reading.written().start() + " to the target.",
                isFull,
                new Timeline(
                        "",
                        months.stream()
                                .map(month -> ReportMaker.label(month.period()))
                                .toList(),
                        List.of(
                                new Series(
                                        "Measured",
                                        reading.kpi().id(),
                                        months.stream()
                                                .map(month -> Figures.of(reading.kpi(), month.value(reading.kpi())))
                                                .toList()),
                                new Series("Line to the target", null, expected))),
                List.of(Look.LINE, Look.TARGET));
    }

    private static Figure expected(Reading reading, LocalDate on) {
        return on.isBefore(reading.written().start())
                ? missing("not_started")
                : reading.goal()
                        .expected(on)
                        .map(value -> Figures.of(Figure.Unit.RATIO, Measurement.value(value, 1, LeftOut.none())))
                        .orElseGet(() -> missing("goal_incomplete"));
    }

    private static Figure missing(String reason) {
        return Figures.of(Figure.Unit.RATIO, Measurement.noData(new Absence(reason), LeftOut.none()));
    }
}
