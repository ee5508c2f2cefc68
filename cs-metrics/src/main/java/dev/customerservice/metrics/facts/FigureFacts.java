package dev.customerservice.metrics.facts;

import java.time.Instant;

/**
 * A figure that somebody else published or gave, such as a benchmark of the trade or the stars of a review page. {@link #at()} is the
 * moment it is for.
 *
 * @param at the moment it is for
 * @param name what it is a figure of; only figures of one name are looked at together
 * @param value the figure
 * @param publisher who says so
 * @param asOf the instant up to which things are known
 */
public record FigureFacts(Instant at, String name, double value, String publisher, Instant asOf) implements Fact {
    /** Refuses what is no number. */
    public FigureFacts {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "Figure (" + value + ") must be a number.\nMaybe the source had none: leave it out.");
        }
    }

    @Override
    public Attributes as() {
        return Attributes.none();
    }

    @Override
    public Attributes latest() {
        return as();
    }
}
