package dev.customerservice.benchmarks;

import java.util.SplittableRandom;

/**
 * Tickets as plain arrays, as a store of columns hands them out.
 *
 * @param created when each was created, in seconds since 1970
 * @param firstReply the seconds to the first reply, -1 without one
 * @param resolution the seconds to the resolution, -1 without one
 * @param priority 0 for the most urgent to 3
 * @param channel 0 to 5
 * @param team 0 to 19
 * @param csat 1 to 5, 0 without a rating
 * @param reopens how often it was reopened
 * @param replies how many replies it has
 */
// nobody compares tables, and copies of ten million rows would serve nobody
@SuppressWarnings("ArrayRecordComponent")
public record KpiTable(
        long[] created,
        int[] firstReply,
        int[] resolution,
        byte[] priority,
        byte[] channel,
        byte[] team,
        byte[] csat,
        byte[] reopens,
        byte[] replies) {
    /** How many teams there are. */
    public static final int TEAMS = 20;

    /** How many weeks the tickets were created in. */
    public static final int WEEKS = 105;

    /** The first second of the first week, a Monday. */
    public static final long START = 1_672_617_600L;

    private static final int CHANNELS = 6;
    private static final int PRIORITIES = 4;

    /**
     * Makes tickets up: log-normal times, one in fifty without a reply, one in ten not resolved, one in five rated.
     *
     * @param rows how many
     * @return the tickets
     */
    public static KpiTable of(int rows) {
        KpiTable table = new KpiTable(
                new long[rows],
                new int[rows],
                new int[rows],
                new byte[rows],
                new byte[rows],
                new byte[rows],
                new byte[rows],
                new byte[rows],
                new byte[rows]);
        SplittableRandom random = new SplittableRandom(42);
        for (int row = 0; row < rows; row++) {
            table.created[row] = START + random.nextLong(WEEKS * 7L * 86_400);
            table.priority[row] = (byte) random.nextInt(PRIORITIES);
            table.channel[row] = (byte) random.nextInt(CHANNELS);
            table.team[row] = (byte) random.nextInt(TEAMS);
            table.firstReply[row] = random.nextInt(50) == 0 ? -1 : logNormal(random, 8.5, 1.4);
            table.resolution[row] = random.nextInt(10) == 0 ? -1 : logNormal(random, 11, 1.6);
            table.csat[row] = (byte) (random.nextInt(5) == 0 ? 1 + random.nextInt(5) : 0);
            table.reopens[row] = (byte) (random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0);
            table.replies[row] = (byte) (1 + random.nextInt(6));
        }
        return table;
    }

    private static int logNormal(SplittableRandom random, double mean, double deviation) {
        double normal = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        return (int) Math.min(60_000_000, Math.exp(mean + deviation * normal));
    }

    /** {@return how many tickets there are} */
    public int rows() {
        return created.length;
    }
}
