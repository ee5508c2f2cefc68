package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
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

    /** What the JDK prints of an instant, at any precision, is read exactly; so is its basic form, and a comma for the point. */
    @Property
    void whatTheJdkPrintsIsReadExactly(
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(max = 9) int digits,
            @ForAll @IntRange(min = -64_800, max = 64_800) int offset) {
        int cut = nano % (int) Math.pow(10, 9 - digits);
        Instant at = Instant.ofEpochSecond(second, nano - cut);
        OffsetDateTime local = at.atOffset(ZoneOffset.ofTotalSeconds(offset));
        String fraction = digits == 0
                ? ""
                : "." + String.format(Locale.ROOT, "%09d", nano - cut).substring(0, digits);
        DateTimeFormatter basic = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
        String utc = basic.format(at.atOffset(ZoneOffset.UTC)) + fraction + "Z";
        for (String text : List.of(
                at.toString(),
                local.toString(),
                utc,
                utc.replace('.', ','),
                basic.format(local)
                        + fraction
                        + DateTimeFormatter.ofPattern("xxxx", Locale.ROOT).format(local))) {
            assertEquals(Optional.of(at), iso(text, ZoneOffset.UTC), text);
        }
    }

    @Example
    void anIsoTimeMayBeShortOrTheEndOfItsDate() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        for (String text : List.of(
                "2026-03-02T09:00Z",
                "2026-03-02 09:00:00z",
                "2026-03-02t10:00+01",
                "2026-03-02T10:00+0100",
                "2026-03-02T10:00",
                "20260302T0900Z",
                "20260302T100000",
                "2026-03-02T09:00:00,000Z")) {
            assertEquals(Optional.of(nine), iso(text, berlin), text);
        }
        for (String text : List.of("2026-03-02", "20260302", "2026-03-01T24:00:00", "2026-03-01T24:00:00.000+01:00")) {
            assertEquals(Optional.of(Instant.parse("2026-03-01T23:00:00Z")), iso(text, berlin), text);
        }
        for (String text : List.of(
                "2026-03-02T24:00:01Z",
                "2026-03-02T24:30Z",
                "2026-03-02T25:00Z",
                "2026-02-30T09:00Z",
                "2026-03-0209:00Z",
                "2026-03-02T09:00:00.Z",
                "2026-03-02T09:00:00.1234567890Z",
                "2026-03-02T0900Z",
                "20260302T09:00Z",
                "2026-0302",
                "2026-03-02T",
                "2026-03-02T09:00:00+",
                "2026-03-02T09:00:00+19:00",
                "2026-03-02T09:00:00ZZ",
                "today")) {
            assertEquals(Optional.empty(), iso(text, berlin), text);
        }
    }

    @Example
    void aDateIsItsFirstMomentWhereItsMidnightIsSkipped() {
        ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
        Instant first = Instant.parse("2018-11-04T03:00:00Z");
        assertEquals(Optional.of(first), iso("2018-11-04", saoPaulo));
        assertEquals(Optional.of(first), iso("2018-11-03T24:00", saoPaulo));
        for (String pattern : List.of("d/M/yyyy", "d MMM yyyy")) {
            TimeParser parser = TimeParser.of(
                    LogTime.builder().pattern(pattern).zone(saoPaulo).build());
            String text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(LocalDate.of(2018, 11, 4));
            assertEquals(new TimeParser.Reading(first, false, Optional.empty()), parser.parse(text));
        }
        assertEquals(
                Optional.of(LoadFault.TIME_IN_GAP),
                TimeParser.of(LogTime.builder().zone(saoPaulo).build())
                        .parse("2018-11-04T00:00")
                        .fault());
    }

    private static Optional<Instant> iso(String text, ZoneId zone) {
        return Optional.ofNullable(
                TimeParser.of(LogTime.builder().zone(zone).build()).parse(text).instant());
    }

    private static Optional<Instant> read(String pattern, String text) {
        TimeParser parser = TimeParser.of(
                LogTime.builder().pattern(pattern).zone(ZoneOffset.UTC).build());
        return Optional.ofNullable(parser.parse(text).instant());
    }
}
