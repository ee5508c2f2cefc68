package dev.customerservice.examples;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.DemoReport.Link;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Page;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReport;
import dev.customerservice.roles.role.ProfileCoverage;
import dev.customerservice.roles.role.ProfilePolicy;
import dev.customerservice.roles.role.TeamProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page about the people: what they cover, keep up, lack, how well they serve, and how far they are. */
final class TeamPage {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final Duration LONG_ENOUGH_ALONE = Duration.ofHours(12);

    private final ExampleTeam example;
    private final Instant asOf;
    private final Loaded loaded;
    private final Measures measures;

    TeamPage(ExampleTeam example, Loaded loaded, Measures measures) {
        this.example = example;
        this.asOf = loaded.facts().asOf();
        this.loaded = loaded;
        this.measures = measures;
    }

    Page page(List<Link> pages) {
        ProfileCoverage profiles = example.team()
                .on(LocalDate.ofInstant(asOf, example.zone()))
                .profiles(ProfilePolicy.standard().and(ProfilePolicy.splitAboveHours(LONG_ENOUGH_ALONE)));
        Map<Practice, PracticeReport> practices = practices();
        List<PracticeReading> overdue = practices.values().stream()
                .flatMap(report -> report.overdue().stream())
                .toList();
        TeamSkills skills = new TeamSkills(example, asOf, profiles.missing());
        TeamQuality quality = new TeamQuality(example);
        TeamGoals goals = new TeamGoals(example, loaded, measures);
        TeamStage stage = new TeamStage(example, loaded, measures);
        List<Block> blocks = new ArrayList<>();
        blocks.add(profiles(profiles));
        blocks.add(skills.gaps());
        blocks.addAll(skills.remedies());
        blocks.add(stage.ladder());
        blocks.add(practices(practices));
        blocks.add(overdue(practices));
        blocks.addAll(quality.blocks());
        blocks.addAll(goals.blocks());
        return new Page(
                "Team report",
                "Team " + example.team().id().value(),
                "As of " + LocalDate.ofInstant(asOf, example.zone()),
                "Read from the bundled example team: "
                        + example.team().members().size() + " people, "
                        + example.evidence().evidence().size() + " pieces of evidence, "
                        + example.quality().reviews().size() + " reviews; goals and stage also from the ticket log.",
                example.zone().getId(),
                pages,
                List.of(
                        Card.of(
                                "Profiles held",
                                profiles.missing().isEmpty()
                                        ? "every profile is held"
                                        : "missing: " + titles(profiles.missing()),
                                all(Measurement.value(
                                        profiles.coverage(), profiles.coverage().denominator(), LeftOut.none()))),
                        Card.of("Overdue", "practices that somebody should see to", count(overdue.size())),
                        skills.card(),
                        quality.card(),
                        goals.card(),
                        stage.card()),
                blocks,
                goals.definitions());
    }

