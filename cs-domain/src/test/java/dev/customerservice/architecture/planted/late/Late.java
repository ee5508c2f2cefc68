package dev.customerservice.architecture.planted.late;

import com.google.common.collect.ImmutableList;
import dev.customerservice.architecture.planted.early.Early;

/** Shows a Guava type, and closes a cycle. */
public final class Late {

    /** A Guava type in a public signature. */
    public ImmutableList<Early> shown() {
        return ImmutableList.of();
    }
}
