package dev.customerservice.domain.exchange;

import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatusCategory;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an account means by words of its own, where they are not those that the vendor ships: own statuses, priorities and channels. A word
 * given here beats the vendor's. Immutable and thread-safe.
 */
@Value.Immutable
public interface VendorMapping extends WithVendorMapping {
    /** {@return the meaning of statuses by the word, or the code, that the export writes} */
    Map<String, StatusCategory> statuses();

    /** {@return priorities by the word, or the code, that the export writes} */
    Map<String, Priority> priorities();

    /** {@return channels by the word, or the code, that the export writes} */
    Map<String, Channel> channels();

    /** {@return the id of the schedule that policies mean by business hours; the first one unless given} */
    Optional<String> schedule();

    /** {@return the vendor's own words alone} */
    static VendorMapping none() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link VendorMapping}. */
    final class Builder extends ImmutableVendorMapping.Builder {
        Builder() {}
    }
}