    static Figure share(Ratio ratio) {
        return Figures.of(
                Figure.Unit.RATIO,
                ratio.denominator() == 0
                        ? Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none())
                        : Measurement.value(ratio, ratio.denominator(), LeftOut.none()));
    }

    /** {@return a share of all there are: nothing was sampled, so it has no interval} */
    private static Figure all(Measurement<Ratio> measured) {
        Figure figure = Figures.of(Figure.Unit.RATIO, measured);
        return figure instanceof Figure.Known known
                ? new Figure.Known(
                        known.unit(),
                        known.value(),
                        known.n(),
                        known.numerator(),
                        known.denominator(),
                        null,
                        null,
                        null,
                        known.leftOut())
                : figure;
    }

    static Figure count(long value) {
        return Figures.of(Figure.Unit.COUNT, Measurement.value(value, value, LeftOut.none()));
    }

    static String words(String code) {
        return code.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ');
    }

    static String words(Reason reason, ZoneId zone) {
        return words(reason.code())
                + (reason.values().isEmpty()
                        ? ""
                        : reason.values().entrySet().stream()
                                .map(value -> words(value.getKey()) + " " + words(value.getValue(), zone))
                                .collect(Collectors.joining(", ", ": ", "")));
    }

    /** What a detail says, for people: rounded, in local time. */
    static String words(Detail detail, ZoneId zone) {
        if (detail instanceof Detail.Quantity quantity) {
            return rounded(quantity.value()) + " " + quantity.unit();
        }
        if (detail instanceof Detail.Span span) {
            return words(span.value());
        }
        if (detail instanceof Detail.Moment moment) {
            return MOMENT.format(moment.value().atZone(zone));
        }
        return detail instanceof Detail.Text text ? text.value() : detail.toString();
    }

    static String words(Duration length) {
        long minutes = length.toMinutes();
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        return minutes >= 60 ? (minutes / 60 + " h " + rest).strip() : minutes + " min";
    }

    private static String rounded(BigDecimal value) {
        return value.round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    private static String titles(List<TeamProfile> profiles) {
        return profiles.stream().map(TeamProfile::title).collect(Collectors.joining(", "));
    }

    private Block profiles(ProfileCoverage coverage) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TeamProfile profile : coverage.needed()) {
            Set<AgentId> holders = coverage.holders().getOrDefault(profile, Set.of());
            boolean isSingle = coverage.single().containsKey(profile);
            rows.add(List.of(
                    Cell.of(profile.title()),
                    Cell.of(
                            holders.isEmpty() ? "nobody" : isSingle ? "one person" : holders.size() + " people",
                            holders.isEmpty() ? Tone.BAD : isSingle ? Tone.WAIT : Tone.GOOD),
                    Cell.of(holders.stream().map(AgentId::value).sorted().collect(Collectors.joining(", ")))));
        }
        List<Reason> said = new ArrayList<>(coverage.violations());
        said.addAll(coverage.advice());
        String advice = said.stream()
                .map(reason -> reason.about().map(Subject::id).orElse("") + ": " + words(reason, example.zone()))
                .collect(Collectors.joining("; "));
        return new Words(
                "profiles",
                "Who covers what",
                "The six profiles a service team needs. Two people could hold no more than two each: at least "
                        + coverage.smallestTeam(2) + " people are needed."
                        + (advice.isEmpty() ? "" : " Advice: " + advice + "."),
                false,
                List.of("Profile", "Held by", "Who"),
                rows,
                "No profile is needed.");
    }

    private Map<Practice, PracticeReport> practices() {
        Map<Practice, PracticeReport> reports = new LinkedHashMap<>();
        for (String id : example.practices()) {
            Practice practice = example.playbook().practice(id);
            reports.put(practice, practice.read(example.evidence(), example.team(), asOf, example.zone()));
        }
        return reports;
    }

    private Block practices(Map<Practice, PracticeReport> reports) {
        Period quarter = Period.holding(asOf, Granularity.QUARTER, example.zone());
        List<List<Cell>> rows = new ArrayList<>();
        reports.forEach((practice, report) -> rows.add(List.of(
                Cell.of(practice.title()).under(practice.statement()),
                Cell.of(all(report.coverage())),
                Cell.of(Figures.of(Figure.Unit.RATIO, report.onTime(quarter))),
                report.overdue().isEmpty()
                        ? Cell.of("none", Tone.GOOD)
                        : Cell.of(report.overdue().size() + " overdue", Tone.BAD))));
        return new Words(
                "practices",
                "What should keep happening",
                "The practices the team has adopted: for how many it is up to date now, and how much of what fell due in "
                        + quarter.label() + " was done in time.",
                true,
                List.of("Practice", "Up to date", "In time", "Overdue"),
                rows,
                "The team has adopted no practice.");
    }

    private Block overdue(Map<Practice, PracticeReport> reports) {
        record Late(Practice practice, PracticeReading reading) {}
        List<List<Cell>> rows = reports.entrySet().stream()
                .flatMap(entry -> entry.getValue().readings().stream()
                        .filter(reading -> reading.isOverdue() || reading.state() == PracticeReading.State.DUE_IN_GRACE)
                        .map(reading -> new Late(entry.getKey(), reading)))
                .sorted(Comparator.comparingLong((Late late) -> late.reading().daysPastDue())
                        .reversed()
                        .thenComparing(late -> late.practice().id()))
                .map(late -> List.of(
                        Cell.of(late.reading().about().stream().map(Subject::id).collect(Collectors.joining(" to "))),
                        Cell.of(late.practice().title()),
                        Cell.of(late.reading()
                                .due()
                                .map(due -> due.date().toString())
                                .orElse("")),
                        Cell.of(
                                late.reading().isOverdue()
                                        ? late.reading().daysPastDue() + " days past due"
                                        : "due, grace runs",
                                late.reading().isOverdue() ? Tone.BAD : Tone.WAIT)))
                .toList();
        return new Words(
                "overdue",
                "Overdue",
                "Whom or what somebody should see to, the longest overdue first.",
                true,
                List.of("About", "Practice", "Due", "State"),
                rows,
                "Nothing is overdue.");
    }
}
