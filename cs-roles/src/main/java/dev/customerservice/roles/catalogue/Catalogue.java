package dev.customerservice.roles.catalogue;

import dev.customerservice.domain.text.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Entries by id, in the order in which they were written. Immutable.
 *
 * <p>An id stands for one entry: adding a second is refused, and replacing one is said.
 *
 * @param <E> what is catalogued
 */
public final class Catalogue<E extends Catalogue.Entry> {

    private final Map<String, E> entries;

    private Catalogue(Map<String, E> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** What every entry says of itself. */
    public interface Entry {

        /** {@return the name by which other entries refer to this one, lower-case words joined by hyphens or dots} */
        String id();

        /** {@return what people call it} */
        String title();

        /** {@return the ids of the statements it carries out, for example {@code S0-22}; empty for an entry of your own} */
        List<String> sources();

        /** {@return whether it is advice: it may be planned and ticked, but never enters a score, a rate or a level} */
        @Value.Default
        default boolean advice() {
            return false;
        }
    }

    /** Who chose a part of an entry. */
    public enum Origin {
        /** The text that the entry carries out. */
        SOURCE,
        /** Whoever wrote the entry. */
        PROJECT
    }

    /**
     * Gathers entries.
     *
     * @param entries the entries, each id once
     * @param <E> what is catalogued
     * @return the catalogue of these entries in this order
     * @throws IllegalArgumentException when an id or a title is blank or two entries have the same id
     */
    public static <E extends Entry> Catalogue<E> of(Collection<? extends E> entries) {
        Map<String, E> byId = new LinkedHashMap<>();
        for (E entry : entries) {
            put(byId, entry);
        }
        return new Catalogue<>(byId);
    }

    /**
     * Adds an entry.
     *
     * @param entry the entry, of an id not yet taken
     * @return the catalogue with the entry at its end
     * @throws IllegalArgumentException when the id or the title is blank or the id is taken
     */
    public Catalogue<E> with(E entry) {
        Map<String, E> more = new LinkedHashMap<>(entries);
        put(more, entry);
        return new Catalogue<>(more);
    }

    /**
     * Replaces an entry by another of the same id.
     *
     * @param entry the entry that takes the place
     * @return the catalogue with the entry in the place of the former one
     * @throws IllegalArgumentException when there is no entry of this id
     */
    public Catalogue<E> replacing(E entry) {
        get(entry.id());
        Map<String, E> other = new LinkedHashMap<>(entries);
        other.put(entry.id(), entry);
        return new Catalogue<>(other);
    }

    /**
     * Looks an entry up.
     *
     * @param id its id
     * @return the entry; empty when there is none of this id
     */
    public Optional<E> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Insists on an entry.
     *
     * @param id its id
     * @return the entry
     * @throws IllegalArgumentException when there is none of this id
     */
    public E get(String id) {
        E found = entries.get(id);
        if (found == null) {
            throw new IllegalArgumentException("entry (" + Shown.of(id) + ") must be in the catalogue of "
                    + entries.size() + "\nMaybe one of " + near(id) + "?");
        }
        return found;
    }

    /** {@return the entries in their order} */
    public List<E> entries() {
        return List.copyOf(entries.values());
    }

    /** {@return the ids of the entries in their order} */
    public List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    /** {@return the ids of all statements that the entries carry out, sorted} */
    public SortedSet<String> sources() {
        SortedSet<String> sources = new TreeSet<>();
        entries.values().forEach(entry -> sources.addAll(entry.sources()));
        return Collections.unmodifiableSortedSet(sources);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catalogue<?> that
                && List.copyOf(entries.values()).equals(List.copyOf(that.entries.values()));
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Catalogue" + entries.keySet();
    }

    private List<String> near(String id) {
        String start = id.isEmpty() ? id : id.substring(0, 1);
        List<String> near = new ArrayList<>(
                entries.keySet().stream().filter(each -> each.startsWith(start)).toList());
        return near.isEmpty() ? ids() : near;
    }

    private static <E extends Entry> void put(Map<String, E> entries, E entry) {
        if (entry.id().isBlank() || entry.title().isBlank()) {
            throw new IllegalArgumentException("entry (" + entry.id()
                    + ") must have an id and a title that are not blank\nMaybe use the title in lower case as its id.");
        }
        if (entries.put(entry.id(), entry) != null) {
            throw new IllegalArgumentException("entry (" + entry.id()
                    + ") must be in the catalogue once\nMaybe say replacing(entry) to put another in its place.");
        }
    }
}
