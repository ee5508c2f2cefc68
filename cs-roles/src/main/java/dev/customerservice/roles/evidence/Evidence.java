package dev.customerservice.roles.evidence;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that happened on the people side: a talk, a remark, a drill, a concession, a figure that was measured.
 *
 * <p>It holds personal data: its {@code toString} tells id, kind and instant only.
 *
 * @param id the identity, unique in a log; not blank
 * @param kind what happened, for example {@code one-to-one.held}; not blank
 * @param about whom or what it is about, at least one
 * @param by who did or said it; empty when nobody in particular
 * @param at when it happened
 * @param recordedAt when it was written down, never before it happened
 * @param basis how it is known
 * @param details the typed values of this kind by name, sorted by name
 * @param answers the id of the evidence that it responds to or retracts; empty when it stands alone
 */
public record Evidence(
        String id,
        String kind,
        Set<Subject> about,
        Optional<Subject> by,
        Instant at,
        Instant recordedAt,
        Basis basis,
        SortedMap<String, Detail> details,
        Optional<String> answers) {

    /** The kind that hides the evidence it answers, from its own instant on. */
    public static final String RETRACTED = "evidence.retracted";

    /** Refuses evidence without a name, about nobody, or written down before it happened. */
    public Evidence {
        if (id.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("evidence (" + Shown.of(id) + " of kind " + Shown.of(kind)
                    + ") must have an id and a kind that are not blank\nMaybe number the evidence of a day.");
        }
        if (about.isEmpty()) {
            throw new IllegalArgumentException("evidence (" + Shown.of(id)
                    + ") must be about somebody or something\nMaybe it is about the whole team: Subject.team(id).");
        }
        if (recordedAt.isBefore(at)) {
            throw new IllegalArgumentException("recordedAt (" + recordedAt + ") of evidence " + id
                    + " must not be before it happened (" + at + ")\nMaybe the two instants are swapped.");
        }
        about = Collections.unmodifiableSet(new TreeSet<>(about));
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** How something is known, from the weakest to the strongest. */
    public enum Basis {
        /** Somebody says that somebody else said so; it alone never counts. */
        HEARSAY,
        /** Somebody who was there says so. */
        TESTIMONY,
        /** A system recorded it, or a document shows it. */
        OBJECTIVE;

        /**
         * Compares two ways of knowing.
         *
         * @param other the other one
         * @return true when this one is as strong as the other or stronger
         */
        public boolean isAtLeast(Basis other) {
            return compareTo(other) >= 0;
        }
    }

    /**
     * Records something objective, at the moment it happened and without details.
     *
     * @param id the identity, unique in a log
     * @param kind what happened
     * @param at when it happened
     * @param about whom or what it is about, at least one
     * @return the evidence
     * @throws IllegalArgumentException when the id or the kind is blank or it is about nobody
     */
    public static Evidence of(String id, String kind, Instant at, Subject... about) {
        return of(id, kind, at, Arrays.asList(about));
    }

    /**
     * Records something objective, at the moment it happened and without details.
     *
     * @param id the identity, unique in a log
     * @param kind what happened
     * @param at when it happened
     * @param about whom or what it is about, at least one
     * @return the evidence
     * @throws IllegalArgumentException when the id or the kind is blank or it is about nobody
     */
    public static Evidence of(String id, String kind, Instant at, Collection<Subject> about) {
        return new Evidence(
                id,
                kind,
                new TreeSet<>(about),
                Optional.empty(),
                at,
                at,
                Basis.OBJECTIVE,
                Collections.emptySortedMap(),
                Optional.empty());
    }

    /**
     * Says who did or said it.
     *
     * @param actor the person, bot or other party
     * @return this evidence by that actor
     */
    public Evidence withBy(Subject actor) {
        return new Evidence(id, kind, about, Optional.of(actor), at, recordedAt, basis, details, answers);
    }

    /**
     * Says who did or said it.
     *
     * @param person the person
     * @return this evidence by that person
     */
    public Evidence withBy(AgentId person) {
        return withBy(Subject.person(person));
    }

    /**
     * Says when it was written down.
     *
     * @param instant the instant, not before it happened
     * @return this evidence recorded then
     * @throws IllegalArgumentException when the instant is before it happened
     */
    public Evidence withRecordedAt(Instant instant) {
        return new Evidence(id, kind, about, by, at, instant, basis, details, answers);
    }

    /**
     * Says how it is known.
     *
     * @param strength how
     * @return this evidence with that basis
     */
    public Evidence withBasis(Basis strength) {
        return new Evidence(id, kind, about, by, at, recordedAt, strength, details, answers);
    }

    /**
     * Adds a value, or replaces the one of the same name.
     *
     * @param name the name that the kind declares
     * @param value the value
     * @return this evidence with the value
     */
    public Evidence withDetail(String name, Detail value) {
        SortedMap<String, Detail> more = new TreeMap<>(details);
        more.put(name, value);
        return new Evidence(id, kind, about, by, at, recordedAt, basis, more, answers);
    }

    /**
     * Adds a word, or replaces the one of the same name.
     *
     * @param name the name that the kind declares
     * @param word the word
     * @return this evidence with the word
     */
    public Evidence withDetail(String name, String word) {
        return withDetail(name, new Detail.Text(word));
    }

    /**
     * Adds a yes or no, or replaces the one of the same name.
     *
     * @param name the name that the kind declares
     * @param yes the answer
     * @return this evidence with the answer
     */
    public Evidence withDetail(String name, boolean yes) {
        return withDetail(name, new Detail.Flag(yes));
    }

    /**
     * Says what it responds to.
     *
     * @param evidenceId the id of the other evidence
     * @return this evidence as the answer to it
     */
    public Evidence withAnswers(String evidenceId) {
        return new Evidence(id, kind, about, by, at, recordedAt, basis, details, Optional.of(evidenceId));
    }

    /**
     * Takes this evidence back.
     *
     * @param retractionId the identity of the retraction
     * @param when the instant from which this evidence no longer counts
     * @return the evidence that hides this one from then on; what was read before stays as it was
     */
    public Evidence retraction(String retractionId, Instant when) {
        return of(retractionId, RETRACTED, when, about).withAnswers(id);
    }

    /**
     * Looks for a subject of one type.
     *
     * @param type the type, for example {@code person}
     * @return the first subject of that type by id; empty when there is none
     */
    public Optional<Subject> subject(String type) {
        return about.stream().filter(subject -> subject.type().equals(type)).findFirst();
    }

    /**
     * Looks for a value of one type.
     *
     * @param name the name that the kind declares
     * @param type the type wanted
     * @param <D> the type wanted
     * @return the value; empty when there is none of that name and type
     */
    public <D extends Detail> Optional<D> detail(String name, Class<D> type) {
        return Optional.ofNullable(details.get(name)).filter(type::isInstance).map(type::cast);
    }

    /**
     * Looks for a word.
     *
     * @param name the name that the kind declares
     * @return the word; empty when there is none of that name
     */
    public Optional<String> text(String name) {
        return detail(name, Detail.Text.class).map(Detail.Text::value);
    }

    @Override
    public String toString() {
        return "Evidence[" + id + ", " + kind + ", " + at + "]";
    }
}
