package dev.customerservice.architecture.planted.late;

import java.time.Instant;
import java.util.function.Supplier;

/** Hides the call of the clock in a method reference. */
final class ReachingByReference {

    Supplier<Instant> clock() {
        return Instant::now;
    }
}
