package dev.customerservice.domain.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * What one level of escalation of one cycle says at an instant.
 *
 * @param key what makes it fire once
 * @param escalation the level, with what shall happen
 * @param at when it is or was reached, never before the start of the cycle; empty while a pause keeps that open
 * @param fired whether that has come: at or before the instant of the reading, or before the end of a cycle that has ended
 */
public record EscalationReading(EscalationKey key, Escalation escalation, Optional<Instant> at, boolean fired) {}
