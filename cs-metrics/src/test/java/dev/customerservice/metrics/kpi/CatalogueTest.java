package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.FigureFacts;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.AccumulatorLaws;
import dev.customerservice.metrics.testing.SampleFacts;
import dev.customerservice.metrics.testing.TicketHistories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every measure of the catalogue. One that is added without facts that it counts fails here. */
@Tag("S0-59")
class CatalogueTest {
    private static final int SAMPLES = 40;
    private static List<Facts> samples = List.of();

    private static List<Kpi<?, ?>> all() {
        return KpiCatalogue.chapters().values().stream().flatMap(List::stream).collect(Collectors.toList());
    }

    @BeforeAll
    static void draw() {
        samples = new Random(20260309)
                .longs(SAMPLES)
                .mapToObj(seed -> SampleFacts.beside(KpiProperties.facts(TicketHistories.drawn(seed)), seed))
                .toList();
    }

    private static <F extends Fact> List<F> rows(Kpi<F, ?> kpi, Facts facts) {
        if (kpi.cohort() instanceof Cohort.Stock) {
            // the facts of a stock are those of the backlog
            @SuppressWarnings("unchecked")
            List<F> open = (List<F>) facts.openAt(TicketHistories.AS_OF, Backlog.unsolved());
            return open;
        }
        return facts.rows(kpi.cohort().kind());
    }

    @Test
    void everyMeasureMergesAsACommutativeMonoid() {
        for (int i = 0; i < SAMPLES; i++) {
            for (Kpi<?, ?> kpi : all()) {
                laws(kpi, samples.get(i), i);
            }
        }
    }

    private static <F extends Fact> void laws(Kpi<F, ?> kpi, Facts facts, long seed) {
        AccumulatorLaws.check(kpi, rows(kpi, facts), seed);
    }

    @Test
    void everyMeasureHasFactsThatMakeItMoreThanNothing() {
        Set<String> counted = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (Kpi<?, ?> kpi : all()) {
            missing.add(kpi.id());
            samples.stream()
                    .map(facts -> measured(kpi, facts))
                    .filter(measurement -> measurement.n() > 0)
                    .forEach(any -> counted.add(kpi.id()));
        }
        missing.removeAll(counted);

        // the log of the generated tickets states no resolution of its own
        missing.removeIf(id -> id.contains("stated"));
        assertTrue(missing.isEmpty(), "never counted anything: " + missing);
    }

    private static <F extends Fact> Measurement<?> measured(Kpi<F, ?> kpi, Facts facts) {
        return rows(kpi, facts).stream().collect(kpi.collector());
    }

    @Test
    void everyStateCanBeSentToAnotherMachine() throws IOException, ClassNotFoundException {
        for (Kpi<?, ?> kpi : all()) {
            State<?> state = state(kpi, samples.get(0));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertEquals(state, in.readObject(), kpi.id());
            }
        }
    }

    private static <F extends Fact> State<?> state(Kpi<F, ?> kpi, Facts facts) {
        return fold(kpi.accumulator(), rows(kpi, facts));
    }

    private static <F, S extends State<S>> S fold(Accumulator<F, S, ?> accumulator, List<F> facts) {
        Accumulator.Buffer<F, S> buffer = accumulator.buffer();
        facts.forEach(buffer::add);
        return buffer.state();
    }

    @Test
    void aShareIsOne() {
        for (Kpi<?, ?> kpi : all()) {
            for (Facts facts : samples) {
                if (kpi.definition().unit() == Unit.SHARE
                        && measured(kpi, facts).amount().orElse(null) instanceof Ratio ratio) {
                    assertTrue(ratio.isShare(), kpi + " " + ratio);
                }
            }
        }
    }

    @Test
    void figuresOfOthersAreNeverAmongTheOwn() {
        for (Kpi<?, ?> kpi : all()) {
            SourceKind kind = kpi.cohort().kind() == FigureFacts.class ? SourceKind.SECONDARY : SourceKind.PRIMARY;
            assertEquals(kind, kpi.definition().sourceKind(), kpi.id());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new FigureFacts(Instant.EPOCH, "csat", Double.NaN, "somebody", Instant.EPOCH));
        assertEquals(
                SourceKind.SECONDARY,
                BenchmarkKpis.benchmark("csat").definition().sourceKind());
    }

    @Test
    void everyDefinitionSaysAllThereIsToSay() {
        for (Kpi<?, ?> kpi : all()) {
            KpiDefinition definition = kpi.definition();
            assertFalse(definition.formula().isBlank(), kpi.id());
            assertFalse(definition.population().isBlank(), kpi.id());
            assertFalse(definition.range().isBlank(), kpi.id());
            assertEquals(kpi.cohort().rule(), definition.cohort(), kpi.id());
        }
    }
}
