package dev.customerservice.roles.performance;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is expected of a person or role, written down together with the reason for it. */
@Value.Immutable
public interface Expectation extends WithExpectation {

    /** {@return the name by which it is referred to} */
    String id();

    /** {@return of whom: a {@code person} or {@code role}} */
    Subject of();

    /** {@return what is expected, as a sentence} */
    String statement();

    /** {@return why, not blank} */
    String reason();

    /** {@return the id of the standard by which it is measured; empty when none does} */
    Optional<String> standard();

    /** {@return when it was written down} */
    Instant documentedAt();

    /** {@return when the person said that it is understood, not before it was written; empty until then} */
    Optional<Instant> acknowledgedAt();

    /** {@return until when it is to be met; empty when it holds always} */
    Optional<LocalDate> due();

    /**
     * Lists what has been written and not been understood.
     *
     * @param expectations the expectations
     * @param asOf the instant of reading
     * @return {@code NOT_ACKNOWLEDGED} for each written by then and not acknowledged by then, the oldest first
     */
    static List<Reason> unacknowledged(Collection<Expectation> expectations, Instant asOf) {
        return expectations.stream()
                .filter(each -> !each.documentedAt().isAfter(asOf)
                        && each.acknowledgedAt().filter(at -> !at.isAfter(asOf)).isEmpty())
                .sorted(Comparator.comparing(Expectation::documentedAt).thenComparing(Expectation::id))
                .map(each ->
                        Reason.rule("NOT_ACKNOWLEDGED").withAbout(each.of()).withWhere(each.id()))
                .toList();
    }

    /**
     * Refuses an expectation without a reason and one understood before it was written.
     *
     * @throws IllegalArgumentException when it is
     */
    @Value.Check
    default void check() {
        if (statement().isBlank() || reason().isBlank()) {
            throw new IllegalArgumentException("expectation (" + Shown.of(id())
                    + ") must have a statement and a reason\nMaybe say what goes wrong when it is not met.");
        }
        if (acknowledgedAt().filter(at -> at.isBefore(documentedAt())).isPresent()) {
            throw new IllegalArgumentException("acknowledgedAt ("
                    + acknowledgedAt().get() + ") of " + id() + " must not be before it was written (" + documentedAt()
                    + ")\nMaybe the two are swapped.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an expectation. */
    final class Builder extends ImmutableExpectation.Builder {
        Builder() {}
    }
}
