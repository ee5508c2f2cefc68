package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decision on one piece of work: who gets it, or that nobody does; why, is worked out when somebody asks. */
public sealed interface Routing {

    /** {@return the work} */
    WorkItem work();

    /** {@return what it was decided on} */
    Grounds grounds();

    /** {@return who gets it; empty when nobody does} */
    Optional<AgentId> agent();

    /** {@return the short form of {@link #explain()}} */
    List<Reason> reasons();

    /** {@return when it was decided} */
    default Instant at() {
        return grounds().at();
    }

    /** {@return each candidate with why that one was chosen or not, found by looking at everybody again} */
    default Explanation explain() {
        return grounds().explain();
    }

    /** {@return whether somebody gets it} */
    default boolean isAssigned() {
        return this instanceof Assigned;
    }

    /**
     * Somebody gets it.
     *
     * @param work the work
     * @param to who gets it
     * @param grounds what it was decided on
     */
    record Assigned(WorkItem work, AgentId to, Grounds grounds) implements Routing {

        @Override
        public Optional<AgentId> agent() {
            return Optional.of(to);
        }

        /** {@return why this agent, and if the work has another owner, why not that one} */
        @Override
        public List<Reason> reasons() {
            Map<AgentId, Reason> verdicts = explain().verdicts();
            List<Reason> reasons = new ArrayList<>();
            reasons.add(verdicts.get(to));
            work.owner().filter(owner -> !owner.equals(to)).map(verdicts::get).ifPresent(reasons::add);
            return List.copyOf(reasons);
        }
    }

    /**
     * Nobody gets it now.
     *
     * @param work the work
     * @param grounds what it was decided on
     */
    record Unassigned(WorkItem work, Grounds grounds) implements Routing {

        /** The value that tells after which wait a skill that is missing is not asked for any longer. */
        static final String RING_OPENS = "opensAfter";

        private static final Set<String> PASSING =
                Set.of("NO_CAPACITY", "CHANNEL_FULL", "EXCLUSIVE_WORK", "LIVE_WORK", "WARMING_UP", "OWNER_AWAITED");

        @Override
        public Optional<AgentId> agent() {
            return Optional.empty();
        }

        /** {@return each code that was given with how many candidates it was given for; {@code NO_CANDIDATES} when there was nobody} */
        @Override
        public List<Reason> reasons() {
            Map<String, Integer> counts = new LinkedHashMap<>();
            explain().verdicts().values().forEach(reason -> counts.merge(reason.code(), 1, Integer::sum));
            return counts.isEmpty()
                    ? List.of(Reason.rule("NO_CANDIDATES"))
                    : counts.entrySet().stream()
                            .map(each -> Reason.rule(each.getKey())
                                    .withValue("candidates", Detail.count(each.getValue(), "people")))
                            .toList();
        }

        /**
         * {@return whether waiting does not help: nobody on duty was refused for want of room that there can be, to wait for the owner, or for a
         * skill that a later ring does not ask for}
         */
        public boolean isExhausted() {
            return explain().verdicts().values().stream().noneMatch(Unassigned::isPassing);
        }

        /** Whether a refusal may end by itself; work that weighs more than all the room there is never fits. */
        static boolean isPassing(Reason reason) {
            if (reason.values().containsKey(RING_OPENS)) {
                return true;
            }
            boolean fits = !(reason.values().get("weight") instanceof Detail.Quantity weight
                    && reason.values().get("capacity") instanceof Detail.Quantity capacity
                    && weight.value().compareTo(capacity.value()) > 0);
            return PASSING.contains(reason.code()) && fits;
        }
    }

    /**
     * Why each candidate was chosen or not.
     *
     * @param policy the name of the policy
     * @param chosen who was chosen; empty when nobody
     * @param verdicts the reason for each candidate, sorted by id: {@code CHOSEN}, {@code LATER_IN_TURN} for those whom only their turn sets
     *     apart from the chosen, else why the policy dropped them
     */
    record Explanation(String policy, Optional<AgentId> chosen, Map<AgentId, Reason> verdicts) {

        /** Copies the reasons, keeping their order. */
        public Explanation {
            verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        }

        /** {@return the explanation as text, one line a candidate, the chosen first} */
        public String toText() {
            List<String> lines = new ArrayList<>();
            lines.add(policy + ": " + chosen.map(AgentId::value).orElse("nobody"));
            verdicts.values().stream()
                    .sorted((one, other) -> Boolean.compare(
                            other.code().equals("CHOSEN"), one.code().equals("CHOSEN")))
                    .forEach(reason -> lines.add("  " + reason));
            return String.join("\n", lines);
        }
    }

    /** What a decision was made on: the policy, the team and what was handed out just before, from which it can be made again. */
    final class Grounds {

        private final Journal journal;
        private final int before;
        private final WorkItem work;

        Grounds(Journal journal, int before, WorkItem work) {
            this.journal = journal;
            this.before = before;
            this.work = work;
        }

        /** {@return when it was decided} */
        public Instant at() {
            return journal.now();
        }

        /** {@return each candidate with the reason, found by looking at everybody again} */
        public Explanation explain() {
            return journal.explain(before, work);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Grounds that
                    && before == that.before
                    && work.equals(that.work)
                    && journal.equals(that.journal);
        }

        @Override
        public int hashCode() {
            return 31 * before + work.hashCode();
        }

        @Override
        public String toString() {
            return "Grounds[at=" + at() + ", before=" + before + "]";
        }
    }
}
