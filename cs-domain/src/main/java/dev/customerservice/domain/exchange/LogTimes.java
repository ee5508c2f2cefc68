package dev.customerservice.domain.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads each column of times once, whoever asks for it, and counts the local times that happened twice. */
final class LogTimes {
    private final LogTable table;
    private final TimeParser parser;
    private final Failures failures;
    private final Map<String, Decoded<Instant>> columns = new HashMap<>();
    private long ambiguous;

    LogTimes(LogMapping mapping, LogTable table, Failures failures) {
        this.table = table;
        this.parser = TimeParser.of(mapping.time());
        this.failures = failures;
    }

    long ambiguous() {
        return ambiguous;
    }

    /** The latest time in some columns of the rows that can be used. */
    Optional<Instant> latest(Set<String> names, RowOrder order) {
        Instant latest = null;
        for (String name : names) {
            IntColumn codes = table.codes(table.index(name));
            boolean[] used = new boolean[table.dictionary(table.index(name)).size()];
            for (int position = 0; position < order.size(); position++) {
                used[codes.at(order.row(position))] = true;
            }
            Decoded<Instant> column = column(name);
            for (int code = 0; code < used.length; code++) {
                Instant at = used[code] ? column.of(code) : null;
                latest = at != null && (latest == null || at.isAfter(latest)) ? at : latest;
            }
        }
        return Optional.ofNullable(latest);
    }

    Decoded<Instant> column(String name) {
        return columns.computeIfAbsent(name, this::read);
    }

    private Decoded<Instant> read(String name) {
        int column = table.index(name);
        Decoded<TimeParser.Reading> readings = Decoded.of(table, column, parser::parse);
        if (readings.any(TimeParser.Reading::isDoubtful)) {
            report(name, column, readings);
        }
        return readings.map(TimeParser.Reading::instant);
    }

    private void report(String name, int column, Decoded<TimeParser.Reading> readings) {
        for (int row = 0; row < table.size(); row++) {
            TimeParser.Reading reading = readings.at(row);
            if (reading == null) {
                continue;
            }
            if (reading.ambiguous()) {
                ambiguous++;
            }
            if (reading.fault().isPresent()) {
                String text = table.dictionary(column).text(table.code(column, row));
                LoadFault fault = reading.fault().get();
                failures.add(
                        table.rowNumber(row),
                        name,
                        fault,
                        "The time (" + Failures.time(text) + ") must " + rule(fault));
            }
        }
    }

    private String rule(LoadFault fault) {
        return switch (fault) {
            case TIME_IN_GAP -> "exist in the zone of the log, whose clocks were put forward over it.";
            case TIME_OUT_OF_RANGE -> "lie in the years 1900 to 2199.";
            default -> parser.form() + ".";
        };
    }
}
