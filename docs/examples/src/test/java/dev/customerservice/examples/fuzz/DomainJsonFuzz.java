package dev.customerservice.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Any text as a written value of the domain: both majors of Jackson read the same or refuse it in the same words, what was read is
 * written and read again as it is, and what it is for can be asked.
 */
public final class DomainJsonFuzz {
    private static final BothFormats FORMAT = BothFormats.STANDARD;
    private static final Instant AS_OF = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<Class<?>> TYPES = List.of(
            LogMapping.class,
            BusinessCalendar.class,
            CalendarBook.class,
            CalendarTimeline.class,
            FollowTheSun.class,
            TicketCondition[].class,
            TicketEvent[].class,
            TicketHistory.class,
            SlaBook.class,
            SlaPolicy.class);

    private static final SlaPlan PLAN = SlaPolicy.builder()
            .id("all")
            .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)))
            .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)))
            .build()
            .resolve(CalendarBook.of());

    private DomainJsonFuzz() {}

    /**
     * Reads a written value.
     *
     * @param data the type and the text
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Input input = Input.of(data);
        Class<?> type = input.oneOf(TYPES);
        Object value;
        try {
            value = FORMAT.read(input.text(), type);
        } catch (JsonFormatException e) {
            return;
        }
        String text = FORMAT.write(value);
        assertEquals(text, FORMAT.write(FORMAT.read(text, type)), "read again it is the same");
        use(value);
    }

    private static void use(Object value) {
        try {
            if (value instanceof LogMapping mapping) {
                LogReader.of(mapping).read(new StringReader("case,time,event\n1,2026-11-02 09:00,Reply\n"));
            } else if (value instanceof BusinessTime time) {
                Duration open = time.between(AS_OF, AS_OF.plus(Duration.ofHours(99)));
                assertEquals(false, open.isNegative(), "open time is not negative");
                time.plus(AS_OF, Duration.ofHours(8));
            } else if (value instanceof TicketHistory history) {
                PLAN.read(history, AS_OF).all();
            } else if (value instanceof SlaBook book) {
                book.resolve(CalendarBook.of());
            }
        } catch (IllegalArgumentException e) {
            assertEquals(false, String.valueOf(e.getMessage()).isBlank(), "a refusal says why");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
