package dev.customerservice.roles.routing;

import dev.customerservice.roles.matching.Matching;
import dev.customerservice.roles.skill.SkillId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether people can serve contacts of several skills at the same moment, each person one contact.
 *
 * <p>Somebody with two skills counts once. Where people are too few, {@link #deficient()} names skills that together ask for more people than
 * have any of them (Hall's theorem, 1935): it is these that somebody must learn or be hired for.
 *
 * @param demand how many contacts of each skill are open at once
 * @param served how many of these can be served
 * @param deficient the skills that together ask for too many people; empty when nothing is missing
 * @param holders how many people have any of the deficient skills
 */
public record SkillCoverage(SortedMap<SkillId, Integer> demand, int served, SortedSet<SkillId> deficient, int holders) {

    /** Copies both. */
    public SkillCoverage {
        demand = Collections.unmodifiableSortedMap(new TreeMap<>(demand));
        deficient = Collections.unmodifiableSortedSet(new TreeSet<>(deficient));
    }

    /**
     * Some people with the same skills.
     *
     * @param skills the skills that each of them has
     * @param people how many they are, 0 or more
     */
    public record Group(Set<SkillId> skills, int people) {
        /** Copies the skills, and refuses a negative number. */
        public Group {
            skills = Set.copyOf(skills);
            if (people < 0) {
                throw new IllegalArgumentException(
                        "people (" + people + ") must not be negative\nMaybe 0, for a group that is away.");
            }
        }
    }

    private record Contact(SkillId skill, int number) {}

    /**
     * Gives each contact a person, as far as there are any.
     *
     * @param demand how many contacts of each skill are open at once, 0 or more
     * @param groups who there is
     * @return how many can be served, and which skills stand in the way
     * @throws IllegalArgumentException when a number is negative
     */
    public static SkillCoverage of(Map<SkillId, Integer> demand, Collection<Group> groups) {
        List<Contact> contacts = new ArrayList<>();
        new TreeMap<>(demand).forEach((skill, open) -> {
            if (open < 0) {
                throw new IllegalArgumentException(
                        "demand (" + open + ") of " + skill + " must not be negative\nMaybe leave it out.");
            }
            for (int number = 0; number < open; number++) {
                contacts.add(new Contact(skill, number));
            }
        });
        Map<Set<SkillId>, Integer> people = new HashMap<>();
        groups.forEach(group -> people.merge(group.skills(), group.people(), Integer::sum));
        Matching<Contact, Set<SkillId>> matching = Matching.best(
                contacts,
                people.keySet(),
                (contact, skills) -> skills.contains(contact.skill()) ? OptionalInt.of(0) : OptionalInt.empty(),
                skills -> people.getOrDefault(skills, 0));
        Set<SkillId> deficient = new LinkedHashSet<>();
        matching.contested().forEach(contact -> deficient.add(contact.skill()));
        int holders = people.entrySet().stream()
                .filter(group -> !Collections.disjoint(group.getKey(), deficient))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new SkillCoverage(new TreeMap<>(demand), matching.pairs().size(), new TreeSet<>(deficient), holders);
    }

    /**
     * Gives each contact somebody of a team who is on duty, at whatever level.
     *
     * @param demand how many contacts of each skill are open at once, 0 or more
     * @param team who there is
     * @return how many can be served, and which skills stand in the way
     * @throws IllegalArgumentException when a number is negative
     */
    public static SkillCoverage of(Map<SkillId, Integer> demand, RoutingTeam team) {
        return of(
                demand,
                team.candidates().stream()
                        .filter(Candidate::onDuty)
                        .map(candidate -> new Group(candidate.skills().keySet(), 1))
                        .toList());
    }

    /** {@return how many contacts find nobody: what the deficient skills ask for beyond their holders} */
    public int shortfall() {
        return demand.values().stream().mapToInt(Integer::intValue).sum() - served;
    }

    /** {@return whether everybody is served} */
    public boolean isFeasible() {
        return shortfall() == 0;
    }
}
