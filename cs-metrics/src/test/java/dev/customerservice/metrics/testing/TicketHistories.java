package dev.customerservice.metrics.testing;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
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
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes random tickets: statuses back and forth, teams, agents, messages of both sides, ties in time, deletions. */
public final class TicketHistories {
    /** Before the first event of any of these tickets. */
    public static final Instant START = Instant.parse("2026-09-28T00:00:00Z");

    /** After most events of most of these tickets. */
    public static final Instant AS_OF = Instant.parse("2026-11-09T00:00:00Z");

    private static final List<Status> STATUSES =
            Stream.of(StatusCategory.values()).map(Status::of).toList();
    private static final Actor CUSTOMER = Actor.customer("someone");

    private TicketHistories() {}

    /** {@return tickets of a few customers in October 2026, some of them still open} */
    public static Arbitrary<List<TicketHistory>> some() {
        Arbitrary<List<Integer>> steps =
                Arbitraries.integers().between(0, 1 << 16).list().ofMaxSize(10);
        return steps.list().ofMaxSize(8).map(TicketHistories::all);
    }

    /**
     * Draws tickets outside a property.
     *
     * @param seed chooses them
     * @return tickets of the same kind
     */
    public static List<TicketHistory> drawn(long seed) {
        Random random = new Random(seed);
        List<List<Integer>> steps = new ArrayList<>();
        for (int ticket = random.nextInt(9); ticket > 0; ticket--) {
            steps.add(random.ints(random.nextInt(11), 0, 1 << 16).boxed().toList());
        }
        return all(steps);
    }

    private static List<TicketHistory> all(List<List<Integer>> tickets) {
        List<TicketHistory> histories = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            histories.add(one(TicketId.of("T-" + i), tickets.get(i)));
        }
        return histories;
    }

    private static TicketHistory one(TicketId id, List<Integer> steps) {
        int mixed = steps.isEmpty() ? 0 : steps.get(0);
        Instant at = START.plus(Duration.ofHours(mixed % 900));
        TicketDetails details = TicketDetails.builder()
                .priority(mixed % 2 == 0 ? Priority.HIGH : Priority.NORMAL)
                .team(mixed % 5 == 0 ? Optional.empty() : Optional.of(team(mixed)))
                .requester(Requester.of(CustomerId.of("c-" + mixed % 3)))
                .build();
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketCreated(EventHead.of(id, at, mixed % 7 == 0 ? agent(mixed) : CUSTOMER), details));
        for (int step : steps) {
            at = at.plus(Duration.ofMinutes(step % 4 == 0 ? 0 : step % 5000));
            events.add(event(id, at, step / 8));
            if (events.get(events.size() - 1) instanceof Deleted) {
                break;
            }
        }
        StatedValues stated = StatedValues.builder()
                .putMoment(StatedValues.OPENED, events.get(0).at().minusSeconds(mixed % 60))
                .putCount(StatedValues.REOPENINGS, (long) (mixed % 3))
                .putVerdict(StatedValues.SLA_MET, mixed % 4 == 0)
                .build();
        TicketHistory history = TicketHistory.of(events);
        return mixed % 6 == 0 ? history : history.stating(stated);
    }

    private static TicketEvent event(TicketId id, Instant at, int choice) {
        EventHead head = EventHead.of(id, at, agent(choice));
        return switch (choice % 12) {
            case 0, 1, 2, 3, 4 -> new StatusChanged(head, STATUSES.get(choice / 12 % STATUSES.size()));
            case 5 -> new TeamChanged(head, choice % 24 == 5 ? Optional.empty() : Optional.of(team(choice)));
            case 6 -> new AssigneeChanged(head, Optional.of(AgentId.of("a-" + choice / 12 % 3)));
            case 7 -> new PriorityChanged(head, choice % 24 == 7 ? Priority.HIGH : Priority.LOW);
            case 8, 9 -> MessageAdded.of(head, Audience.CUSTOMER);
            case 10 -> MessageAdded.of(EventHead.of(id, at, CUSTOMER), Audience.CUSTOMER);
            default -> choice % 5 == 0 ? new Deleted(head) : MessageAdded.of(head, Audience.INTERNAL);
        };
    }

    private static Actor agent(int choice) {
        return Actor.agent("a-" + choice / 12 % 3);
    }

    private static TeamId team(int choice) {
        return TeamId.of("team-" + choice / 24 % 3);
    }
}
