package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.testing.SlaLaws;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The shipped laws on plans of any metrics, targets and calendars, and the laws that need a history made for them. */
class SlaLawsProperties {
    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<SlaPlan> plans() {
        return Policies.plans();
    }

    @Provide
    Arbitrary<SlaPlan> matrices() {
        return Combinators.combine(Policies.policies(), Policies.offices())
                .as((policy, calendar) ->
                        policy.withAppliesTo(TicketCondition.always()).resolve(CalendarBook.of(calendar)));
    }

    @Property(tries = 600)
    void everyPlanKeepsTheLaws(
            @ForAll("plans") SlaPlan plan,
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 20 * 1440) int minute,
            @ForAll @IntRange(max = 5 * 1440) int later) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        SlaLaws.hold(plan, history, asOf, Duration.ofMinutes(later));
    }

    /** Earlier breaches are exactly those seen when each event came in, less the one still seen. */
    @Property(tries = 400)
    void priorBreachesAreThoseSeenBefore(
            @ForAll("matrices") SlaPlan plan,
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        for (SlaReading reading : plan.read(history, asOf).all()) {
            Set<Instant> seen = new TreeSet<>();
            for (int i = 1; i < history.events().size(); i++) {
                Instant at = history.events().get(i).at();
                if (!at.isAfter(asOf)) {
                    plan.read(TicketHistory.of(history.events().subList(0, i)), at).cycles(reading.metric()).stream()
                            .filter(before -> before.cycle() == reading.cycle())
                            .flatMap(before -> before.breachedAt().stream())
                            .forEach(seen::add);
                }
            }
            reading.breachedAt().ifPresent(seen::remove);
            assertEquals(List.copyOf(seen), reading.priorBreaches(), reading::toString);
        }
    }

    @Property(tries = 300)
    void aPauseOfClosedTimeChangesNothing(
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 14) int day,
            @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        SlaTarget target = SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofMinutes(minutes))
                .during("office")
                .pausedWhile(PENDING, ON_HOLD);
        SlaPlan plan = Story.policy("one", target).resolve(CalendarBook.of(OFFICE));
        Instant night = Histories.FIRST_MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(20));
        List<TicketEvent> events = new ArrayList<>(history.events());
        int next = 0;
        while (next < events.size() && !events.get(next).at().isAfter(night)) {
            next++;
        }
        Instant dawn = night.plus(Duration.ofHours(9));
        boolean eventful = next < events.size() && !events.get(next).at().isAfter(dawn);
        if (next == 0 || eventful || !history.at(night).orElseThrow().status().equals(Status.OPEN)) {
            return;
        }
        Actor ana = Actor.agent("ana");
        events.add(next, new StatusChanged(EventHead.of(history.id(), night, ana), Status.PENDING));
        events.add(next + 1, new StatusChanged(EventHead.of(history.id(), dawn, ana), Status.OPEN));
        Instant asOf = dawn.plus(Duration.ofHours(30));
        SlaReading plain = plan.read(history, asOf).get(SlaMetric.RESOLUTION);
        SlaReading paused = plan.read(TicketHistory.of(events), asOf).get(SlaMetric.RESOLUTION);
        assertEquals(plain.dueAt(), paused.dueAt());
        assertEquals(plain.elapsed(), paused.elapsed());
        assertEquals(plain.paused(), paused.paused());
        assertEquals(plain.state(), paused.state());
    }

    /** One save of a ticket, stored as several events of one instant in whatever order. */
    @Property(tries = 300)
    void eventsOfOneInstantThatCommuteMayBeStoredInAnyOrder(
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(min = 1, max = 3000) int minutes,
            @ForAll Random random,
            @ForAll boolean solved) {
        if (history.latest().status().isDone()) {
            return; // a reopening is told apart from a reply before it
        }
        TicketEvent last = history.events().get(history.events().size() - 1);
        EventHead head = EventHead.of(history.id(), last.at().plus(Duration.ofMinutes(30)), Actor.agent("ana"));
        List<TicketEvent> save = new ArrayList<>(List.of(
                MessageAdded.of(head, Audience.CUSTOMER),
                new StatusChanged(head, solved ? Status.SOLVED : Status.PENDING),
                new AssigneeChanged(head, Optional.of(AgentId.of("agent-9"))),
                new TagsChanged(head, Set.of("saved"), Set.of())));
        List<SlaTarget> targets = SlaMetric.standard().stream()
                .map(metric -> SlaTarget.of(metric, Duration.ofMinutes(minutes)).during("office"))
                .toList();
        SlaPlan plan = SlaPolicy.builder().id("all").targets(targets).build().resolve(CalendarBook.of(OFFICE));
        Instant asOf = head.at().plus(Duration.ofHours(5));
        SlaReadings inOrder = plan.read(with(history, save), asOf);
        Collections.shuffle(save, random);
        assertEquals(inOrder, plan.read(with(history, save), asOf));
    }

    private static TicketHistory with(TicketHistory history, List<TicketEvent> save) {
        List<TicketEvent> events = new ArrayList<>(history.events());
        events.addAll(save);
        return TicketHistory.of(events);
    }
}
