package dev.customerservice.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.sla.Anchor;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.metrics.kpi.EffortLevel;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Any text where a short one is read: hours, languages, attributes, anchors, durations, amounts, quantiles, goals, patterns of times. */
public final class TextFuzz {
    private static final List<Function<String, Object>> PARSERS = List.of(
            text -> again(LocalTimeRange::parse, text),
            text -> WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, text.split(",", -1)),
            text -> again(Language::of, text),
            text -> again(Attribute::parse, text),
            text -> again(Anchor::parse, text),
            TargetTime::parse,
            Vendor::zone,
            text -> Money.of(text, "EUR"),
            text -> Money.of("1.00", text),
            Quantile::of,
            EffortLevel::parse,
            ShiftPattern.Hours::parse,
            Gate.Limit::parse,
            text -> RampCurve.of(text.split(",", -1)),
            text -> BalancedChat.ofPaces(text.split(",", -1)),
            ServiceLevelGoal::of,
            Shrinkage::of,
            TextFuzz::times);

    private TextFuzz() {}

    /**
     * Reads a text.
     *
     * @param data the parser and the text
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Input input = Input.of(data);
        try {
            assertNotNull(input.oneOf(PARSERS).apply(input.text()));
        } catch (IllegalArgumentException e) {
            assertEquals(false, String.valueOf(e.getMessage()).isBlank(), "a refusal says why");
        }
    }

    /** What has a text form is the same when that is read again. */
    private static Object again(Function<String, Object> parser, String text) {
        Object value = parser.apply(text);
        assertEquals(value, parser.apply(value.toString()));
        return value;
    }

    /** A line for the pattern, the others are times in it. */
    private static Object times(String text) {
        String[] lines = text.split("\n", 2);
        LogMapping mapping = LogMapping.builder()
                .shape(LogShape.TICKET_PER_ROW)
                .putColumn(LogColumn.TICKET, "id")
                .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
                .time(LogTime.builder()
                        .pattern(lines[0])
                        .zone(ZoneId.of("America/New_York"))
                        .build())
                .build();
        try {
            return LogReader.of(mapping).read(new StringReader("id,opened\n" + (lines.length > 1 ? lines[1] : "")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
