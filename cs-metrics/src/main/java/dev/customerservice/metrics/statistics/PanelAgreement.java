package dev.customerservice.metrics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far any number of people who judge the same things agree, where not everybody need have judged everything. For two judges with
 * weights see {@link Agreement}.
 *
 * <p>Every figure is 1 where all agree and undefined where nothing was judged twice; those corrected for chance are also undefined where
 * only one verdict was ever given, since nobody could have disagreed.
 */
public final class PanelAgreement {
    /** What the distance between two verdicts means. */
    public enum Level {
        /** Verdicts without an order: all disagreements are alike. */
        NOMINAL,
        /** Verdicts in an order: a disagreement counts by how many verdicts lie between. */
        ORDINAL,
        /** Numbers: a disagreement counts by the square of its distance. */
        INTERVAL,
        /** Numbers with a true zero, none negative: a disagreement counts by the square of its distance relative to the sum. */
        RATIO
    }

    private final double[] verdicts;
    private final long[][] counts;

    private PanelAgreement(double[] verdicts, long[][] counts) {
        this.verdicts = verdicts;
        this.counts = counts;
    }

    /**
     * Takes how often each verdict was given on each thing; the verdicts are numbered 1, 2, 3 in their order.
     *
     * @param byThing one row for each thing, one column for each verdict, rows of equal length, not negative
     * @return their agreement
     * @throws IllegalArgumentException when rows differ in length or a count is negative
     */
    public static PanelAgreement ofCounts(long[][] byThing) {
        int width = byThing.length == 0 ? 0 : byThing[0].length;
        long[][] copy = new long[byThing.length][];
        for (int thing = 0; thing < byThing.length; thing++) {
            copy[thing] = byThing[thing].clone();
            if (copy[thing].length != width) {
                throw new IllegalArgumentException("Row (" + thing + ") of counts must have " + width
                        + " columns.\nMaybe a verdict that nobody gave was left out.");
            }
            for (long count : copy[thing]) {
                if (count < 0) {
                    throw new IllegalArgumentException(
                            "Count (" + count + ") must not be negative.\nMaybe it is a difference.");
                }
            }
        }
        double[] numbers = new double[width];
        Arrays.setAll(numbers, i -> i + 1.0);
        return new PanelAgreement(numbers, copy);
    }

