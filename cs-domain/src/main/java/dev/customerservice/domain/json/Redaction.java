package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableSet;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writing without personal data: texts of customers are left out, and who it is is said in other words. */
final class Redaction {
    private static final ImmutableSet<Attribute> WHO =
            ImmutableSet.of(Attribute.ASSIGNEE, Attribute.CUSTOMER, Attribute.ORGANIZATION);

    private Redaction() {}

    static List<JsonForm<?>> forms(UnaryOperator<String> ids) {
        return List.of(
                JsonForm.redacting(CustomerId.class, id -> ids.apply(id.value())),
                JsonForm.redacting(OrganizationId.class, id -> ids.apply(id.value())),
                JsonForm.redacting(AgentId.class, id -> ids.apply(id.value())),
                JsonForm.redacting(Actor.ThirdParty.class, party -> new Party("third_party", ids.apply(party.name()))),
                JsonForm.redacting(
                        TicketCondition.Is.class,
                        is -> WHO.contains(is.attribute())
                                ? new Is(
                                        "is",
                                        is.attribute(),
                                        is.values().stream().map(ids).collect(Collectors.toSet()))
                                : new Is("is", is.attribute(), is.values())),
                JsonForm.redacting(Marked.class, event -> new Mark("marked", event.head(), event.name(), Map.of())),
                JsonForm.redacting(
                        KeptEvent.class, event -> new EventForms.Kept(event.label(), event.head(), Map.of())),
                JsonForm.redacting(EventHead.class, Head.class),
                JsonForm.redacting(FieldChanged.class, Field.class),
                JsonForm.redacting(TicketDetails.class, Details.class));
    }

    /** A party under another name. */
    record Party(String type, String name) {}

    /** A condition with other words for whom it asks for. */
    record Is(String type, Attribute attribute, Set<String> values) {}

    /** A mark without its values. */
    @JsonPropertyOrder({"type", "head", "name", "values"})
    record Mark(String type, EventHead head, String name, Map<String, String> values) {}

    /** The source may be the address of a message. */
    private interface Head {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Optional<String> source();
    }

    private interface Field {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Optional<String> to();
    }

    private interface Details extends EventMixins.Details {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Map<String, String> fields();

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Optional<String> subject();
    }
}
