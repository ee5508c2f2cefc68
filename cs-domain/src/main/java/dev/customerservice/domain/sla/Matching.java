package dev.customerservice.domain.sla;

/** How many policies of a book may hold for one ticket. */
public enum Matching {
    /** The first whose condition holds, in the order of the book. */
    FIRST,
    /** Every one whose condition holds; of the versions of one policy the first. */
    ALL
}
