package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** From where clocks count, against what can be said of it in a sentence. */
class AnchorProperties {
    private static final SlaMetric FIRST = SlaMetric.FIRST_REPLY.withAgain(Again.ONCE);
    private static final SlaMetric SECOND =
            SlaMetric.RESOLUTION.withAgain(Again.ONCE).withAfter(FIRST.id()).withAnchor(Anchor.PREVIOUS_DUE);
    private static final SlaMetric PERIOD = SlaMetric.PERIODIC_UPDATE.withAnchor(Anchor.PREVIOUS_DUE);
    private static final SlaMetric SINCE = SlaMetric.builder()
            .id("since")
            .start(TicketCondition.always())
            .pausedWhile(TicketCondition.status(StatusCategory.PENDING))
            .anchor(Anchor.field(Histories.MOMENT_FIELD))
            .build();

    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<BusinessCalendar> offices() {
        return Policies.offices();
    }

    private static SlaTarget target(SlaMetric metric, int minutes) {
        return SlaTarget.of(metric, Duration.ofMinutes(minutes)).during("office");
    }

    private static SlaReadings read(
            TicketHistory history, BusinessCalendar office, Instant asOf, SlaTarget... targets) {
        return Story.policy("anchored", targets)
                .resolve(CalendarBook.of(office))
                .read(history, asOf);
    }

    @Property(tries = 500)
    void aMilestoneIsDueSoMuchAfterTheOneBeforeWasDue(
            @ForAll("histories") TicketHistory history,
            @ForAll("offices") BusinessCalendar office,
            @ForAll @IntRange(min = 1, max = 1500) int first,
            @ForAll @IntRange(min = 1, max = 1500) int second,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        SlaReadings readings = read(history, office, asOf, target(FIRST, first), target(SECOND, second));
        SlaReading before = readings.get(FIRST);
        SlaReading reading = readings.get(SECOND);
        assertEquals(before.completedAt().isPresent(), reading.startedAt().isPresent());
        if (reading.startedAt().isPresent()) {
            Instant from = before.dueAt().orElseThrow();
            Instant end = reading.completedAt().orElse(asOf);
            assertEquals(Optional.of(from), reading.countsFrom());
            assertEquals(Optional.of(office.plus(from, Duration.ofMinutes(second))), reading.dueAt());
            assertEquals(end.isAfter(from) ? office.between(from, end) : Duration.ZERO, reading.elapsed());
        }
    }

    @Property(tries = 500)
    void aPeriodBeginsWhenTheLastOneWasDueOrWhenItIsTriggeredLater(
            @ForAll("histories") TicketHistory history,
            @ForAll("offices") BusinessCalendar office,
            @ForAll @IntRange(min = 1, max = 1500) int minutes,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        List<SlaReading> cycles =
                read(history, office, asOf, target(PERIOD, minutes)).cycles(PERIOD);
        for (int i = 1; i < cycles.size(); i++) {
            Instant due = cycles.get(i - 1).dueAt().orElseThrow();
            Instant trigger = cycles.get(i).startedAt().orElseThrow();
            assertEquals(
                    Optional.of(due.isAfter(trigger) ? due : trigger),
                    cycles.get(i).countsFrom());
            assertTrue(cycles.get(i).dueAt().orElseThrow().isAfter(due), "periods follow each other");
        }
    }

    /** The slow, obvious answer: look at every minute since the instant in the field. */
    @Property(tries = 150)
    void aMinuteWalkFromTheFieldGivesTheSame(
            @ForAll("histories") TicketHistory history,
            @ForAll("offices") BusinessCalendar office,
            @ForAll @IntRange(max = 20 * 1440) int minute) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        SlaReading reading = read(history, office, asOf, target(SINCE, 600)).get(SINCE);
        Optional<Instant> from = Optional.empty();
        for (int i = 0; i < history.events().size() && from.isEmpty(); i++) {
            Instant at = history.events().get(i).at();
            if (!at.isAfter(asOf)) {
                from = instant(
                        TicketHistory.of(history.events().subList(0, i + 1)).latest());
            }
        }
        assertEquals(from, reading.countsFrom());
        assertEquals(from.isEmpty(), reading.fault().isPresent());
        int counted = 0;
        int paused = 0;
        for (Instant at = from.orElse(asOf); at.isBefore(asOf); at = at.plus(Duration.ofMinutes(1))) {
            boolean waits = history.at(at)
                    .filter(ticket -> ticket.status().category() == StatusCategory.PENDING)
                    .isPresent();
            counted += office.isOpen(at) && !waits ? 1 : 0;
            paused += office.isOpen(at) && waits ? 1 : 0;
        }
        assertEquals(Duration.ofMinutes(counted), reading.elapsed());
        assertEquals(Duration.ofMinutes(paused), reading.paused());
        assertFalse(counted > 600 && reading.state() != SlaState.BREACHED);
    }

    private static Optional<Instant> instant(Ticket ticket) {
        return Optional.ofNullable(ticket.fields().get(Histories.MOMENT_FIELD))
                .filter(text -> text.endsWith("Z"))
                .map(Instant::parse);
    }
}
