package dev.customerservice.examples;

import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Expected;
import dev.customerservice.examples.report.Block.Lines;
import dev.customerservice.examples.report.Block.Look;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.Definition;
import dev.customerservice.examples.report.DemoReport.Link;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Page;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.workforce.WeekPlan;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.staffing.QueueOutlook;
import dev.customerservice.roles.staffing.StaffingPlan.Slot;
import dev.customerservice.roles.staffing.StaffingRequirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page about the week ahead: what to expect, how many people it takes, who is there, and how work would be handed out. */
final class WorkforcePage {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int LISTED_GAPS = 12;
    private static final int MORE = 5;

    private final Loaded loaded;
    private final ZoneId zone;
    private final WeekPlan plan;
    private final HourlyDemand demand;
    private final WeekAhead week;

    WorkforcePage(Loaded loaded) {
        Period period = loaded.dated().orElseThrow();
        this.loaded = loaded;
        this.zone = period.zone();
        this.plan = WeekPlan.bundled(zone);
        this.demand = new HourlyDemand(loaded.facts(), period);
        this.week = new WeekAhead(plan, demand, period.untilExclusive(), zone);
    }

    Page page(List<Link> pages) {
        RoutingReplay replay = new RoutingReplay(loaded.facts(), plan, zone);
        StaffingRequirement peak = week.peak().requirement();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Expected(
                "demand",
                "What customers will ask",
                "Messages of customers that want an answer, by date. "
                        + demand.forecast().note(),
                demand.forecast()));
        blocks.add(intervals());
        blocks.add(oneMore());
        blocks.add(busiest());
        blocks.add(gaps());
        blocks.add(violations());
        blocks.add(overnight());
        blocks.addAll(replay.blocks());
        return new Page(
                "Workforce report",
                "The week of " + DATE.format(week.monday()),
                DATE.format(week.monday()) + " to " + DATE.format(week.monday().plusDays(6)),
                "One message keeps somebody busy for "
                        + TeamPage.words(plan.load().handleTime()) + "; "
                        + TeamQuality.percent(plan.load().goal().share()) + " are to be taken up within "
                        + TeamPage.words(plan.load().goal().threshold())
                        + " (Erlang C; each hour is taken as steady for itself, which is rough where work takes longer than an hour). The roster and these figures are an example.",
                zone.getId(),
                pages,
                List.of(
                        Card.of(
                                "Busiest hour",
                                label(week.peak()) + ", messages expected",
                                number(peak.work().arrivals().doubleValue())),
                        Card.of("People on duty", "needed in that hour", TeamPage.count(peak.onDuty())),
                        Card.of(
                                "People scheduled",
                                "so that as many are on duty after breaks and training",
                                TeamPage.count(peak.scheduled())),
                        Card.of(
                                "Missing",
                                "person-time in " + week.coverage().gaps().size() + " gaps of the week",
                                seconds(week.coverage().shortfall())),
                        Card.of(
                                "Against the rules",
                                "of working time in the roster",
                                TeamPage.count(week.violations().size())),
                        replay.card()),
                blocks,
                List.of(Definition.of(HourlyDemand.TURNS, "Messages that want an answer")));
    }

    private static Figure number(double value) {
        return Figures.plain(Figure.Unit.NUMBER, value, 0, new TreeMap<>());
    }

    private static Figure seconds(Duration length) {
        return Figures.of(Figure.Unit.SECONDS, Measurement.value(length, 0, LeftOut.none()));
    }

    private String label(Slot slot) {
        return HOUR.format(slot.during().startInclusive().atZone(zone));
    }

    private Block intervals() {
        List<Slot> slots = week.slots();
        List<Coverage.Stretch> stretches = slots.stream()
                .map(slot -> week.coverage().at(slot.during().startInclusive()).orElseThrow())
                .toList();
        return new Lines(
                "intervals",
                "Required and scheduled, hour by hour",
                "People needed on duty for what is expected, people with a shift, and those of them who are not absent or at lunch as the hour begins.",
                true,
                new Timeline(
                        "",
                        slots.stream().map(this::label).toList(),
                        List.of(
                                new Series(
                                        "Messages expected",
                                        HourlyDemand.TURNS.id(),
                                        slots.stream()
                                                .map(slot -> number(slot.requirement()
                                                        .work()
                                                        .arrivals()
                                                        .doubleValue()))
                                                .toList()),
                                new Series(
                                        "Required on duty",
                                        null,
                                        slots.stream()
                                                .map(slot -> TeamPage.count(
                                                        slot.requirement().onDuty()))
                                                .toList()),
                                new Series(
                                        "Scheduled",
                                        null,
                                        stretches.stream()
                                                .map(stretch -> TeamPage.count(stretch.planned()))
                                                .toList()),
                                new Series(
                                        "Present",
                                        null,
                                        stretches.stream()
                                                .map(stretch -> TeamPage.count(stretch.present()))
                                                .toList()))),
                List.of(Look.BAR, Look.STEP, Look.STEP, Look.STEP));
    }

    private Block oneMore() {
        StaffingRequirement peak = week.peak().requirement();
        List<QueueOutlook> outlooks = new ArrayList<>();
        for (int agents = Math.max(1, peak.onDuty() - MORE); agents <= peak.onDuty() + MORE; agents++) {
            QueueOutlook outlook = peak.with(agents);
            if (outlook.isStable()) {
                outlooks.add(outlook);
            }
        }
        return new Lines(
                "one-more",
                "What one more person buys",
                "The busiest hour, " + label(week.peak()) + ": the share taken up within "
                        + TeamPage.words(plan.load().goal().threshold()) + " by people on duty. "
                        + peak.onDuty() + " are needed.",
                false,
                new Timeline(
                        "",
                        outlooks.stream()
                                .map(outlook -> String.valueOf(outlook.agents()))
                                .toList(),
                        List.of(
                                new Series(
                                        "Taken up in time",
                                        null,
                                        outlooks.stream()
                                                .map(outlook -> share(outlook.serviceLevel()))
                                                .toList()),
                                new Series(
                                        "Goal",
                                        null,
                                        outlooks.stream()
                                                .map(outlook -> share(plan.load()
                                                        .goal()
                                                        .share()
                                                        .doubleValue()))
                                                .toList()))),
                List.of(Look.LINE, Look.TARGET));
    }

    private static Figure share(double value) {
        return Figures.of(Figure.Unit.RATIO, Measurement.value(value, 0, LeftOut.none()));
    }

    private Block busiest() {
        return new Words(
                "busiest",
                "The busiest hour of each day",
                "With the people needed, with one fewer and with one more: the share taken up in time, and the mean wait.",
                false,
                List.of("Hour", "On duty", "One fewer", "As needed", "One more"),
                week.peaks().stream()
                        .map(slot -> List.of(
                                Cell.of(label(slot)),
                                Cell.of(TeamPage.count(slot.requirement().onDuty())),
                                outlook(slot.requirement().oneFewer()),
                                outlook(slot.requirement().outlook()),
                                outlook(slot.requirement().oneMore())))
                        .toList(),
                "Nothing is expected.");
    }

    private Cell outlook(QueueOutlook outlook) {
        String level =
                TeamQuality.percent(BigDecimal.valueOf(outlook.serviceLevel()).setScale(3, RoundingMode.HALF_EVEN));
        return Cell.of(level, plan.load().goal().isMetBy(outlook) ? Tone.GOOD : Tone.BAD)
                .under(outlook.meanWait()
                        .map(wait -> "wait " + wait.toMinutes() + " min")
                        .orElse("the queue grows without end"));
    }

    private Block gaps() {
        List<Coverage.Gap> gaps = week.coverage().gaps();
        return new Words(
                "gaps",
                "Where people are missing",
                "The largest of " + gaps.size() + " by person-time. On duty less than required, whatever is scheduled.",
                false,
                List.of("When", "Missing", "Person-time", "Why"),
                gaps.stream()
                        .sorted(Comparator.comparing(Coverage.Gap::time)
                                .reversed()
                                .thenComparing(gap -> gap.during().startInclusive()))
                        .limit(LISTED_GAPS)
                        .map(gap -> List.of(
                                Cell.of(HOUR.format(
                                                gap.during().startInclusive().atZone(zone)) + " to "
                                        + gap.during()
                                                .endExclusive()
                                                .atZone(zone)
                                                .toLocalTime()),
                                Cell.of(TeamPage.count(gap.shortfall())),
                                Cell.of(seconds(gap.time())),
                                Cell.of(gap.causes().stream()
                                        .map(cause -> TeamPage.words(cause.name()))
                                        .sorted()
                                        .collect(Collectors.joining(", ")))))
                        .toList(),
                "Nobody is missing.");
    }

    private Block violations() {
        return new Words(
                "violations",
                "What the roster may not ask",
                "Rests and breaks of the European Union (Directive 2003/88/EC), and at most six dates in a row. Averages over months need a longer roster.",
                false,
                List.of("Person", "Rule", "From", "Limit and found"),
                week.violations().stream()
                        .map(violation -> List.of(
                                Cell.of(violation.person().value()),
                                Cell.of(TeamPage.words(violation.rule()), Tone.BAD),
                                Cell.of(HOUR.format(
                                        violation.during().startInclusive().atZone(zone))),
                                Cell.of(limit(violation))))
                        .toList(),
                "The roster keeps all rules.");
    }

    private String limit(RosterRule.Violation violation) {
        return TeamPage.words(violation.limit(), zone) + " and " + TeamPage.words(violation.found(), zone);
    }

    private Block overnight() {
        return new Words(
                "overnight",
                "What waits when the desk opens",
                "Messages of the evening and night can wait until "
                        + TeamPage.words(plan.open().backlogDue())
                        + " after opening; they fill what the people present have to spare.",
                true,
                List.of("Opening", "Person-time", "Due", "Done"),
                week.backlogs().stream()
                        .map(outcome -> List.of(
                                Cell.of(local(outcome.batch().fromInclusive().atZone(zone))),
                                Cell.of(seconds(outcome.batch().work())),
                                Cell.of(local(outcome.batch().due().atZone(zone))),
                                outcome.late().isZero()
                                        ? Cell.of("in time", Tone.GOOD)
                                                .under(outcome.finishedAt()
                                                        .map(at -> local(at.atZone(zone)))
                                                        .orElse(""))
                                        : Cell.of(TeamPage.words(outcome.late().plusSeconds(59)) + " late", Tone.BAD)))
                        .toList(),
                "Nothing waits.");
    }

    private static String local(ZonedDateTime at) {
        return HOUR.format(at);
    }

    static LocalDate nextMonday(LocalDate date) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
