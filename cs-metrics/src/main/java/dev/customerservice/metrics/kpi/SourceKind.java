package dev.customerservice.metrics.kpi;

/** Where the facts of a measure come from. Figures of the two kinds have facts of different types, so they are never in one sum. */
public enum SourceKind {
    /** The operation's own records: tickets, calls, surveys, shifts. */
    PRIMARY,
    /** What others publish or say: benchmarks, reviews, social media. */
    SECONDARY
}
