package dev.customerservice.examples.house;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.NoOpenTimeException;
import dev.customerservice.domain.exchange.ColumnValues;
import dev.customerservice.domain.exchange.LoadFailure;
import dev.customerservice.domain.exchange.LoadFault;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.HistoryCheck;
import dev.customerservice.domain.ticket.HistoryFault;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.ticket.Workflow;
import dev.customerservice.metrics.statistics.Bootstrap;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.roles.quality.SamplingPlan;
import dev.customerservice.roles.role.ProfileCoverage;
import dev.customerservice.roles.role.TeamProfile;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.WarmUp;
import dev.customerservice.roles.routing.WorkState;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.Workload;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each limit beyond JSON one below, at and one above it; docs/limits.md lists them. */
class LimitsTest {
    static final int FIELD_CHARACTERS = 100_000;
    static final int ROW_FIELD_CHARACTERS = 4_194_304;
    static final int TOLD_FAILURES = 10_000;
    static final int HEADER_COLUMNS = 10_000;
    static final int NUMBER_CHARACTERS = 40;
    static final int LISTED_WORDS = ColumnValues.LIMIT;
    static final int DURATION_DAYS = 36_525;
    static final int CLOSED_DAYS = 3_660;
    static final int OWNED_CLOCKS = 64;
    static final int PAIRED_PROFILES = 16;
    static final int LOAD_ERLANG = 100_000_000;
    static final int UNIT_DECIMALS = 9;
    static final int LEAST_DRAWS = 100;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final LogMapping LOG = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "status")
            .putColumn(LogColumn.SUBJECT, "subject")
            .putStatus("open", StatusCategory.OPEN)
            .addStated(StatedColumn.of("length", StatedColumn.Kind.DURATION, "length"))
            .build();

    private static LoadedLog read(String text) throws IOException {
        return LogReader.of(LOG).read(new StringReader("id,at,status,subject,length\n" + text));
    }

    /** A log of one row with columns that nobody asks for. */
    private static String wide(int columns) {
        return "id,at,status,subject,length" + ",more".repeat(columns - 5) + "\nT-1,2026-03-02T09:00:00Z,open,,"
                + ",".repeat(columns - 5) + "\n";
    }

    private static List<LoadFault> faults(LoadedLog log) {
        return log.failures().stream().map(failure -> failure.fault()).toList();
    }

    private static LoadedLog withSubject(int characters) throws IOException {
        return read("T-1,2026-03-02T09:00:00Z,open," + "x".repeat(characters) + ",\n");
    }

    @Test
    void aFieldOfALog() throws IOException {
        assertEquals(List.of(), faults(withSubject(FIELD_CHARACTERS - 1)));
        assertEquals(List.of(), faults(withSubject(FIELD_CHARACTERS)));
        LoadedLog longer = withSubject(FIELD_CHARACTERS + 1);
        assertEquals(List.of(LoadFault.FIELD_TOO_LONG), faults(longer));
        assertEquals(1, longer.histories().size(), "the field counts as missing, the row stays");
    }

    @Test
    void aFieldThatCostsItsRow() throws IOException {
        for (int characters : List.of(ROW_FIELD_CHARACTERS - 10_000, ROW_FIELD_CHARACTERS, ROW_FIELD_CHARACTERS + 1)) {
            LoadedLog log = withSubject(characters);
            assertEquals(List.of(LoadFault.FIELD_TOO_LONG), faults(log));
            assertEquals(
                    characters < ROW_FIELD_CHARACTERS ? 1 : 0, log.histories().size());
        }
    }

    private static List<LoadFailure> badRows(int rows) throws IOException {
        return read("T-1,then,open,,\n".repeat(rows)).failures();
    }

    @Test
    void theFailuresOfAFaultThatAreToldOneByOne() throws IOException {
        assertEquals(TOLD_FAILURES - 1, badRows(TOLD_FAILURES - 1).size());
        assertEquals(TOLD_FAILURES, badRows(TOLD_FAILURES).size());
        List<LoadFailure> more = badRows(TOLD_FAILURES + 7);
        assertEquals(TOLD_FAILURES + 1, more.size());
        LoadFailure last = more.get(TOLD_FAILURES);
        assertEquals(TOLD_FAILURES + 2, last.row(), "the first row that is not told, behind the header");
        assertEquals(LoadFault.BAD_TIME, last.fault());
        assertTrue(last.detail().contains("7 times more"), last.detail());
    }

    @Test
    void theColumnsOfAHeader() throws IOException {
        for (int columns : List.of(HEADER_COLUMNS - 1, HEADER_COLUMNS)) {
            assertEquals(
                    1,
                    LogReader.of(LOG)
                            .read(new StringReader(wide(columns)))
                            .histories()
                            .size());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> LogReader.of(LOG).read(new StringReader(wide(HEADER_COLUMNS + 1))));
    }

    /** Whatever takes a decimal number as text. */
    private static final List<Function<String, Object>> NUMBERS = List.of(
            text -> Money.of(text, "EUR"),
            Quantile::of,
            RampCurve::of,
            text -> BalancedChat.ofPaces("1", text),
            text -> WarmUp.of(Duration.ofMinutes(30), text),
            text -> CapacityRules.builder().weigh(WorkState.PAUSED, text),
            text -> Shrinkage.of(text.replace("1", "0")),
            text -> SamplingPlan.ofHalfWidth("." + text.substring(1)));

    @Test
    void theCharactersOfANumber() {
        for (Function<String, Object> takes : NUMBERS) {
            for (int characters : List.of(NUMBER_CHARACTERS - 1, NUMBER_CHARACTERS)) {
                assertNotNull(takes.apply("0".repeat(characters - 1) + "1"));
            }
            for (int characters : List.of(NUMBER_CHARACTERS + 1, 10_000_000)) {
                String text = "0".repeat(characters - 1) + "1";
                String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> takes.apply(text))
                        .getMessage());
                assertTrue(message.contains("at most 40 digits") && message.length() < 300, message);
            }
        }
    }

    private static ColumnValues words(int different) throws IOException {
        String rows = IntStream.range(0, different)
                .mapToObj(i -> "T-" + i + ",2026-03-02T09:00:00Z,word-" + i + ",,\n")
                .collect(joining());
        return Objects.requireNonNull(read(rows).summary().values().get("status"));
    }

    @Test
    void wordsOfAColumnThatAreListed() throws IOException {
        for (int different : List.of(LISTED_WORDS - 1, LISTED_WORDS, LISTED_WORDS + 1)) {
            ColumnValues words = words(different);
            assertEquals(Math.min(different, LISTED_WORDS), words.counts().size());
            assertEquals(Math.max(0, different - LISTED_WORDS), words.beyond());
        }
    }

    @Test
    void aDurationThatALogStates() throws IOException {
        Duration longest = Duration.ofDays(DURATION_DAYS);
        for (Duration length : List.of(longest.minusSeconds(1), longest, longest.plusSeconds(1))) {
            boolean fits = length.compareTo(longest) <= 0;
            LoadedLog log = read("T-1,2026-03-02T09:00:00Z,open,," + length + "\n");
            assertEquals(fits ? List.of() : List.of(LoadFault.BAD_VALUE), faults(log));
            assertEquals(
                    fits, log.histories().get(0).stated().duration("length").isPresent());
        }
    }

    @Test
    void aDurationThatAnExportStates() {
        long most = Duration.ofDays(DURATION_DAYS).toMinutes();
        for (long minutes : List.of(most - 1, most, most + 1)) {
            Map<String, Object> target = Map.of(
                    "priority", "normal", "metric", "first_reply_time", "target", minutes, "business_hours", false);
            Map<String, Object> policy = Map.of(
                    "id", 1, "title", "all", "position", 1, "filter", Map.of(), "policy_metrics", List.of(target));
            assertEquals(
                    minutes <= most ? Optional.empty() : Optional.of(LoadFault.BAD_VALUE),
                    Vendor.ZENDESK.read(Map.of("sla_policies", List.of(policy))).failures().stream()
                            .map(failure -> failure.fault())
                            .findFirst());
        }
    }

    private static HistoryCheck created(Instant at) {
        return TicketHistory.check(
                List.of(new TicketCreated(
                        EventHead.of(TicketId.of("T-1"), at, Actor.customer("c-1")), TicketDetails.none())),
                Workflow.anyChange());
    }

    @Test
    void theYearsOfAHistory() {
        for (Instant within : List.of(FIRST, FIRST.plusNanos(1), LAST.minusNanos(1), LAST)) {
            HistoryCheck.Accepted accepted = (HistoryCheck.Accepted) created(within);
            assertEquals(within, accepted.history().latest().createdAt());
        }
        for (Instant beyond : List.of(FIRST.minusNanos(1), LAST.plusNanos(1))) {
            assertEquals(HistoryFault.OUT_OF_RANGE, ((HistoryCheck.Refused) created(beyond)).fault());
        }
    }

    @Test
    void theYearsOfACalendar() {
        BusinessCalendar calendar = openOn(LocalDate.of(2020, 1, 1));
        assertEquals(false, calendar.isOpen(LAST));
        assertEquals(false, calendar.isOpen(LAST.minusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> calendar.isOpen(LAST.plusNanos(1)));
    }

    private static BusinessCalendar openOn(LocalDate... dates) {
        BusinessCalendar.Builder calendar =
                BusinessCalendar.builder().id("dates").zone("UTC");
        for (LocalDate date : dates) {
            calendar.addOverride(DateOverride.on(date, "00:00-24:00"));
        }
        return calendar.build();
    }

    @Test
    void aClosedStretchThatIsCrossed() {
        LocalDate first = LocalDate.of(2020, 1, 1);
        Instant closing = Instant.parse("2020-01-02T00:00:00Z");
        for (int closed : List.of(CLOSED_DAYS - 1, CLOSED_DAYS)) {
            assertEquals(
                    closing.plus(Duration.ofDays(closed)),
                    openOn(first, first.plusDays(closed + 1)).nextOpening(closing));
        }
        BusinessCalendar beyond = openOn(first, first.plusDays(CLOSED_DAYS + 2));
        assertThrows(NoOpenTimeException.class, () -> beyond.nextOpening(closing));
    }

    private static SlaPlan owned(int clocks) {
        SlaPolicy.Builder policy = SlaPolicy.builder().id("owned");
        for (int i = 0; i < clocks; i++) {
            SlaMetric metric =
                    SlaMetric.RESOLUTION.withId(SlaMetricId.of("m-" + i)).withOwner(Attribute.field("owner-" + i));
            policy.addTarget(SlaTarget.of(metric, Duration.ofHours(8)));
        }
        return policy.build().resolve(CalendarBook.of());
    }

    @Test
    void attributesThatOwnClocksOfAPlan() {
        for (int clocks : List.of(OWNED_CLOCKS - 1, OWNED_CLOCKS)) {
            SlaPlan plan = owned(clocks);
            assertEquals(0, plan.readAll(plan.pack(List.of()), FIRST).replayed());
        }
        assertThrows(IllegalArgumentException.class, () -> owned(OWNED_CLOCKS + 1));
    }

    private static List<List<TeamProfile>> pairs(int profiles) {
        Map<TeamProfile, Set<AgentId>> holders = new LinkedHashMap<>();
        for (int i = 0; i < profiles; i++) {
            holders.put(
                    TeamProfile.builder()
                            .id("profile-" + i)
                            .title("Profile " + i)
                            .build(),
                    Set.of());
        }
        return new ProfileCoverage(holders, List.of(), List.of()).pairing(2);
    }

    @Test
    void profilesToBePaired() {
        assertEquals(8, pairs(PAIRED_PROFILES - 1).size());
        assertEquals(8, pairs(PAIRED_PROFILES).size());
        assertThrows(IllegalArgumentException.class, () -> pairs(PAIRED_PROFILES + 1));
    }

    @Test
    void theLoadOfAWorkload() {
        for (int erlang : List.of(LOAD_ERLANG - 1, LOAD_ERLANG)) {
            assertEquals(erlang, Workload.ofLoad(BigDecimal.valueOf(erlang)).offeredLoad());
        }
        assertThrows(IllegalArgumentException.class, () -> Workload.ofLoad(BigDecimal.valueOf(LOAD_ERLANG + 1)));
    }

    private static Candidate holding(int decimals) {
        return Candidate.builder()
                .agent(AgentId.of("ana"))
                .capacity(BigDecimal.ONE.movePointLeft(decimals).add(BigDecimal.ONE))
                .build();
    }

    @Test
    void decimalsOfACapacity() {
        assertEquals(UNIT_DECIMALS - 1, holding(UNIT_DECIMALS - 1).capacity().scale());
        assertEquals(UNIT_DECIMALS, holding(UNIT_DECIMALS).capacity().scale());
        assertThrows(IllegalArgumentException.class, () -> holding(UNIT_DECIMALS + 1));
    }

    @Test
    void drawsOfABootstrap() {
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, LEAST_DRAWS - 1));
        assertEquals(LEAST_DRAWS, new Bootstrap(1, LEAST_DRAWS).draws());
        assertEquals(LEAST_DRAWS + 1, new Bootstrap(1, LEAST_DRAWS + 1).draws());
    }
}
