package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an SLA metric, such as {@code resolution}; it lives here because events name metrics.
 *
 * @param value the identifier, not blank
 */
public record SlaMetricId(String value) implements Serializable {
    /** Refuses a blank value. */
    public SlaMetricId {
        NotBlank.require("The SLA metric id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static SlaMetricId of(String value) {
        return new SlaMetricId(value);
    }

    /** {@return whether the other is the same identity} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaMetricId that && value.equals(that.value);
    }

    // Written out, for what a record is given is linked when it is first asked, and every program asks this one.
    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
