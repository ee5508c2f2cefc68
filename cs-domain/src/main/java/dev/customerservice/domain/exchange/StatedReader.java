package dev.customerservice.domain.exchange;

import com.google.common.primitives.Longs;
import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.ticket.StatedValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a log states about a ticket itself from the ticket's rows. */
final class StatedReader {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final List<Part<?>> parts = new ArrayList<>();
    private final RowOrder order;

    /** One stated value: its column, and how it enters the values of a ticket. */
    private record Part<T extends Comparable<? super T>>(StatedColumn stated, Decoded<T> column) {}

    StatedReader(LogMapping mapping, LogTable table, LogTimes times, RowOrder order, Failures failures) {
        this.order = order;
        for (StatedColumn stated : mapping.stated()) {
            int column = table.index(stated.column());
            parts.add(
                    switch (stated.kind()) {
                        case MOMENT -> new Part<>(stated, times.column(stated.column()));
                        case COUNT ->
                            new Part<>(
                                    stated,
                                    stated.take() == StatedColumn.Take.ROWS
                                            ? Decoded.of(table, column, text -> 1L)
                                            : counts(table, column, failures));
                        case VERDICT -> new Part<>(stated, verdicts(table, column, stated, failures));
                        case DURATION -> new Part<>(stated, durations(table, column, stated, failures));
                    });
        }
        // the order in which values are kept, so that each is put behind the last
        parts.sort(Comparator.comparing((Part<?> part) -> part.stated().kind())
                .thenComparing(part -> part.stated().name()));
    }

    private static Decoded<Long> counts(LogTable table, int column, Failures failures) {
        return Decoded.<Long>of(table, column, text -> Longs.tryParse(text))
                .reporting(
                        table,
                        column,
                        LoadFault.BAD_VALUE,
                        text -> "The text (" + Failures.length(text) + ") must be a whole number.",
                        failures);
    }

    private static Decoded<Boolean> verdicts(LogTable table, int column, StatedColumn stated, Failures failures) {
        return Decoded.<Boolean>of(
                        table,
                        column,
                        text -> stated.yes().contains(text)
                                ? Boolean.TRUE
                                : stated.no().contains(text) ? Boolean.FALSE : null)
                .reporting(
                        table,
                        column,
                        LoadFault.UNKNOWN_VALUE,
                        text -> "The word (" + Failures.word(text) + ") must be one for yes or no.",
                        failures);
    }

    private static Decoded<Duration> durations(LogTable table, int column, StatedColumn stated, Failures failures) {
        return Decoded.<Duration>of(table, column, text -> duration(text, stated))
                .reporting(
                        table,
                        column,
                        LoadFault.BAD_VALUE,
                        text -> "The text (" + Failures.length(text) + ") must be a duration of at most 100 years.",
                        failures);
    }

    private static @Nullable Duration duration(String text, StatedColumn stated) {
        if (text.length() > Decimals.MOST_DIGITS) {
            return null;
        }
        try {
            if (stated.unit().isEmpty()) {
                Duration duration = Duration.parse(text);
                return duration.abs().compareTo(LONGEST) > 0 ? null : duration;
            }
            BigDecimal number = new BigDecimal(text);
            if (!Decimals.isWritable(number)) {
                return null;
            }
            BigDecimal seconds = number.multiply(
                    BigDecimal.valueOf(stated.unit().get().getDuration().toSeconds()));
            if (seconds.precision() - seconds.scale() > 10 || seconds.scale() > 9) {
                return null;
            }
            Duration duration = Duration.ofNanos(0)
                    .plusSeconds(seconds.longValue())
                    .plusNanos(
                            seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            return duration.abs().compareTo(LONGEST) > 0 ? null : duration;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** The values stated by the rows of a ticket. */
    StatedValues read(int start, int end) {
        if (parts.isEmpty()) {
            return StatedValues.none();
        }
        StatedValues.Builder values = StatedValues.builder();
        for (Part<?> part : parts) {
            if (part.stated().take() == StatedColumn.Take.ROWS) {
                values.putCount(part.stated().name(), countRows(part, start, end));
                continue;
            }
            Object value = take(part, start, end);
            if (value != null) {
                put(values, part.stated(), value);
            }
        }
        return values.build();
    }

    private long countRows(Part<?> part, int start, int end) {
        long rows = 0;
        for (int i = start; i < end; i++) {
            rows += part.column().at(order.row(i)) == null ? 0 : 1;
        }
        return rows;
    }

    private static void put(StatedValues.Builder values, StatedColumn stated, Object value) {
        if (value instanceof Instant moment) {
            values.putMoment(stated.name(), moment);
        } else if (value instanceof Long count) {
            values.putCount(stated.name(), count);
        } else if (value instanceof Boolean verdict) {
            values.putVerdict(stated.name(), verdict);
        } else if (value instanceof Duration duration) {
            values.putDuration(stated.name(), duration);
        }
    }

    private <T extends Comparable<? super T>> @Nullable T take(Part<T> part, int start, int end) {
        T taken = null;
        StatedColumn.Take rule = part.stated().take();
        boolean backwards = rule == StatedColumn.Take.LAST;
        for (int i = 0; i < end - start; i++) {
            T value = part.column().at(order.row(backwards ? end - 1 - i : start + i));
            if (value != null && (taken == null || beats(rule, value, taken))) {
                taken = value;
                if (rule == StatedColumn.Take.LAST || rule == StatedColumn.Take.FIRST) {
                    break;
                }
            }
        }
        return taken;
    }

    private static <T extends Comparable<? super T>> boolean beats(StatedColumn.Take rule, T value, T taken) {
        int compared = value.compareTo(taken);
        return rule == StatedColumn.Take.MAX ? compared > 0 : compared < 0;
    }
}
