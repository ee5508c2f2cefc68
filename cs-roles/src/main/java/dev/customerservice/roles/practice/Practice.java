package dev.customerservice.roles.practice;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/** Something that should keep happening: about whom, by whom, when, and which evidence shows that it did. */
@Value.Immutable
public interface Practice extends Catalogue.Entry, WithPractice {

    /** The kind of evidence that shows a practice without details of its own; its detail {@code practice} names which. */
    String DONE = "practice.done";

    /** {@return what should happen, as a sentence} */
    String statement();

    /**
     * {@return the types of what it is about, at least one; two types make a matrix, and one type twice makes pairs, such as the
     * pairs of people in a team}
     */
    List<String> about();

    /** {@return who does it: the id of a job role or team profile, {@code manager}, {@code peer} or {@code anyone}} */
    @Value.Default
    default String by() {
        return "anyone";
    }

    /** {@return which people of a team it is about, where it is about people; everybody unless said otherwise} */
    @Value.Default
    default Among among() {
        return Among.EVERYBODY;
    }

    /** {@return when it is due} */
    Cadence cadence();

    /** {@return the other cadences that a team may choose when it adopts this practice} */
    List<Cadence> alternatives();

    /** {@return what shows that it was done; evidence of kind {@link #DONE} with this practice's id unless said otherwise} */
    @Value.Default
    default Proof evidence() {
        return Proof.of(DONE).withWhere("practice", id());
    }

    /** {@return the larger practices it belongs to} */
    Set<String> groups();

    /** {@return by part of this entry, whether its source says so or its writer chose it} */
    Map<String, Catalogue.Origin> origin();

    /** Which people of a team a practice is about. */
    enum Among {
        /**
         * All of them; what a manager or peer does, not the one who leads others and has no manager in the team. Pairs of what peers do
         * are those who report to the same manager.
         */
        EVERYBODY,
        /** Those to whom others of the team report. */
        MANAGERS
    }

    /**
     * The evidence that shows a practice.
     *
     * @param kind the kind
     * @param where the details it must have, each with its text
     * @param basis the weakest basis that counts
     * @param sameAcross the detail that should not differ for the first subject; empty when any may
     * @param per the detail that must be alike in what is due and what answers it, such as the skill of a certificate; empty when the
     *     subjects suffice
     */
    record Proof(
            String kind,
            SortedMap<String, String> where,
            Evidence.Basis basis,
            Optional<String> sameAcross,
            Optional<String> per) {
        /** Copies the demands. */
        public Proof {
            where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
        }

        /**
         * Accepts evidence of a kind, by testimony at least.
         *
         * @param kind the kind
         * @return the proof
         */
        public static Proof of(String kind) {
            return new Proof(
                    kind, Collections.emptySortedMap(), Evidence.Basis.TESTIMONY, Optional.empty(), Optional.empty());
        }

        /**
         * Narrows the evidence.
         *
         * @param detail the name of a detail
         * @param value the text it must have
         * @return this proof with that demand added
         */
        public Proof withWhere(String detail, String value) {
            SortedMap<String, String> more = new TreeMap<>(where);
            more.put(detail, value);
            return new Proof(kind, more, basis, sameAcross, per);
        }

        /**
         * Follows each value of a detail on its own.
         *
         * @param detail the name of a detail of what is due and of what answers it
         * @return this proof, by which only what has the same value answers
         */
        public Proof withPer(String detail) {
            return new Proof(kind, where, basis, sameAcross, Optional.of(detail));
        }
    }

    /**
     * Whom or what a practice is read for, and from when until when.
     *
     * @param about one subject for each type of the practice
     * @param from the first date; empty when it was always so
     * @param untilExclusive the first date no longer; empty when no end is known
     */
    record Participant(List<Subject> about, Optional<LocalDate> from, Optional<LocalDate> untilExclusive) {
        /** Copies the subjects. */
        public Participant {
            about = List.copyOf(about);
        }

        /**
         * Names one that was always there and stays.
         *
         * @param about one subject for each type of the practice
         * @return the participant
         */
        public static Participant of(Subject... about) {
            return new Participant(List.of(about), Optional.empty(), Optional.empty());
        }

