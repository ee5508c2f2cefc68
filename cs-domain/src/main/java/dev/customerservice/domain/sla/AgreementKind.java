package dev.customerservice.domain.sla;

/** With whom a policy was agreed. */
public enum AgreementKind {
    /** With the customer: a service level agreement. */
    SLA,
    /** Between teams of one organization: an operational level agreement. */
    OLA,
    /** With a supplier: an underpinning contract. */
    UNDERPINNING_CONTRACT
}
