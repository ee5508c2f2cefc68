package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;

/**
 * A version of an SLA policy was put on the ticket by hand or by the source system; it beats what matching would choose.
 *
 * @param head which ticket, when and by whom
 * @param policy the policy
 * @param version its version as its author numbers it, not blank
 */
public record SlaApplied(EventHead head, SlaPolicyId policy, String version) implements TicketEvent {
    /** Refuses a blank version. */
    public SlaApplied {
        NotBlank.require("The version of a policy", version);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.slaApplied(this);
    }
}
