package dev.customerservice.domain.exchange;

/** What a word of the activity column means. */
public enum LogActivity {
    /** The ticket came to be. */
    CREATION,
    /** A message that the customer may read, by an agent unless the row states another kind of actor. */
    REPLY,
    /** A message of the customer. */
    CUSTOMER_MESSAGE,
    /** A message of a bot to the customer. */
    BOT_MESSAGE,
    /** An internal note, by an agent unless the row states another kind of actor. */
    NOTE,
    /** A message to or from an outside party. */
    THIRD_PARTY_MESSAGE,
    /** A message whose author and readers only the columns tell; an audience that is not stated is the customer. */
    MESSAGE,
    /** The ticket was given to an agent or team; where a mapping names such a word, no other row assigns. */
    ASSIGNMENT,
    /** The ticket was passed up by one level. */
    ESCALATION,
    /** A survey was sent to the customer. */
    SURVEY_SENT,
    /** Anything else worth a mark of that name on the ticket. */
    MARK,
    /** Known, and nothing of its own; the other columns of the row still count. */
    NONE
}
