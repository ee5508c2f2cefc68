package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.SameMatter;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The measures of live calls and chats, dated by their arrival. Contacts sent elsewhere from the queue are in none of the queue's rates. */
public final class ContactKpis {
    private static final Cohort<ContactFacts> BY_ARRIVAL = Cohort.of(ContactFacts.class, When.begun("arrival"));
    private static final Filter<ContactFacts> ANSWERED = ContactFlag.ANSWERED.yes();
    private static final Filter<ContactFacts> ABANDONED = ContactFlag.ABANDONED.yes();
    private static final Filter<ContactFacts> OFFERED = ContactFlag.OFFERED.yes();

    private ContactKpis() {}

    /** Which contacts a mean hold time is over. */
    public enum HoldOver {
        /** All that were answered. */
        ALL,
        /** Those that were put on hold. */
        HELD
    }

    /** What the first contact resolution of contacts is a share of. */
    public enum FirstContact {
        /** Of all contacts whose matter is known. */
        OF_ALL,
        /** Of those whose matter could have been settled at first. */
        OF_POSSIBLE,
        /** Of those whose matter was settled in the end. */
        OF_SETTLED
    }

    /** What contacts that were abandoned at once do in the abandonment rate. */
    public enum ShortAbandons {
        /** They count as any other. */
        COUNTED,
        /** They leave before all counts. */
        LEFT_OUT,
        /** They count as offered and not as abandoned. */
        NOT_ABANDONED
    }

    /** {@return the number of contacts that came to the queue and stayed in it} */
    public static FormulaKpi<ContactFacts, Long> offered() {
        return FormulaKpi.of("contacts_offered", Unit.COUNT, BY_ARRIVAL, new Formula.Count<>(OFFERED))
                .judged(Direction.NEITHER, "Answered and abandoned; those sent elsewhere are not in it.")
                .called("Amazon Connect", "Contacts queued");
    }

    /** {@return the number of contacts that an agent answered} */
    public static FormulaKpi<ContactFacts, Long> handled() {
        return FormulaKpi.of("contacts_handled", Unit.COUNT, BY_ARRIVAL, new Formula.Count<>(ANSWERED))
                .judged(Direction.NEITHER, "Answered by an agent.")
                .called("Amazon Connect", "Contacts handled");
    }

    /** {@return talk, hold and wrap of answered contacts; its mean is AHT} */
    public static TimeKpi<ContactFacts> handleTime() {
        return time("handle_time", ContactTime.HANDLE, ANSWERED)
                .judged(Direction.NEITHER, "Common: (talk + hold + wrap) / handled; lower is not always better.")
                .called("Amazon Connect", "Average handle time");
    }

    /** {@return the time of answered contacts spent talking or writing} */
    public static TimeKpi<ContactFacts> talkTime() {
        return time("talk_time", ContactTime.TALK, ANSWERED)
                .judged(Direction.NEITHER, "A part of the handle time.")
                .called("Amazon Connect", "Agent interaction time");
    }

    /**
     * Measures the time on hold.
     *
     * @param over the contacts that a mean is over
     * @return the time of these contacts on hold
     */
    public static TimeKpi<ContactFacts> holdTime(HoldOver over) {
        return time(
                        "hold_time." + id(over),
                        ContactTime.HOLD,
                        over == HoldOver.ALL ? ANSWERED : ANSWERED.and(ContactFlag.HELD.yes()))
                .judged(Direction.LOWER_IS_BETTER, "Amazon Connect lists both means.")
                .called(
                        "Amazon Connect",
                        over == HoldOver.ALL
                                ? "Average customer hold time all contacts"
                                : "Average customer hold time");
    }

    /** {@return the time of answered contacts spent after the customer had left} */
    public static TimeKpi<ContactFacts> wrapTime() {
        return time("wrap_time", ContactTime.WRAP, ANSWERED)
                .judged(Direction.NEITHER, "A part of the handle time.")
                .called("Amazon Connect", "After contact work time");
    }

    /** {@return the waits of answered contacts; its mean is the average speed of answer} */
    public static TimeKpi<ContactFacts> answerTime() {
        return time("answer_time", ContactTime.WAIT, ANSWERED)
                .judged(Direction.LOWER_IS_BETTER, "Waits of answered contacts only; abandoned waits are apart.")
                .called("Amazon Connect", "Average queue answer time");
    }

    /** {@return the waits of contacts whose customer left} */
    public static TimeKpi<ContactFacts> abandonTime() {
        return time("abandon_time", ContactTime.WAIT, ABANDONED)
                .judged(Direction.NEITHER, "How long customers wait before they leave.")
                .called("Amazon Connect", "Average queue abandon time");
    }

    /** {@return the waits of all offered contacts} */
    public static TimeKpi<ContactFacts> queueTime() {
        return time("queue_time", ContactTime.WAIT, OFFERED)
                .judged(Direction.LOWER_IS_BETTER, "Answered and abandoned together.");
    }