    /**
     * Takes what each judge said about each thing; verdicts that nobody gave do not exist.
     *
     * @param byJudge one list for each judge, of equal length, in the same order of things; empty where a judge did not judge
     * @return their agreement
     * @throws IllegalArgumentException when lists differ in length or a verdict is not finite
     */
    public static PanelAgreement ofRatings(List<? extends List<OptionalDouble>> byJudge) {
        int things = byJudge.isEmpty() ? 0 : byJudge.get(0).size();
        for (List<OptionalDouble> judge : byJudge) {
            if (judge.size() != things) {
                throw new IllegalArgumentException("Ratings of a judge (" + judge.size() + ") must be " + things
                        + ", as many as of the first.\nMaybe leave those empty that this judge did not see.");
            }
        }
        double[] numbers = byJudge.stream()
                .flatMap(List::stream)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .map(number -> number + 0.0)
                .distinct()
                .sorted()
                .toArray();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "Verdict (" + number + ") must be finite.\nMaybe leave it empty when there is none.");
            }
        }
        long[][] counts = new long[things][numbers.length];
        for (List<OptionalDouble> judge : byJudge) {
            for (int thing = 0; thing < things; thing++) {
                if (judge.get(thing).isPresent()) {
                    counts[thing][Arrays.binarySearch(numbers, judge.get(thing).getAsDouble() + 0.0)]++;
                }
            }
        }
        return new PanelAgreement(numbers, counts);
    }

    /** {@return the share of pairs of judges who agree on a thing, mean over the things judged at least twice; empty where there is none} */
    public OptionalDouble observed() {
        return Arrays.stream(counts)
                .filter(thing -> sum(thing) > 1)
                .mapToDouble(PanelAgreement::agreeing)
                .average();
    }

    /**
     * Fleiss' kappa (1971), the chance agreement taken from how often each verdict was given in all.
     *
     * @return kappa, at most 1; empty where it is undefined, and where the things were not all judged by the same number of judges, at
     *     least two
     */
    public OptionalDouble fleiss() {
        long judges = counts.length == 0 ? 0 : sum(counts[0]);
        if (judges < 2 || used() < 2 || Arrays.stream(counts).anyMatch(thing -> sum(thing) != judges)) {
            return OptionalDouble.empty();
        }
        double all = (double) judges * counts.length;
        double chance = 0;
        for (int verdict = 0; verdict < verdicts.length; verdict++) {
            double share = given(verdict) / all;
            chance += share * share;
        }
        return corrected(chance);
    }

    /**
     * Gwet's AC1 (2008), which stays sensible where nearly all verdicts are the same and kappa falls to 0.
     *
     * @return AC1, at most 1; empty where nothing was judged twice or only one verdict exists
     */
    public OptionalDouble ac1() {
        if (verdicts.length < 2 || Arrays.stream(counts).noneMatch(thing -> sum(thing) > 1)) {
            return OptionalDouble.empty();
        }
        double chance = 0;
        for (int verdict = 0; verdict < verdicts.length; verdict++) {
            double share = 0;
            long judged = 0;
            for (long[] thing : counts) {
                long judges = sum(thing);
                if (judges > 0) {
                    share += (double) thing[verdict] / judges;
                    judged++;
                }
            }
            share /= judged;
            chance += share * (1 - share) / (verdicts.length - 1);
        }
        return corrected(chance);
    }

    /**
     * Krippendorff's alpha (2004): 1 - observed / expected disagreement. Things judged once do not count; any number of judges may be
     * missing anywhere.
     *
     * @param level what the distance between two verdicts means
     * @return alpha, at most 1, or empty where it is undefined
     * @throws IllegalArgumentException when the level is {@link Level#RATIO} and a verdict is negative
     */
    public OptionalDouble alpha(Level level) {
        if (level == Level.RATIO && verdicts.length > 0 && verdicts[0] < 0) {
            throw new IllegalArgumentException("Verdict (" + verdicts[0]
                    + ") must not be negative on a ratio scale.\nMaybe the scale is an interval scale.");
        }
        long[][] paired = Arrays.stream(counts).filter(thing -> sum(thing) > 1).toArray(long[][]::new);
        double[] given = new double[verdicts.length];
        for (long[] thing : paired) {
            for (int verdict = 0; verdict < given.length; verdict++) {
                given[verdict] += thing[verdict];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int one = 0; one < given.length; one++) {
            for (int other = one + 1; other < given.length; other++) {
                double distance = distance(level, given, one, other);
                expected += given[one] * given[other] * distance;
                for (long[] thing : paired) {
                    observed += (double) thing[one] * thing[other] / (sum(thing) - 1) * distance;
                }
            }
        }
        double all = Arrays.stream(given).sum();
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * observed / expected);
    }

    private double distance(Level level, double[] given, int one, int other) {
        double apart = switch (level) {
            case NOMINAL -> 1;
            case ORDINAL -> between(given, one, other);
            case INTERVAL -> verdicts[other] - verdicts[one];
            case RATIO -> (verdicts[other] - verdicts[one]) / (verdicts[other] + verdicts[one]);
        };
        return apart * apart;
    }

    private static double between(double[] given, int one, int other) {
        double ranks = -(given[one] + given[other]) / 2;
        for (int verdict = one; verdict <= other; verdict++) {
            ranks += given[verdict];
        }
        return ranks;
    }

    private OptionalDouble corrected(double chance) {
        return OptionalDouble.of((observed().orElseThrow() - chance) / (1 - chance));
    }

    private long used() {
        return IntStream.range(0, verdicts.length)
                .filter(verdict -> given(verdict) > 0)
                .count();
    }

    private long given(int verdict) {
        return Arrays.stream(counts).mapToLong(thing -> thing[verdict]).sum();
    }

    private static double agreeing(long[] thing) {
        double judges = sum(thing);
        double pairs = 0;
        for (long count : thing) {
            pairs += (double) count * (count - 1);
        }
        return pairs / (judges * (judges - 1));
    }

    private static long sum(long[] thing) {
        long sum = 0;
        for (long count : thing) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }
}
