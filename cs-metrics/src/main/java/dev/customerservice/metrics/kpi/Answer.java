package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Absence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Yes, no, or unknown with the reason. A fact about which the answer is unknown is left out of a measure, and counted
 * under its reason.
 */
public final class Answer {
    /** It holds. */
    public static final Answer YES = new Answer(null);

    /** It does not hold. */
    public static final Answer NO = new Answer(null);

    private final @Nullable Absence unknown;

    private Answer(@Nullable Absence unknown) {
        this.unknown = unknown;
    }

    /**
     * Answers what is known.
     *
     * @param holds whether it holds
     * @return yes or no
     */
    public static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /**
     * Answers that it is not known.
     *
     * @param why the reason
     * @return the unknown answer
     */
    public static Answer unknown(Absence why) {
        return new Answer(why);
    }

    /** {@return why it is not known, empty for yes and no} */
    public Optional<Absence> reason() {
        return Optional.ofNullable(unknown);
    }

    /** {@return whether it is neither yes nor no} */
    public boolean isUnknown() {
        return unknown != null;
    }

    /** {@return the opposite of a known answer, or the same unknown one} */
    public Answer not() {
        return this == YES ? NO : this == NO ? YES : this;
    }

    @Override
    public String toString() {
        return this == YES ? "yes" : this == NO ? "no" : "unknown: " + unknown;
    }
}
