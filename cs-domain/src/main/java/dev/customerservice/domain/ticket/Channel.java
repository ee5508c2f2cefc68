package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The way in which a customer and the team talk.
 *
 * @param name the name as shown, not blank
 * @param synchrony whether both sides are present at once
 */
public record Channel(String name, Synchrony synchrony) implements Serializable {
    /** Electronic mail. */
    public static final Channel EMAIL = new Channel("email", Synchrony.DEFERRED);
    /** A form on a web page or in an app. */
    public static final Channel WEB = new Channel("web", Synchrony.DEFERRED);
    /** A public social network. */
    public static final Channel SOCIAL = new Channel("social", Synchrony.DEFERRED);
    /** A messenger in which answers may come later. */
    public static final Channel MESSAGING = new Channel("messaging", Synchrony.DEFERRED);
    /** A live chat; an agent may hold several at once. */
    public static final Channel CHAT = new Channel("chat", Synchrony.CONCURRENT);
    /** A telephone call. */
    public static final Channel PHONE = new Channel("phone", Synchrony.EXCLUSIVE);
    /** A conversation in person. */
    public static final Channel IN_PERSON = new Channel("in_person", Synchrony.EXCLUSIVE);

    /** How much of an agent's presence a channel takes. */
    public enum Synchrony {
        /** An answer may come later; nobody waits on the line. */
        DEFERRED,
        /** Both are present, and an agent may serve several customers at once. */
        CONCURRENT,
        /** Both are present, and an agent serves one customer at a time. */
        EXCLUSIVE
    }

    /** Refuses a blank name. */
    public Channel {
        NotBlank.require("The name of a channel", name);
    }

    /**
     * A channel of the caller's own in which answers may come later.
     *
     * @param name the name as shown, not blank
     * @return the channel
     */
    public static Channel of(String name) {
        return new Channel(name, Synchrony.DEFERRED);
    }

    /**
     * A channel of the caller's own.
     *
     * @param name the name as shown, not blank
     * @param synchrony whether both sides are present at once
     * @return the channel
     */
    public static Channel of(String name, Synchrony synchrony) {
        return new Channel(name, synchrony);
    }
}
