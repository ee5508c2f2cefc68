package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Detail;
import java.time.Duration;
import java.util.Optional;

/** Keeps the owner of the work, and for a while nobody else. */
record Sticky(Duration waitLimit) implements Term {

    Sticky {
        if (waitLimit.isNegative()) {
            throw new IllegalArgumentException(
                    "waitLimit (" + waitLimit + ") must not be negative\nMaybe zero, to wait for no owner.");
        }
    }

    @Override
    public String name() {
        return "stickyOwner";
    }

    boolean waits(Demand demand) {
        return demand.work().waited(demand.now()).compareTo(waitLimit) < 0;
    }

    @Override
    public Shortlist narrow(Shortlist among) {
        Optional<AgentId> owner = among.work().owner();
        if (owner.isEmpty()) {
            return among;
        }
        AgentId wanted = owner.get();
        if (among.kept().stream().anyMatch(seat -> seat.agent().equals(wanted))) {
            return among.keep(
                    seat -> seat.agent().equals(wanted),
                    seat -> Shortlist.about("NOT_THE_OWNER", seat).withWhere(name()),
                    false);
        }
        return among.isOwnerBusy() && waits(among.demand())
                ? among.keep(
                        seat -> false,
                        seat -> Shortlist.about("OWNER_AWAITED", seat)
                                .withWhere(name())
                                .withValue("limit", new Detail.Span(waitLimit)),
                        false)
                : among;
    }
}
