package dev.customerservice.roles.skill;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.skill.SkillMatrix.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who should follow which training, by what closes most of the gaps for each hour.
 *
 * <p>It is found greedily: at each step the training, together with those it needs first, that closes the most weighted levels an hour
 * and still fits into the budget; of equal ones the first by training, then by person. That is not always the best plan there is;
 * {@link #upperBound} says how much better any plan could be at most.
 *
 * @param steps the trainings in the order in which they were chosen
 * @param closed the weighted levels that they close
 * @param upperBound the weighted levels that no plan within the budget can exceed
 * @param left why a gap remains: {@code NO_TRAINING} when none teaches the level, else {@code BUDGET_SPENT}
 */
public record TrainingPlan(List<Step> steps, long closed, double upperBound, List<Reason> left) {

    /** Copies the lists. */
    public TrainingPlan {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
    }

    /**
     * One training for one person.
     *
     * @param person the person
     * @param training the training
     * @param before the weighted levels that the person lacks before it
     * @param after the weighted levels that the person lacks after it
     */
    public record Step(AgentId person, Training training, long before, long after) {}

    /**
     * Recommends trainings to people of whom no earlier training is known.
     *
     * @param gaps what people lack
     * @param trainings what is taught
     * @param budget the time that may be spent by all together, not negative
     * @return the plan, which never takes more time than the budget
     * @throws IllegalArgumentException when the budget is negative or a training needs one that is not there, or itself
     */
    public static TrainingPlan recommend(Collection<Gap> gaps, Catalogue<Training> trainings, Duration budget) {
        return recommend(gaps, trainings, EvidenceLog.empty(), budget);
    }

    /**
     * Recommends trainings, and none again only because another needs it.
     *
     * @param gaps what people lack
     * @param trainings what is taught
     * @param log what has happened: a {@code training.completed} meets the needs of later ones, unless its {@code passed} is false
     * @param budget the time that may be spent by all together, not negative
     * @return the plan, which never takes more time than the budget
     * @throws IllegalArgumentException when the budget is negative or a training needs one that is not there, or itself
     */
    public static TrainingPlan recommend(
            Collection<Gap> gaps, Catalogue<Training> trainings, EvidenceLog log, Duration budget) {
        if (budget.isNegative()) {
            throw new IllegalArgumentException(
                    "budget (" + budget + ") must not be negative\nMaybe zero, to see what is open.");
        }
        return new Search(gaps, trainings, log, budget).plan();
    }

    /** {@return the time that all steps take together} */
    public Duration hours() {
        return steps.stream().map(step -> step.training().hours()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The levels of each person while trainings are chosen one by one. */
    private static final class Search {
        private final Map<AgentId, List<Gap>> gaps = new HashMap<>();
        private final List<AgentId> people;
        private final Catalogue<Training> trainings;
        private final Duration budget;
        private final Map<Gap, Integer> levels = new HashMap<>();
        private final Map<AgentId, Set<String>> passed = new HashMap<>();
        private final Map<AgentId, Set<String>> taken = new HashMap<>();

        Search(Collection<Gap> gaps, Catalogue<Training> trainings, EvidenceLog log, Duration budget) {
            for (Gap gap : gaps) {
                this.gaps
                        .computeIfAbsent(gap.person(), person -> new ArrayList<>())
                        .add(gap);
                levels.put(gap, gap.assessed().orElse(0));
            }
            this.people = this.gaps.keySet().stream()
                    .sorted(comparing(AgentId::value))
                    .toList();
            this.trainings = trainings;
            this.budget = budget;
            for (Evidence done : log.of("training.completed", Map.of(), Evidence.Basis.TESTIMONY)) {
                boolean failed = done.detail("passed", Detail.Flag.class)
                        .filter(flag -> !flag.value())
                        .isPresent();
                Optional<AgentId> person = done.subject("person").map(each -> AgentId.of(each.id()));
                if (person.isPresent() && !failed) {
                    done.text("training")
                            .ifPresent(training -> passed.computeIfAbsent(person.get(), any -> new HashSet<>())
                                    .add(training));
                }
            }
        }

        /** A training for a person with all that it needs and the person has not yet followed, in order. */
        private record Choice(AgentId person, List<Training> bundle, long closes, Duration hours) {
            double anHour() {
                return (double) closes / hours.toNanos();
            }

            Training last() {
                return bundle.get(bundle.size() - 1);
            }
        }

        private static final Comparator<Choice> BEST = comparingDouble(Choice::anHour)
                .reversed()
                .thenComparing(choice -> choice.last().id())
                .thenComparing(choice -> choice.person().value());

        TrainingPlan plan() {
            double bound = bound();
            List<Step> steps = new ArrayList<>();
            Duration left = budget;
            long closed = 0;
            for (Optional<Choice> best = best(left); best.isPresent(); best = best(left)) {
                Choice choice = best.get();
                for (Training training : choice.bundle()) {
                    long before = lacking(choice.person());
                    follow(choice.person(), training);
                    steps.add(new Step(choice.person(), training, before, lacking(choice.person())));
                }
                closed += choice.closes();
                left = left.minus(choice.hours());
            }
            return new TrainingPlan(steps, closed, bound, open());
        }

        private Optional<Choice> best(Duration left) {
            return people.stream()
                    .flatMap(person -> trainings.entries().stream()
                            .filter(training -> !followed(person).contains(training.id()))
                            .map(training -> choice(person, training)))
                    .filter(choice -> choice.closes() > 0 && choice.hours().compareTo(left) <= 0)
                    .min(BEST);
        }

        private Choice choice(AgentId person, Training training) {
            Set<String> ids = new LinkedHashSet<>();
            Set<String> done = new HashSet<>(followed(person));
            done.addAll(passed.getOrDefault(person, Set.of()));
            collect(training, done, ids, new HashSet<>());
            List<Training> bundle = ids.stream().map(trainings::get).toList();
            Duration hours = bundle.stream().map(Training::hours).reduce(Duration.ZERO, Duration::plus);
            long closes = 0;
            for (Gap gap : gaps.getOrDefault(person, List.of())) {
                int level = level(gap);
                int reached = level;
                for (Training each : bundle) {
                    reached = each.levelAfter(gap.requirement().skill(), reached);
                }
                closes += weighted(gap, level) - weighted(gap, reached);
            }
            return new Choice(person, bundle, closes, hours);
        }

        private void collect(Training training, Set<String> done, Set<String> ids, Set<String> path) {
            if (!path.add(training.id())) {
                throw new IllegalArgumentException(
                        "training (" + training.id() + ") must not need itself\nMaybe leave one of its needs out.");
            }
            training.needs().stream()
                    .sorted()
                    .filter(needed -> !done.contains(needed) && !ids.contains(needed))
                    .forEach(needed -> collect(trainings.get(needed), done, ids, path));
            path.remove(training.id());
            ids.add(training.id());
        }

        private void follow(AgentId person, Training training) {
            gaps.getOrDefault(person, List.of())
                    .forEach(gap -> levels.put(
                            gap, training.levelAfter(gap.requirement().skill(), level(gap))));
            taken.computeIfAbsent(person, any -> new HashSet<>()).add(training.id());
        }

        private Set<String> followed(AgentId person) {
            return taken.getOrDefault(person, Set.of());
        }

        private int level(Gap gap) {
            return levels.getOrDefault(gap, 0);
        }

        private long lacking(AgentId person) {
            return gaps.getOrDefault(person, List.of()).stream()
                    .mapToLong(gap -> weighted(gap, level(gap)))
                    .sum();
        }

        private static long weighted(Gap gap, int level) {
            return (long) gap.requirement().weight()
                    * Math.max(0, gap.requirement().level() - level);
        }

        /** The fractional knapsack of all trainings on their own, whatever they need and wherever they start. */
        private double bound() {
            record Part(long closes, Duration hours) {
                double anHour() {
                    return (double) closes / hours.toNanos();
                }
            }
            List<Part> parts = new ArrayList<>();
            for (AgentId person : people) {
                for (Training training : trainings.entries()) {
                    long closes = gaps.getOrDefault(person, List.of()).stream()
                            .mapToLong(gap -> training.teaches().stream()
                                    .filter(lesson -> lesson.skill()
                                            .equals(gap.requirement().skill()))
                                    .mapToLong(lesson -> weighted(gap, level(gap))
                                            - weighted(gap, Math.max(level(gap), lesson.to())))
                                    .sum())
                            .sum();
                    parts.add(new Part(closes, training.hours()));
                }
            }
            parts.sort(comparingDouble(Part::anHour).reversed());
            double bound = 0;
            Duration left = budget;
            for (Part part : parts) {
                boolean whole = part.hours().compareTo(left) <= 0;
                bound += whole ? part.closes() : part.anHour() * left.toNanos();
                left = whole ? left.minus(part.hours()) : Duration.ZERO;
            }
            return Math.min(
                    bound, (double) people.stream().mapToLong(this::lacking).sum());
        }

        private List<Reason> open() {
            List<Reason> open = new ArrayList<>();
            for (AgentId person : people) {
                for (Gap gap : gaps.getOrDefault(person, List.of())) {
                    if (weighted(gap, level(gap)) > 0) {
                        boolean taught = trainings.entries().stream()
                                .anyMatch(training ->
                                        training.levelAfter(gap.requirement().skill(), level(gap)) > level(gap));
                        open.add(Reason.rule(taught ? "BUDGET_SPENT" : "NO_TRAINING")
                                .withAbout(Subject.person(person))
                                .withWhere(gap.requirement().skill().value())
                                .withValue("level", Detail.count(level(gap), "level"))
                                .withValue(
                                        "required",
                                        Detail.count(gap.requirement().level(), "level")));
                    }
                }
            }
            return open;
        }
    }
}
