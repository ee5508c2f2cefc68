package dev.customerservice.domain.ticket;

/** What one ticket is to another; read as "this ticket is … the other". */
public enum LinkType {
    /** The same matter, reported again. */
    DUPLICATE_OF,
    /** A new matter that follows from a closed one. */
    FOLLOW_UP_OF,
    /** A part of a larger matter. */
    CHILD_OF,
    /** The common problem behind an incident. */
    PROBLEM_OF,
    /** An incident or problem that a change has caused. */
    CAUSED_BY,
    /** Any other relation. */
    RELATED_TO
}
