package dev.customerservice.metrics.statistics;

/** Retention where only counts are known. With the customers themselves it is a plain share, which cannot be impossible. */
public final class Retention {
    private Retention() {}

    /**
     * Finds the customers that stayed: (end - new) of start.
     *
     * @param atStart customers at the start
     * @param atEnd customers at the end, the new ones among them
     * @param newInPeriod customers that came in between
     * @return the share that stayed; its complement is churn
     * @throws IllegalArgumentException for counts that cannot be: negative ones, more new ones than there are at the end, or more that stayed than
     *     there were
     */
    public static Ratio ofCounts(long atStart, long atEnd, long newInPeriod) {
        if (newInPeriod < 0) {
            throw new IllegalArgumentException(
                    "New customers (" + newInPeriod + ") must not be negative.\nMaybe it is a difference.");
        }
        if (newInPeriod > atEnd) {
            throw new IllegalArgumentException("New customers (" + newInPeriod
                    + ") must not be more than there are at the end (" + atEnd
                    + ").\nMaybe some of them left again: count those as never there.");
        }
        long stayed = atEnd - newInPeriod;
        if (stayed > atStart) {
            throw new IllegalArgumentException("Customers that stayed (" + stayed
                    + ") must not be more than there were at the start (" + atStart
                    + ").\nMaybe customers that came back were not counted as new.");
        }
        return Ratio.of(stayed, atStart);
    }

    /**
     * Carries churn over several periods: 1 - (1 - churn)^periods, and not churn times periods.
     *
     * @param churnPerPeriod the share that leaves in each period, 0 to 1
     * @param periods how many periods, not negative
     * @return the share that has left after all of them
     */
    public static double churnOver(double churnPerPeriod, int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException(
                    "Number of periods (" + periods + ") must not be negative.\nMaybe the dates were swapped.");
        }
        if (!(churnPerPeriod >= 0 && churnPerPeriod <= 1)) {
            throw new IllegalArgumentException(
                    "Churn (" + churnPerPeriod + ") must be a share from 0 to 1.\nMaybe it is a percentage.");
        }
        // for 0 periods of certain loss the logarithm would make 0 times infinity
        return periods == 0 ? 0 : -Math.expm1(periods * Math.log1p(-churnPerPeriod));
    }
}
