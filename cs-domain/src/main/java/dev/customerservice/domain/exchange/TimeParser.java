package dev.customerservice.domain.exchange;

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

/** Reads the times of a log. Patterns of digits alone are read without a formatter, which takes most of the time of a load. */
final class TimeParser {
    private static final Instant EARLIEST = EpochNanos.toInstant(EpochNanos.MIN);
    private static final Instant LATEST = EpochNanos.toInstant(EpochNanos.MAX);
    private static final String ISO = "uuuu-MM-dd'T'HH:mm:ss";
    private static final String ANY_ISO = "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][XX][X]]";

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern OFFSET = Pattern.compile("[XxZOVz]");

    private final @Nullable DigitPattern digits;
    private final DateTimeFormatter formatter;
    private final @Nullable ZoneRules rules;
    private final boolean iso;

    private TimeParser(LogTime time) {
        iso = time.pattern().isEmpty();
        formatter = formatter(time.pattern().orElse(ANY_ISO));
        rules = time.zone().map(zone -> zone.getRules()).orElse(null);
        digits = DigitPattern.of(time.pattern().orElse(ISO));
    }

    /** What a text says: an instant, or why it says none. */
    record Reading(@Nullable Instant instant, boolean ambiguous, Optional<LoadFault> fault) {
        static final Reading BAD = new Reading(null, false, Optional.of(LoadFault.BAD_TIME));
        static final Reading GAP = new Reading(null, false, Optional.of(LoadFault.TIME_IN_GAP));
        static final Reading OUT_OF_RANGE = new Reading(null, false, Optional.of(LoadFault.TIME_OUT_OF_RANGE));
    }

    static TimeParser of(LogTime time) {
        TimeParser parser = new TimeParser(time);
        if (!parser.iso && parser.rules == null && !saysOffset(time.pattern().get())) {
            throw new IllegalArgumentException(
                    "The time pattern (" + time.pattern().get()
                            + ") must come with a zone, as it has no offset.\nMaybe add the zone the log was written in, such as UTC.");
        }
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
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The time pattern (" + pattern + ") must be one that DateTimeFormatter reads.\n"
                            + "Maybe write it as in d/M/yyyy HH:mm, with text in single quotes.",
                    e);
        }
    }

    private static boolean saysOffset(String pattern) {
        return OFFSET.matcher(QUOTED.matcher(pattern).replaceAll("")).find();
    }

    Reading parse(String text) {
        try {
            if (digits != null) {
                String local = iso && text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
                LocalDateTime read = digits.read(local);
                if (read != null) {
                    return local.length() < text.length() ? at(read.toInstant(ZoneOffset.UTC)) : at(read);
                }
                if (!iso) {
                    return Reading.BAD;
                }
            }
            TemporalAccessor read = formatter.parseBest(
                    text, OffsetDateTime::from, Instant::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime exact) {
                return at(exact.toInstant());
            }
            if (read instanceof Instant instant) {
                return at(instant);
            }
            return at(
                    read instanceof LocalDateTime local
                            ? local
                            : LocalDate.from(read).atStartOfDay());
        } catch (DateTimeException e) {
            return Reading.BAD;
        }
    }

    private Reading at(LocalDateTime local) {
        if (rules == null) {
            return Reading.BAD;
        }
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return Reading.GAP;
        }
        Reading reading = at(local.toInstant(offsets.get(0)));
        return offsets.size() == 1 ? reading : new Reading(reading.instant(), true, reading.fault());
    }

    private static Reading at(Instant instant) {
        return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
                ? Reading.OUT_OF_RANGE
                : new Reading(instant, false, Optional.empty());
    }
}
