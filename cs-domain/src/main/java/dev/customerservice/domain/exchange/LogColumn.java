package dev.customerservice.domain.exchange;

/** What a column of a log can hold; a mapping gives the name that the column has in the file. */
public enum LogColumn {
    /** The identity of the ticket; always needed. */
    TICKET,
    /** When the row happened or was written. */
    AT,
    /** What happened, see {@link LogMapping#activities()}. */
    ACTIVITY,
    /** The status from then on, see {@link LogMapping#statuses()}; it may be the same column as the activity. */
    STATUS,
    /** How urgent the ticket is from then on, see {@link LogMapping#priorities()}. */
    PRIORITY,
    /** How the ticket or the message came in, see {@link LogMapping#channels()}. */
    CHANNEL,
    /** What the ticket is about. */
    CATEGORY,
    /** The team that has the ticket from then on. */
    TEAM,
    /** The agent who has the ticket from then on. */
    AGENT,
    /** Who caused the row. */
    ACTOR,
    /** What kind of party caused the row, see {@link LogMapping#actorKinds()}. */
    ACTOR_KIND,
    /** Who may read the message, see {@link LogMapping#audiences()}. */
    AUDIENCE,
    /** The customer who asks. */
    REQUESTER,
    /** The organization of the customer. */
    ORGANIZATION,
    /** The level of service that the customer has bought. */
    TIER,
    /** The language of the customer as a BCP 47 tag. */
    LANGUAGE,
    /** The subject line; the first one stated is kept. */
    SUBJECT,
    /** All tags of the ticket from then on, see {@link LogMapping#tagSeparator()}. */
    TAGS,
    /** The point that the customer chose in the survey, see {@link LogMapping#survey()}. */
    RATING
}
