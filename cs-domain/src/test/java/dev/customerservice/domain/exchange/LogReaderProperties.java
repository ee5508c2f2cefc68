package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogReaderProperties {
    private static final LogMapping MAPPING = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "status")
            .addOrderBy("version")
            .putStatus("new", StatusCategory.NEW)
            .putStatus("open", StatusCategory.OPEN)
            .putStatus("solved", StatusCategory.SOLVED)
            .build();

    record Line(String id, Instant at, int version, String status) {
        String text() {
            return id + "," + at + "," + version + "," + status + "\n";
        }
    }

    @Provide
    Arbitrary<List<Line>> logs() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("new", "open", "solved"))
                .as((id, hour, version, status) ->
                        new Line(id, Instant.parse("2026-11-02T00:00:00Z").plusSeconds(hour * 3600L), version, status))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static LoadedLog read(List<Line> lines) {
        StringBuilder text = new StringBuilder("id,at,version,status\n");
        lines.forEach(line -> text.append(line.text()));
        return LogReaderTest.read(MAPPING, text.toString());
    }

    /** The obvious reading: group, sort by time and version, keep the order of the file where both are equal. */
    private static Map<String, List<String>> oracle(List<Line> lines) {
        Map<String, List<Line>> byId = new LinkedHashMap<>();
        lines.forEach(line ->
                byId.computeIfAbsent(line.id(), any -> new ArrayList<>()).add(line));
        Map<String, List<String>> statuses = new LinkedHashMap<>();
        byId.forEach((id, own) -> {
            own.sort(Comparator.comparing(Line::at).thenComparingInt(Line::version));
            statuses.put(
                    id,
                    own.stream().map(line -> line.at() + " " + line.status()).toList());
        });
        return statuses;
    }

    private static Map<String, List<String>> statuses(LoadedLog log) {
        Map<String, List<String>> statuses = new LinkedHashMap<>();
        for (TicketHistory history : log.histories()) {
            List<String> own = new ArrayList<>();
            for (TicketEvent event : history.events()) {
                if (event instanceof StatusChanged changed) {
                    own.add(event.at() + " " + changed.to().name());
                }
            }
            statuses.put(history.id().value(), own);
        }
        return statuses;
    }

    @Property
    void everyRowArrivesInItsPlace(@ForAll("logs") List<Line> lines) {
        LoadedLog log = read(lines);
        assertEquals(oracle(lines), statuses(log));
        assertEquals(
                List.copyOf(oracle(lines).keySet()), List.copyOf(statuses(log).keySet()));
        assertEquals(lines.size(), log.summary().rows());
        assertEquals(lines.size() - distinct(lines), log.summary().duplicateRows());
        assertEquals(0, log.failures().size());
    }

    private static long distinct(List<Line> lines) {
        return lines.stream().distinct().count();
    }

    /** Rows that differ in their time or version may stand anywhere. */
    @Property
    void theOrderOfTheFileDoesNotMatter(@ForAll("logs") List<Line> lines, @ForAll Random random) {
        Map<String, Line> byKey = new LinkedHashMap<>();
        lines.forEach(line -> byKey.put(line.id() + line.at() + "/" + line.version(), line));
        List<Line> unique = new ArrayList<>(byKey.values());
        List<Line> shuffled = new ArrayList<>(unique);
        Collections.shuffle(shuffled, random);
        assertEquals(statuses(read(unique)), statuses(read(shuffled)));
    }
}
