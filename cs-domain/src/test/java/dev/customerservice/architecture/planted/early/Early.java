package dev.customerservice.architecture.planted.early;

import dev.customerservice.architecture.planted.late.Late;

/** Uses a package that comes after its own, which uses this one in turn, and is in no @NullMarked package. */
public final class Early {

    /** Goes against the stream. */
    public Late upstream() {
        return new Late();
    }
}
