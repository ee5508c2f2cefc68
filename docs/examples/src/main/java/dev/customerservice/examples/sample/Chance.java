package dev.customerservice.examples.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The dice of the simulation. Only {@link StrictMath} is used, because the bytes of the sample must not depend on the
 * processor that made them.
 */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** {@return an index, chosen in proportion to its weight} */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** {@return how often something happens that happens {@code mean} times on average} */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** {@return a positive amount whose logarithm is normal: most near the median, a few far above it} */
    double lognormal(double median, double spread) {
        double u = 1 - random.nextDouble();
        double normal = StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * random.nextDouble());
        return median * StrictMath.exp(spread * normal);
    }
}
