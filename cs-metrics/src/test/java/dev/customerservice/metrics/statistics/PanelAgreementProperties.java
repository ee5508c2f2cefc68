package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.PanelAgreement.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is asked first, in which order and by which name never changes how far a panel agrees. */
class PanelAgreementProperties {
    private static final double CLOSE = 1e-9;

    @Property
    void theOrderOfJudgesAndThingsIsNothing(@ForAll("panels") List<List<OptionalDouble>> panel, @ForAll Random random) {
        List<List<OptionalDouble>> judges = new ArrayList<>(panel);
        Collections.shuffle(judges, random);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(order, random);
        List<List<OptionalDouble>> shuffled = judges.stream()
                .map(judge -> order.stream().map(judge::get).toList())
                .toList();
        assertSame(figures(panel), figures(shuffled));
    }

    @Property
    void namesOfVerdictsAreNothingWhereTheyHaveNoOrder(@ForAll("panels") List<List<OptionalDouble>> panel) {
        double[] other = {7, 3, 11, 0};
        List<List<OptionalDouble>> renamed = panel.stream()
                .map(judge -> judge.stream()
                        .map(verdict ->
                                verdict.isPresent() ? OptionalDouble.of(other[(int) verdict.getAsDouble()]) : verdict)
                        .toList())
                .toList();
        PanelAgreement one = PanelAgreement.ofRatings(panel);
        PanelAgreement two = PanelAgreement.ofRatings(renamed);
        assertSame(
                List.of(one.observed(), one.fleiss(), one.ac1(), one.alpha(Level.NOMINAL)),
                List.of(two.observed(), two.fleiss(), two.ac1(), two.alpha(Level.NOMINAL)));
    }

    @Property
    void unitsOfMeasureAreNothingToAlpha(@ForAll("panels") List<List<OptionalDouble>> panel) {
        List<List<OptionalDouble>> shifted = panel.stream()
                .map(judge -> judge.stream()
                        .map(verdict ->
                                verdict.isPresent() ? OptionalDouble.of(3 * verdict.getAsDouble() + 5) : verdict)
                        .toList())
                .toList();
        PanelAgreement one = PanelAgreement.ofRatings(panel);
        PanelAgreement two = PanelAgreement.ofRatings(shifted);
        assertSame(
                List.of(one.alpha(Level.ORDINAL), one.alpha(Level.INTERVAL)),
                List.of(two.alpha(Level.ORDINAL), two.alpha(Level.INTERVAL)));
    }

    @Property
    void allAgreeExactlyWhereTheFigureIsOne(@ForAll("panels") List<List<OptionalDouble>> panel) {
        PanelAgreement agreement = PanelAgreement.ofRatings(panel);
        boolean perfect =
                agreement.observed().isPresent() && agreement.observed().getAsDouble() == 1;
        for (OptionalDouble figure : figures(panel)) {
            figure.ifPresent(value -> {
                assertTrue(value <= 1 + CLOSE);
                assertEquals(perfect, Math.abs(value - 1) < CLOSE);
            });
        }
    }

    /** Alpha counted pair by pair, as its definition is told. */
    @Property
    void alphaIsWhatPairByPairSays(@ForAll("panels") List<List<OptionalDouble>> panel) {
        List<double[]> things = new ArrayList<>();
        for (int thing = 0; thing < 6; thing++) {
            int column = thing;
            double[] given = panel.stream()
                    .map(judge -> judge.get(column))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (given.length > 1) {
                things.add(given);
            }
        }
        double[] all = things.stream().flatMapToDouble(Arrays::stream).toArray();
        double expected = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                expected += (all[i] - all[j]) * (all[i] - all[j]);
            }
        }
        double observed = 0;
        for (double[] given : things) {
            for (double one : given) {
                for (double other : given) {
                    observed += (one - other) * (one - other) / (given.length - 1);
                }
            }
        }
        OptionalDouble alpha = PanelAgreement.ofRatings(panel).alpha(Level.INTERVAL);
        assertEquals(expected > 0, alpha.isPresent());
        if (expected > 0) {
            assertEquals(
                    1 - observed / all.length / (expected / all.length / (all.length - 1)), alpha.getAsDouble(), CLOSE);
        }
    }

    private static List<OptionalDouble> figures(List<List<OptionalDouble>> panel) {
        PanelAgreement agreement = PanelAgreement.ofRatings(panel);
        List<OptionalDouble> figures =
                new ArrayList<>(List.of(agreement.observed(), agreement.fleiss(), agreement.ac1()));
        for (Level level : Level.values()) {
            figures.add(agreement.alpha(level));
        }
        return figures;
    }

    private static void assertSame(List<OptionalDouble> expected, List<OptionalDouble> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).isPresent(), actual.get(i).isPresent());
            assertEquals(expected.get(i).orElse(0), actual.get(i).orElse(0), CLOSE);
        }
    }

    @Provide
    Arbitrary<List<List<OptionalDouble>>> panels() {
        Arbitrary<OptionalDouble> verdict = Arbitraries.integers()
                .between(-1, 3)
                .map(number -> number < 0 ? OptionalDouble.empty() : OptionalDouble.of(number));
        return verdict.list().ofSize(6).list().ofMinSize(1).ofMaxSize(5);
    }
}
