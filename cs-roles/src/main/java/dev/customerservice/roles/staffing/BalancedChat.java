package dev.customerservice.roles.staffing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Agents that hold several chats at once, each agent slower for it, with the chats spread evenly and one queue behind them.
 *
 * <p>With s chats in service over n agents, s mod n of them hold ⌊s/n⌋ + 1 and the others ⌊s/n⌋; an agent with j chats completes
 * {@code paces[j-1]} times as many as with one. That is a birth-death chain up to n · k chats, and a queue of constant pace beyond. It shows
 * what a divisor of the handle time cannot: more chats at once add places, and throughput only as far as the paces grow. Evenly spread is
 * an assumption: departures unbalance real teams.
 *
 * @param paces how many times the throughput of one chat an agent has with 1, 2, … chats; the first is 1, and none is below the one before
 */
public record BalancedChat(List<BigDecimal> paces) implements StaffingModel {
    private static final List<Reason> ASSUMED = List.of(ErlangC.NOBODY_GIVES_UP, Reason.advice("SPREAD_EVENLY"));

    /** Refuses paces that do not begin with 1 or fall. */
    public BalancedChat {
        paces = List.copyOf(paces);
        paces.forEach(pace -> Decimals.require("pace", pace));
        if (paces.isEmpty() || paces.get(0).compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("paces (" + Shown.of(paces)
                    + ") must begin with 1, the pace with one chat\nMaybe use ofCompletions.");
        }
        for (int i = 1; i < paces.size(); i++) {
            if (paces.get(i).compareTo(paces.get(i - 1)) < 0) {
                throw new IllegalArgumentException(
                        "paces (" + Shown.of(paces) + ") must not fall\nMaybe allow fewer chats at once.");
            }
        }
    }

    /**
     * Takes paces.
     *
     * @param paces how many times the throughput of one chat an agent has with 1, 2, … chats, as decimals
     * @return the model
     * @throws IllegalArgumentException when one is no number, longer than 40 digits or below the one before, or the first is not 1
     */
    public static BalancedChat ofPaces(String... paces) {
        return new BalancedChat(
                Arrays.stream(paces).map(pace -> Decimals.parse("pace", pace)).toList());
    }

    /**
     * Takes what was counted.
     *
     * @param completions how many chats an agent completes in a time, such as an hour, while holding 1, 2, … chats
     * @return the model, with paces over the first of them
     */
    public static BalancedChat ofCompletions(List<BigDecimal> completions) {
        if (completions.isEmpty() || completions.get(0).signum() <= 0) {
            throw new IllegalArgumentException(
                    "completions (" + Shown.of(completions) + ") must begin above 0\nMaybe the first was left out.");
        }
        return new BalancedChat(completions.stream()
                .map(each -> each.divide(completions.get(0), MathContext.DECIMAL128))
                .toList());
    }

    @Override
    public QueueOutlook outlook(Workload work, int agents, Duration threshold) {
        AgentSearch.require(agents, threshold);
        double handle = Measures.seconds(work.handleTime());
        double load = work.offeredLoad();
        int places = Math.multiplyExact(agents, paces.size());
        double top = agents * paces.get(paces.size() - 1).doubleValue();
        boolean endless = load > 0 && top <= load;
        Chain chain = endless || places == 0 ? new Chain(endless ? 1 : 0, places, agents) : chain(agents, places, load);
        double delayed = endless || places == 0 ? Double.NaN : handle / (top - load);
        double mean = chain.full() == 0 ? 0 : chain.full() * delayed;
        double answered = endless
                ? 0
                : chain.full() == 0 ? 1 : 1 - chain.full() * Math.exp(-Measures.seconds(threshold) / delayed);
        double busy = agents == 0 ? (endless ? 1 : 0) : chain.busy() / agents;
        QueueOutlook.Builder outlook = new Measures(agents, chain.full(), 0, 0, answered, 0, mean, mean, delayed, busy)
                .outlook(work, threshold);
        outlook.places(places)
                .meanInService(chain.inService())
                .maxThroughputPerHour(top / handle * 3600)
                .assumptions(ASSUMED);
        if (endless) {
            outlook.queueGrowthPerHour((load - top) / handle * 3600);
        }
        return outlook.build();
    }

    /**
     * The steady state of the chain.
     *
     * @param full the share of time in which every place is taken
     * @param inService the mean number of chats in service
     * @param busy the mean number of agents with a chat
     */
    private record Chain(double full, double inService, double busy) {}

    /** Sums outward from the most likely state, whose weight is 1, so that nothing overflows. */
    private Chain chain(int agents, int places, double load) {
        double[] pace = new double[paces.size() + 1];
        for (int j = 1; j < pace.length; j++) {
            pace[j] = paces.get(j - 1).doubleValue();
        }
        int mode = 0;
        for (int high = places + 1; high - mode > 1; ) {
            int middle = mode + (high - mode) / 2;
            if (rate(pace, agents, middle) <= load) {
                mode = middle;
            } else {
                high = middle;
            }
        }
        double total = 1;
        double inService = mode;
        double busy = Math.min(mode, agents);
        double weight = 1;
        for (int s = mode; s > 0 && weight > 0; s--) {
            weight *= rate(pace, agents, s) / load;
            total += weight;
            inService += weight * (s - 1);
            busy += weight * Math.min(s - 1, agents);
        }
        weight = 1;
        for (int s = mode + 1; s <= places; s++) {
            weight *= load / rate(pace, agents, s);
            total += weight;
            inService += weight * s;
            busy += weight * Math.min(s, agents);
        }
        double free = 1 - load / rate(pace, agents, places);
        double waiting = weight / free - weight;
        total += waiting;
        return new Chain(
                (weight + waiting) / total, (inService + waiting * places) / total, (busy + waiting * agents) / total);
    }

    private static double rate(double[] pace, int agents, int chats) {
        int each = chats / agents;
        int more = chats % agents;
        return (agents - more) * pace[each] + (more == 0 ? 0 : more * pace[each + 1]);
    }
}
