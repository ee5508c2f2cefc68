package dev.customerservice.roles.evidence;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;

/**
 * Whom or what an evidence, a reading or a reason is about; sorted by type, then id.
 *
 * @param type the kind of subject in lower case, for example {@code person}; not blank
 * @param id the identifier within that kind, not blank
 */
public record Subject(String type, String id) implements Comparable<Subject> {

    /** Refuses a blank type or id. */
    public Subject {
        if (type.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("subject (" + Shown.of(type + ":" + id)
                    + ") must have a type and an id\nMaybe Subject.person(agent)?");
        }
    }

    /**
     * Names a person of the team.
     *
     * @param agent the person
     * @return the person as a subject of type {@code person}
     */
    public static Subject person(AgentId agent) {
        return new Subject("person", agent.value());
    }

    /**
     * Names a team.
     *
     * @param team the team
     * @return the team as a subject of type {@code team}
     */
    public static Subject team(TeamId team) {
        return new Subject("team", team.value());
    }

    /**
     * Names a job role.
     *
     * @param role the role
     * @return the role as a subject of type {@code role}
     */
    public static Subject role(RoleId role) {
        return new Subject("role", role.value());
    }

    /**
     * Names anything else.
     *
     * @param type the kind of subject, not blank
     * @param id the identifier within that kind, not blank
     * @return the subject
     * @throws IllegalArgumentException when the type or the id is blank
     */
    public static Subject of(String type, String id) {
        return new Subject(type, id);
    }

    @Override
    public int compareTo(Subject other) {
        int byType = type.compareTo(other.type);
        return byType == 0 ? id.compareTo(other.id) : byType;
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
