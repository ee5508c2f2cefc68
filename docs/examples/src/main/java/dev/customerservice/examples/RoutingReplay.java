package dev.customerservice.examples;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.workforce.WeekPlan;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.Drain;
import dev.customerservice.roles.routing.FairnessAudit;
import dev.customerservice.roles.routing.Routing;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tickets of the last weeks handed out again, quarter of an hour by quarter of an hour, by several policies. */
final class RoutingReplay {
    private static final int WEEKS = 4;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int LEVEL = 3;

    private final WeekPlan plan;
    private final ZoneId zone;
    private final Roster roster;
    private final Interval window;
    private final List<WorkItem> work;
    private final List<Run> runs;

    /**
     * What a policy did.
     *
     * @param policy the policy
     * @param waits how long tickets waited for somebody
     * @param left how many nobody had taken when the log ends
     * @param team everybody with what they got
     * @param decisions all that somebody got
     */
    private record Run(
            RoutingPolicy policy,
            DurationDistribution waits,
            int left,
            RoutingTeam team,
            List<Routing.Assigned> decisions) {}

    RoutingReplay(Facts facts, WeekPlan plan, ZoneId zone) {
        this.plan = plan;
        this.zone = zone;
        LocalDate end = LocalDate.ofInstant(facts.asOf(), zone).plusDays(1);
        LocalDate start = end.minusWeeks(WEEKS);
        this.roster = plan.roster(start, end, zone);
        this.window = new Interval(
                start.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
        this.work = facts.tickets().stream()
                .filter(ticket -> window.contains(ticket.at()))
                .sorted(Comparator.comparing(TicketFacts::at)
                        .thenComparing(ticket -> ticket.ticket().value()))
                .map(RoutingReplay::item)
                .toList();
        RoutingPolicy able = RoutingPolicy.requireSkills().then(RoutingPolicy.withinCapacity());
        this.runs = List.of(
                run(able.then(RoutingPolicy.fairShare()).named("fair share")),
                run(able.then(RoutingPolicy.leastOccupied()).named("least occupied")),
                run(able.then(RoutingPolicy.longestSinceAssigned()).named("longest since assigned")));
    }

    private static Skill skill(String team) {
        return Skill.of(team, Skill.Family.PRODUCT);
    }

    private static WorkItem item(TicketFacts ticket) {
        String team = ticket.latest().team().map(id -> id.value()).orElse("first-line");
        return WorkItem.builder()
                .id(ticket.ticket())
                .queuedAt(ticket.at())
                .channel(Channel.of(ticket.as().channel().orElse(Channel.EMAIL).name()))
                .priority(ticket.as().priority().orElse(Priority.NORMAL))
                .addRequires(SkillRequirement.of(skill(team), LEVEL))
                .build();
    }

    private RoutingTeam team() {
        return RoutingTeam.of(plan.teams().entrySet().stream()
                .map(member -> Candidate.builder()
                        .agent(member.getKey())
                        .knows(skill(member.getValue()), LEVEL)
                        .capacity(plan.load().atOnce())
                        .availableTime(present(member.getKey()))
                        .build())
                .toList());
    }

    private Duration present(AgentId agent) {
        return roster.present(agent).total();
    }

    private Run run(RoutingPolicy policy) {
        RoutingTeam team = team();
        Map<Instant, List<Routing.Assigned>> ends = new LinkedHashMap<>();
        List<WorkItem> queue = new ArrayList<>();
        DurationDistribution.Builder waits = DurationDistribution.builder();
        List<Routing.Assigned> decisions = new ArrayList<>();
        int next = 0;
        for (Instant now = window.startInclusive(); now.isBefore(window.endExclusive()); now = now.plus(STEP)) {
            for (Routing.Assigned done : ends.getOrDefault(now, List.of())) {
                team = released(team, done);
            }
            ends.remove(now);
            while (next < work.size() && !work.get(next).queuedAt().isAfter(now)) {
                queue.add(work.get(next++));
            }
            if (queue.isEmpty()) {
                continue;
            }
            Drain drain = policy.drain(queue, team.onDuty(roster.onDutyAt(now)), now);
            for (Routing.Assigned assigned : drain.assigned()) {
                waits.add(assigned.work().waited(now));
                ends.computeIfAbsent(now.plus(plan.load().held()), at -> new ArrayList<>())
                        .add(assigned);
                decisions.add(assigned);
            }
            team = drain.team();
            queue = new ArrayList<>(drain.left().stream().map(Routing::work).toList());
        }
        return new Run(policy, waits.build(), queue.size(), team, decisions);
    }

    private static RoutingTeam released(RoutingTeam team, Routing.Assigned done) {
        return RoutingTeam.of(team.candidates().stream()
                .map(candidate -> candidate.agent().equals(done.to()) ? without(candidate, done.work()) : candidate)
                .toList());
    }

    private static Candidate without(Candidate candidate, WorkItem item) {
        Map<Channel, BigDecimal> loads = new LinkedHashMap<>(candidate.channelLoads());
        loads.computeIfPresent(item.channel(), (channel, load) -> load.subtract(item.weight()));
        return Candidate.builder()
                .from(candidate)
                .load(candidate.load().subtract(item.weight()))
                .channelLoads(loads)
                .build();
    }

    Card card() {
        FairnessAudit fairness = runs.get(0).team().fairness();
        return Card.of(
                "Fairness",
                "Jain's index of tickets an hour by person, " + work.size() + " tickets handed out by "
                        + runs.get(0).policy().name() + "; 100 % is even",
                index(fairness));
    }

    private static Figure index(FairnessAudit fairness) {
        return Figures.of(
                Figure.Unit.RATIO,
                Figures.measured(
                        fairness.balance().jain().stream().boxed().findFirst(),
                        fairness.perHour().size()));
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(policies(), people()));
        runs.get(0).decisions().stream()
                .max(Comparator.comparingLong(RoutingReplay::reasons))
                .ifPresent(sample -> blocks.add(explained(sample)));
        return blocks;
    }