        boolean isPresentOn(LocalDate date) {
            return from.map(first -> !date.isBefore(first)).orElse(true)
                    && untilExclusive.map(date::isBefore).orElse(true);
        }
    }

    /**
     * Reads it for a team, in calendar days.
     *
     * @param log the evidence
     * @param team the team, with all who belonged to it; the manager of the others takes no part in what a manager does
     * @param asOf the instant of reading
     * @param zone the zone whose dates and times count
     * @return the report
     * @throws IllegalArgumentException when the team cannot tell what the practice is about, such as an account
     */
    default PracticeReport read(EvidenceLog log, Team team, Instant asOf, ZoneId zone) {
        return read(log, team, asOf, zone, CalendarBook.of(List.of()));
    }

    /**
     * Reads it for a team.
     *
     * @param log the evidence
     * @param team the team, with all who belonged to it
     * @param asOf the instant of reading
     * @param zone the zone whose dates and times count
     * @param calendars the calendars that working days may name
     * @return the report
     * @throws IllegalArgumentException when the team cannot tell what the practice is about, such as an account
     */
    default PracticeReport read(EvidenceLog log, Team team, Instant asOf, ZoneId zone, CalendarBook calendars) {
        return readAbout(log, Participants.of(this, log, team), asOf, zone, calendars);
    }

    /**
     * Reads it for anybody or anything.
     *
     * @param log the evidence
     * @param participants whom or what it is read for
     * @param asOf the instant of reading
     * @param zone the zone whose dates and times count
     * @param calendars the calendars that working days may name
     * @return the report
     */
    default PracticeReport readAbout(
            EvidenceLog log, Collection<Participant> participants, Instant asOf, ZoneId zone, CalendarBook calendars) {
        return new PracticeReport(this, log.asOf(asOf), List.copyOf(participants), asOf, zone, calendars);
    }

    /**
     * Chooses one of the cadences that this practice accepts.
     *
     * @param chosen the cadence
     * @return this practice with that cadence
     * @throws IllegalArgumentException when it is not among them
     */
    default Practice adopting(Cadence chosen) {
        if (!chosen.equals(cadence()) && !alternatives().contains(chosen)) {
            throw new IllegalArgumentException("cadence (" + Shown.of(chosen) + ") must be one that practice " + id()
                    + " accepts\nMaybe say withCadence, for a practice of your own.");
        }
        return Practice.builder().from(this).cadence(chosen).build();
    }

    /**
     * Records that it was done.
     *
     * @param evidenceId the identity of the evidence, unique in a log
     * @param at when it was done
     * @param about whom or what it was about
     * @return the evidence that shows it
     */
    default Evidence done(String evidenceId, Instant at, Subject... about) {
        Evidence evidence = Evidence.of(evidenceId, evidence().kind(), at, about);
        for (Map.Entry<String, String> demand : evidence().where().entrySet()) {
            String value = demand.getValue();
            evidence = value.equals("true") || value.equals("false")
                    ? evidence.withDetail(demand.getKey(), Boolean.parseBoolean(value))
                    : evidence.withDetail(demand.getKey(), value);
        }
        return evidence;
    }

    /**
     * Records that it was done.
     *
     * @param evidenceId the identity of the evidence, unique in a log
     * @param at when it was done
     * @param person the person it was about
     * @return the evidence that shows it
     */
    default Evidence done(String evidenceId, Instant at, AgentId person) {
        return done(evidenceId, at, Subject.person(person));
    }

    /**
     * Refuses a practice about nothing, and one that follows a detail of which nothing is due.
     *
     * @throws IllegalArgumentException when it names no type of subject, or a detail in {@link Proof#per()} with a cadence that waits for
     *     nothing
     */
    @Value.Check
    default void check() {
        if (about().isEmpty()) {
            throw new IllegalArgumentException(
                    "practice (" + Shown.of(id()) + ") must be about something\nMaybe about \"person\" or \"team\".");
        }
        if (evidence().per().isPresent() && Participants.kind(cadence()).isEmpty()) {
            throw new IllegalArgumentException("per (" + evidence().per().get() + ") of practice " + id()
                    + " must be a detail of what it waits for\nMaybe the cadence should be after or by something.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a practice. */
    final class Builder extends ImmutablePractice.Builder {
        Builder() {}
    }
}
