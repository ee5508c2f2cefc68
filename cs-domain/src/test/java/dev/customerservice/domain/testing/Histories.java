package dev.customerservice.domain.testing;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates possible histories of tickets, on whole minutes, around a change of the clocks in many zones. */
public final class Histories {
    /** The Monday before the clocks change in Europe, at midnight UTC; every history starts within a week of it. */
    public static final Instant FIRST_MONDAY = Instant.parse("2026-03-23T00:00:00Z");

    /** The custom field into which the histories write instants, and now and then nothing or what is none. */
    public static final String MOMENT_FIELD = "moment";

    private static final List<Status> STATUSES =
            List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD, Status.SOLVED, Status.CLOSED);
    private static final List<Priority> PRIORITIES =
            List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.URGENT);
    private static final List<Actor> AUTHORS =
            List.of(Actor.customer("c-7"), Actor.agent("ana"), Actor.bot("greeter"), Actor.automation("rules"));

    private Histories() {}

    private record Step(int minutes, int what, int detail) {}

    /** {@return histories of one to twelve events over up to two weeks} */
    public static Arbitrary<TicketHistory> any() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(5, Arbitraries.integers().between(1, 90)),
                                Tuple.of(5, Arbitraries.integers().between(91, 2 * 1440))),
                        Arbitraries.of(0, 0, 0, 1, 2, 3, 4, 5, 6),
                        Arbitraries.integers().between(0, 99))
                .as(Step::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7 * 1440 - 1),
                        Arbitraries.of(STATUSES),
                        Arbitraries.of(AUTHORS),
                        step.list().ofMaxSize(11))
                .as(Histories::history);
    }

    private static TicketHistory history(int startMinute, Status first, Actor author, List<Step> steps) {
        TicketId ticket = TicketId.of("T-1");
        Instant at = FIRST_MONDAY.plus(Duration.ofMinutes(startMinute));
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketCreated(
                EventHead.of(ticket, at, author),
                TicketDetails.builder().status(first).priority(Priority.NORMAL).build()));
        for (Step step : steps) {
            at = at.plus(Duration.ofMinutes(step.minutes()));
            events.add(event(step, EventHead.of(ticket, at, AUTHORS.get(step.detail() % AUTHORS.size()))));
        }
        return TicketHistory.of(events);
    }

    private static Optional<String> moment(Instant at, int detail) {
        return switch (detail % 8) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("soon");
            case 2 -> Optional.of(at.toString());
            default ->
                Optional.of(at.plus(Duration.ofMinutes(40L * (detail - 50))).toString());
        };
    }

    private static TicketEvent event(Step step, EventHead head) {
        int detail = step.detail();
        return switch (step.what()) {
            case 0 -> MessageAdded.of(head, detail % 5 == 0 ? Audience.INTERNAL : Audience.CUSTOMER);
            case 1, 2 -> new StatusChanged(head, STATUSES.get(detail % STATUSES.size()));
            case 3 -> new PriorityChanged(head, PRIORITIES.get(detail % PRIORITIES.size()));
            case 4 ->
                detail % 2 == 0
                        ? new AssigneeChanged(
                                head,
                                detail % 3 == 0 ? Optional.empty() : Optional.of(AgentId.of("agent-" + detail % 4)))
                        : new TeamChanged(
                                head,
                                detail % 3 == 0 ? Optional.empty() : Optional.of(TeamId.of("team-" + detail % 3)));
            case 5 -> new FieldChanged(head, MOMENT_FIELD, moment(head.at(), detail));
            default -> new TagsChanged(head, Set.of("tag-" + detail % 3), Set.of("tag-" + detail % 2));
        };
    }
}
