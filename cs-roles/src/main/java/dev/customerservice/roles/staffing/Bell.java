package dev.customerservice.roles.staffing;

/**
 * Integrals of exp(-c φ(w) - b w) with φ(w) = e⁻ʷ - 1 + w, whose largest value, 1, is at 0 in all that may be asked for.
 *
 * <p>Both the Erlang B formula at a real number of servers and the virtual wait of Erlang A are of this form once the peak is moved to 0.
 * Nothing overflows, and all that is added is positive, so the error stays near that of one value. Panels of sixteen Gauss-Legendre nodes
 * go outward from the peak, each over a fall by a factor of about e⁶, until one adds nothing.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // nodes and weights as they were published
final class Bell {
    private static final double[] NODES = {
        0.0950125098376374401853193, 0.2816035507792589132304605, 0.4580167776572273863424194,
                0.6178762444026437484466718,
        0.7554044083550030338951012, 0.8656312023878317438804679, 0.9445750230732325760779884,
                0.9894009349916499325961542
    };
    private static final double[] WEIGHTS = {
        0.1894506104550684962853967, 0.1826034150449235888667637, 0.1691565193950025381893121,
                0.1495959888165767320815017,
        0.1246289712555338720524763, 0.0951585116824927848099251, 0.0622535239386478928628438,
                0.0271524594117540948517806
    };

    private final double c;
    private final double b;

    /** A bell with b = 0, or a side of one: where b is above 0, ask from 0 on only; where it is below 0, up to 0 only. */
    Bell(double c, double b) {
        this.c = c;
        this.b = b;
    }

    /**
     * Three integrals over one stretch, by v, the distance from an origin.
     *
     * @param mass of the bell
     * @param left of the bell times 1 - e⁻ᵛ
     * @param stayed of the bell times v e⁻ᵛ
     */
    record Parts(double mass, double left, double stayed) {
        Parts plus(Parts other) {
            return new Parts(mass + other.mass, left + other.left, stayed + other.stayed);
        }
    }

    /** φ, without cancellation near 0. */
    static double phi(double w) {
        if (Math.abs(w) > 0.1) {
            return Math.expm1(-w) + w;
        }
        double sum = 0;
        for (int k = 10; k > 1; k--) {
            sum = (1 - sum * w) / k;
        }
        return sum * w * w;
    }

    /** The integral of the bell; either end may be infinite. */
    double mass(double from, double to) {
        double[] sum = new double[1];
        walk(from, to, (middle, half) -> {
            double mass = 0;
            for (int i = 0; i < NODES.length; i++) {
                mass += WEIGHTS[i] * (at(middle - half * NODES[i]) + at(middle + half * NODES[i]));
            }
            sum[0] += mass * half;
            return mass * half;
        });
        return sum[0];
    }

    /** All three integrals, with v counted from the origin. */
    Parts parts(double from, double to, double origin) {
        double[] sum = new double[3];
        walk(from, to, (middle, half) -> {
            double mass = 0;
            for (int i = -NODES.length; i < NODES.length; i++) {
                int node = i < 0 ? -1 - i : i;
                double w = middle + (i < 0 ? -half : half) * NODES[node];
                double weight = half * WEIGHTS[node] * at(w);
                double v = w - origin;
                double left = -Math.expm1(-v);
                mass += weight;
                sum[1] += weight * left;
                sum[2] += weight * v * (1 - left);
            }
            sum[0] += mass;
            return mass;
        });
        return new Parts(sum[0], sum[1], sum[2]);
    }

    private double at(double w) {
        return Math.exp(-c * phi(w) - b * w);
    }

    private interface Panel {
        double add(double middle, double half);
    }

    private void walk(double from, double to, Panel panel) {
        double peak = Math.min(Math.max(0, from), to);
        double total = 0;
        double part = 1;
        for (double w = peak; w < to && part > total * 1e-18; ) {
            double end = Math.min(to, w + step(w));
            part = panel.add((w + end) / 2, (end - w) / 2);
            total += part;
            w = end;
        }
        part = 1;
        for (double w = peak; w > from && part > total * 1e-18; ) {
            double end = Math.max(from, w - step(w));
            part = panel.add((w + end) / 2, (w - end) / 2);
            total += part;
            w = end;
        }
    }

    private double step(double w) {
        double grown = Math.exp(-w);
        double slope = Math.abs(c * (1 - grown) + b);
        return Math.min(2, 6 / (slope + 2 * Math.sqrt(c * Math.max(1, grown))));
    }
}
