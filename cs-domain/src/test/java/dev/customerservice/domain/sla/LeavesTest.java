package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Happening;
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
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeavesTest {
    private static final TicketId TICKET = TicketId.of("T-1");
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-23T09:00:00Z");
    private static final EventHead CUSTOMER = EventHead.of(TICKET, MONDAY_NINE, Actor.customer("c-7"));
    private static final EventHead AGENT = EventHead.of(TICKET, MONDAY_NINE, Actor.agent("ana"));

    /** Every kind of event, more than once where it can change something back. */
    private static final List<TicketEvent> EVENTS = List.of(
            new TicketCreated(CUSTOMER, TicketDetails.none()),
            MessageAdded.of(CUSTOMER, Audience.CUSTOMER),
            MessageAdded.of(AGENT, Audience.INTERNAL),
            MessageAdded.of(AGENT, Audience.CUSTOMER),
            MessageAdded.of(EventHead.of(TICKET, MONDAY_NINE, Actor.bot("greeter")), Audience.CUSTOMER),
            new PriorityChanged(AGENT, Priority.HIGH),
            new PriorityChanged(AGENT, Priority.LOW),
            new CategoryChanged(AGENT, Category.of("billing")),
            new AssigneeChanged(AGENT, Optional.of(AgentId.of("ana"))),
            new AssigneeChanged(AGENT, Optional.empty()),
            new TeamChanged(AGENT, Optional.of(TeamId.of("blue"))),
            new RequesterChanged(AGENT, Requester.of(CustomerId.of("c-8"))),
            new TagsChanged(AGENT, Set.of("vip"), Set.of()),
            new TagsChanged(AGENT, Set.of(), Set.of("vip")),
            new FieldChanged(AGENT, "region", Optional.of("north")),
            new FieldChanged(AGENT, "region", Optional.empty()),
            new Escalated(AGENT, 1, Optional.empty()),
            new Linked(AGENT, LinkType.DUPLICATE_OF, TicketId.of("T-2")),
            new Split(AGENT, TicketId.of("T-3")),
            new SlaApplied(AGENT, SlaPolicyId.of("gold"), "1"),
            new DueDateSet(AGENT, SlaMetricId.of("resolution"), Optional.of(MONDAY_NINE)),
            new Marked(AGENT, "called", Map.of()),
            new KeptEvent(AGENT, "poll_sent", Map.of("answers", 3)),
            MessageAdded.of(CUSTOMER, Audience.CUSTOMER),
            new StatusChanged(AGENT, Status.SOLVED),
            new Reopened(CUSTOMER, Status.OPEN),
            MessageAdded.of(CUSTOMER, Audience.CUSTOMER),
            new StatusChanged(AGENT, Status.CLOSED),
            new Merged(AGENT, TicketId.of("T-4")),
            new Deleted(AGENT));

    private static List<TicketCondition> everyLeaf() {
        List<TicketCondition> leaves = new ArrayList<>();
        for (String name : List.of(
                "status",
                "status_category",
                "priority",
                "channel",
                "category",
                "assignee",
                "team",
                "customer",
                "organization",
                "tier",
                "language",
                "created_by",
                "field.region")) {
            leaves.add(TicketCondition.is(
                    Attribute.parse(name),
                    "New",
                    "OPEN",
                    "open",
                    "new",
                    "Open",
                    "HIGH",
                    "high",
                    "High",
                    "billing",
                    "ana",
                    "blue",
                    "c-8",
                    "customer",
                    "north"));
        }
        for (String name : Policies.QUESTIONS) {
            leaves.add(TicketCondition.is(Attribute.parse(name)));
        }
        Arrays.stream(Happening.values()).map(TicketCondition::happened).forEach(leaves::add);
        leaves.add(TicketCondition.marked("called"));
        leaves.add(TicketCondition.tag("vip"));
        leaves.add(TicketCondition.priorityAtLeast(Priority.HIGH));
        leaves.add(TicketCondition.code(
                "in the first status", ticket -> ticket.status().equals(Status.NEW)));
        return leaves;
    }

    /** Asks the ticket only when the traits of the event say that it must be asked. */
    private static void read(Leaves leaves, TicketHistory history, TicketCursor cursor, long[] word) {
        long traits = history.traitsAt(cursor.position());
        leaves.tell(traits, word);
        if ((traits & leaves.looking()) != 0) {
            leaves.ask(cursor, traits, word);
        }
    }

    @Test
    void aLeafIsAskedAgainWheneverItsAnswerMayHaveChanged() {
        assertEquals(
                TicketEvent.class.getPermittedSubclasses().length,
                new HashSet<>(EVENTS.stream().map(Object::getClass).toList()).size(),
                "a kind of event is missing here");
        List<TicketCondition> all = everyLeaf();
        Leaves leaves = new Leaves(all);
        assertTrue(leaves.words() > 0);
        Set<TicketCondition> changed = new HashSet<>();
        long[] word = new long[leaves.words()];
        TicketHistory history = TicketHistory.of(EVENTS);
        TicketCursor cursor = history.cursor();
        while (cursor.next()) {
            read(leaves, history, cursor, word);
            for (TicketCondition leaf : all) {
                boolean holds = leaf.holds(cursor, cursor.event());
                assertEquals(holds, leaves.holds(leaf, word), leaf + " after " + cursor.event());
                if (holds) {
                    changed.add(leaf);
                }
            }
        }
        List<TicketCondition> never =
                all.stream().filter(leaf -> !changed.contains(leaf)).toList();
        assertEquals(
                List.of("channel", "organization", "tier", "language"),
                never.stream()
                        .map(leaf -> ((TicketCondition.Is) leaf).attribute().name())
                        .toList());
    }

    @Test
    void moreLeavesThanBitsOfALongStandInSeveral() {
        List<TicketCondition> tags = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            tags.add(TicketCondition.tag("tag-" + i));
        }
        Leaves leaves = new Leaves(List.of(new TicketCondition.AllOf(tags)));
        assertEquals(4, leaves.words());
        TicketHistory history = TicketHistory.of(
                new TicketCreated(
                        CUSTOMER,
                        TicketDetails.builder()
                                .addTags("tag-5", "tag-69", "tag-149")
                                .build()),
                new TagsChanged(AGENT, Set.of("tag-64"), Set.of("tag-69")));
        TicketCursor cursor = history.cursor();
        long[] word = new long[4];
        while (cursor.next()) {
            read(leaves, history, cursor, word);
            for (TicketCondition tag : tags) {
                assertEquals(tag.holds(cursor, cursor.event()), leaves.holds(tag, word), tag.toString());
            }
        }
    }
}
