package dev.customerservice.examples;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.role.TeamProfile;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillMatrix.Gap;
import dev.customerservice.roles.skill.SkillRequirement;
import dev.customerservice.roles.skill.TrainingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What people lack for the profiles they hold, what training closes most of it, and who could take a missing profile. */
final class TeamSkills {
    private final ExampleTeam example;
    private final List<TeamProfile> missing;
    private final SkillMatrix matrix;
    private final List<Gap> gaps;
    private final TrainingPlan plan;

    TeamSkills(ExampleTeam example, Instant asOf, List<TeamProfile> missing) {
        this.example = example;
        this.missing = missing;
        this.matrix =
                matrix(example.team().members().stream().map(TeamMember::person).toList(), asOf);
        this.gaps = example.team().members().stream()
                .flatMap(member -> matrix(List.of(member.person()), asOf)
                        .gaps(member.profiles().stream()
                                .flatMap(profile -> profile.requirements().stream())
                                .toList())
                        .stream())
                .sorted(Comparator.comparingInt(Gap::size).reversed())
                .toList();
        this.plan = TrainingPlan.recommend(gaps, example.playbook().trainings(), example.trainingBudget());
    }

    private SkillMatrix matrix(List<AgentId> people, Instant asOf) {
        return SkillMatrix.of(
                people,
                example.assessed().stream()
                        .filter(level -> people.contains(level.person()))
                        .toList(),
                asOf);
    }

    Card card() {
        return Card.of(
                "Skill gaps",
                "of the profiles that people hold; " + plan.closed() + " levels can be closed in "
                        + plan.hours().toHours() + " h of training",
                TeamPage.count(gaps.size()));
    }

    List<Block> remedies() {
        List<Block> blocks = new ArrayList<>(List.of(training()));
        missing.forEach(profile -> blocks.add(candidates(profile)));
        return blocks;
    }

    Block gaps() {
        return new Words(
                "gaps",
                "What people lack",
                "Levels needed for the profiles that each person holds, of 1 to 5.",
                false,
                List.of("Person", "Skill", "Has and needs"),
                gaps.stream()
                        .map(gap -> List.of(
                                Cell.of(gap.person().value()),
                                Cell.of(TeamPage.words(gap.requirement().skill().value())),
                                Cell.of(
                                        gap.isNotAssessed()
                                                ? "not assessed, needs "
                                                        + gap.requirement().level()
                                                : gap.assessed().orElseThrow() + " of "
                                                        + gap.requirement().level(),
                                        gap.isNotAssessed() ? Tone.WAIT : Tone.BAD)))
                        .toList(),
                "Nobody lacks anything for the profiles they hold.");
    }

    private Block training() {
        String left = plan.left().stream()
                .map(reason -> reason.about().map(about -> about.id() + " ").orElse("")
                        + TeamPage.words(reason.where()) + " ("
                        + TeamPage.words(reason.code()) + ")")
                .collect(Collectors.joining(", "));
        return new Words(
                "training",
                "What to train first",
                "By gap closed an hour, within " + example.trainingBudget().toHours() + " h: " + plan.closed()
                        + " levels in " + plan.hours().toHours() + " h. No plan within that time could close more than "
                        + String.format(Locale.ROOT, "%.1f", plan.upperBound()) + "."
                        + (left.isEmpty() ? "" : " Still open: " + left + "."),
                true,
                List.of("Training", "For", "Takes", "Lacking before and after"),
                plan.steps().stream()
                        .map(step -> List.of(
                                Cell.of(step.training().title()),
                                Cell.of(step.person().value()),
                                Cell.of(step.training().hours().toHours() + " h"),
                                Cell.of(step.before() + " to " + step.after() + " levels")))
                        .toList(),
                "No training would close a gap.");
    }

    private Block candidates(TeamProfile profile) {
        List<String> columns = new ArrayList<>(List.of("Person"));
        profile.requirements()
                .forEach(needed -> columns.add(TeamPage.words(needed.skill().value()) + ", needs " + needed.level()));
        List<List<Cell>> rows = new ArrayList<>();
        for (AgentId person : matrix.people()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(person.value())));
            for (SkillRequirement needed : profile.requirements()) {
                OptionalInt level = matrix.level(person, needed.skill());
                row.add(
                        level.isEmpty()
                                ? Cell.of("not assessed", Tone.WAIT)
                                : Cell.of(
                                        level.getAsInt() + " of " + needed.level(),
                                        level.getAsInt() >= needed.level() ? Tone.GOOD : Tone.BAD));
            }
            rows.add(row);
        }
        return new Words(
                "candidates-" + profile.id(),
                "Who could become " + profile.title().toLowerCase(Locale.ROOT),
                "Nobody holds this profile; what each person would have to learn for it.",
                true,
                columns,
                rows,
                "Nobody is there.");
    }
}
