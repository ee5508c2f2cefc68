package dev.customerservice.architecture.planted.late;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Breaks no rule: it is handed all it needs, shows JDK types and cannot change. */
public record Innocent(Instant at, Optional<String> note) {

    /** {@return the note in capitals} */
    public String loud() {
        return note.orElse("none").toUpperCase(Locale.ROOT);
    }
}
