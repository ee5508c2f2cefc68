package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.exchange.LogActivity;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogMilestone;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.LogSurvey;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.Anchor;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.EscalationAction;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.sla.EscalationTime;
import dev.customerservice.domain.sla.Matching;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    private static final BothFormats FORMAT = BothFormats.STANDARD;

    private static final LogMapping MAPPING = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .separator(';')
            .putColumn(LogColumn.TICKET, "case")
            .putColumn(LogColumn.AT, "time")
            .putColumn(LogColumn.ACTIVITY, "event")
            .putColumn(LogColumn.STATUS, "status")
            .putColumn(LogColumn.PRIORITY, "priority")
            .putColumn(LogColumn.CHANNEL, "channel")
            .putColumn(LogColumn.ACTOR_KIND, "kind")
            .putColumn(LogColumn.AUDIENCE, "readers")
            .putColumn(LogColumn.RATING, "stars")
            .putField("product", "product")
            .addOrderBy("version")
            .time(LogTime.builder()
                    .pattern("d/M/yyyy HH:mm")
                    .zone(ZoneId.of("Europe/London"))
                    .build())
            .addMissing("?")
            .addCleared("nobody")
            .putStatus("New", StatusCategory.NEW)
            .putStatus("On hold", StatusCategory.ON_HOLD)
            .addKeep("Seen")
            .initialStatus("New")
            .putPriority("1 - High", 30)
            .putChannel("Phone", Channel.Synchrony.EXCLUSIVE)
            .putActivity("Reply", LogActivity.REPLY)
            .putActorKind("staff", ActorKind.AGENT)
            .putAudience("public", Audience.CUSTOMER)
            .actorKind(ActorKind.AGENT)
            .createdBy(ActorKind.AGENT)
            .tagSeparator("|")
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addStated(StatedColumn.builder()
                    .name("target")
                    .column("target")
                    .kind(StatedColumn.Kind.DURATION)
                    .take(StatedColumn.Take.MAX)
                    .unit(ChronoUnit.HOURS)
                    .build())
            .survey(new LogSurvey("csat", SurveyScale.satisfaction(5)))
            .build();

    private static final LogMapping TICKETS = LogMapping.builder()
            .shape(LogShape.TICKET_PER_ROW)
            .putColumn(LogColumn.TICKET, "case")
            .putStatus("Solved", StatusCategory.SOLVED)
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addMilestone(LogMilestone.status("solved", "Solved"))
            .addMilestone(LogMilestone.activity("replied", LogActivity.REPLY))
            .build();

    private static final BusinessCalendar LONDON = BusinessCalendar.builder()
            .id("london")
            .zone("Europe/London")
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, "09:00-12:00", "13:00-24:00"))
            .addBreak(Break.every(DayOfWeek.MONDAY, "10:00-10:15").named("tea"))
            .addBreak(Break.on(LocalDate.of(2026, 11, 3), "15:00-16:00"))
            .addOverride(DateOverride.on(LocalDate.of(2026, 12, 24), "09:00-12:00"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
            .addHoliday(Holiday.on(LocalDate.of(2027, 1, 1)))
            .build();

    private static final SlaBook BOOK = SlaBook.builder()
            .matching(Matching.ALL)
            .addPolicy(SlaPolicy.builder()
                    .id("gold")
                    .version("2026-11")
                    .appliesTo(TicketCondition.tier("gold").and(TicketCondition.priorityAtLeast(Priority.HIGH)))
                    .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1))
                            .during("london"))
                    .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Priority.HIGH, Duration.ofHours(8))
                            .otherwise(Duration.ofHours(40))
                            .pausedWhile(StatusCategory.PENDING))
                    .addTarget(SlaTarget.of(SlaMetric.GROUP_OWNERSHIP, Duration.ofMinutes(30)))
                    .build())
            .build();

    private static final SlaPolicy KINDS = SlaPolicy.builder()
            .id("kinds")
            .effectiveFrom(Instant.parse("2026-11-01T00:00:00Z"))
            .effectiveUntil(Instant.parse("2027-01-01T00:00:00Z"))
            .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Priority.URGENT, Duration.ofHours(4))
                    .orWhen(TicketCondition.tag("wall"), TargetTime.wall(Duration.ofHours(8)))
                    .orWhen(
                            TicketCondition.tag("both"),
                            new TargetTime.OpenThenWallTime(Duration.ofHours(2), Duration.ofHours(10)))
                    .orWhen(TicketCondition.tag("days"), TargetTime.workingDays(2))
                    .orWhen(TicketCondition.tag("end"), TargetTime.endOfWorkingDay(0))
                    .orWhen(TicketCondition.tag("fixed"), TargetTime.at(Instant.parse("2026-12-24T12:00:00Z")))
                    .orWhen(
                            TicketCondition.always(),
                            new TargetTime.ByHoursOfStart(
                                    TargetTime.of(Duration.ofHours(8)), TargetTime.workingDays(2)))
                    .during("london")
                    .escalating(
                            Escalation.before(
                                    1,
                                    Duration.ofHours(1),
                                    new EscalationAction.Notify(EscalationLadder.of("lead", "manager"))),
                            Escalation.of(
                                            2,
                                            new EscalationTime.WallOffset(Duration.ofHours(8)),
                                            new EscalationAction.RaisePriority(Priority.HIGH),
                                            new EscalationAction.Reassign(TeamId.of("second")))
                                    .withOnlyInsideHours(true),
                            Escalation.of(
                                    3, new EscalationTime.WorkingDayOffset(1), new EscalationAction.FlagIncident())))
            .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)).escalating(Escalation.atPercent(1, 80)))
            .build();

    private static final SlaPolicy MILESTONES = SlaPolicy.builder()
            .id("milestones")
            .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY.withAnchor(Anchor.field("began")), Duration.ofHours(1)))
            .addTarget(SlaTarget.of(
                    SlaMetric.RESOLUTION.withAfter(SlaMetric.FIRST_REPLY.id()).withAnchor(Anchor.PREVIOUS_DUE),
                    Duration.ofHours(8)))
            .build();

    private static final List<TicketCondition> CONDITIONS = List.of(
            TicketCondition.field("product", "mug", "cup"),
            TicketCondition.is(Attribute.DONE),
            TicketCondition.tag("vip"),
            TicketCondition.priorityAtLeast(Priority.HIGH),
            TicketCondition.happened(Happening.REPLY),
            TicketCondition.marked("recalled"),
            TicketCondition.always(),
            TicketCondition.never(),
            TicketCondition.not(TicketCondition.tag("a").or(TicketCondition.tag("b"))));

    private static String golden(String name) {
        try (InputStream stored =
                Objects.requireNonNull(JsonFormatTest.class.getResourceAsStream("/wire/v1/" + name), name)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> void keeps(String name, T value, Class<T> type) {
        assertEquals(golden(name), FORMAT.write(value));
        assertEquals(value, FORMAT.read(golden(name), type));
    }

    @Test
    void writtenValuesKeepTheirForm() {
        keeps("log-mapping-events.json", MAPPING, LogMapping.class);
        keeps("log-mapping-tickets.json", TICKETS, LogMapping.class);
        keeps("business-calendar.json", LONDON, BusinessCalendar.class);
        keeps("sla-book.json", BOOK, SlaBook.class);
        keeps("sla-targets.json", KINDS, SlaPolicy.class);
        keeps("sla-milestones.json", MILESTONES, SlaPolicy.class);
    }

    @Test
    void conditionsKeepTheirForm() {
        assertEquals(golden("conditions.json"), FORMAT.write(CONDITIONS.toArray(new TicketCondition[0])));
        assertEquals(CONDITIONS, List.of(FORMAT.read(golden("conditions.json"), TicketCondition[].class)));
    }

    @Test
    void statusPriorityAndChannelAreNamesWithTheirMeaning() {
        assertEquals(Priority.HIGH, FORMAT.read("{\"name\": \"high\", \"rank\": 30}", Priority.class));
        assertEquals(Status.ON_HOLD, FORMAT.read("{\"name\": \"on_hold\", \"category\": \"on_hold\"}", Status.class));
        assertEquals(Status.ON_HOLD, FORMAT.read(FORMAT.write(Status.ON_HOLD), Status.class));
        assertEquals(Channel.PHONE, FORMAT.read(FORMAT.write(Channel.PHONE), Channel.class));
    }

    @Test
    void aBookOfCalendarsIsAList() {
        CalendarBook book = FORMAT.read("[" + golden("business-calendar.json") + "]", CalendarBook.class);
        assertEquals(LONDON, book.get(CalendarId.of("london")));
    }

    @Test
    void openTimeMadeOfCalendarsKeepsItsForm() {
        BusinessCalendar later = LONDON.withHours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-20:00"));
        CalendarTimeline timeline = CalendarTimeline.of(LONDON)
                .then(LocalDate.of(2027, 1, 1), later)
                .until(Instant.parse("2030-01-01T00:00:00Z"));
        BusinessCalendar manila = BusinessCalendar.builder()
                .id("manila")
                .zone("Asia/Manila")
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-17:00"))
                .build();
        FollowTheSun sun = FollowTheSun.of(manila).with(CalendarId.of("europe"), timeline);
        CalendarBook book = CalendarBook.of(LONDON, manila)
                .with(CalendarId.of("always"), BusinessTime.always())
                .with(CalendarId.of("over-the-years"), timeline)
                .with(CalendarId.of("round-the-globe"), sun);
        keeps("calendar-timeline.json", timeline, CalendarTimeline.class);
        keeps("follow-the-sun.json", sun, FollowTheSun.class);
        assertEquals(timeline, FORMAT.read(golden("calendar-timeline.json"), BusinessTime.class));
        assertEquals(LONDON, FORMAT.read(golden("business-calendar.json"), BusinessTime.class));
        assertEquals(golden("calendar-book.json"), FORMAT.write(book));
        CalendarBook read = FORMAT.read(golden("calendar-book.json"), CalendarBook.class);
        assertEquals(book.ids(), read.ids());
        book.ids().forEach(id -> assertEquals(book.get(id), read.get(id)));
    }

    @Test
    void aStandardMetricMayBeNamed() {
        SlaTarget target = FORMAT.read("""
                {
                  "metric": "resolution",
                  "paused_while": {"type": "is", "attribute": "status_category", "values": ["pending"]},
                  "goals": [{"within": "PT8H"}],
                  "calendar": "london"
                }
                """, SlaTarget.class);
        assertEquals(
                SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8))
                        .during("london")
                        .pausedWhile(StatusCategory.PENDING),
                target);
        refused("/metric", "{\"metric\": \"speed\", \"goals\": [{\"within\": \"PT8H\"}]}", SlaTarget.class);
    }

    @Test
    void codeIsBoundByItsName() {
        TicketCondition vip = TicketCondition.code("vip", ticket -> true);
        String stored = FORMAT.write(TicketCondition.not(vip));
        assertEquals(
                TicketCondition.not(vip), FORMAT.binding("vip", ticket -> false).read(stored, TicketCondition.class));
        JsonFormatException refusal = refused("/part", stored, TicketCondition.class);
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("must name code that is bound to the reader"),
                refusal.getMessage());
    }

    @Test
    void anchorsAreWordsOrFieldsAndCirclesAreRefused() {
        String milestones = golden("sla-milestones.json");
        String anchor = "/targets/1/metric/anchor";
        refused(anchor, milestones.replace("\"previous_due\"", "\"yesterday\""), SlaPolicy.class);
        refused(anchor, milestones.replace("\"previous_due\"", "7"), SlaPolicy.class);
        refused("", milestones.replace("\"after\" : \"first_reply\"", "\"after\" : \"resolution\""), SlaPolicy.class);
    }

    private static JsonFormatException refused(String pointer, String json, Class<?> type) {
        JsonFormatException refusal = assertThrows(JsonFormatException.class, () -> FORMAT.read(json, type));
        assertEquals(pointer, refusal.pointer(), refusal.getMessage());
        return refusal;
    }

    @Test
    void aTypingErrorIsRefusedWithItsPlace() {
        String mapping = golden("log-mapping-events.json");
        JsonFormatException unknown = assertThrows(
                JsonFormatException.class,
                () -> FORMAT.strict().read(mapping.replace("\"columns\"", "\"collums\""), LogMapping.class));
        assertEquals("/collums", unknown.pointer());
        assertTrue(String.valueOf(unknown.getMessage()).contains("must not be there"), unknown.getMessage());
        JsonFormatException word =
                refused("/statuses/New", mapping.replace("\"New\" : \"new\"", "\"New\" : \"fresh\""), LogMapping.class);
        assertTrue(
                String.valueOf(word.getMessage()).contains("[new, open, pending, on_hold, solved, closed]"),
                word.getMessage());
        refused("/time", mapping.replace("d/M/yyyy HH:mm", "d/M/nonsense"), LogMapping.class);
        refused("", mapping.replace("\"at\" : \"time\",", ""), LogMapping.class);
        refused("", mapping.substring(10), LogMapping.class);
    }

    @Test
    void aBookFromBeforeVersionsWereAdoptedByRuleIsReadAsItWas() {
        String earlier = golden("sla-book.json").replace("  \"adopt\" : \"at_next_match\",\n", "");
        assertEquals(BOOK, FORMAT.read(earlier, SlaBook.class));
    }

    @Test
    void timesAreTextInIsoFormOnly() {
        String book = golden("sla-book.json");
        String goal = "/policies/0/targets/0/goals/0/within";
        for (String wrong : List.of("3600", "1e1000000000", "\"1 hour\"", "\"P40000D\"", "\"P1D\"", "null")) {
            refused(goal, book.replaceFirst("\"PT1H\"", wrong), SlaBook.class);
        }
        refused("/zone", golden("business-calendar.json").replace("Europe/London", "Atlantis"), BusinessCalendar.class);
        refused("/version", "{\"id\": \"gold\", \"version\": 7, \"targets\": []}", SlaPolicy.class);
    }

    @Test
    void aRefusalNeverShowsTheText() {
        String canary = "jane.doe@example.org";
        for (Map.Entry<String, Class<?>> place : Map.<String, Class<?>>of(
                        "{\"shape\": \"" + canary + "\"}", LogMapping.class,
                        "{\"id\": \"gold\", \"kind\": \"" + canary + "\"}", SlaPolicy.class,
                        "{\"metric\": \"" + canary + "\"}", SlaTarget.class,
                        "{\"type\": \"" + canary + "\"}", TicketCondition.class,
                        "{\"when\": {\"type\": \"has_tag\", \"tag\": \"a\"}, \"within\": \"" + canary + "\"}",
                                dev.customerservice.domain.sla.Goal.class,
                        "{\"id\": \"a\" \"" + canary + "\"", SlaPolicy.class)
                .entrySet()) {
            JsonFormatException refusal =
                    assertThrows(JsonFormatException.class, () -> FORMAT.read(place.getKey(), place.getValue()));
            assertFalse(String.valueOf(refusal.getMessage()).contains(canary), refusal.getMessage());
        }
    }
}
