package dev.customerservice.metrics.forecast;

/** Local straight lines through the nearest values, which count less the further away they are (tricube). */
final class Loess {
    private Loess() {}

    static double[] smooth(double[] values, int span) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            smooth[i] = at(values, i, span);
        }
        return smooth;
    }

    /** The smooth value at a place, which may lie before the first value or after the last. */
    static double at(double[] values, int place, int span) {
        int n = values.length;
        int width = Math.min(span, n);
        int first = Math.max(0, Math.min(n - width, place - width / 2));
        double reach = Math.max(Math.abs(place - first), Math.abs(first + width - 1 - place));
        if (span > n) {
            reach += Math.floorDiv(span - n, 2);
        }
        double all = 0;
        double meanX = 0;
        double meanY = 0;
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            double distance = Math.abs(first + i - place);
            double part = distance / Math.max(1, reach);
            weights[i] = distance <= 0.001 * reach ? 1 : part >= 0.999 ? 0 : cube(1 - cube(part));
            all += weights[i];
            meanX += weights[i] * (first + i);
            meanY += weights[i] * values[first + i];
        }
        meanX /= all;
        meanY /= all;
        double spread = 0;
        double joint = 0;
        for (int i = 0; i < width; i++) {
            double x = first + i - meanX;
            spread += weights[i] * x * x;
            joint += weights[i] * x * values[first + i];
        }
        // a line through values at one place would have any slope
        return Math.sqrt(spread / all) > 0.001 * (n - 1) ? meanY + joint / spread * (place - meanX) : meanY;
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
