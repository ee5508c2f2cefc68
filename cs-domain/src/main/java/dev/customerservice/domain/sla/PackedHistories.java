package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many histories as arrays, made once and read often: an instant and a symbol for each event.
 *
 * <p>A symbol stands for all that the conditions of one plan say after an event; so the histories can be read by that plan, and by
 * any other that asks the same: one with other targets or calendars, say. Instants keep their nanoseconds. Where all targets of the plan
 * count on one calendar, how much open time there was before each event is written down too. An event takes 20 bytes. Immutable and
 * thread-safe.
 */
public final class PackedHistories {
    private final Question question;
    private final TicketId[] tickets;
    private final int[] first;
    private final long[] at;
    private final int[] symbols;
    /** The only calendar of the plan, and its counter at each event. */
    private final @Nullable BusinessTime counted;

    private final long[] counters;
    private final long[][] words;
    private final int[][] owners;
    private final List<String> ownerNames;
    private final long[][] fieldInstants;
    private final Map<Integer, DueDateSet> dueDates;

    /**
     * All that a plan asks of a ticket; two plans that ask the same read the same packed histories.
     *
     * @param leaves the conditions, in order
     * @param policies the policies that an event may put on a ticket: id and version of each
     * @param owners the attributes that own cycles
     * @param fields the custom fields from whose instants clocks count
     */
    record Question(List<Object> leaves, List<List<String>> policies, List<Attribute> owners, List<String> fields) {
        static Question of(SlaPlan plan) {
            return new Question(
                    List.copyOf(plan.situations().leaves().inOrder()),
                    plan.policies().stream()
                            .map(policy -> List.of(policy.id().value(), policy.version()))
                            .toList(),
                    plan.owners(),
                    plan.fields());
        }
    }

    private PackedHistories(Packer packer) {
        this.question = Question.of(packer.plan);
        this.tickets = packer.tickets.toArray(TicketId[]::new);
        this.first = Arrays.copyOf(packer.first, tickets.length + 1);
        this.at = Arrays.copyOf(packer.at, packer.events);
        this.symbols = Arrays.copyOf(packer.symbols, packer.events);
        this.counted = packer.counted;
        this.counters = Arrays.copyOf(packer.counters, counted == null ? 0 : packer.events);
        this.words = packer.words.toArray(long[][]::new);
        this.owners = Arrays.stream(packer.owners)
                .map(codes -> Arrays.copyOf(codes, packer.events))
                .toArray(int[][]::new);
        this.ownerNames = List.copyOf(packer.ownerCodes.keySet().stream()
                .sorted(Comparator.comparing(packer.ownerCodes::get))
                .toList());
        this.fieldInstants = Arrays.stream(packer.fieldInstants)
                .map(instants -> Arrays.copyOf(instants, packer.events))
                .toArray(long[][]::new);
        this.dueDates = Map.copyOf(packer.dueDates);
    }

    static PackedHistories of(SlaPlan plan, Iterable<TicketHistory> histories) {
        Packer packer = new Packer(plan);
        histories.forEach(packer::add);
        return new PackedHistories(packer);
    }

    /** {@return how many histories there are} */
    public int size() {
        return tickets.length;
    }

    /** {@return how many events they have together} */
    public int events() {
        return at.length;
    }

    /**
     * Names a ticket.
     *
     * @param index its place among the histories, from 0
     * @return the ticket
     */
    public TicketId ticket(int index) {
        return tickets[index];
    }

    /** {@return the numbers of histories, events and symbols; no content} */
    @Override
    public String toString() {
        return "PackedHistories[" + size() + " histories, " + events() + " events, " + words.length + " symbols]";
    }

    void requireReadableBy(SlaPlan plan) {
        Question asked = Question.of(plan);
        if (!asked.equals(question)) {
            List<Object> missing = new ArrayList<>(asked.leaves());
            missing.removeAll(question.leaves());
            throw new IllegalArgumentException("The packed histories (" + size()
                    + ") must be packed by a plan that asks the same; "
                    + (missing.isEmpty() ? "the policies or the order differ" : "they do not know " + missing.get(0))
                    + ".\nMaybe pack them with the plan that reads them.");
        }
    }

    int firstEvent(int ticket) {
        return first[ticket];
    }

    /** {@return the instants of all events; not to be changed} */
    long[] instants() {
        return at;
    }

    /** {@return the symbols of all events; not to be changed} */
    int[] symbolArray() {
        return symbols;
    }

    /** {@return the counter of a calendar at each event, none without a calendar; not to be changed} */
    @SuppressWarnings("ReferenceEquality") // an equal calendar would only be asked again
    long[] counters(@Nullable BusinessTime time) {
        if (time == null) {
            return new long[0];
        }
        return time == counted
                ? counters
                : Arrays.stream(at).map(time::openNanosBefore).toArray();
    }

