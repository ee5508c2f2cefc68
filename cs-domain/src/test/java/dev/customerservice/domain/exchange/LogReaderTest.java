package dev.customerservice.domain.exchange;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-04T09:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-05T09:00:00Z");

    private static final LogMapping EVENTS = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "activity")
            .putStatus("Assigned", StatusCategory.OPEN)
            .putStatus("Resolved", StatusCategory.SOLVED)
            .addKeep("Looked at")
            .build();

    private static final LogMapping SNAPSHOTS = LogMapping.builder()
            .shape(LogShape.SNAPSHOT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "state")
            .putColumn(LogColumn.PRIORITY, "priority")
            .putColumn(LogColumn.TEAM, "team")
            .putColumn(LogColumn.AGENT, "agent")
            .addOrderBy("version")
            .addMissing("?")
            .addCleared("nobody")
            .initialStatus("New")
            .putStatus("New", StatusCategory.NEW)
            .putStatus("Active", StatusCategory.OPEN)
            .putStatus("Done", StatusCategory.SOLVED)
            .putPriority("2 - High", 30)
            .putPriority("3 - Low", 10)
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addStated(StatedColumn.builder()
                    .name(StatedValues.REOPENINGS)
                    .column("reopens")
                    .kind(StatedColumn.Kind.COUNT)
                    .take(StatedColumn.Take.MAX)
                    .build())
            .addStated(StatedColumn.of(StatedValues.SLA_MET, StatedColumn.Kind.VERDICT, "met"))
            .build();

    private static final String SNAPSHOT_HEADER = "id,at,state,priority,team,agent,version,opened,reopens,met\n";

    static LoadedLog read(LogMapping mapping, String text) {
        try {
            return LogReader.of(mapping).read(new StringReader(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TicketHistory only(LoadedLog log) {
        assertEquals(List.of(), log.failures());
        assertEquals(1, log.histories().size());
        return log.histories().get(0);
    }

    private static List<Status> statuses(TicketHistory history) {
        return history.events().stream()
                .filter(StatusChanged.class::isInstance)
                .map(event -> ((StatusChanged) event).to())
                .toList();
    }

    @Test
    void everyEventThatNamesAStatusSetsItEvenAgain() {
        TicketHistory history = only(read(EVENTS, """
                id,activity,at,unread
                T1,Assigned,2026-11-02T09:00:00Z,x
                T1,Looked at,2026-11-03T09:00:00Z,x
                T1,Resolved,2026-11-04T09:00:00Z,x
                T1,Resolved,2026-11-05T09:00:00Z,x
                """));
        Status assigned = Status.of("Assigned", StatusCategory.OPEN);
        Status resolved = Status.of("Resolved", StatusCategory.SOLVED);
        assertEquals(List.of(assigned, resolved, resolved), statuses(history));
        assertEquals(WEDNESDAY, history.latest().statusSince());
        assertEquals(
                Status.NEW,
                assertInstanceOf(TicketCreated.class, history.events().get(0))
                        .details()
                        .status());
        assertEquals(Optional.of("row 4"), history.events().get(2).head().source());
    }

    @Test
    void onlyWhatASnapshotSaysDifferentlyHasHappened() {
        TicketHistory history = only(read(SNAPSHOTS, SNAPSHOT_HEADER + """
                T1,2026-11-02T09:00:00Z,New,3 - Low,?,?,0,2026-11-02T09:00:00Z,0,true
                T1,2026-11-03T09:00:00Z,New,3 - Low,first,ana,1,2026-11-02T09:00:00Z,0,true
                T1,2026-11-04T09:00:00Z,Active,2 - High,?,nobody,2,2026-11-02T09:00:00Z,2,true
                T1,2026-11-05T09:00:00Z,Done,2 - High,first,?,3,2026-11-02T09:00:00Z,1,false
                """));
        assertEquals(
                List.of(
                        TicketCreated.class,
                        TeamChanged.class,
                        AssigneeChanged.class,
                        PriorityChanged.class,
                        AssigneeChanged.class,
                        StatusChanged.class,
                        StatusChanged.class),
                history.events().stream().map(TicketEvent::getClass).toList());
        Ticket latest = history.latest();
        assertEquals(Optional.of(TeamId.of("first")), latest.team());
        assertEquals(Optional.empty(), latest.assignee());
        assertEquals(Optional.of(Priority.of("2 - High", 30)), latest.priority());
        assertEquals(Optional.of(2L), history.stated().count(StatedValues.REOPENINGS));
        assertEquals(Optional.of(false), history.stated().verdict(StatedValues.SLA_MET));
        assertEquals(Optional.of(MONDAY), history.stated().moment(StatedValues.OPENED));
    }

    @Test
    void anOpeningBeforeTheFirstRowIsTheCreation() {
        TicketHistory history = only(read(SNAPSHOTS, SNAPSHOT_HEADER + """
                T1,2026-11-03T09:00:00Z,Active,3 - Low,first,ana,0,2026-11-02T09:00:00Z,0,true
                """));
        TicketCreated created =
                assertInstanceOf(TicketCreated.class, history.events().get(0));
        assertEquals(MONDAY, created.at());
        assertEquals("New", created.details().status().name());
        assertEquals(Optional.empty(), created.details().team());
        assertEquals(Optional.of(Priority.of("3 - Low", 10)), created.details().priority());
        assertEquals(TUESDAY, history.latest().statusSince());
        assertEquals(Optional.of(TeamId.of("first")), history.latest().team());
    }

    @Test
    void aRowBeforeTheStatedOpeningIsKept() {
        TicketHistory history = only(read(SNAPSHOTS, SNAPSHOT_HEADER + """
                T1,2026-11-02T09:00:00Z,Active,3 - Low,first,ana,0,2026-11-03T09:00:00Z,0,true
                """));
        assertEquals(MONDAY, history.latest().createdAt());
        assertEquals("Active", history.latest().status().name());
        assertEquals(Optional.of(TUESDAY), history.stated().moment(StatedValues.OPENED));
    }

    @Test
    void rowsAreSortedByTimeThenColumnsThenFile() {
        LoadedLog log = read(SNAPSHOTS, SNAPSHOT_HEADER + """
                T2,2026-11-02T09:00:00Z,New,3 - Low,?,?,0,?,0,true
                T1,2026-11-03T09:00:00Z,Done,3 - Low,?,?,10,?,0,true
                T1,2026-11-02T09:00:00Z,New,3 - Low,?,?,0,?,0,true
                T1,2026-11-03T09:00:00Z,Active,3 - Low,?,?,9,?,0,true
                T2,2026-11-03T09:00:00Z,Active,3 - Low,?,?,1,?,0,true
                """);
        assertEquals(
                List.of("T2", "T1"),
                log.histories().stream().map(history -> history.id().value()).toList());
        assertEquals(
                List.of("Active", "Done"),
                statuses(log.histories().get(1)).stream().map(Status::name).toList());
        assertEquals(2, log.summary().rowsOutOfOrder());
        assertEquals(1, log.summary().ticketsOutOfOrder());
        assertEquals(5, log.summary().rows());
        assertEquals(2, log.summary().tickets());
    }

    @Test
    void duplicatesAreKeptAndCounted() {
        String row = "T1,Resolved,2026-11-02T09:00:00Z\n";
        LoadedLog log = read(EVENTS, "id,activity,at\n" + row + "T1,Assigned,2026-11-02T09:00:00Z\n" + row + row);
        assertEquals(2, log.summary().duplicateRows());
        assertEquals(4, statuses(only(log)).size());
        LoadedLog many = read(EVENTS, "id,activity,at\n" + row.repeat(100));
        assertEquals(99, many.summary().duplicateRows());
    }

    @Test
    void columnsAreCountedByRawValue() {
        LoadedLog log = read(SNAPSHOTS, SNAPSHOT_HEADER + """
                T1,2026-11-02T09:00:00Z,New,3 - Low,?,?,0,?,0,true
                T1,2026-11-03T09:00:00Z,Odd,?,?,?,1,?,0,true
                """);
        ColumnValues states = log.summary().values().get("state");
        assertEquals(new ColumnValues(Map.of("New", 1L, "Odd", 1L), 0, Map.of("Odd", 1L), 0), states);
        assertEquals(1, requireNonNull(log.summary().values().get("priority")).missing());
        assertEquals(Set.of("state", "priority", "team"), log.summary().values().keySet());
        assertEquals(
                List.of(new LoadFailure(
                        3,
                        Optional.of("state"),
                        LoadFault.UNKNOWN_VALUE,
                        "The word (Odd) must have a meaning in the mapping.")),
                log.failures());
        assertEquals("New", log.histories().get(0).latest().status().name());
    }

    private static final LogMapping DESK = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.ACTIVITY, "event")
            .putColumn(LogColumn.STATUS, "status")
            .putColumn(LogColumn.ACTOR, "actor")
            .putColumn(LogColumn.ACTOR_KIND, "kind")
            .putColumn(LogColumn.AUDIENCE, "readers")
            .putColumn(LogColumn.CHANNEL, "channel")
            .putColumn(LogColumn.REQUESTER, "customer")
            .putColumn(LogColumn.TIER, "tier")
            .putColumn(LogColumn.TEAM, "team")
            .putColumn(LogColumn.AGENT, "agent")
            .putColumn(LogColumn.TAGS, "tags")
            .putColumn(LogColumn.SUBJECT, "subject")
            .putColumn(LogColumn.RATING, "stars")
            .putField("product", "product")
            .putStatus("new", StatusCategory.NEW)
            .putStatus("solved", StatusCategory.SOLVED)
            .putActivity("created", LogActivity.CREATION)
            .putActivity("message", LogActivity.MESSAGE)
            .putActivity("reply", LogActivity.REPLY)
            .putActivity("note", LogActivity.NOTE)
            .putActivity("assigned", LogActivity.ASSIGNMENT)
            .putActivity("raised", LogActivity.ESCALATION)
            .putActivity("flagged", LogActivity.MARK)
            .putActivity("asked", LogActivity.SURVEY_SENT)
            .putActivity("solved", LogActivity.NONE)
            .putActivity("rated", LogActivity.NONE)
            .putActorKind("customer", ActorKind.CUSTOMER)
            .putActorKind("agent", ActorKind.AGENT)
            .putActorKind("bot", ActorKind.BOT)
            .putAudience("public", Audience.CUSTOMER)
            .putAudience("internal", Audience.INTERNAL)
            .putChannel("email", Channel.Synchrony.DEFERRED)
            .survey(new LogSurvey("csat", SurveyScale.satisfaction(5)))
            .build();

    private static final String DESK_HEADER =
            "id,at,event,status,actor,kind,readers,channel,customer,tier,team,agent,tags,subject,stars,product\n";

    @Test
    void activitiesBecomeEvents() {
        TicketHistory history = only(read(DESK, DESK_HEADER + """
                T1,2026-11-02T09:00:00Z,created,new,cara,customer,,email,cara,gold,first,,"a,b",Help,,mug
                T1,2026-11-02T09:01:00Z,reply,,robo,bot,,,,,,,,,,
                T1,2026-11-02T09:02:00Z,assigned,,,,,,,,,ana,"b,c",,,
                T1,2026-11-02T09:03:00Z,message,,ben,agent,public,,,,second,,,,,
                T1,2026-11-02T09:04:00Z,note,,,,,,,,,,,,,cup
                T1,2026-11-02T09:05:00Z,reply,,,,,,,,,,,,,
                T1,2026-11-02T09:06:00Z,raised,,,,,,,,,,,,,
                T1,2026-11-02T09:07:00Z,flagged,,,,,,,,,,,,,
                T1,2026-11-02T09:08:00Z,solved,solved,ana,agent,,,,,,,,,,
                """));
        Ticket ticket = history.latest();
        assertEquals(Actor.customer("cara"), ticket.createdBy());
        assertEquals(Optional.of(Channel.EMAIL), ticket.channel());
        assertEquals(Optional.of(CustomerId.of("cara")), ticket.requester().customer());
        assertEquals(Optional.of(AgentId.of("ana")), ticket.assignee());
        assertEquals(Optional.of(TeamId.of("first")), ticket.team(), "only the creation and assignments assign");
        assertEquals(Set.of("b", "c"), ticket.tags());
        assertEquals(Map.of("product", "cup"), ticket.fields());
        assertEquals(2, ticket.replies(), "a bot's message is no reply");
        List<MessageAdded> messages = history.events().stream()
                .filter(MessageAdded.class::isInstance)
                .map(MessageAdded.class::cast)
                .toList();
        assertEquals(
                List.of(Actor.bot("robo"), Actor.agent("ben"), Actor.agent("ana"), Actor.agent("ana")),
                messages.stream().map(message -> message.head().by()).toList());
        assertEquals(
                List.of(Audience.CUSTOMER, Audience.CUSTOMER, Audience.INTERNAL, Audience.CUSTOMER),
                messages.stream().map(MessageAdded::audience).toList());
    }

    @Test
    void surveysComeBackBesideTheHistories() {
        LoadedLog log = read(DESK, DESK_HEADER + """
                T1,2026-11-02T09:00:00Z,created,new,cara,customer,,email,cara,gold,first,ana,,,,
                T1,2026-11-03T09:00:00Z,asked,,,,,,,,,,,,,
                T1,2026-11-04T09:00:00Z,rated,,,,,,,,,,,,4,
                T1,2026-11-05T09:00:00Z,asked,,,,,,,,,,,,,
                T2,2026-11-05T09:00:00Z,rated,,,,,,,,,,,,6,
                """);
        assertEquals(2, log.surveys().size());
        SurveyResponse answered = log.surveys().get(0);
        assertEquals(Optional.of(TUESDAY), answered.sentAt());
        assertEquals(Optional.of(WEDNESDAY), answered.answeredAt());
        assertEquals(Optional.of(4), answered.rating());
        assertEquals(Optional.of(AgentId.of("ana")), answered.agent());
        SurveyResponse unanswered = log.surveys().get(1);
        assertEquals(Optional.of(THURSDAY), unanswered.sentAt());
        assertEquals(Optional.empty(), unanswered.answeredAt());
        assertEquals(LoadFault.BAD_VALUE, log.failures().get(0).fault());
    }

    private static final LogMapping TICKETS = LogMapping.builder()
            .shape(LogShape.TICKET_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.STATUS, "status")
            .time(LogTime.builder()
                    .pattern("dd.MM.yyyy HH:mm")
                    .zone(ZoneId.of("Europe/Berlin"))
                    .build())
            .separator(';')
            .putStatus("open", StatusCategory.OPEN)
            .putStatus("solved", StatusCategory.SOLVED)
            .putStatus("closed", StatusCategory.CLOSED)
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "created"))
            .addStated(StatedColumn.of(StatedValues.CLOSED, StatedColumn.Kind.MOMENT, "closed"))
            .addStated(StatedColumn.builder()
                    .name("target")
                    .column("target")
                    .kind(StatedColumn.Kind.DURATION)
                    .unit(ChronoUnit.HOURS)
                    .build())
            .addMilestone(LogMilestone.activity("replied", LogActivity.REPLY))
            .addMilestone(LogMilestone.status("solved", "solved"))
            .addMilestone(LogMilestone.status("closed", "closed"))
            .build();

    @Test
    void statedTimesOfATicketBecomeEvents() {
        LoadedLog log = read(TICKETS, """
                id;status;created;replied;solved;closed;target
                T1;closed;02.11.2026 10:00;02.11.2026 11:00;03.11.2026 10:00;04.11.2026 10:00;1.5
                T2;open;02.11.2026 10:00;;;;
                T3;solved;02.11.2026 10:00;;;;
                T4;closed;02.11.2026 10:00;;;01.11.2026 10:00;
                """);
        Ticket first = log.histories().get(0).latest();
        assertEquals(MONDAY, first.createdAt());
        assertEquals(1, first.replies());
        assertEquals(WEDNESDAY, first.statusSince());
        assertEquals("closed", first.status().name());
        assertEquals(
                Duration.ofMinutes(90),
                log.histories().get(0).stated().duration("target").orElseThrow());
        assertEquals("open", log.histories().get(1).latest().status().name());
        assertEquals(Status.NEW, log.histories().get(2).latest().status());
        assertEquals(
                List.of(
                        LoadFault.STATUS_WITHOUT_TIME,
                        LoadFault.CLOSED_BEFORE_OPENED,
                        LoadFault.STATUS_WITHOUT_TIME,
                        LoadFault.CLOSED_BEFORE_OPENED),
                log.failures().stream().map(LoadFailure::fault).toList());
        assertEquals(4, log.summary().tickets());
    }

    @Test
    void progressEndsWithTheNumberOfRows() throws IOException {
        List<Long> seen = new ArrayList<>();
        String rows = "T1,Assigned,2026-11-02T09:00:00Z\n".repeat(10_000);
        LogReader.of(EVENTS).reporting(seen::add).read(new StringReader("id,activity,at\n" + rows));
        assertEquals(List.of(4_095L, 8_191L, 10_000L), seen);
    }

    @Test
    void aScannedLogGivesTheSameOneHistoryAtATimeAsOftenAsAsked() throws IOException {
        String text = SNAPSHOT_HEADER + """
                T1,2026-11-02T09:00:00Z,New,?,desk,ann,1,2026-11-02T08:00:00Z,0,true
                T2,2026-11-05T09:00:00Z,Lost,?,desk,ann,1,2026-11-05T09:00:00Z,0,true
                T1,2026-11-04T09:00:00Z,Done,?,desk,ann,2,2026-11-02T08:00:00Z,0,perhaps
                """;
        LoadedLog all = read(SNAPSHOTS, text);
        ScannedLog log = LogReader.of(SNAPSHOTS).scan(new StringReader(text));
        for (int pass = 0; pass < 2; pass++) {
            List<TicketHistory> histories = new ArrayList<>();
            LoadOutcome outcome = log.forEach(histories::add);
            assertEquals(all, new LoadedLog(histories, outcome.surveys(), outcome.failures(), outcome.summary()));
        }
        assertEquals(2, all.failures().size());
        assertEquals(Optional.of(all.histories().get(1)), log.history(TicketId.of("T2")));
        assertEquals(Optional.empty(), log.history(TicketId.of("T3")));
        assertEquals(Optional.of(Instant.parse("2026-11-05T09:00:00Z")), log.latest());
        assertEquals(
                Optional.empty(),
                LogReader.of(SNAPSHOTS).scan(new StringReader(SNAPSHOT_HEADER)).latest());
        assertEquals("ScannedLog[3 rows]", log.toString());
    }

    @Test
    void milestonesOfOneInstantHappenInTheOrderOfTheMapping() {
        LoadedLog log = read(TICKETS, """
                id;status;created;replied;solved;closed;target
                T1;closed;02.11.2026 10:00;;03.11.2026 10:00;03.11.2026 10:00;
                """);
        assertEquals(
                List.of("solved", "closed"),
                statuses(only(log)).stream().map(Status::name).toList());
        LogMapping turned = TICKETS.withMilestones(
                TICKETS.milestones().get(2), TICKETS.milestones().get(1));
        LoadedLog other = read(turned.withStated(TICKETS.stated().get(0)), """
                id;status;created;solved;closed
                T1;solved;02.11.2026 10:00;03.11.2026 10:00;03.11.2026 10:00
                """);
        assertEquals(
                List.of("closed", "solved"),
                statuses(only(other)).stream().map(Status::name).toList());
    }

    @Test
    void noBlankOfUnicodeIsPartOfAValue() {
        LoadedLog log = read(EVENTS, """
                id\u00A0,\u2003activity,at
                T1,Assigned,2026-11-02T09:00:00Z
                T1\u00A0,\u3000Assigned\u202F,\u20092026-11-03T09:00:00Z
                \u00A0,Assigned,2026-11-03T09:00:00Z
                T\u00A01,Assigned,2026-11-03T09:00:00Z
                """);
        assertEquals(
                List.of("T1", "T\u00A01"),
                log.histories().stream().map(history -> history.id().value()).toList());
        assertEquals(2, statuses(log.histories().get(0)).size());
        assertEquals(
                List.of(LoadFault.MISSING_ID),
                log.failures().stream().map(LoadFailure::fault).toList());
    }

    @Test
    void aRefusedTimeSaysWhichFormIsWanted() {
        String row = "id,activity,at\nT1,Assigned,%s\n";
        LoadFailure offset = read(EVENTS, String.format(Locale.ROOT, row, "2026-11-02T09:00"))
                .failures()
                .get(0);
        assertEquals(
                "The time (2026-11-02T09:00) must be written in ISO-8601, such as 2026-03-02T09:00:00Z"
                        + " or 2026-03-02T09:00:00.5+01:00, with its offset.",
                offset.detail());
        LogMapping pattern = EVENTS.withTime(LogTime.builder()
                .pattern("d/M/yyyy HH:mm")
                .zone(ZoneId.of("UTC"))
                .build());
        LoadFailure form = read(pattern, String.format(Locale.ROOT, row, "2026-11-02T09:00"))
                .failures()
                .get(0);
        assertEquals("The time (2026-11-02T09:00) must be written as d/M/yyyy HH:mm.", form.detail());
    }

    @Test
    void aMissingColumnIsAnErrorOfTheMapping() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> LogReader.of(EVENTS).read(new StringReader("id,activity,time\nT1,Assigned,2026-11-02T09:00Z\n")));
        assertTrue(String.valueOf(refusal.getMessage())
                .startsWith("The column (at) must be in the header [id, activity, time]."));
    }

    /** What is beyond 100 years is no duration, however short it is written. */
    @Test
    void aNumberWithAnExponentBeyondAllIsNoDuration() {
        LoadedLog log = read(TICKETS, """
                id;status;created;replied;solved;closed;target
                T1;open;02.11.2026 10:00;;;;1e2147483647
                T2;open;02.11.2026 10:00;;;;9e999999
                T3;open;02.11.2026 10:00;;;;1e-2147483647
                T4;open;02.11.2026 10:00;;;;1e1
                """);
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(10))),
                log.histories().stream()
                        .map(history -> history.stated().duration("target"))
                        .toList());
        assertEquals(
                List.of(LoadFault.BAD_VALUE, LoadFault.BAD_VALUE, LoadFault.BAD_VALUE),
                log.failures().stream().map(LoadFailure::fault).toList());
    }
}
