package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * The identity of an SLA metric, such as {@code resolution}; it lives here because events name metrics.
 *
 * @param value the identifier, not blank
 */
public record SlaMetricId(String value) implements Serializable {
    /** Refuses a blank value. */
    public SlaMetricId {
        checkArgument(!value.isBlank(), "The SLA metric id (%s) must not be blank.", value);
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
}
