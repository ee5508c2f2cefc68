package dev.customerservice.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TicketHistoryTest {
    private static final TicketId TICKET = TicketId.of("T-1");
    private static final Instant MON_0900 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANA = Actor.agent("ana");
    private static final Actor CUSTOMER = Actor.customer("c-7");

    private static EventHead head(int minute, Actor by) {
        return EventHead.of(TICKET, MON_0900.plus(Duration.ofMinutes(minute)), by);
    }

    private static TicketEvent created() {
        return new TicketCreated(head(0, CUSTOMER), TicketDetails.none());
    }

    private static Ticket after(TicketEvent... events) {
        return TicketHistory.of(events).latest();
    }

    private static Ticket afterCreationAnd(Function<EventHead, TicketEvent> event) {
        return after(created(), event.apply(head(1, ANA)));
    }

    private static HistoryCheck.Refused refusal(TicketEvent... events) {
        return (HistoryCheck.Refused) TicketHistory.check(List.of(events), Workflow.standard());
    }

    @Test
    void everyEventChangesWhatItNames() {
        assertEquals(
                Status.OPEN,
                afterCreationAnd(head -> new StatusChanged(head, Status.OPEN)).status());
        assertEquals(
                Optional.of(Priority.HIGH),
                afterCreationAnd(head -> new PriorityChanged(head, Priority.HIGH))
                        .priority());
        assertEquals(
                Optional.of(Category.of("billing")),
                afterCreationAnd(head -> new CategoryChanged(head, Category.of("billing")))
                        .category());
        assertEquals(
                Optional.of(AgentId.of("ben")),
                afterCreationAnd(head -> new AssigneeChanged(head, Optional.of(AgentId.of("ben"))))
                        .assignee());
        assertEquals(
                Optional.of(TeamId.of("tier-2")),
                afterCreationAnd(head -> new TeamChanged(head, Optional.of(TeamId.of("tier-2"))))
                        .team());
        assertEquals(
                Set.of("vip"),
                afterCreationAnd(head -> new TagsChanged(head, Set.of("vip"), Set.of("vip", "old")))
                        .tags());
        assertEquals(
                Map.of("region", "emea"),
                afterCreationAnd(head -> new FieldChanged(head, "region", Optional.of("emea")))
                        .fields());
        assertEquals(
                Optional.of(TicketId.of("T-2")),
                afterCreationAnd(head -> new Merged(head, TicketId.of("T-2"))).mergedInto());
        assertTrue(afterCreationAnd(Deleted::new).deleted());
        Ticket applied = afterCreationAnd(head -> new SlaApplied(head, SlaPolicyId.of("gold"), "3"));
        assertEquals(Optional.of(SlaPolicyId.of("gold")), applied.appliedPolicy());
        assertEquals(Optional.of("3"), applied.appliedPolicyVersion());
        SlaMetricId resolution = SlaMetricId.of("resolution");
        assertEquals(
                Map.of(resolution, MON_0900),
                afterCreationAnd(head -> new DueDateSet(head, resolution, Optional.of(MON_0900)))
                        .agreedDueDates());
        Requester gold = Requester.of(CustomerId.of("c-8"))
                .withTier(ServiceTier.of("gold"))
                .withOrganization(OrganizationId.of("acme"))
                .withLanguage(Language.of("pt-br"));
        assertEquals(
                gold, afterCreationAnd(head -> new RequesterChanged(head, gold)).requester());
        assertEquals("pt-BR", gold.language().orElseThrow().tag());
    }

    @Test
    void someEventsOnlyHappenAndChangeNothing() {
        Ticket before = after(created());
        assertEquals(before, afterCreationAnd(head -> new Marked(head, "called-back", Map.of("by", "phone"))));
        assertEquals(before, afterCreationAnd(head -> new Escalated(head, 1, Optional.of(RoleId.of("lead")))));
        assertEquals(before, afterCreationAnd(head -> new Split(head, TicketId.of("T-2"))));
        assertEquals(before, afterCreationAnd(head -> new Linked(head, LinkType.DUPLICATE_OF, TicketId.of("T-2"))));
    }

    @Test
    void onlyAPublicMessageOfAHumanAgentIsAReply() {
        TicketEvent note = MessageAdded.of(head(1, ANA), Audience.INTERNAL);
        TicketEvent bot = MessageAdded.of(head(2, Actor.bot("greeter")), Audience.CUSTOMER);
        TicketEvent rule = MessageAdded.of(head(3, Actor.automation("auto-reply")), Audience.CUSTOMER);
        TicketEvent supplier = MessageAdded.of(head(4, Actor.thirdParty("carrier")), Audience.THIRD_PARTY);
        TicketEvent reply = MessageAdded.of(head(5, ANA), Audience.CUSTOMER);
        Ticket waiting = after(created(), note, bot, rule, supplier);
        assertEquals(0, waiting.replies());
        assertEquals(Optional.of(MON_0900), waiting.unansweredSince());
        Ticket answered = after(created(), note, bot, rule, supplier, reply);
        assertEquals(1, answered.replies());
        assertEquals(Optional.empty(), answered.unansweredSince());
    }

    @Test
    void theOldestUnansweredMessageCountsAndASolutionSettlesIt() {
        TicketEvent reply = MessageAdded.of(head(1, ANA), Audience.CUSTOMER);
        TicketEvent first = MessageAdded.of(head(2, CUSTOMER), Audience.CUSTOMER);
        TicketEvent second = MessageAdded.of(head(9, CUSTOMER), Audience.CUSTOMER);
        Ticket waiting = after(created(), reply, first, second);
        assertEquals(Optional.of(first.at()), waiting.unansweredSince());
        assertTrue(waiting.awaitingNextReply());
        assertEquals(2, waiting.customerMessages());
        Ticket solved = after(created(), reply, first, second, new StatusChanged(head(10, ANA), Status.SOLVED));
        assertFalse(solved.awaitingNextReply());
        assertEquals(Optional.empty(), solved.unansweredSince());
    }

    @Test
    void leavingADoneStatusIsAReopeningAndSayingItTwiceIsNot() {
        Ticket ticket = after(
                created(),
                new StatusChanged(head(1, ANA), Status.SOLVED),
                new StatusChanged(head(2, ANA), Status.CLOSED),
                new StatusChanged(head(3, ANA), Status.CLOSED),
                new Reopened(head(4, CUSTOMER), Status.OPEN),
                new StatusChanged(head(5, ANA), Status.OPEN));
        assertEquals(1, ticket.reopenings());
        assertEquals(Status.OPEN, ticket.status());
        assertEquals(MON_0900.plus(Duration.ofMinutes(4)), ticket.statusSince());
    }

    @Test
    void impossibleOrdersAreRefusedWithTheReasonAndThePlace() {
        assertEquals(
                HistoryFault.EMPTY,
                ((HistoryCheck.Refused) TicketHistory.check(List.of(), Workflow.anyChange())).fault());
        assertEquals(
                HistoryFault.CREATED_NOT_FIRST,
                refusal(new Deleted(head(0, ANA))).fault());
        assertEquals(HistoryFault.CREATED_TWICE, refusal(created(), created()).fault());
        HistoryCheck.Refused late = refusal(created(), new Deleted(head(5, ANA)), new Deleted(head(4, ANA)));
        assertEquals(HistoryFault.OUT_OF_ORDER, late.fault());
        assertEquals(2, late.position());
        assertEquals(
                HistoryFault.OTHER_TICKET,
                refusal(created(), new Deleted(EventHead.of(TicketId.of("T-9"), MON_0900, ANA)))
                        .fault());
        assertEquals(
                HistoryFault.OUT_OF_RANGE,
                refusal(new TicketCreated(EventHead.of(TICKET, Instant.MAX, ANA), TicketDetails.none()))
                        .fault());
        assertEquals(
                HistoryFault.REOPENED_WHILE_OPEN,
                refusal(created(), new Reopened(head(1, ANA), Status.OPEN)).fault());
        assertEquals(
                HistoryFault.SELF_REFERENCE,
                refusal(created(), new Merged(head(1, ANA), TICKET)).fault());
        assertEquals(
                HistoryFault.TRANSITION_REFUSED,
                refusal(
                                created(),
                                new StatusChanged(head(1, ANA), Status.CLOSED),
                                new StatusChanged(head(2, ANA), Status.OPEN))
                        .fault());
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> TicketHistory.of(created(), created()));
        assertTrue(
                String.valueOf(thrown.getMessage()).contains("creation must be the first event only"),
                thrown.getMessage());
        assertTrue(String.valueOf(thrown.getMessage()).contains("\nMaybe "), thrown.getMessage());
    }

    @Test
    void aHistoryKnowsItsPastAndWhatItsLogStates() {
        StatedValues stated = StatedValues.builder()
                .putMoment(StatedValues.OPENED, MON_0900)
                .putCount(StatedValues.REOPENINGS, 2L)
                .putVerdict(StatedValues.SLA_MET, true)
                .putDuration("target", Duration.ofHours(4))
                .build();
        TicketHistory history = TicketHistory.of(created()).stating(stated).plus(new Deleted(head(9, ANA)));
        assertEquals(stated, history.stated());
        assertEquals(Optional.of(MON_0900), history.stated().moment(StatedValues.OPENED));
        assertEquals(Optional.of(2L), history.stated().count(StatedValues.REOPENINGS));
        assertEquals(Optional.of(true), history.stated().verdict(StatedValues.SLA_MET));
        assertEquals(Optional.empty(), history.stated().moment(StatedValues.CLOSED));
        assertEquals(Optional.empty(), history.at(MON_0900.minusNanos(1)));
        assertFalse(history.at(MON_0900).orElseThrow().deleted());
        assertTrue(
                history.at(MON_0900.plus(Duration.ofMinutes(9))).orElseThrow().deleted());
        assertEquals(TICKET, history.id());
    }

    @Test
    void statedValuesAreEqualInWhateverOrderTheyWerePut() {
        StatedValues one = StatedValues.builder()
                .putCount("rows", 1)
                .putMoment("b", MON_0900)
                .putDuration("rows", Duration.ofHours(1))
                .putMoment("a", MON_0900.plusSeconds(1))
                .putCount("rows", 7)
                .build();
        StatedValues other = StatedValues.builder()
                .putMoment("a", MON_0900.plusSeconds(1))
                .putDuration("rows", Duration.ofHours(1))
                .putMoment("b", MON_0900)
                .putCount("rows", 7)
                .build();
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(Map.of("a", MON_0900.plusSeconds(1), "b", MON_0900), one.moments());
        assertEquals(Map.of("rows", 7L), one.counts(), "the later value under a name counts");
        assertEquals(Optional.of(Duration.ofHours(1)), one.duration("rows"), "kinds do not share their names");
        assertEquals(Map.of(), one.verdicts());
        assertFalse(one.equals(StatedValues.none()));
        assertEquals(StatedValues.none(), StatedValues.builder().build());
        StatedValues.Builder many = StatedValues.builder();
        for (int i = 0; i < 20; i++) {
            many.putCount("count " + i, i);
        }
        assertEquals(20, many.build().counts().size());
        assertEquals(Optional.of(13L), many.build().count("count 13"));
        assertEquals(
                "StatedValues[moments={}, counts={rows=7}, verdicts={}, durations={}]",
                StatedValues.builder().putCount("rows", 7).build().toString());
        assertThrows(UnsupportedOperationException.class, () -> one.counts().put("rows", 1L));
    }

    @Test
    void aPossibleHistoryIsAccepted() {
        HistoryCheck check = TicketHistory.check(List.of(created()), Workflow.standard());
        assertEquals(new HistoryCheck.Accepted(TicketHistory.of(created())), check);
    }

    @Test
    void everyEventCallsTheMethodOfItsOwnName() {
        TicketEvent.Handler<?> namesItself = (TicketEvent.Handler<?>) Proxy.newProxyInstance(
                TicketEvent.class.getClassLoader(),
                new Class<?>[] {TicketEvent.Handler.class},
                (proxy, method, arguments) -> method.getName());
        List<TicketEvent> events = List.of(
                created(),
                new StatusChanged(head(1, ANA), Status.OPEN),
                new Reopened(head(1, ANA), Status.OPEN),
                new PriorityChanged(head(1, ANA), Priority.LOW),
                MessageAdded.of(head(1, ANA), Audience.CUSTOMER),
                new Merged(head(1, ANA), TicketId.of("T-2")),
                new Split(head(1, ANA), TicketId.of("T-2")),
                new KeptEvent(head(1, ANA), "poll_sent", Map.of()),
                new Deleted(head(1, ANA)));
        for (TicketEvent event : events) {
            String name = event.getClass().getSimpleName();
            assertEquals(Character.toLowerCase(name.charAt(0)) + name.substring(1), event.accept(namesItself));
        }
    }

    @Test
    void nothingPersonalIsShown() {
        String canary = "jane.doe@example.org";
        TicketDetails details = TicketDetails.builder()
                .subject(canary)
                .requester(Requester.of(CustomerId.of(canary)))
                .putField("mail", canary)
                .build();
        TicketEvent event = new TicketCreated(head(0, Actor.customer(canary)), details);
        TicketHistory history = TicketHistory.of(
                event,
                new FieldChanged(head(1, ANA), "mail", Optional.of(canary)),
                new Marked(head(2, ANA), "note", Map.of("text", canary)),
                new KeptEvent(head(3, ANA), "note", Map.of("text", canary)));
        assertFalse((event + "|" + history + "|" + history.events() + "|" + history.latest()).contains(canary));
    }

    @Test
    void badEventsAreRefused() {
        EventHead head = head(1, ANA).withSource("row 7");
        assertEquals(Optional.of("row 7"), head.source());
        assertThrows(IllegalArgumentException.class, () -> new Reopened(head, Status.CLOSED));
        assertThrows(IllegalArgumentException.class, () -> new Escalated(head, 0, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new FieldChanged(head, " ", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Marked(head, "", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new KeptEvent(head, " ", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new KeptEvent(head, "a", Map.of("b", head)));
        assertThrows(IllegalArgumentException.class, () -> new SlaApplied(head, SlaPolicyId.of("gold"), " "));
        assertThrows(IllegalArgumentException.class, () -> Status.of(" ", StatusCategory.OPEN));
        assertThrows(IllegalArgumentException.class, () -> Priority.of("", 1));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(""));
        assertThrows(IllegalArgumentException.class, () -> TicketId.of(" "));
    }

    @Test
    void theStandardValuesAreOrderedAndNamed() {
        assertTrue(Priority.URGENT.isAtLeast(Priority.HIGH));
        assertFalse(Priority.NORMAL.isAtLeast(Priority.HIGH));
        assertTrue(Priority.LOW.compareTo(Priority.of("lowest", 5)) > 0);
        for (StatusCategory category : StatusCategory.values()) {
            assertEquals(category, Status.of(category).category());
            assertEquals(
                    category == StatusCategory.SOLVED || category == StatusCategory.CLOSED,
                    Status.of(category).isDone());
        }
        assertEquals(Channel.Synchrony.DEFERRED, Channel.of("fax").synchrony());
    }

    @Test
    @Tag("S0-20")
    void chatsRunSideBySideCallsAndMeetingsDoNot() {
        assertEquals(Channel.Synchrony.CONCURRENT, Channel.CHAT.synchrony());
        assertEquals(Channel.Synchrony.EXCLUSIVE, Channel.PHONE.synchrony());
        assertEquals(Channel.Synchrony.EXCLUSIVE, Channel.IN_PERSON.synchrony());
        assertEquals(Channel.Synchrony.DEFERRED, Channel.EMAIL.synchrony());
    }
}
