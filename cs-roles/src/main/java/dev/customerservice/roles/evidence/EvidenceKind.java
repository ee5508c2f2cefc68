package dev.customerservice.roles.evidence;

import dev.customerservice.roles.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/** A word of the log's vocabulary: what such evidence may be about, which details it has and how it is usually known. */
@Value.Immutable
public interface EvidenceKind extends Catalogue.Entry, WithEvidenceKind {

    /** {@return the types of subjects it may be about; empty when any will do} */
    Set<String> subjects();

    /** {@return the details it may have, by name} */
    Map<String, Rule> details();

    /** {@return how such evidence is usually known; objective unless said otherwise} */
    @Value.Default
    default Evidence.Basis basis() {
        return Evidence.Basis.OBJECTIVE;
    }

    /** {@return whether it must not leave the company, even without names} */
    @Value.Default
    default boolean sensitive() {
        return false;
    }

    /** {@return how long after the event it may be written down without notice; two days unless said otherwise} */
    @Value.Default
    default Duration tolerance() {
        return Duration.ofDays(2);
    }

    /** The types of details, by the names that files give them. */
    enum Type {
        /** A yes or no. */
        FLAG(Detail.Flag.class),
        /** A number that is exactly known. */
        QUANTITY(Detail.Quantity.class),
        /** A number with its interval. */
        ESTIMATE(Detail.Estimate.class),
        /** A word. */
        TEXT(Detail.Text.class),
        /** A point in time. */
        MOMENT(Detail.Moment.class),
        /** An amount of time. */
        SPAN(Detail.Span.class);

        private final Class<? extends Detail> form;

        Type(Class<? extends Detail> form) {
            this.form = form;
        }

        boolean fits(Detail detail) {
            return form.isInstance(detail);
        }
    }

    /**
     * What one detail must be.
     *
     * @param type its type
     * @param required whether evidence without it is refused
     */
    record Rule(Type type, boolean required) {}

    /**
     * Records something of this kind, known as this kind usually is.
     *
     * @param evidenceId the identity, unique in a log
     * @param at when it happened
     * @param about whom or what it is about, at least one
     * @return the evidence, still without details
     */
    default Evidence record(String evidenceId, Instant at, Subject... about) {
        return Evidence.of(evidenceId, id(), at, about).withBasis(basis());
    }

    /**
     * Compares evidence with this kind.
     *
     * @param evidence evidence of this kind
     * @return {@code SUBJECT_TYPE}, {@code UNDECLARED_DETAIL}, {@code DETAIL_TYPE} and {@code MISSING_DETAIL}, each with the name
     *     in question; empty when it fits
     */
    default List<Reason> problems(Evidence evidence) {
        List<Reason> problems = new ArrayList<>();
        for (Subject subject : evidence.about()) {
            if (!subjects().isEmpty() && !subjects().contains(subject.type())) {
                problems.add(problem("SUBJECT_TYPE", evidence, subject.type()));
            }
        }
        evidence.details().forEach((name, detail) -> {
            Optional<Rule> rule = Optional.ofNullable(details().get(name));
            if (rule.isEmpty()) {
                problems.add(problem("UNDECLARED_DETAIL", evidence, name));
            } else if (!rule.get().type().fits(detail)) {
                problems.add(problem("DETAIL_TYPE", evidence, name));
            }
        });
        new TreeMap<>(details()).forEach((name, rule) -> {
            if (rule.required() && !evidence.details().containsKey(name)) {
                problems.add(problem("MISSING_DETAIL", evidence, name));
            }
        });
        return List.copyOf(problems);
    }

    private Reason problem(String code, Evidence evidence, String name) {
        return Reason.rule(code)
                .withAbout(Subject.of("evidence", evidence.id()))
                .withWhere(id())
                .withValue("name", new Detail.Text(name));
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what a kind of evidence declares. */
    final class Builder extends ImmutableEvidenceKind.Builder {
        Builder() {}

        /**
         * Declares a detail that such evidence may have.
         *
         * @param name its name
         * @param type its type
         * @return this builder
         */
        public Builder may(String name, Type type) {
            return putDetail(name, new Rule(type, false));
        }

        /**
         * Declares a detail that such evidence must have.
         *
         * @param name its name
         * @param type its type
         * @return this builder
         */
        public Builder must(String name, Type type) {
            return putDetail(name, new Rule(type, true));
        }
    }
}
