package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many tickets at once, more than anything has room for at first: each says in the batch form what it says alone. */
class ManyTicketsTest {
    private static final SlaPlan PLAN = plan("desk");

    private static SlaPlan plan(String policy) {
        return policy(
                        policy,
                        hours(FIRST_REPLY, 1),
                        hours(NEXT_REPLY, 2),
                        SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(8))
                                .otherwise(Duration.ofHours(40))
                                .during("office")
                                .pausedWhile(PENDING),
                        hours(SlaMetric.GROUP_OWNERSHIP, 16))
                .resolve(CalendarBook.of(OFFICE));
    }

    private static EventHead head(int ticket, Instant at, Actor by) {
        return EventHead.of(TicketId.of("T-" + ticket), at, by);
    }

    private static TicketHistory history(int ticket, int events, SplittableRandom random) {
        Instant at = at("02T07:00").plusSeconds(random.nextInt(400_000));
        List<TicketEvent> all = new ArrayList<>();
        all.add(new TicketCreated(
                head(ticket, at, Actor.customer("c-7")),
                TicketDetails.builder().status(Status.OPEN).build()));
        for (int i = 1; i < events; i++) {
            at = at.plusSeconds(random.nextInt(20_000));
            EventHead agent = head(ticket, at, Actor.agent("ana"));
            EventHead customer = head(ticket, at, Actor.customer("c-7"));
            all.add(
                    switch (random.nextInt(9)) {
                        case 0, 1 -> MessageAdded.of(customer, Audience.CUSTOMER);
                        case 2, 3 -> MessageAdded.of(agent, Audience.CUSTOMER);
                        case 4 -> new StatusChanged(agent, random.nextBoolean() ? Status.PENDING : Status.SOLVED);
                        case 5 -> new StatusChanged(agent, Status.OPEN);
                        case 6 -> new PriorityChanged(agent, random.nextBoolean() ? Priority.HIGH : Priority.LOW);
                        case 7 -> new TeamChanged(agent, Optional.of(TeamId.of("team-" + random.nextInt(5))));
                        default -> new TagsChanged(agent, Set.of("tag-" + random.nextInt(40)), Set.of());
                    });
        }
        return TicketHistory.of(all);
    }

    private static List<TicketHistory> histories(int tickets, int events) {
        SplittableRandom random = new SplittableRandom(7);
        List<TicketHistory> histories = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            histories.add(history(i, events, random));
        }
        return histories;
    }

    @Test
    void ticketsOfManyEventsSayTheSameTogetherAndAlone() {
        List<TicketHistory> histories = histories(150, 30);
        PackedHistories packed = PLAN.pack(histories);
        Forms.assertSame(PLAN, histories, packed, at("20T12:00"));
        SlaColumns columns = PLAN.readAll(packed, at("20T12:00"));
        assertTrue(columns.size() > 3 * histories.size(), columns.size() + " rows");
        assertEquals(at("20T12:00"), columns.asOf());
    }

    @Test
    void theFirstTicketMayHaveMoreEventsThanThereIsRoomForAtFirst() {
        List<TicketHistory> histories = histories(2, 1500);
        Forms.assertSame(PLAN, histories, PLAN.pack(histories), at("30T12:00"));
    }

    /** As many situations as tags make: twelve of them, each of which a target asks for. */
    @Test
    void situationsOfManyKindsAreKeptApart() {
        SlaTarget[] targets = new SlaTarget[12];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = hours(
                    RESOLUTION.withId(SlaMetricId.of("tagged-" + i)).withPausedWhile(TicketCondition.tag("tag-" + i)),
                    8 + i);
        }
        SlaPlan plan = policy("desk", targets).resolve(CalendarBook.of(OFFICE));
        List<TicketHistory> histories = histories(60, 40);
        Forms.assertSame(plan, histories, plan.pack(histories), at("20T12:00"));
    }

    /** Situations of several kinds before, between and after the terms of three versions. */
    @Test
    void situationsAreKeptApartByTheVersionsOfTheirTime() {
        List<SlaPolicy> versions = new ArrayList<>();
        for (int version = 0; version < 3; version++) {
            versions.add(policy(
                            "desk",
                            hours(RESOLUTION.withPausedWhile(TicketCondition.tag("tag-1")), 8 + version),
                            hours(NEXT_REPLY.withPausedWhile(TicketCondition.tag("tag-2")), 2 + version),
                            hours(FIRST_REPLY.withPausedWhile(TicketCondition.tag("tag-3")), 1 + version))
                    .withVersion(String.valueOf(version)));
        }
        SlaPlan plan = SlaBook.of(
                        versions.get(0).withEffectiveUntil(at("04T00:00")),
                        versions.get(1).withEffectiveFrom(at("04T00:00")).withEffectiveUntil(at("06T00:00")),
                        versions.get(2).withEffectiveFrom(at("06T00:00")))
                .resolve(CalendarBook.of(OFFICE));
        List<TicketHistory> histories = histories(80, 30);
        PackedHistories packed = plan.pack(histories);
        Forms.assertSame(plan, histories, packed, at("20T12:00"));
        assertTrue(plan.readAll(packed, at("20T12:00")).replayed() < histories.size(), "most are told by sums");
    }

    @Test
    void datesAgreedOnAreThoseOfTheirTickets() {
        List<TicketHistory> histories = new ArrayList<>(histories(5, 10));
        TicketHistory dated = histories.get(2);
        histories.set(
                2,
                dated.plus(new DueDateSet(
                        head(2, at("20T10:00"), Actor.agent("ana")), RESOLUTION.id(), Optional.of(at("21T10:00")))));
        PackedHistories packed = PLAN.pack(histories);
        Forms.assertSame(PLAN, histories, packed, at("20T12:00"));
        int others = PLAN.readAll(PLAN.pack(histories(5, 10)), at("20T12:00")).replayed();
        assertEquals(others + 1, PLAN.readAll(packed, at("20T12:00")).replayed(), "sums do not know of dates");
    }

    @Test
    void whatIsPackedSaysHowMuchItHolds() {
        List<TicketHistory> histories = histories(3, 10);
        PackedHistories packed = PLAN.pack(histories);
        assertEquals(3, packed.size());
        assertEquals(30, packed.events());
        assertEquals(histories.get(1).id(), packed.ticket(1));
        assertTrue(packed.toString().startsWith("PackedHistories[3 histories, 30 events, "), packed.toString());
        assertTrue(PLAN.readAll(packed, at("20T12:00")).toString().contains("3"));
        assertEquals(0, PLAN.pack(List.of()).events());
    }

    @Test
    void anotherPlanCannotReadThem() {
        PackedHistories packed = PLAN.pack(histories(2, 5));
        SlaPlan asksMore = policy(
                        "desk", hours(RESOLUTION.withPausedWhile(TicketCondition.is(Attribute.AWAITING_REPLY)), 8))
                .resolve(CalendarBook.of(OFFICE));
        IllegalArgumentException more =
                assertThrows(IllegalArgumentException.class, () -> asksMore.readAll(packed, at("20T12:00")));
        assertTrue(String.valueOf(more.getMessage()).contains("they do not know"), more.getMessage());
        SlaPlan otherNames = plan("other");
        IllegalArgumentException other =
                assertThrows(IllegalArgumentException.class, () -> otherNames.readAll(packed, at("20T12:00")));
        assertTrue(String.valueOf(other.getMessage()).contains("the policies or the order differ"), other.getMessage());
    }
}
