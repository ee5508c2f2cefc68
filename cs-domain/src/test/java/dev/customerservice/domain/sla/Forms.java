package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds what is read by sums, as objects and as columns, against a replay with cycles. */
final class Forms {
    private Forms() {}

    /**
     * What a row or a reading says.
     *
     * @param what its place and its figures
     */
    record Said(List<Object> what) {
        static Said of(int ticket, SlaReading reading) {
            return new Said(List.of(
                    ticket,
                    reading.policy(),
                    reading.policyVersion(),
                    reading.metric(),
                    reading.cycle(),
                    reading.state(),
                    reading.owner(),
                    reading.cancelReason(),
                    nanos(reading.startedAt()),
                    nanos(reading.dueAt()),
                    nanos(reading.projectedDueAt()),
                    nanos(reading.completedAt()),
                    nanos(reading.cancelledAt()),
                    nanos(reading.breachedAt()),
                    reading.elapsed().toNanos(),
                    reading.paused().toNanos(),
                    reading.remaining().map(Duration::toNanos).orElse(SlaColumns.ABSENT),
                    reading.overdueBy().map(Duration::toNanos).orElse(SlaColumns.ABSENT),
                    reading.fault()));
        }

        static Said of(SlaColumns columns, int row) {
            return new Said(List.of(
                    columns.ticket(row),
                    columns.policy(row),
                    columns.policyVersion(row),
                    columns.metric(row),
                    columns.cycle(row),
                    columns.state(row),
                    columns.owner(row),
                    columns.cancelReason(row),
                    columns.startedAt(row),
                    columns.dueAt(row),
                    columns.projectedDueAt(row),
                    columns.completedAt(row),
                    columns.cancelledAt(row),
                    columns.breachedAt(row),
                    columns.elapsed(row),
                    columns.paused(row),
                    columns.remaining(row),
                    columns.overdueBy(row),
                    columns.fault(row)));
        }

        private static long nanos(Optional<Instant> instant) {
            return instant.isEmpty() ? SlaColumns.ABSENT : EpochNanos.of(instant.get());
        }
    }

    /** Every answer of a reading, by the name of the question. */
    private static SortedMap<String, Object> answers(SlaReading reading) {
        SortedMap<String, Object> answers = new TreeMap<>();
        for (Method question : SlaReading.class.getMethods()) {
            try {
                answers.put(question.getName(), String.valueOf(question.invoke(reading)));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(question.getName(), e);
            }
        }
        return answers;
    }

    static void assertReadAsReplayed(SlaPlan plan, TicketHistory history, Instant asOf) {
        List<SlaReading> replayed = new Replayed(plan, history, asOf).readings();
        List<SlaReading> read = plan.read(history, asOf).all();
        assertEquals(
                replayed.stream().map(Forms::answers).toList(),
                read.stream().map(Forms::answers).toList());
        assertEquals(replayed, read);
        assertEquals(read, replayed);
        assertEquals(replayed.hashCode(), read.hashCode());
        assertEquals(
                replayed.stream().map(plan::explain).toList(),
                read.stream().map(plan::explain).toList());
    }

    static void assertSame(SlaPlan plan, List<TicketHistory> histories, PackedHistories packed, Instant asOf) {
        List<Said> objects = new ArrayList<>();
        for (int ticket = 0; ticket < histories.size(); ticket++) {
            assertReadAsReplayed(plan, histories.get(ticket), asOf);
            for (SlaReading reading : new Replayed(plan, histories.get(ticket), asOf).readings()) {
                objects.add(Said.of(ticket, reading));
            }
        }
        SlaColumns columns = plan.readAll(packed, asOf);
        List<Said> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            rows.add(Said.of(columns, row));
        }
        Comparator<Said> order = Comparator.comparing(said -> said.what().toString());
        objects.sort(order);
        rows.sort(order);
        assertEquals(objects, rows);
    }
}
