package dev.customerservice.metrics.kpi;

/** What counts as handing a ticket on. */
public enum Handoffs {
    /** It passes from one agent to another. */
    BY_AGENT(TicketNumber.AGENT_CHANGES),
    /** It passes from one team to another. */
    BY_TEAM(TicketNumber.TEAM_CHANGES),
    /** A human agent does something after another one had, whoever it is assigned to. */
    BY_ACTOR(TicketNumber.ACTOR_CHANGES);

    private final TicketNumber column;

    Handoffs(TicketNumber column) {
        this.column = column;
    }

    /** {@return the counter that it reads} */
    public TicketNumber column() {
        return column;
    }
}