    /** {@return for each symbol the situation that it stands for in a plan} */
    Situation[] situations(SlaPlan plan) {
        return Arrays.stream(words).map(plan.situations()::of).toArray(Situation[]::new);
    }

    /** {@return who owns a ticket after an event, null if nobody does} */
    @Nullable
    String owner(int attribute, int event) {
        int code = owners[attribute][event];
        return code < 0 ? null : ownerNames.get(code);
    }

    /** {@return what a custom field holds after an event, see {@link FieldInstant}} */
    long fieldInstant(int field, int event) {
        return fieldInstants[field][event];
    }

    boolean hasDueDates(int ticket) {
        if (dueDates.isEmpty()) {
            return false;
        }
        for (int event = first[ticket]; event < first[ticket + 1]; event++) {
            if (dueDates.containsKey(event)) {
                return true;
            }
        }
        return false;
    }

    /** {@return an event as the clocks see it, except for the name of its status} */
    Moment moment(int event, int position, Situation situation) {
        List<Optional<String>> names = new ArrayList<>(owners.length);
        for (int attribute = 0; attribute < owners.length; attribute++) {
            names.add(Optional.ofNullable(owner(attribute, event)));
        }
        List<Long> instants = new ArrayList<>(fieldInstants.length);
        for (long[] ofField : fieldInstants) {
            instants.add(ofField[event]);
        }
        return new Moment(at[event], position, situation, "", names, instants, dueDates.get(event));
    }

    /** The arrays while they grow. */
    private static final class Packer {
        private final SlaPlan plan;
        private final List<TicketId> tickets = new ArrayList<>();
        private int[] first = new int[64];
        private long[] at = new long[512];
        private int[] symbols = new int[512];
        private final @Nullable BusinessTime counted;
        private long[] counters = new long[512];
        private final int[][] owners;
        private final long[][] fieldInstants;
        private int events;
        private final List<long[]> words = new ArrayList<>();
        private final Map<Situation, Integer> symbolOf = new HashMap<>();
        private final Map<String, Integer> ownerCodes = new HashMap<>();
        private final Map<Integer, DueDateSet> dueDates = new HashMap<>();

        Packer(SlaPlan plan) {
            this.plan = plan;
            this.counted = plan.joint().onlyTime();
            this.owners = new int[plan.owners().size()][512];
            this.fieldInstants = new long[plan.fields().size()][512];
        }

        void add(TicketHistory history) {
            Walk walk = new Walk(plan, history);
            Situation before = plan.nothing();
            int symbol = -1;
            tickets.add(history.id());
            reserve(history.length());
            for (int position = 0; position < history.length(); position++, events++) {
                Situation next = walk.next(position);
                symbol = symbol >= 0 && next == before ? symbol : symbolOf.computeIfAbsent(next, this::newSymbol);
                before = next;
                at[events] = history.epochNanosAt(position);
                if (counted != null) {
                    counters[events] = counted.openNanosBefore(at[events]);
                }
                symbols[events] = symbol;
                for (int i = 0; i < owners.length; i++) {
                    owners[i][events] = codeOf(walk.owner(i));
                }
                for (int i = 0; i < fieldInstants.length; i++) {
                    fieldInstants[i][events] = FieldInstant.of(
                            walk.cursorAt(position), plan.fields().get(i));
                }
                if (Walk.setsDueDate(history.traitsAt(position))) {
                    dueDates.put(events, (DueDateSet) history.events().get(position));
                }
            }
            first[tickets.size()] = events;
        }

        private int newSymbol(Situation situation) {
            words.add(situation.word());
            return words.size() - 1;
        }

        private int codeOf(@Nullable String owner) {
            if (owner == null) {
                return -1;
            }
            Integer known = ownerCodes.putIfAbsent(owner, ownerCodes.size());
            return known == null ? ownerCodes.size() - 1 : known;
        }

        private void reserve(int more) {
            if (tickets.size() >= first.length) {
                first = Arrays.copyOf(first, first.length * 2);
            }
            if (events + more > at.length) {
                int length = Math.max(events + more, at.length + (at.length >> 1));
                at = Arrays.copyOf(at, length);
                symbols = Arrays.copyOf(symbols, length);
                counters = Arrays.copyOf(counters, length);
                for (int i = 0; i < owners.length; i++) {
                    owners[i] = Arrays.copyOf(owners[i], length);
                }
                for (int i = 0; i < fieldInstants.length; i++) {
                    fieldInstants[i] = Arrays.copyOf(fieldInstants[i], length);
                }
            }
        }
    }
}
