package dev.customerservice.metrics.facts;

/** Which contacts of one customer are about the same matter. */
public enum SameMatter {
    /** All of them. */
    ANY,
    /** Those of one category; a contact without a category is about a matter of its own. */
    CATEGORY,
    /** Those of one ticket; a contact without a ticket is about a matter of its own. */
    TICKET
}
