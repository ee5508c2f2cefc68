package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class TimeParserProperties {
    private static final long FIRST = -2_208_988_800L;
    private static final long LAST = 7_258_118_399L;

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "d/M/uuuu HH:mm", "dd.MM.uuuu HH:mm:ss", "uuuu-MM-dd'T'HH:mm:ss", "uuuuMMdd HHmmss", "M/d/uuuu H:m");
    }

    /** The parser without a formatter reads what the formatter wrote. */
    @Property
    void whatWasWrittenIsRead(@ForAll("patterns") String pattern, @ForAll @LongRange(min = FIRST, max = LAST) long at) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        String text = formatter.format(LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC));
        Instant expected = LocalDateTime.parse(text, formatter).toInstant(ZoneOffset.UTC);
        assertEquals(Optional.of(expected), read(pattern, text));
    }

    /** It accepts exactly the texts that a strict formatter accepts. */
    @Property
    void itIsAsStrictAsTheFormatter(
            @ForAll("patterns") String pattern, @ForAll("nearTimes") @StringLength(max = 24) String text) {
        DateTimeFormatter strict =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        Optional<Instant> expected;
        try {
            expected = Optional.of(LocalDateTime.parse(text, strict).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            expected = Optional.empty();
        }
        assertEquals(expected, read(pattern, text));
    }

    @Provide
    Arbitrary<String> nearTimes() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 62);
        return small.list()
                .ofSize(5)
                .map(n -> n.get(0) + "/" + n.get(1) + "/20" + String.format(Locale.ROOT, "%02d", n.get(2)) + " "
                        + String.format(Locale.ROOT, "%02d:%02d", n.get(3), n.get(4)));
    }

    /** Where the clocks are changed, a local time is read once, refused, or read at its first pass and said to be ambiguous. */
    @Property
    void everyLocalTimeOfAZoneIsReadByItsRules(@ForAll @LongRange(min = 0, max = LAST) long at) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDateTime local = LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC);
        TimeParser parser = TimeParser.of(LogTime.builder().zone(berlin).build());
        TimeParser.Reading reading = parser.parse(local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        int offsets = berlin.getRules().getValidOffsets(local).size();
        assertEquals(offsets == 2, reading.ambiguous());
        assertEquals(offsets == 0 ? Optional.of(LoadFault.TIME_IN_GAP) : Optional.empty(), reading.fault());
        if (offsets > 0) {
            assertEquals(local.atZone(berlin).toInstant(), Objects.requireNonNull(reading.instant()));
        }
    }

    private static Optional<Instant> read(String pattern, String text) {
        TimeParser parser = TimeParser.of(
                LogTime.builder().pattern(pattern).zone(ZoneOffset.UTC).build());
        return Optional.ofNullable(parser.parse(text).instant());
    }
}
