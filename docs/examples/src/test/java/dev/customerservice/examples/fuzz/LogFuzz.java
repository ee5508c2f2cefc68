package dev.customerservice.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogActivity;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.LogSurvey;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.StatusCategory;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Any text as a ticket log, with and without a header that fits. */
public final class LogFuzz {
    private static final LogMapping EVENTS = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.ACTIVITY, "event")
            .putColumn(LogColumn.STATUS, "status")
            .putColumn(LogColumn.REQUESTER, "customer")
            .putColumn(LogColumn.LANGUAGE, "language")
            .putColumn(LogColumn.TAGS, "tags")
            .putColumn(LogColumn.RATING, "stars")
            .putField("product", "product")
            .time(LogTime.builder()
                    .pattern("d/M/yyyy HH:mm")
                    .zone(ZoneId.of("Europe/Berlin"))
                    .build())
            .putStatus("open", StatusCategory.OPEN)
            .putStatus("solved", StatusCategory.SOLVED)
            .putActivity("reply", LogActivity.REPLY)
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addStated(StatedColumn.of(StatedValues.REOPENINGS, StatedColumn.Kind.COUNT, "reopens"))
            .survey(new LogSurvey("csat", SurveyScale.satisfaction(5)))
            .build();

    private static final LogMapping TICKETS = LogMapping.builder()
            .shape(LogShape.TICKET_PER_ROW)
            .separator(';')
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.SUBJECT, "subject")
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addStated(StatedColumn.of("handled", StatedColumn.Kind.DURATION, "handled"))
            .addStated(StatedColumn.of(StatedValues.SLA_MET, StatedColumn.Kind.VERDICT, "met"))
            .build();

    private static final List<LogMapping> MAPPINGS = List.of(EVENTS, TICKETS);
    private static final List<String> HEADERS = List.of(
            "id,at,event,status,customer,language,tags,stars,product,opened,reopens\n",
            "id;subject;opened;handled;met\n");

    private LogFuzz() {}

    /**
     * Reads a log.
     *
     * @param data the mapping, whether it brings its own header, and the log
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Input input = Input.of(data);
        int mapping = Math.floorMod(input.choice(), 2);
        boolean isWhole = Math.floorMod(input.choice(), 4) > 1;
        String text = isWhole ? input.text() : HEADERS.get(mapping) + input.text();
        try {
            check(LogReader.of(MAPPINGS.get(mapping)).read(new StringReader(text)));
        } catch (IllegalArgumentException e) {
            assertTrue(isWhole, () -> "a good header is never refused: " + e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(LoadedLog log) {
        assertTrue(log.summary().rowsLeftOut() <= log.summary().rows(), "no more rows are left out than are there");
        assertEquals(
                log.histories().size(),
                Stream.of(log.histories())
                        .flatMap(List::stream)
                        .map(history -> history.id().value())
                        .distinct()
                        .count(),
                "a ticket has one history");
        log.histories().forEach(history -> history.latest().status());
        assertFalse(log.toString().isEmpty(), "a log can be shown");
    }
}