    /**
     * Measures the service level.
     *
     * @param rule the time, what abandons do, whether a wait of exactly the time is within
     * @return the share answered within the time, of the base of that rule
     */
    public static FormulaKpi<ContactFacts, Ratio> serviceLevel(ServiceLevel rule) {
        Filter<ContactFacts> fast = ContactTime.WAIT.atMost(
                rule.inclusive() ? rule.within() : rule.within().minusNanos(1));
        Filter<ContactFacts> base = OFFERED;
        if (rule.shortAbandonsBelow().isPresent()) {
            base = base.and(leftBelow(rule.shortAbandonsBelow().get()).not());
        }
        Formula<ContactFacts, Ratio> formula = switch (rule.abandons()) {
            case NEGATIVE -> new Formula.Share<>(ANSWERED.and(fast), base);
            case IGNORED ->
                new Formula.Share<>(
                        ANSWERED.and(fast), base.and(ABANDONED.and(fast).not()));
            case POSITIVE -> new Formula.Share<>(fast, base);
            case ANSWERED_ONLY -> new Formula.Share<>(fast, ANSWERED);
        };
        return share("service_level." + rule.id(), formula)
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "Cisco Unified ICM/CCE documents the types negative, ignored and positive.")
                .called("Cisco", "Service level, type " + id(rule.abandons()));
    }

    /** {@return the share of offered contacts whose customer left} */
    public static FormulaKpi<ContactFacts, Ratio> abandonment() {
        return share("abandonment", new Formula.Share<>(ABANDONED, OFFERED))
                .judged(Direction.LOWER_IS_BETTER, "Abandoned / offered.")
                .called("Amazon Connect", "Abandonment rate");
    }

    /**
     * Measures abandonment with a rule for customers that left at once.
     *
     * @param rule what they do
     * @param limitExclusive left after less than this is at once
     * @return the share of contacts whose customer left
     */
    public static FormulaKpi<ContactFacts, Ratio> abandonment(ShortAbandons rule, Duration limitExclusive) {
        Filter<ContactFacts> early = leftBelow(limitExclusive).not();
        Formula<ContactFacts, Ratio> formula = switch (rule) {
            case COUNTED -> new Formula.Share<>(ABANDONED, OFFERED);
            case LEFT_OUT -> new Formula.Share<>(ABANDONED, OFFERED.and(early));
            case NOT_ABANDONED -> new Formula.Share<>(ABANDONED.and(early), OFFERED);
        };
        return share("abandonment." + id(rule) + "_below_" + Ids.part(limitExclusive.toString()), formula)
                .judged(Direction.LOWER_IS_BETTER, "Google CCAI leaves short ones out of both counts.");
    }

    /** {@return the share of answered contacts that more than one agent had} */
    public static FormulaKpi<ContactFacts, Ratio> transferRate() {
        return share("transfer_rate", new Formula.Share<>(ContactFlag.TRANSFERRED.yes(), ANSWERED))
                .judged(Direction.LOWER_IS_BETTER, "Transferred / handled.");
    }

    /**
     * Measures how many contacts settle their matter at once, as those who took them say.
     *
     * @param base what it is a share of
     * @return the share of contacts whose matter was settled in the first of them
     */
    public static FormulaKpi<ContactFacts, Ratio> settledAtFirstContact(FirstContact base) {
        Filter<ContactFacts> among = switch (base) {
            case OF_ALL -> Filter.every();
            case OF_POSSIBLE -> ContactFlag.POSSIBLE_AT_FIRST.yes();
            case OF_SETTLED -> ContactFlag.SETTLED.yes();
        };
        return share(
                        "settled_at_first_contact." + id(base),
                        new Formula.Share<>(ContactFlag.SETTLED_AT_FIRST.yes(), among))
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "MetricNet: gross over all incoming contacts, net over those that could be settled at first.");
    }

    /**
     * Measures how many contacts are repeated ones.
     *
     * @param windowInclusive how long after the one before a contact is a repeated one; the end is inside
     * @param matter which contacts are about the same matter
     * @return the share of contacts with an earlier one of the same customer about the same matter within the window
     */
    public static FormulaKpi<ContactFacts, Ratio> repeatRate(Duration windowInclusive, SameMatter matter) {
        return share(
                        "repeat_contact." + id(matter) + ".within_" + Ids.part(windowInclusive.toString()),
                        new Formula.Share<>(new Repeats(windowInclusive, matter).yes(), Filter.every()))
                .judged(Direction.LOWER_IS_BETTER, "Contacts after an earlier one / all contacts of known customers.");
    }

    private static Filter<ContactFacts> leftBelow(Duration limitExclusive) {
        return ABANDONED.and(ContactTime.WAIT.below(limitExclusive));
    }

    private static TimeKpi<ContactFacts> time(String id, ContactTime of, Filter<ContactFacts> among) {
        return TimeKpi.of(id, BY_ARRIVAL, of, among);
    }

    private static FormulaKpi<ContactFacts, Ratio> share(String id, Formula<ContactFacts, Ratio> formula) {
        return FormulaKpi.of(id, Unit.SHARE, BY_ARRIVAL, formula);
    }

    private static String id(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private record Repeats(Duration window, SameMatter matter) implements FlagColumn<ContactFacts> {
        private static final Answer NOT_LINKED = Answer.unknown(Absence.NOT_LINKED);

        @Override
        public String id() {
            return "an earlier contact about the same matter (" + ContactKpis.id(matter) + ") at most " + window
                    + " before";
        }

        @Override
        public Answer of(ContactFacts contact) {
            if (!contact.linked()) {
                return NOT_LINKED;
            }
            Optional<Instant> before = contact.previous(matter);
            return Answer.of(before.isPresent() && !before.get().plus(window).isBefore(contact.at()));
        }
    }
}
