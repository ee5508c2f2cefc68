package dev.customerservice.domain.exchange;

import java.util.Optional;

/**
 * Something of a log that could not be taken as it stands.
 *
 * @param row the row as a spreadsheet numbers it, the first being 1: blank lines count, and a row that spans several lines counts once;
 *     0 for the file as a whole
 * @param column the name of the column, if the fault lies in one
 * @param fault what is wrong
 * @param detail what is wrong, in one sentence without personal data: a raw value is shown only where a column holds words or times
 */
public record LoadFailure(long row, Optional<String> column, LoadFault fault, String detail) {}
