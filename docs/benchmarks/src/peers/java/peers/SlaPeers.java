package peers;

import dev.customerservice.benchmarks.InTurn;
import dev.customerservice.benchmarks.SlaBenchmark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The library beside the peers' own contenders for service levels, on their tickets and their calendar, by CPU time in turn.
 *
 * <p>It stands in their package because their references are visible there only.
 */
public final class SlaPeers {
    private static final int EVENTS = SlaBench.SCRIPT.length;

    private final long[] packed = new long[SlaBenchmark.TICKETS * EVENTS];
    private final List<Ticket> tickets = new ArrayList<>();
    private final SlaBenchmark library;

    private SlaPeers() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Instant>> instants = new ArrayList<>();
        for (int i = 0; i < SlaBenchmark.TICKETS; i++) {
            long[] events = SlaBench.pack(random);
            System.arraycopy(events, 0, packed, i * EVENTS, EVENTS);
            tickets.add(SlaBench.object(events, i));
            List<Instant> steps = new ArrayList<>();
            for (long event : events) {
                steps.add(Instant.ofEpochSecond(event >> 8));
            }
            instants.add(steps);
        }
        library = new SlaBenchmark(Cal.HOLIDAYS, instants);
    }

    private long naive() {
        long sum = 0;
        for (Ticket ticket : tickets) {
            sum += SlaBench.naive(ticket);
        }
        return sum;
    }

    private long reference() {
        long sum = 0;
        for (int from = 0; from < packed.length; from += EVENTS) {
            sum += SlaBench.packed(packed, from, from + EVENTS);
        }
        return sum;
    }

    private static void check(String name, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(name + ": " + expected + ", " + found);
        }
    }

    /** All contenders in turn, after their sums have been compared. */
    public static void main(String[] arguments) {
        SlaPeers x = new SlaPeers();
        long expected = x.naive();
        check("reference", expected, x.reference());
        check("library, walk", expected, x.library.naiveWalk());
        check("library, object form", expected, x.library.objectForm());
        check("library, batch form", expected, x.library.batchForm());
        new InTurn(SlaBenchmark.TICKETS, 20)
                .add("naive, their tickets", x::naive)
                .add("naive, our tickets", x.library::naiveWalk)
                .add("packed reference", x::reference)
                .add("library, batch form", x.library::batchForm)
                .add("library, object form", x.library::objectForm)
                .print(System.out);
    }
}
