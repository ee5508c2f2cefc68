package dev.customerservice.benchmarks;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.PackedHistories;
import dev.customerservice.domain.sla.SlaColumns;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Three clocks over tickets of ten events: first reply, the longest wait for any reply (a metric of the caller's own), and work
 * without pauses; beside what applications write by hand, a walk over events and days. All contenders must agree before they run.
 *
 * <p>{@link #main} runs them in turn and counts processor time, which a busy machine disturbs least.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlaBenchmark {
    /** How many tickets there are. */
    public static final int TICKETS = 20_000;

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    private static final Instant AS_OF = Instant.parse("2025-01-01T00:00:00Z");

    private static final SlaMetric ANY_REPLY = SlaMetric.builder()
            .id("any_reply")
            .start(TicketCondition.is(Attribute.AWAITING_REPLY))
            .stop(TicketCondition.is(Attribute.AWAITING_REPLY).negate())
            .again(Again.NEW_CYCLE)
            .build();
    private static final Duration FIRST = Duration.ofHours(4);
    private static final Duration NEXT = Duration.ofHours(8);
    private static final Duration WORK = Duration.ofHours(16);

    private final Set<LocalDate> holidays;
    private final SlaPlan plan;
    private final List<TicketHistory> histories = new ArrayList<>(TICKETS);
    private final PackedHistories packed;

    /** Makes the tickets. */
    public SlaBenchmark() {
        this(holidays(), instants());
    }

    /**
     * Makes tickets of the same ten steps, and refuses contenders that do not agree.
     *
     * @param holidays the days on which nobody works
     * @param instants for each ticket when its steps were taken
     */
    public SlaBenchmark(Set<LocalDate> holidays, List<List<Instant>> instants) {
        this.holidays = holidays;
        this.plan = SlaPolicy.builder()
                .id("all")
                .addTargets(
                        SlaTarget.of(SlaMetric.FIRST_REPLY, FIRST).during("office"),
                        SlaTarget.of(ANY_REPLY, NEXT).during("office"),
                        SlaTarget.of(SlaMetric.RESOLUTION, WORK)
                                .during("office")
                                .pausedWhile(StatusCategory.PENDING))
                .build()
                .resolve(CalendarBook.of(office(holidays)));
        for (List<Instant> steps : instants) {
            histories.add(history(TicketId.of("T-" + histories.size()), steps));
        }
        this.packed = plan.pack(histories);
        long[] batch = perTicket(plan.readAll(packed, AS_OF));
        for (int i = 0; i < TICKETS; i++) {
            long expected = naive(histories.get(i));
            if (expected != batch[i] || expected != object(histories.get(i))) {
                throw new IllegalStateException("Ticket " + i + ": " + expected + ", " + batch[i]);
            }
        }
    }

    private static Set<LocalDate> holidays() {
        Set<LocalDate> dates = new HashSet<>();
        for (int year = 2005; year <= 2045; year++) {
            for (int month : new int[] {1, 2, 5, 6, 7, 9, 10, 11, 12}) {
                dates.add(LocalDate.of(year, month, 4));
            }
            dates.add(LocalDate.of(year, 12, 25));
            dates.add(LocalDate.of(year, 1, 1));
        }
        return dates;
    }

    private static BusinessCalendar office(Set<LocalDate> holidays) {
        return BusinessCalendar.builder()
                .id("office")
                .zone(ZONE)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .addAllHolidays(holidays.stream()
                        .map(date -> Holiday.on(date, "Holiday"))
                        .toList())
                .build();
    }

    private static List<List<Instant>> instants() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Instant>> tickets = new ArrayList<>(TICKETS);
        for (int i = 0; i < TICKETS; i++) {
            List<Instant> steps = new ArrayList<>();
            Instant at = Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextLong(5 * 365 * 86_400L));
            for (int step = 0; step < 10; step++) {
                steps.add(at);
                at = at.plusSeconds(60 + random.nextLong(12 * 3600));
            }
            tickets.add(steps);
        }
        return tickets;
    }

    private static TicketHistory history(TicketId ticket, List<Instant> steps) {
        Actor customer = Actor.customer("c-7");
        Actor agent = Actor.agent("ana");
        List<TicketEvent> events = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            Actor by = step == 0 || step == 4 || step == 7 ? customer : agent;
            EventHead head = EventHead.of(ticket, steps.get(step), by);
            events.add(
                    switch (step) {
                        case 0 -> new TicketCreated(head, TicketDetails.none());
                        case 1 -> new AssigneeChanged(head, Optional.of(AgentId.of("ana")));
                        case 3 -> new StatusChanged(head, Status.PENDING);
                        case 5 -> new StatusChanged(head, Status.OPEN);
                        case 9 -> new StatusChanged(head, Status.SOLVED);
                        default -> MessageAdded.of(head, Audience.CUSTOMER);
                    });
        }
        return TicketHistory.of(events);
    }

    private long naive(TicketHistory history) {
        Instant created = history.events().get(0).at();
        @Nullable Instant waiting = created;
        @Nullable Instant running = created;
        Duration first = Duration.ZERO;
        Duration next = Duration.ZERO;
        Duration work = Duration.ZERO;
        for (TicketEvent event : history.events()) {
            if (event instanceof MessageAdded message && message.isReply()) {
                first = first.isZero() && created.equals(waiting) ? walk(created, event.at()) : first;
                if (waiting != null) {
                    Duration wait = walk(waiting, event.at());
                    next = wait.compareTo(next) > 0 ? wait : next;
                    waiting = null;
                }
            } else if (event instanceof MessageAdded) {
                waiting = waiting == null ? event.at() : waiting;
            } else if (event instanceof StatusChanged change) {
                if (running != null) {
                    work = work.plus(walk(running, event.at()));
                }
                running = change.to().equals(Status.OPEN) ? event.at() : null;
            }
        }
        return sum(first, next, work);
    }

    private Duration walk(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate last = to.atZone(ZONE).toLocalDate();
        for (LocalDate date = from.atZone(ZONE).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            DayOfWeek day = date.getDayOfWeek();
            if (day == SATURDAY || day == SUNDAY || holidays.contains(date)) {
                continue;
            }
            Instant begin = date.atTime(OPEN).atZone(ZONE).toInstant();
            Instant end = date.atTime(CLOSE).atZone(ZONE).toInstant();
            begin = begin.isBefore(from) ? from : begin;
            end = end.isAfter(to) ? to : end;
            open = begin.isBefore(end) ? open.plus(Duration.between(begin, end)) : open;
        }
        return open;
    }

    private static long sum(Duration first, Duration next, Duration work) {
        int breaches = (first.compareTo(FIRST) > 0 ? 1 : 0)
                | (next.compareTo(NEXT) > 0 ? 2 : 0)
                | (work.compareTo(WORK) > 0 ? 4 : 0);
        return first.toSeconds() + next.toSeconds() + work.toSeconds() + breaches;
    }

    private long object(TicketHistory history) {
        Worst worst = new Worst();
        for (SlaReading reading : plan.read(history, AS_OF).all()) {
            worst.add(reading.metric(), reading.elapsed().toNanos(), reading.state());
        }
        return worst.sum();
    }

    private static long[] perTicket(SlaColumns columns) {
        long[] sums = new long[TICKETS];
        Worst worst = new Worst();
        for (int row = 0; row < columns.size(); row++) {
            worst.add(columns, row);
            if (isLastOfTicket(columns, row)) {
                sums[columns.ticket(row)] = worst.sum();
                worst.clear();
            }
        }
        return sums;
    }

    private static long total(SlaColumns columns) {
        long sum = 0;
        Worst worst = new Worst();
        for (int row = 0; row < columns.size(); row++) {
            worst.add(columns, row);
            if (isLastOfTicket(columns, row)) {
                sum += worst.sum();
                worst.clear();
            }
        }
        return sum;
    }

    private static boolean isLastOfTicket(SlaColumns columns, int row) {
        return row + 1 == columns.size() || columns.ticket(row + 1) != columns.ticket(row);
    }

    /** The sum of the walk, from the readings of one ticket. */
    private static final class Worst {
        private static final SlaMetricId ANY = ANY_REPLY.id();
        private static final SlaMetricId REPLY = SlaMetric.FIRST_REPLY.id();

        private long work;
        private long next;
        private int breaches;

        void add(SlaColumns columns, int row) {
            add(columns.metric(row), columns.elapsed(row), columns.state(row));
        }

        void add(SlaMetricId metric, long elapsed, SlaState state) {
            if (metric.equals(ANY)) {
                next = Math.max(next, elapsed);
                breaches |= isOver(NEXT, elapsed, state) ? 2 : 0;
            } else {
                boolean reply = metric.equals(REPLY);
                work += elapsed;
                breaches |= isOver(reply ? FIRST : WORK, elapsed, state) ? reply ? 1 : 4 : 0;
            }
        }

        void clear() {
            work = 0;
            next = 0;
            breaches = 0;
        }

        /** The walk calls late only what was worked on too long, not what lay finished over a night. */
        private static boolean isOver(Duration target, long elapsed, SlaState state) {
            return state == SlaState.BREACHED && elapsed > target.toNanos();
        }

        long sum() {
            return (work + next) / 1_000_000_000L + breaches;
        }
    }

    /** {@return the sums of a walk over events and days} */
    @Benchmark
    @OperationsPerInvocation(TICKETS)
    public long naiveWalk() {
        long sum = 0;
        for (TicketHistory history : histories) {
            sum += naive(history);
        }
        return sum;
    }

    /** {@return the sums of readings as objects} */
    @Benchmark
    @OperationsPerInvocation(TICKETS)
    public long objectForm() {
        long sum = 0;
        for (TicketHistory history : histories) {
            sum += object(history);
        }
        return sum;
    }

    /** {@return the sums of readings as columns} */
    @Benchmark
    @OperationsPerInvocation(TICKETS)
    public long batchForm() {
        return total(plan.readAll(packed, AS_OF));
    }

    /** {@return the sums of readings as columns, with the due time of each} */
    @Benchmark
    @OperationsPerInvocation(TICKETS)
    public long batchFormWithDueTimes() {
        SlaColumns columns = plan.readAll(packed, AS_OF);
        long sum = 0;
        for (int row = 0; row < columns.size(); row++) {
            sum += columns.dueAt(row);
        }
        return sum + total(columns);
    }

    /** {@return how many symbols packing all histories gives} */
    @Benchmark
    @OperationsPerInvocation(TICKETS)
    public long packing() {
        return plan.pack(histories).events();
    }

    /**
     * Runs all contenders in turn.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        SlaBenchmark contenders = new SlaBenchmark();
        new InTurn(TICKETS, 20)
                .add("naive walk over events and days", contenders::naiveWalk)
                .add("object form", contenders::objectForm)
                .add("batch form", contenders::batchForm)
                .add("batch form with due times", contenders::batchFormWithDueTimes)
                .add("packing", contenders::packing)
                .print(System.out);
    }
}
