package dev.customerservice.architecture.planted.early;

/** A sealed family of which one member is a class that callers see. */
public sealed interface Family {

    /** A member as it should be. */
    record Recorded() implements Family {}

    /** The member that should be a record. */
    final class Classy implements Family {}
}
