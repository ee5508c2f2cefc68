package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * A level of service that a customer has bought, such as {@code gold}.
 *
 * @param value the name, not blank
 */
public record ServiceTier(String value) implements Serializable {
    /** Refuses a blank value. */
    public ServiceTier {
        NotBlank.require("The service tier", value);
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
