/**
 * Ticket logs of other systems: any CSV file, read through a mapping that says what its columns and words mean.
 *
 * <p>A {@link dev.customerservice.domain.exchange.LogMapping} is written once for a log; a {@link
 * dev.customerservice.domain.exchange.LogReader} turns the file into checked histories, survey responses and values that the log
 * states of itself. Nothing is guessed and nothing is dropped in silence: what could not be read comes back as a {@link
 * dev.customerservice.domain.exchange.LoadFailure} with its row and column. Reading needs FastCSV on the class path.
 *
 * <pre>{@code
 * LogMapping mapping = LogMapping.builder()
 *     .shape(LogShape.EVENT_PER_ROW)
 *     .putColumn(LogColumn.TICKET, "case").putColumn(LogColumn.AT, "time").putColumn(LogColumn.STATUS, "activity")
 *     .putStatus("Assigned", StatusCategory.OPEN).putStatus("Resolved", StatusCategory.SOLVED)
 *     .build();
 * LoadedLog log = LogReader.of(mapping).read(Path.of("log.csv"));
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.exchange;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;