    private Block policies() {
        List<String> columns = new ArrayList<>(List.of("Policy", "Median wait", "90th percentile", "Not taken"));
        teams().forEach(team -> columns.add("Evenness, " + team));
        return new Words(
                "routing",
                "The last four weeks handed out again",
                work.size() + " tickets of the log to the people on duty by the same roster: each is held for "
                        + plan.load().held().toHours() + " h, " + plan.load().atOnce()
                        + " at once. Who may get it is decided by skill and room, who does by the policy. Evenness is Jain's index of tickets an hour within a team.",
                true,
                columns,
                runs.stream().map(this::row).toList(),
                "Nothing was to be handed out.");
    }

    private List<Cell> row(Run run) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(run.policy().name()),
                Cell.of(wait(run, 50)),
                Cell.of(wait(run, 90)),
                Cell.of(TeamPage.count(run.left()))));
        for (String team : teams()) {
            row.add(Cell.of(index(FairnessAudit.of(run.team().candidates().stream()
                    .filter(candidate -> team.equals(plan.teams().get(candidate.agent())))
                    .toList()))));
        }
        return row;
    }

    private List<String> teams() {
        return plan.teams().values().stream().distinct().toList();
    }

    private static Figure wait(Run run, int percent) {
        Optional<Duration> wait = run.waits().quantile(Quantile.percentile(percent));
        return Figures.of(
                Figure.Unit.SECONDS, Figures.measured(wait, run.waits().count()));
    }

    private Block people() {
        FairnessAudit fairness = runs.get(0).team().fairness();
        List<List<Cell>> rows = new ArrayList<>();
        fairness.perHour()
                .forEach((agent, rate) -> rows.add(List.of(
                        Cell.of(agent.value()),
                        Cell.of(plan.teams().getOrDefault(agent, "")),
                        Cell.of(Figures.of(Figure.Unit.SECONDS, Measurement.value(present(agent), 0, LeftOut.none()))),
                        Cell.of(Figures.of(Figure.Unit.NUMBER, Measurement.value(rate * 10, 0, LeftOut.none()))))));
        return new Words(
                "fairness",
                "Who would have got how much",
                "By " + runs.get(0).policy().name()
                        + ": tickets for each ten hours present. Between teams demand decides, within a team the policy.",
                true,
                List.of("Person", "Team", "Present", "Tickets in 10 h"),
                rows,
                "Nobody was there.");
    }

    /** How many different reasons a decision has: the more, the more there is to read. */
    private static long reasons(Routing decision) {
        return decision.explain().verdicts().values().stream()
                .map(Reason::code)
                .distinct()
                .count();
    }

    private Block explained(Routing sample) {
        Routing.Explanation explanation = sample.explain();
        List<List<Cell>> rows = new ArrayList<>();
        explanation.verdicts().forEach((agent, reason) -> {
            boolean isChosen = explanation.chosen().filter(agent::equals).isPresent();
            rows.add(List.of(
                    Cell.of(agent.value()),
                    Cell.of(isChosen ? "chosen" : "not chosen", isChosen ? Tone.GOOD : Tone.WAIT),
                    Cell.of(TeamPage.words(reason, zone))));
        });
        return new Words(
                "explained",
                "One decision, explained",
                sample.work().id().value() + ", " + sample.work().channel().name() + ", "
                        + sample.work().priority().name() + ": why each person got it or not, by "
                        + explanation.policy() + ".",
                true,
                List.of("Person", "Outcome", "Why"),
                rows,
                "Nobody was in question.");
    }
}
