package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.ANA;
import static dev.customerservice.roles.routing.Desk.BEN;
import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.person;
import static dev.customerservice.roles.routing.Desk.work;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.routing.CapacityLedger.Holding;
import dev.customerservice.roles.routing.CapacityRules.Factor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapacityLedgerTest {

    private static final CapacityRules RULES = CapacityRules.builder()
            .weigh(WorkState.PAUSED, "0.25")
            .weigh(Channel.CHAT, "0.5")
            .weigh(Channel.CHAT, WorkState.INACTIVE, "0.1")
            .putChannelLimit(Channel.CHAT, BigDecimal.valueOf(3))
            .build();

    @Test
    void theMostSpecificFactorAndLimitWin() {
        WorkItem chat =
                work("t1").channel(Channel.CHAT).weight(BigDecimal.valueOf(2)).build();
        WorkItem mail = work("t2").build();
        assertEquals(new BigDecimal("0.2"), RULES.weight(chat, WorkState.INACTIVE));
        assertEquals(new BigDecimal("0.50"), RULES.weight(chat, WorkState.PAUSED));
        assertEquals(new BigDecimal("1.0"), RULES.weight(chat, WorkState.ACTIVE));
        assertEquals(new BigDecimal("0.25"), RULES.weight(mail, WorkState.PAUSED));
        assertEquals(BigDecimal.ONE, RULES.weight(mail, WorkState.MANUAL));
        CapacityRules all = RULES.withFactors(new Factor(Optional.empty(), Optional.empty(), BigDecimal.TEN));
        assertEquals(BigDecimal.TEN, all.weight(mail, WorkState.REOPENED));
        Candidate ana = person(ANA, 9).build();
        assertEquals(Optional.of(BigDecimal.valueOf(3)), RULES.limit(ana, Channel.CHAT));
        assertEquals(Optional.empty(), RULES.limit(ana, Channel.EMAIL));
        Candidate own =
                person(ANA, 9).putChannelLimit(Channel.CHAT, BigDecimal.ONE).build();
        assertEquals(Optional.of(BigDecimal.ONE), RULES.limit(own, Channel.CHAT));
        assertThrows(
                IllegalArgumentException.class,
                () -> CapacityRules.builder()
                        .weigh(WorkState.PAUSED, "0")
                        .weigh(WorkState.PAUSED, "1")
                        .build());
        assertThrows(
                IllegalArgumentException.class, () -> CapacityRules.builder().weigh(WorkState.PAUSED, "-1"));
    }

    @Test
    void whatIsHeldCountsUntilItIsReleased() {
        WorkItem chat = work("t1").channel(Channel.CHAT).build();
        CapacityLedger ledger = CapacityLedger.of(RULES).hold(ANA, chat, WorkState.ACTIVE);
        assertEquals(new BigDecimal("0.5"), ledger.load(ANA));
        CapacityLedger silent = ledger.move(chat.id(), WorkState.INACTIVE);
        assertEquals(new BigDecimal("0.1"), silent.load(ANA));
        assertEquals(Map.of(Channel.CHAT, new BigDecimal("0.1")), silent.channelLoads(ANA));
        assertEquals(List.of(new Holding(ANA, chat, WorkState.INACTIVE, new BigDecimal("0.1"))), silent.held(ANA));
        assertEquals(
                new BigDecimal("0.5"),
                silent.move(chat.id(), WorkState.REOPENED).load(ANA));
        CapacityLedger handed = silent.hold(BEN, chat, WorkState.MANUAL);
        assertEquals(BigDecimal.ZERO, handed.load(ANA));
        assertEquals(BEN, handed.find(chat.id()).orElseThrow().agent());
        assertEquals("CapacityLedger[works=1]", handed.toString());
        assertEquals("CapacityLedger[works=0]", handed.release(chat.id()).toString());
        assertEquals(Optional.empty(), handed.find(TicketId.of("t9")));
        assertEquals(handed, handed.move(TicketId.of("t9"), WorkState.PAUSED));
        assertEquals(handed, handed.release(TicketId.of("t9")));
    }

    @Test
    void anOverloadShowsAndKeepsNewWorkAway() {
        CapacityLedger ledger = CapacityLedger.of(CapacityPolicy.standard());
        for (int i = 1; i <= 3; i++) {
            ledger = ledger.hold(ANA, work("t" + i).build(), WorkState.MANUAL);
        }
        List<Candidate> people = List.of(person(ANA, 2).build(), person(BEN, 2).build());
        assertEquals(
                "[OVER_CAPACITY about person:ana: capacity = 2 units, load = 3 units]",
                ledger.overloads(people).toString());
        RoutingTeam team = ledger.team(people);
        Candidate ana = team.find(ANA).orElseThrow();
        assertTrue(ana.isOverloaded());
        assertEquals(BigDecimal.ZERO, ana.spare());
        Drain drain = withinCapacity()
                .drain(
                        List.of(
                                work("t4").build(),
                                work("t5").build(),
                                work("t6").build()),
                        team,
                        MONDAY_NOON);
        assertEquals(
                List.of(BEN, BEN),
                drain.assigned().stream().map(Routing.Assigned::to).toList());
        for (Routing.Assigned assigned : drain.assigned()) {
            ledger = ledger.hold(assigned);
        }
        assertEquals(BigDecimal.valueOf(2), ledger.load(BEN));
        assertFalse(ledger.team(people).find(BEN).orElseThrow().isOverloaded());
    }

    @Test
    void anOfferReservesRoomAndIsForgottenByNobody() {
        RoutingTeam team = RoutingTeam.of(person(ANA, 1).build(), person(BEN, 1).build());
        WorkItem work = work("t1").build();
        Routing.Assigned routing = (Routing.Assigned) withinCapacity().route(work, team, MONDAY_NOON);
        Offer offer = Offer.of(routing, Duration.ofSeconds(30));
        assertEquals(new Offer(work, ANA, MONDAY_NOON, MONDAY_NOON.plusSeconds(30)), offer);
        assertFalse(offer.isOpenAt(MONDAY_NOON.minusNanos(1)));
        assertTrue(offer.isOpenAt(MONDAY_NOON));
        assertTrue(offer.isOpenAt(MONDAY_NOON.plusSeconds(30).minusNanos(1)));
        assertFalse(offer.isOpenAt(MONDAY_NOON.plusSeconds(30)));
        CapacityLedger ledger = CapacityLedger.of(CapacityPolicy.standard()).hold(offer);
        assertEquals(WorkState.OFFERED, ledger.held(ANA).get(0).state());
        assertEquals(BigDecimal.ONE, ledger.load(ANA));
        assertEquals(List.of(), Offer.lapsed(List.of(offer), MONDAY_NOON.plusSeconds(29)));
        WorkItem back =
                Offer.lapsed(List.of(offer), MONDAY_NOON.plusSeconds(30)).get(0);
        assertEquals(work.declined(ANA), back);
        assertEquals(work.queuedAt(), back.queuedAt());
        Routing next = withinCapacity().route(back, team, MONDAY_NOON);
        assertEquals(Optional.of(BEN), next.agent());
        WorkItem refusedByAll =
                Offer.of((Routing.Assigned) next, Duration.ofSeconds(30)).declined();
        Routing nobody = withinCapacity().route(refusedByAll, team, MONDAY_NOON);
        assertTrue(((Routing.Unassigned) nobody).isExhausted());
        assertThrows(IllegalArgumentException.class, () -> Offer.of(routing, Duration.ZERO));
    }

    @Test
    void amountsAreExactAndNeverNegative() {
        assertThrows(IllegalArgumentException.class, () -> person(ANA, -1).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> person(ANA, 1).load(new BigDecimal("0.0000000001")).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> person(ANA, 1).availableTime(Duration.ofHours(-1)).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> person(ANA, 1)
                        .putChannelLoad(Channel.CHAT, BigDecimal.ONE)
                        .build());
        assertThrows(
                IllegalArgumentException.class,
                () -> work("t1").weight(new BigDecimal("-0.5")).build());
        Candidate tenths = person(ANA, 1).load(new BigDecimal("0.7")).build();
        Drain drain = withinCapacity()
                .drain(
                        List.of(
                                work("t1").weight(new BigDecimal("0.1")).build(),
                                work("t2").weight(new BigDecimal("0.2")).build()),
                        RoutingTeam.of(tenths),
                        MONDAY_NOON);
        assertEquals(2, drain.assigned().size());
        assertEquals(BigDecimal.ONE, drain.team().candidates().get(0).load());
    }
}
