package dev.customerservice.examples;

import dev.customerservice.domain.exchange.LoadOutcome;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.Period;
import java.util.Optional;

/**
 * A log that was read: what every page is made from.
 *
 * @param log the log
 * @param outcome what could be read of it
 * @param facts the facts of its tickets and ratings
 * @param dated from the date of the first ticket to the last date that the log speaks about; empty without a dated ticket
 */
record Loaded(ScannedLog log, LoadOutcome outcome, Facts facts, Optional<Period> dated) {}
