package dev.customerservice.domain.ticket;

/** The answer of a {@link Workflow} to a change of status. */
public sealed interface Transition {
    /** {@return the status before} */
    Status from();

    /** {@return the status asked for} */
    Status to();

    /**
     * The change is allowed.
     *
     * @param from the status before
     * @param to the status after
     */
    record Allowed(Status from, Status to) implements Transition {}

    /**
     * The change is not allowed.
     *
     * @param from the status before
     * @param to the status asked for
     * @param reason why not, in one sentence
     */
    record Refused(Status from, Status to, String reason) implements Transition {}
}
