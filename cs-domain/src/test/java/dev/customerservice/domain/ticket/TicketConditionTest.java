package dev.customerservice.domain.ticket;

import static dev.customerservice.domain.ticket.TicketCondition.happened;
import static dev.customerservice.domain.ticket.TicketCondition.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.testing.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketConditionTest {
    private static final EventHead HEAD =
            EventHead.of(TicketId.of("T-1"), Instant.parse("2026-03-02T09:00:00Z"), Actor.customer("c-7"));
    private static final TicketDetails DETAILS = TicketDetails.builder()
            .status(Status.PENDING)
            .priority(Priority.HIGH)
            .channel(Channel.EMAIL)
            .category(Category.of("billing"))
            .assignee(AgentId.of("ana"))
            .team(TeamId.of("tier-1"))
            .addTag("vip")
            .putField("region", "emea")
            .requester(Requester.of(CustomerId.of("c-7"))
                    .withTier(ServiceTier.of("gold"))
                    .withOrganization(OrganizationId.of("acme"))
                    .withLanguage(Language.of("de")))
            .build();
    private static final TicketEvent CREATED = new TicketCreated(HEAD, DETAILS);
    private static final Ticket TICKET = TicketHistory.of(CREATED).latest();

    private static boolean holds(TicketCondition condition) {
        return condition.holds(TICKET, CREATED);
    }

    @Test
    void levelsAskTheTicket() {
        assertTrue(holds(TicketCondition.tier("silver", "gold")));
        assertTrue(holds(TicketCondition.priority(Priority.HIGH)));
        assertTrue(holds(TicketCondition.priorityAtLeast(Priority.NORMAL)));
        assertFalse(holds(TicketCondition.priorityAtLeast(Priority.URGENT)));
        assertTrue(holds(TicketCondition.channel(Channel.EMAIL)));
        assertTrue(holds(TicketCondition.team("tier-1")));
        assertTrue(holds(TicketCondition.category("billing")));
        assertTrue(holds(TicketCondition.field("region", "emea", "apac")));
        assertTrue(holds(TicketCondition.status(Status.PENDING)));
        assertTrue(holds(TicketCondition.status(StatusCategory.PENDING, StatusCategory.ON_HOLD)));
        assertTrue(holds(TicketCondition.tag("vip")));
        assertTrue(holds(
                TicketCondition.code("is-assigned", ticket -> ticket.assignee().isPresent())));
        assertFalse(holds(TicketCondition.field("planet", "earth")));
    }

    @Test
    void happeningsAskTheEvent() {
        assertTrue(holds(happened(Happening.CREATED)));
        assertFalse(holds(happened(Happening.REPLY)));
        TicketEvent mark = new Marked(HEAD, "called-back", Map.of());
        assertTrue(TicketCondition.marked("called-back").holds(TICKET, mark));
        assertFalse(TicketCondition.marked("other").holds(TICKET, mark));
        assertTrue(happened(Happening.MARKED).holds(TICKET, mark));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TicketCondition.Happened(Happening.REPLY, Optional.of("called-back")));
    }

    @Test
    void everyHappeningMeetsItsEventAndNoOther() {
        EventHead agent = EventHead.of(TicketId.of("T-1"), HEAD.at(), Actor.agent("ana"));
        EventHead bot = EventHead.of(TicketId.of("T-1"), HEAD.at(), Actor.bot("greeter"));
        TicketId other = TicketId.of("T-2");
        Map<Happening, TicketEvent> events = Map.ofEntries(
                Map.entry(Happening.CREATED, CREATED),
                Map.entry(Happening.REPLY, MessageAdded.of(agent, Audience.CUSTOMER)),
                Map.entry(Happening.BOT_MESSAGE, MessageAdded.of(bot, Audience.CUSTOMER)),
                Map.entry(Happening.CUSTOMER_MESSAGE, MessageAdded.of(HEAD, Audience.CUSTOMER)),
                Map.entry(Happening.NOTE, MessageAdded.of(agent, Audience.INTERNAL)),
                Map.entry(Happening.STATUS_SET, new StatusChanged(agent, Status.OPEN)),
                Map.entry(Happening.PRIORITY_SET, new PriorityChanged(agent, Priority.LOW)),
                Map.entry(Happening.CATEGORY_SET, new CategoryChanged(agent, Category.of("x"))),
                Map.entry(Happening.ASSIGNEE_SET, new AssigneeChanged(agent, Optional.empty())),
                Map.entry(Happening.TEAM_SET, new TeamChanged(agent, Optional.empty())),
                Map.entry(Happening.REQUESTER_SET, new RequesterChanged(agent, Requester.unknown())),
                Map.entry(Happening.TAGS_SET, new TagsChanged(agent, Set.of(), Set.of())),
                Map.entry(Happening.FIELD_SET, new FieldChanged(agent, "a", Optional.empty())),
                Map.entry(Happening.ESCALATED, new Escalated(agent, 1, Optional.empty())),
                Map.entry(Happening.LINKED, new Linked(agent, LinkType.CHILD_OF, other)),
                Map.entry(Happening.SPLIT, new Split(agent, other)),
                Map.entry(Happening.MERGED, new Merged(agent, other)),
                Map.entry(Happening.DELETED, new Deleted(agent)),
                Map.entry(Happening.POLICY_APPLIED, new SlaApplied(agent, SlaPolicyId.of("p"), "1")),
                Map.entry(Happening.DUE_DATE_SET, new DueDateSet(agent, SlaMetricId.of("m"), Optional.empty())),
                Map.entry(Happening.MARKED, new Marked(agent, "m", Map.of())));
        for (Happening happening : Happening.values()) {
            events.forEach(
                    (kind, event) -> assertEquals(kind == happening, happening.is(event), happening + " " + kind));
        }
    }

    @Test
    void combinationsKeepTheTree() {
        TicketCondition gold = TicketCondition.tier("gold");
        TicketCondition low = TicketCondition.priority(Priority.LOW);
        assertTrue(holds(gold.or(low)));
        assertFalse(holds(gold.and(low)));
        assertTrue(holds(TicketCondition.not(low)));
        assertTrue(holds(TicketCondition.always()));
        assertFalse(holds(TicketCondition.never()));
        assertEquals(new TicketCondition.AllOf(List.of(gold, low)), gold.and(low));
        assertEquals(new TicketCondition.AnyOf(List.of(gold, low)), gold.or(low));
        assertEquals(new TicketCondition.Not(gold), gold.negate());
        assertEquals(new TicketCondition.AtLeast(Priority.HIGH), TicketCondition.priorityAtLeast(Priority.HIGH));
        assertEquals(new TicketCondition.HasTag("vip"), TicketCondition.tag("vip"));
        assertEquals(new TicketCondition.Is(Attribute.TIER, Set.of("gold")), gold);
    }

    @Test
    void codeIsEqualByItsName() {
        TicketCondition one = TicketCondition.code("vip-by-crm", ticket -> true);
        TicketCondition same = new TicketCondition.Code("vip-by-crm", ticket -> false);
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertNotEquals(one, TicketCondition.code("other", ticket -> true));
        assertThrows(IllegalArgumentException.class, () -> TicketCondition.code(" ", ticket -> true));
    }

    @Test
    void attributesAreFoundByTheirNames() {
        Map<Attribute, String> expected = Map.ofEntries(
                Map.entry(Attribute.STATUS, "pending"),
                Map.entry(Attribute.STATUS_CATEGORY, "pending"),
                Map.entry(Attribute.PRIORITY, "high"),
                Map.entry(Attribute.CHANNEL, "email"),
                Map.entry(Attribute.CATEGORY, "billing"),
                Map.entry(Attribute.ASSIGNEE, "ana"),
                Map.entry(Attribute.TEAM, "tier-1"),
                Map.entry(Attribute.CUSTOMER, "c-7"),
                Map.entry(Attribute.ORGANIZATION, "acme"),
                Map.entry(Attribute.TIER, "gold"),
                Map.entry(Attribute.LANGUAGE, "de"),
                Map.entry(Attribute.CREATED_BY, "customer"),
                Map.entry(Attribute.ASSIGNED, "true"),
                Map.entry(Attribute.IN_TEAM, "true"),
                Map.entry(Attribute.DONE, "false"),
                Map.entry(Attribute.REPLIED, "false"),
                Map.entry(Attribute.CONTACTED, "true"),
                Map.entry(Attribute.CUSTOMER_WROTE, "false"),
                Map.entry(Attribute.AWAITING_NEXT_REPLY, "false"),
                Map.entry(Attribute.AWAITING_REPLY, "true"),
                Map.entry(Attribute.POLICY_APPLIED, "false"),
                Map.entry(Attribute.MERGED, "false"),
                Map.entry(Attribute.DELETED, "false"),
                Map.entry(Attribute.field("region"), "emea"));
        expected.forEach((attribute, value) -> {
            assertEquals(Optional.of(value), attribute.of(TICKET), attribute.name());
            assertEquals(attribute, Attribute.parse(attribute.name()));
            assertEquals(value.equals("true"), holds(is(attribute)), attribute.name());
        });
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> Attribute.parse("colour"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("Maybe write field.colour"), unknown.getMessage());
    }

    @Test
    void questionsAreAnsweredAllAtOnce() {
        assertEquals(0, Attribute.STATUS.answerBit());
        assertEquals(0, Attribute.field("region").answerBit());
        int answered = 0;
        for (String name : Policies.QUESTIONS) {
            Attribute question = Attribute.parse(name);
            assertEquals(1, Integer.bitCount(question.answerBit()), name);
            answered += question.answerBit();
            boolean yes = (Attribute.answers(TICKET) & question.answerBit()) != 0;
            assertEquals(Optional.of(String.valueOf(yes)), question.of(TICKET), name);
        }
        assertEquals(11, Integer.bitCount(answered));
    }

    @Test
    void aWorkflowAllowsOrSaysWhyNot() {
        Transition allowed = Workflow.standard().check(TICKET, Status.SOLVED);
        assertEquals(new Transition.Allowed(Status.PENDING, Status.SOLVED), allowed);
        Transition refused = Workflow.standard().check(TICKET, Status.NEW);
        assertTrue(refused instanceof Transition.Refused);
        assertEquals(Status.NEW, refused.to());
        assertTrue(Workflow.anyChange().check(TICKET, Status.NEW) instanceof Transition.Allowed);
        Workflow both = Workflow.anyChange().and(Workflow.standard());
        assertTrue(both.check(TICKET, Status.NEW) instanceof Transition.Refused);
        assertTrue(
                Workflow.standard().and(Workflow.anyChange()).check(TICKET, Status.NEW) instanceof Transition.Refused);
        assertTrue(
                Workflow.ofCategories(Map.of()).check(TICKET, Status.PENDING) instanceof Transition.Allowed,
                "staying is always allowed");
    }
}
