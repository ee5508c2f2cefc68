package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds which work in which way, and how much capacity that takes.
 *
 * <p>What is held counts until it is released, whatever happens to logins and clocks; a load may exceed a capacity, and then it shows. Laws: a
 * load is the sum of the weights of what is held, never negative; releasing undoes holding exactly.
 */
public final class CapacityLedger {

    private final CapacityPolicy policy;
    private final Map<AgentId, Map<TicketId, Holding>> held;

    private CapacityLedger(CapacityPolicy policy, Map<AgentId, Map<TicketId, Holding>> held) {
        this.policy = policy;
        this.held = held;
    }

    /**
     * One piece of work in somebody's hands.
     *
     * @param agent who holds it
     * @param work the work
     * @param state how it is held
     * @param weight the units it takes, not negative
     */
    public record Holding(AgentId agent, WorkItem work, WorkState state, BigDecimal weight) {}

    /**
     * Begins a ledger in which nothing is held.
     *
     * @param policy how work weighs
     * @return the empty ledger
     */
    public static CapacityLedger of(CapacityPolicy policy) {
        return new CapacityLedger(policy, Map.of());
    }

    /**
     * Books that somebody holds a piece of work, whether there is room or not.
     *
     * @param agent who holds it
     * @param work the work
     * @param state how it is held
     * @return the ledger with it; whoever held it before holds it no longer
     */
    public CapacityLedger hold(AgentId agent, WorkItem work, WorkState state) {
        CapacityLedger without = release(work.id());
        BigDecimal weight = policy.weight(work, state);
        Units.require(weight, "weight");
        Map<AgentId, Map<TicketId, Holding>> next = new HashMap<>(without.held);
        Map<TicketId, Holding> own = new LinkedHashMap<>(next.getOrDefault(agent, Map.of()));
        own.put(work.id(), new Holding(agent, work, state, weight));
        next.put(agent, own);
        return new CapacityLedger(policy, next);
    }

    /**
     * Books a decision.
     *
     * @param routing who got what
     * @return the ledger in which that work is active with its new holder
     */
    public CapacityLedger hold(Routing.Assigned routing) {
        return hold(routing.to(), routing.work(), WorkState.ACTIVE);
    }

    /**
     * Books an offer: the room for it is reserved until it is answered.
     *
     * @param offer what was offered to whom
     * @return the ledger in which that agent holds the work as offered
     */
    public CapacityLedger hold(Offer offer) {
        return hold(offer.agent(), offer.work(), WorkState.OFFERED);
    }

    /**
     * Books that work is held in another way from now on.
     *
     * @param work the ticket or contact
     * @param state how it is held now
     * @return the ledger with that; the same ledger when nobody holds it
     */
    public CapacityLedger move(TicketId work, WorkState state) {
        return find(work)
                .map(holding -> hold(holding.agent(), holding.work(), state))
                .orElse(this);
    }

    /**
     * Books that nobody holds a piece of work any longer.
     *
     * @param work the ticket or contact
     * @return the ledger without it; the same ledger when nobody holds it
     */
    public CapacityLedger release(TicketId work) {
        return find(work)
                .map(holding -> {
                    Map<AgentId, Map<TicketId, Holding>> next = new HashMap<>(held);
                    Map<TicketId, Holding> own = new LinkedHashMap<>(next.getOrDefault(holding.agent(), Map.of()));
                    own.remove(work);
                    next.put(holding.agent(), own);
                    return new CapacityLedger(policy, next);
                })
                .orElse(this);
    }

    /**
     * Finds who holds a piece of work.
     *
     * @param work the ticket or contact
     * @return how it is held; empty when nobody holds it
     */
    public Optional<Holding> find(TicketId work) {
        for (Map<TicketId, Holding> own : held.values()) {
            Holding holding = own.get(work);
            if (holding != null) {
                return Optional.of(holding);
            }
        }
        return Optional.empty();
    }

    /**
     * Lists what somebody holds.
     *
     * @param agent who is asked about
     * @return the work in the order in which it was booked
     */
    public List<Holding> held(AgentId agent) {
        return List.copyOf(held.getOrDefault(agent, Map.of()).values());
    }

    /**
     * Adds up what somebody holds.
     *
     * @param agent who is asked about
     * @return the sum of the weights, 0 when nothing is held
     */
    public BigDecimal load(AgentId agent) {
        return held(agent).stream().map(Holding::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Adds up what somebody holds, channel by channel.
     *
     * @param agent who is asked about
     * @return the sum of the weights of each channel of which something is held
     */
    public Map<Channel, BigDecimal> channelLoads(AgentId agent) {
        Map<Channel, BigDecimal> loads = new HashMap<>();
        held(agent).forEach(holding -> loads.merge(holding.work().channel(), holding.weight(), BigDecimal::add));
        return Collections.unmodifiableMap(loads);
    }

    /**
     * Brings candidates together with what they hold.
     *
     * @param candidates the candidates, each once; the loads they come with do not matter
     * @return the team with the loads of this ledger, under its policy
     */
    public RoutingTeam team(Collection<Candidate> candidates) {
        return RoutingTeam.of(candidates.stream()
                        .map(candidate -> Candidate.builder()
                                .from(candidate)
                                .load(load(candidate.agent()))
                                .channelLoads(channelLoads(candidate.agent()))
                                .build())
                        .toList())
                .withCapacityPolicy(policy);
    }

    /**
     * Lists who holds more than the own capacity.
     *
     * @param candidates the candidates
     * @return {@code OVER_CAPACITY} about each, sorted by id
     */
    public List<Reason> overloads(Collection<Candidate> candidates) {
        return team(candidates).candidates().stream()
                .filter(Candidate::isOverloaded)
                .sorted(comparing(candidate -> candidate.agent().value()))
                .map(candidate -> Reason.rule("OVER_CAPACITY")
                        .withAbout(Subject.person(candidate.agent()))
                        .withValue("load", new Detail.Quantity(candidate.load(), "units"))
                        .withValue("capacity", new Detail.Quantity(candidate.capacity(), "units")))
                .toList();
    }

    @Override
    public String toString() {
        return "CapacityLedger[works="
                + held.values().stream().mapToInt(Map::size).sum() + "]";
    }
}
