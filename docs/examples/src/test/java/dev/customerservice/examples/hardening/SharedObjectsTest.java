package dev.customerservice.examples.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.sla.PackedHistories;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaColumns;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Sixteen threads that ask one object at once, while what it keeps for later is not made yet, are told what one thread is told.
 */
class SharedObjectsTest {
    private static final int THREADS = 16;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);
    private static final LoadedLog LOG = Sample.log(Sample.rows());
    private static final Instant AS_OF = Sample.asOf(LOG);

    @AfterAll
    static void stop() {
        POOL.shutdown();
    }

    private static <S, A> void alike(int rounds, Supplier<S> fresh, Function<S, A> ask) {
        A alone = ask.apply(fresh.get());
        for (int round = 0; round < rounds; round++) {
            S shared = fresh.get();
            CyclicBarrier together = new CyclicBarrier(THREADS);
            List<Callable<A>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(() -> {
                    together.await();
                    return ask.apply(shared);
                });
            }
            try {
                for (Future<A> answer : POOL.invokeAll(tasks)) {
                    assertEquals(alone, answer.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static BusinessCalendar calendar() {
        return JsonFormat2.standard().read(Sample.text("calendars.json"), BusinessCalendar[].class)[0];
    }

    private static List<Object> asked(dev.customerservice.domain.calendar.BusinessTime time) {
        List<Object> answers = new ArrayList<>();
        for (int hour = 0; hour < 200; hour++) {
            Instant at = AS_OF.minus(Duration.ofHours(37L * hour));
            answers.add(time.between(at, AS_OF));
            answers.add(time.plus(at, Duration.ofHours(hour)));
            answers.add(time.isOpen(at));
        }
        return answers;
    }

    @Test
    void calendars() {
        alike(100, SharedObjectsTest::calendar, SharedObjectsTest::asked);
        alike(
                50,
                () -> CalendarTimeline.of(calendar()).then(AS_OF.minusSeconds(999_999), calendar()),
                SharedObjectsTest::asked);
        alike(50, () -> FollowTheSun.of(CalendarId.of("here"), calendar()), SharedObjectsTest::asked);
    }

    @Test
    void plans() {
        alike(
                20,
                Sample::plan,
                plan -> LOG.histories().stream()
                        .limit(100)
                        .map(history -> plan.read(history, AS_OF).all().toString())
                        .toList());
    }

    @Test
    void plansAndPackedHistories() {
        record Packed(SlaPlan plan, PackedHistories histories) {}
        alike(
                10,
                () -> {
                    SlaPlan plan = Sample.plan();
                    return new Packed(plan, plan.pack(LOG.histories()));
                },
                packed -> {
                    SlaColumns columns = packed.plan().readAll(packed.histories(), AS_OF);
                    List<Object> rows = new ArrayList<>();
                    for (int row = 0; row < columns.size(); row++) {
                        rows.add(columns.metric(row) + " " + columns.state(row) + " " + columns.elapsed(row));
                    }
                    return rows;
                });
    }

    @Test
    void factsAndReports() {
        SlaPlan plan = Sample.plan();
        alike(5, () -> Sample.facts(LOG, plan), facts -> Sample.figures(Sample.report(facts, AS_OF)));
        Facts facts = Sample.facts(LOG, plan);
        alike(10, () -> Sample.report(facts, AS_OF), Sample::figures);
    }

    @Test
    void logReaders() {
        String rows = Sample.rows();
        alike(2, () -> LogReader.of(Sample.mapping()), reader -> {
            try {
                return reader.read(new StringReader(rows)).histories();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void formats() {
        for (JsonFormat format : List.of(JsonFormat2.standard(), JsonFormat3.standard())) {
            alike(
                    3,
                    format::strict,
                    shared -> shared.write(shared.read(Sample.text("policies.json"), SlaBook.class))
                            + shared.write(CalendarBook.of(calendar())));
        }
    }

    @Test
    void evidenceAndPlaybooks() {
        Subject ana = Subject.of("person", "ana");
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            evidence.add(
                    Evidence.of("e" + i, i % 3 == 0 ? "feedback.given" : "training.passed", AS_OF.plusSeconds(i), ana));
        }
        alike(
                100,
                () -> EvidenceLog.of(evidence),
                log -> List.of(log.of("feedback.given"), log.about(ana).evidence(), log.find("e7"), log.evidence()));
        alike(2, () -> PlaybookReader.of(JsonFormat3.standard()), PlaybookReader::standard);
    }
}
