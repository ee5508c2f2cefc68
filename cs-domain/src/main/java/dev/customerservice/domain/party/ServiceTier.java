package dev.customerservice.domain.party;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * A level of service that a customer has bought, such as {@code gold}.
 *
 * @param value the name, not blank
 */
public record ServiceTier(String value) implements Serializable {
    /** Refuses a blank value. */
    public ServiceTier {
        checkArgument(!value.isBlank(), "The service tier (%s) must not be blank.", Shown.of(value));
    }

    /**
     * Names a service tier.
     *
     * @param value the name, not blank
     * @return the tier
     */
    public static ServiceTier of(String value) {
        return new ServiceTier(value);
    }
}
