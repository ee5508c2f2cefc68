package dev.customerservice.domain.exchange;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.EpochNanos;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of a log. ISO-8601 and patterns of digits alone are read without a formatter, which takes most of the time of a
 * load.
 */
final class TimeParser {
    private static final Instant EARLIEST = EpochNanos.toInstant(EpochNanos.MIN);
    private static final Instant LATEST = EpochNanos.toInstant(EpochNanos.MAX);

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern OFFSET = Pattern.compile("[XxZOVz]");

    private final Optional<String> pattern;
    private final @Nullable DateTimeFormatter formatter;
    private final @Nullable DigitPattern digits;
    private final @Nullable ZoneRules rules;

    private TimeParser(LogTime time) {
        pattern = time.pattern();
        formatter = pattern.map(TimeParser::formatter).orElse(null);
        digits = pattern.map(DigitPattern::of).orElse(null);
        rules = time.zone().map(zone -> zone.getRules()).orElse(null);
    }

    /** What a text says: an instant, or why it says none. */
    record Reading(@Nullable Instant instant, boolean ambiguous, Optional<LoadFault> fault) {
        static final Reading BAD = new Reading(null, false, Optional.of(LoadFault.BAD_TIME));
        static final Reading GAP = new Reading(null, false, Optional.of(LoadFault.TIME_IN_GAP));
        static final Reading OUT_OF_RANGE = new Reading(null, false, Optional.of(LoadFault.TIME_OUT_OF_RANGE));

        boolean isDoubtful() {
            return ambiguous || fault.isPresent();
        }
    }

    static TimeParser of(LogTime time) {
        TimeParser parser = new TimeParser(time);
        parser.pattern.ifPresent(pattern -> {
            if (parser.rules == null && !saysOffset(pattern)) {
                throw new IllegalArgumentException(
                        "The time pattern (" + Shown.of(pattern)
                                + ") must come with a zone, as it has no offset.\nMaybe add the zone the log was written in, such as UTC.");
            }
        });
        return parser;
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException | ClassCastException e) {
            // The JDK itself fails on some patterns with a padding, such as ypyM.
            throw new IllegalArgumentException(
                    "The time pattern (" + Shown.of(pattern) + ") must be one that DateTimeFormatter reads.\n"
                            + "Maybe write it as in d/M/yyyy HH:mm, with text in single quotes.",
                    e);
        }
    }

    private static boolean saysOffset(String pattern) {
        return OFFSET.matcher(QUOTED.matcher(pattern).replaceAll("")).find();
    }

    /** What a time must be, a phrase for the sentence of a refusal. */
    String form() {
        return pattern.map(written -> "be written as " + written)
                .orElse("be written in ISO-8601, such as 2026-03-02T09:00:00"
                        + (rules == null
                                ? "Z or 2026-03-02T09:00:00.5+01:00, with its offset"
                                : " or 2026-03-02T09:00:00.5+01:00"));
    }

    Reading parse(String text) {
        if (formatter == null) {
            IsoTime.Reading read = IsoTime.read(text);
            if (read == null) {
                return Reading.BAD;
            }
            return read.offset() == null
                    ? at(read.time(), read.startOfDate())
                    : at(read.time().toInstant(read.offset()));
        }
        if (digits != null) {
            LocalDateTime read = digits.read(text);
            return read == null ? Reading.BAD : at(read, digits.isDateAlone());
        }
        try {
            TemporalAccessor read = formatter.parseBest(
                    text, OffsetDateTime::from, Instant::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime exact) {
                return at(exact.toInstant());
            }
            if (read instanceof Instant instant) {
                return at(instant);
            }
            return read instanceof LocalDateTime local
                    ? at(local, false)
                    : at(LocalDate.from(read).atStartOfDay(), true);
        } catch (DateTimeException e) {
            return Reading.BAD;
        }
    }

    private Reading at(LocalDateTime local, boolean startOfDate) {
        if (rules == null) {
            return Reading.BAD;
        }
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return startOfDate ? at(rules.getTransition(local).getInstant()) : Reading.GAP;
        }
        Reading reading = at(local.toInstant(offsets.get(0)));
        return offsets.size() == 1 || startOfDate ? reading : new Reading(reading.instant(), true, reading.fault());
    }

    private static Reading at(Instant instant) {
        return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
                ? Reading.OUT_OF_RANGE
                : new Reading(instant, false, Optional.empty());
    }
}
