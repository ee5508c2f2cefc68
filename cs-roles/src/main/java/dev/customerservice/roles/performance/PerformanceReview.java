package dev.customerservice.roles.performance;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was said to a person about a period: at least one thing to keep and one to change, each shown by evidence. */
@Value.Immutable
public interface PerformanceReview extends WithPerformanceReview {

    /** {@return the person} */
    AgentId person();

    /** {@return the period it is about} */
    Period period();

    /** {@return what is said, at least one {@code KEEP} and one {@code CHANGE}} */
    List<Item> items();

    /** {@return the rating given; empty when none is} */
    Optional<PerformanceStandard.Level> rating();

    /** {@return when it was talked over} */
    Instant discussedAt();

    /** What an item asks for. */
    enum Ask {
        /** To go on so. */
        KEEP,
        /** To do something else. */
        CHANGE
    }

    /**
     * One thing said.
     *
     * @param ask what it asks for
     * @param behaviour the behaviour in the same short word as in feedback
     * @param text what is said; it reaches no log
     * @param evidence the ids of the evidence that shows it, at least one
     */
    record Item(Ask ask, String behaviour, String text, List<String> evidence) {
        /** Refuses an item without evidence. */
        public Item {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("item (" + Shown.of(behaviour)
                        + ") must be shown by evidence\nMaybe name the contact in which it was seen.");
            }
        }

        @Override
        public String toString() {
            return "Item[" + ask + ", " + evidence.size() + " evidence]";
        }
    }

    /**
     * Compares the evidence named with the log.
     *
     * @param log what has happened
     * @return {@code EVIDENCE_UNKNOWN} and {@code EVIDENCE_AFTER_PERIOD}, in the order of the items; empty when all of it is there
     */
    default List<Reason> problems(EvidenceLog log) {
        List<Reason> problems = new ArrayList<>();
        for (Item item : items()) {
            for (String id : item.evidence()) {
                Optional<Evidence> found = log.find(id);
                if (found.isEmpty()) {
                    problems.add(reason("EVIDENCE_UNKNOWN", item).withAbout(Subject.of("evidence", id)));
                } else if (!found.get().at().isBefore(period().endExclusive())) {
                    problems.add(reason("EVIDENCE_AFTER_PERIOD", item).withAbout(Subject.of("evidence", id)));
                }
            }
        }
        return List.copyOf(problems);
    }

    /**
     * Looks for what the person hears for the first time.
     *
     * @param log what has happened
     * @return {@code UNANNOUNCED} for each behaviour to change on which no corrective feedback was given before the discussion;
     *     {@code RATING_BELOW_SIGNALS} for a rating below good when no corrective feedback was given at all; empty when nothing surprises
     */
    default List<Reason> surprises(EvidenceLog log) {
        List<Evidence> corrective = log.about(Subject.person(person())).of(Feedback.GIVEN).stream()
                .filter(given -> given.at().isBefore(discussedAt())
                        && given.text("tone")
                                .filter(Feedback.Tone.CORRECTIVE.name()::equals)
                                .isPresent())
                .toList();
        List<Reason> surprises = new ArrayList<>();
        for (Item item : items()) {
            boolean announced = corrective.stream()
                    .anyMatch(given -> given.text("behaviour")
                            .filter(item.behaviour()::equals)
                            .isPresent());
            if (item.ask() == Ask.CHANGE && !announced) {
                surprises.add(reason("UNANNOUNCED", item).withAbout(Subject.person(person())));
            }
        }
        if (rating().filter(PerformanceStandard.Level.BELOW::equals).isPresent() && corrective.isEmpty()) {
            surprises.add(Reason.rule("RATING_BELOW_SIGNALS").withAbout(Subject.person(person())));
        }
        return List.copyOf(surprises);
    }

    private static Reason reason(String code, Item item) {
        return Reason.rule(code).withWhere(item.behaviour());
    }

    /**
     * Refuses a review that says only what is good, or only what is not.
     *
     * @throws IllegalArgumentException when a {@code KEEP} or a {@code CHANGE} is missing
     */
    @Value.Check
    default void check() {
        for (Ask ask : Ask.values()) {
            if (items().stream().noneMatch(item -> item.ask() == ask)) {
                throw new IllegalArgumentException("items (" + items().size() + ") of the review must hold one " + ask
                        + "\nMaybe ask the person what it could be.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what is said. */
    final class Builder extends ImmutablePerformanceReview.Builder {
        Builder() {}
    }
}
