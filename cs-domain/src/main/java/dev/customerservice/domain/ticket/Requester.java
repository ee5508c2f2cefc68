package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customer who asks, with what is known of them at that moment.
 *
 * @param customer who it is, if known
 * @param organization the organization they belong to, if any
 * @param tier the level of service they have bought, if any
 * @param language the language they are served in, if known
 */
public record Requester(
        Optional<CustomerId> customer,
        Optional<OrganizationId> organization,
        Optional<ServiceTier> tier,
        Optional<Language> language)
        implements Serializable {
    private static final Requester UNKNOWN =
            new Requester(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return a requester of whom nothing is known} */
    public static Requester unknown() {
        return UNKNOWN;
    }

    /**
     * A requester of whom only the identity is known.
     *
     * @param customer who it is
     * @return the requester
     */
    public static Requester of(CustomerId customer) {
        return new Requester(Optional.of(customer), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same requester with an organization.
     *
     * @param organization the organization they belong to
     * @return a copy
     */
    public Requester withOrganization(OrganizationId organization) {
        return new Requester(customer, Optional.of(organization), tier, language);
    }

    /**
     * The same requester with a service tier.
     *
     * @param tier the level of service they have bought
     * @return a copy
     */
    public Requester withTier(ServiceTier tier) {
        return new Requester(customer, organization, Optional.of(tier), language);
    }

    /**
     * The same requester with a language.
     *
     * @param language the language they are served in
     * @return a copy
     */
    public Requester withLanguage(Language language) {
        return new Requester(customer, organization, tier, Optional.of(language));
    }

    private Object writeReplace() {
        return new Sent(customer.orElse(null), organization.orElse(null), tier.orElse(null), language.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            @Nullable CustomerId customer,
            @Nullable OrganizationId organization,
            @Nullable ServiceTier tier,
            @Nullable Language language)
            implements Serializable {
        private Object readResolve() {
            return new Requester(
                    Optional.ofNullable(customer),
                    Optional.ofNullable(organization),
                    Optional.ofNullable(tier),
                    Optional.ofNullable(language));
        }
    }
}
