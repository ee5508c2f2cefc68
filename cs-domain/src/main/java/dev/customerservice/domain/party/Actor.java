package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;

/**
 * Whoever did something to a ticket, as known at that moment and kept in the event.
 *
 * <p>The kind of an actor decides what counts as a reply, so it is stored with the event and never joined later: an agent who
 * leaves, or becomes a customer, does not change the past.
 */
public sealed interface Actor {
    /** {@return what kind of party this is} */
    ActorKind kind();

    /**
     * A customer, the requester or another person on the customer's side.
     *
     * @param id who it is
     */
    record Customer(CustomerId id) implements Actor {
        @Override
        public ActorKind kind() {
            return ActorKind.CUSTOMER;
        }
    }

    /**
     * A human member of the service team.
     *
     * @param id who it is
     */
    record Agent(AgentId id) implements Actor {
        @Override
        public ActorKind kind() {
            return ActorKind.AGENT;
        }
    }

    /**
     * A program that talks with customers.
     *
     * @param name the name of the bot, not blank
     */
    record Bot(String name) implements Actor {
        /** Refuses a blank name. */
        public Bot {
            NotBlank.require("The name of a bot", name);
        }

        @Override
        public ActorKind kind() {
            return ActorKind.BOT;
        }
    }

    /**
     * A rule, a scheduled job or an import that changes tickets without talking with anybody.
     *
     * @param name the name of the automation, not blank
     */
    record Automation(String name) implements Actor {
        /** Refuses a blank name. */
        public Automation {
            NotBlank.require("The name of an automation", name);
        }

        @Override
        public ActorKind kind() {
            return ActorKind.AUTOMATION;
        }
    }

    /**
     * Somebody outside both the customer's and the service team's side, such as a supplier under an underpinning contract.
     *
     * @param name the name of the party, not blank
     */
    record ThirdParty(String name) implements Actor {
        /** Refuses a blank name. */
        public ThirdParty {
            NotBlank.require("The name of a third party", name);
        }

        @Override
        public ActorKind kind() {
            return ActorKind.THIRD_PARTY;
        }
    }

    /**
     * A customer as an actor.
     *
     * @param id the customer's identifier, not blank
     * @return the actor
     */
    static Actor customer(String id) {
        return new Customer(CustomerId.of(id));
    }

    /**
     * A human agent as an actor.
     *
     * @param id the agent's identifier, not blank
     * @return the actor
     */
    static Actor agent(String id) {
        return new Agent(AgentId.of(id));
    }

    /**
     * A bot as an actor.
     *
     * @param name the bot's name, not blank
     * @return the actor
     */
    static Actor bot(String name) {
        return new Bot(name);
    }

    /**
     * An automation as an actor.
     *
     * @param name the automation's name, not blank
     * @return the actor
     */
    static Actor automation(String name) {
        return new Automation(name);
    }

    /**
     * A third party as an actor.
     *
     * @param name the party's name, not blank
     * @return the actor
     */
    static Actor thirdParty(String name) {
        return new ThirdParty(name);
    }
}
