package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.LinkType;
import dev.customerservice.domain.ticket.Linked;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Reopened;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Split;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A history is the same after it was written and read, by either major of Jackson, and so is its text. */
class JsonHistoryProperties {
    private static final BothFormats FORMAT = BothFormats.STANDARD;
    private static final TicketId T1 = TicketId.of("T-1");
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("histories") TicketHistory history) {
        String text = FORMAT.write(history);
        TicketHistory read = FORMAT.read(text, TicketHistory.class);
        assertEquals(history, read);
        assertEquals(text, FORMAT.write(read));
    }

    private static EventHead head(int minutes, Actor by) {
        return EventHead.of(T1, NINE.plusSeconds(60L * minutes), by);
    }

    /** Every kind of event and of actor once; the order is that of a list, not of a life. */
    static final List<TicketEvent> EVERY_EVENT = List.of(
            new TicketCreated(
                    head(0, Actor.customer("c-1")).withSource("mail-7"),
                    TicketDetails.builder()
                            .priority(Priority.HIGH)
                            .channel(Channel.EMAIL)
                            .category(Category.of("returns"))
                            .requester(Requester.of(CustomerId.of("c-1"))
                                    .withOrganization(OrganizationId.of("acme"))
                                    .withTier(ServiceTier.of("gold"))
                                    .withLanguage(Language.of("pt-BR")))
                            .assignee(AgentId.of("ana"))
                            .team(TeamId.of("tier-1"))
                            .addTags("vip", "mug")
                            .putField("product", "mug")
                            .subject("Broken")
                            .build()),
            MessageAdded.of(head(1, Actor.agent("ana")), Audience.CUSTOMER),
            new StatusChanged(head(2, Actor.automation("rule")), Status.PENDING),
            new PriorityChanged(head(3, Actor.bot("bot")), Priority.URGENT),
            new CategoryChanged(head(4, Actor.thirdParty("courier")), Category.of("damage")),
            new AssigneeChanged(head(5, Actor.agent("ana")), Optional.of(AgentId.of("ben"))),
            new AssigneeChanged(head(5, Actor.agent("ana")), Optional.empty()),
            new TeamChanged(head(6, Actor.agent("ana")), Optional.of(TeamId.of("tier-2"))),
            new RequesterChanged(head(7, Actor.agent("ana")), Requester.of(CustomerId.of("c-2"))),
            new TagsChanged(head(8, Actor.agent("ana")), Set.of("b", "a"), Set.of("vip")),
            new FieldChanged(head(9, Actor.agent("ana")), "product", Optional.of("cup")),
            new Escalated(head(10, Actor.agent("ana")), 2, Optional.of(RoleId.of("lead"))),
            new Linked(head(11, Actor.agent("ana")), LinkType.DUPLICATE_OF, TicketId.of("T-2")),
            new Split(head(12, Actor.agent("ana")), TicketId.of("T-3")),
            new SlaApplied(head(13, Actor.agent("ana")), SlaPolicyId.of("gold"), "2026-11"),
            new DueDateSet(head(14, Actor.agent("ana")), SlaMetricId.of("resolution"), Optional.of(NINE)),
            new Marked(head(15, Actor.agent("ana")), "recalled", Map.of("lot", "7")),
            new StatusChanged(head(16, Actor.agent("ana")), Status.SOLVED),
            new Reopened(head(17, Actor.customer("c-1")), Status.OPEN),
            new Merged(head(18, Actor.agent("ana")), TicketId.of("T-4")),
            new Deleted(head(19, Actor.agent("ana"))));

    private static String golden(String name, String written) throws IOException {
        String folder = System.getProperty("wire.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, name), written);
        }
        try (InputStream stored = JsonHistoryProperties.class.getResourceAsStream("/wire/v1/" + name)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Example
    void everyKindOfEventKeepsItsForm() throws IOException {
        String text = FORMAT.write(EVERY_EVENT.toArray(TicketEvent[]::new));
        assertEquals(golden("ticket-events.json", text), text);
        assertEquals(EVERY_EVENT, List.of(FORMAT.read(text, TicketEvent[].class)));
        assertEquals(
                Arrays.stream(TicketEvent.class.getPermittedSubclasses())
                        .filter(kind -> kind != KeptEvent.class)
                        .collect(Collectors.toSet()),
                EVERY_EVENT.stream().map(TicketEvent::getClass).collect(Collectors.toSet()));
    }

    @Example
    void aHistoryKeepsItsFormWithWhatItsSourceStated() throws IOException {
        TicketHistory history = TicketHistory.of(EVERY_EVENT.subList(0, 3))
                .stating(StatedValues.builder()
                        .putMoment(StatedValues.OPENED, NINE)
                        .putCount(StatedValues.REOPENINGS, 2)
                        .putVerdict(StatedValues.SLA_MET, true)
                        .putDuration("handling", Duration.ofMinutes(7))
                        .build());
        String text = FORMAT.write(history);
        assertEquals(golden("ticket-history.json", text), text);
        assertEquals(history, FORMAT.read(text, TicketHistory.class));
    }

    @Example
    void anImpossibleHistoryIsRefused() {
        String text = FORMAT.write(TicketHistory.of(EVERY_EVENT.subList(0, 3)));
        JsonFormatException order = assertThrows(
                JsonFormatException.class,
                () -> FORMAT.read(text.replace("ticket_created", "tickets_created"), TicketHistory.class));
        assertEquals("/events/0/type", order.pointer());
        JsonFormatException none =
                assertThrows(JsonFormatException.class, () -> FORMAT.read("{}", TicketHistory.class));
        assertEquals("/events", none.pointer());
        assertTrue(FORMAT.write(Actor.bot("b")).contains("\"type\" : \"bot\""));
    }
}
