package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An export of Jira Service Management. */
final class JiraExport extends ExportReader {
    private static final Map<String, Status> STATUSES = Map.ofEntries(
            word("Open", StatusCategory.NEW),
            word("To Do", StatusCategory.NEW),
            word("Reopened", StatusCategory.OPEN),
            word("In progress", StatusCategory.OPEN),
            word("Work in progress", StatusCategory.OPEN),
            word("Waiting for support", StatusCategory.OPEN),
            word("Escalated", StatusCategory.OPEN),
            word("Under review", StatusCategory.OPEN),
            word("Waiting for customer", StatusCategory.PENDING),
            word("Pending", StatusCategory.ON_HOLD),
            word("Waiting for approval", StatusCategory.ON_HOLD),
            word("Resolved", StatusCategory.SOLVED),
            word("Done", StatusCategory.SOLVED),
            word("Completed", StatusCategory.SOLVED),
            word("Canceled", StatusCategory.CLOSED),
            word("Cancelled", StatusCategory.CLOSED),
            word("Declined", StatusCategory.CLOSED),
            word("Closed", StatusCategory.CLOSED));
    private static final Map<String, Priority> PRIORITIES = Map.of(
            "lowest", Priority.of("Lowest", 5),
            "low", Priority.of("Low", Priority.LOW.rank()),
            "medium", Priority.of("Medium", Priority.NORMAL.rank()),
            "high", Priority.of("High", Priority.HIGH.rank()),
            "highest", Priority.of("Highest", Priority.URGENT.rank()));
    private static final CalendarId CALENDAR = CalendarId.of("jira");

    JiraExport(JsonPlace root, VendorMapping mapping) {
        super(root, mapping, STATUSES, PRIORITIES, Map.of());
    }

    private static Map.Entry<String, Status> word(String name, StatusCategory category) {
        return Map.entry(name.toLowerCase(Locale.ROOT), Status.of(name, category));
    }

    @Override
    void fill() {
        readCalendar(root.at("calendar"));
        readGoal(root.at("goal"));
        oneOrMany("issue", "issues").forEach(place -> ticket(place, "key").ifPresent(this::readIssue));
    }

    private void readIssue(VendorTicket ticket) {
        JsonPlace place = ticket.place();
        JsonPlace fields = place.at("fields");
        Optional<Instant> created = fields.at("created").instant();
        if (created.isEmpty()) {
            fields.fail(LoadFault.MISSING_TIME, "The issue must say when it was created; it is left out.");
            return;
        }
        String reporter = fields.at("reporter").at("accountId").text().orElse("unknown");
        EventHead head = ticket.head(created.get(), Actor.customer(reporter), fields.at("created"));
        List<JsonPlace> updates = place.at("changelog").at("histories").items();
        ticket.created(head, details(fields, updates));
        for (JsonPlace update : updates) {
            ticket.nextUpdate();
            Optional<Instant> at = update.at("created").instant();
            if (at.isEmpty()) {
                update.fail(LoadFault.MISSING_TIME, "The update must have a time; it is left out.");
                continue;
            }
            Actor by = actor(update.at("author"), fields);
            for (JsonPlace item : update.at("items").items()) {
                change(ticket, ticket.head(at.get(), by, item), item);
            }
        }
        for (JsonPlace comment : fields.at("comment").at("comments").items()) {
            Actor by = actor(comment.at("author"), fields);
            boolean isPublic = comment.at("jsdPublic").flag().orElse(true);
            comment.at("created").instant().ifPresent(at -> ticket.message(at, by, comment, isPublic));
        }
        fields.at("resolutiondate").instant().ifPresent(done -> ticket.stated().putMoment(StatedValues.RESOLVED, done));
        place.at("sla").items().forEach(clock -> readClock(ticket, clock));
        ticket.history().ifPresent(histories::add);
    }

    /** The first value of a field is what its first change came from, else what it is now. */
    private TicketDetails details(JsonPlace fields, List<JsonPlace> updates) {
        TicketDetails.Builder details = TicketDetails.builder();
        words.status(first("status", "fromString", updates, fields.at("status").at("name")))
                .ifPresent(details::status);
        words.priority(first(
                        "priority", "fromString", updates, fields.at("priority").at("name")))
                .ifPresent(details::priority);
        first("assignee", "from", updates, fields.at("assignee").at("accountId"))
                .text()
                .map(AgentId::of)
                .ifPresent(details::assignee);
        fields.at("issuetype").at("name").text().map(Category::of).ifPresent(details::category);
        fields.at("labels").items().forEach(label -> label.text().ifPresent(details::addTag));
        details.requester(requester(fields.at("reporter").at("accountId").text(), Optional.empty()));
        return details.build();
    }

    private static JsonPlace first(String field, String side, List<JsonPlace> updates, JsonPlace now) {
        return updates.stream()
                .flatMap(update -> update.at("items").items().stream())
                .filter(item -> item.at("field").text().equals(Optional.of(field)))
                .findFirst()
                .map(item -> item.at(side))
                .orElse(now);
    }

    /** Customers of a portal have an account type of their own; the reporter is one in any case. */
    private static Actor actor(JsonPlace author, JsonPlace fields) {
        String id = author.at("accountId").text().orElse("unknown");
        String kind = author.at("accountType").text().orElse("");
        if (kind.equals("app")) {
            return Actor.automation("jira");
        }
        boolean isReporter = fields.at("reporter").at("accountId").text().equals(Optional.of(id));
        return kind.equals("customer") || isReporter ? Actor.customer(id) : Actor.agent(id);
    }

    private void change(VendorTicket ticket, EventHead head, JsonPlace item) {
        switch (item.at("field").text().orElse("")) {
            case "status" -> words.status(item.at("toString")).ifPresent(to -> ticket.add(new StatusChanged(head, to)));
            case "priority" ->
                words.priority(item.at("toString")).ifPresent(to -> ticket.add(new PriorityChanged(head, to)));
            case "assignee" ->
                ticket.add(new AssigneeChanged(head, item.at("to").text().map(AgentId::of)));
            default -> {
                // the other fields of an issue decide nothing here
            }
        }
    }

    /** What the request API says of one clock: its last cycle, and whether any was breached. */
    private static void readClock(VendorTicket ticket, JsonPlace clock) {
        String name = clock.at("name").text().orElse("sla");
        List<JsonPlace> cycles = new ArrayList<>(clock.at("completedCycles").items());
        if (!clock.at("ongoingCycle").isMissing()) {
            cycles.add(clock.at("ongoingCycle"));
        }
        boolean isBreached = false;
        for (JsonPlace cycle : cycles) {
            isBreached |= cycle.at("breached").flag().orElse(false);
            cycle.at("elapsedTime")
                    .at("millis")
                    .length(Duration.ofMillis(1))
                    .ifPresent(length -> ticket.stated().putDuration(name + "_elapsed", length));
        }
        ticket.stated().putVerdict(name + "_breached", isBreached);
        ticket.stated().putCount(name + "_cycles", cycles.size());
    }

    private void readCalendar(JsonPlace place) {
        if (place.isMissing()) {
            return;
        }
        try {
            WeeklyHours hours = WeeklyHours.closed();
            for (JsonPlace time : place.at("workingTimes").items()) {
                DayOfWeek day = DayOfWeek.valueOf(time.at("weekday").text().orElse(""));
                String range = time.at("start").text().orElse("") + "-"
                        + time.at("end").text().orElse("");
                hours = hours.and(WeeklyHours.of(day, range));
            }
            BusinessCalendar.Builder calendar =
                    BusinessCalendar.builder().id(CALENDAR).hours(hours);
            for (JsonPlace holiday : place.at("holidays").items()) {
                LocalDate date = LocalDate.parse(holiday.at("date").text().orElse(""));
                calendar.addHoliday(new Holiday(date, date, holiday.at("name").text()));
            }
            calendars.add(calendar.zone(place.at("timeZone").text().orElse("")).build());
        } catch (DateTimeException | IllegalArgumentException e) {
            place.fail(
                    LoadFault.BAD_VALUE,
                    "The calendar must have a zone, weekdays with hours and dated holidays; it is left out.");
        }
    }

    /** A goal in hours on the calendar, if there is one: each solution completes a cycle, the next begins with a fresh goal. */
    private void readGoal(JsonPlace place) {
        Optional<Duration> hours = place.at("hours").length(Duration.ofHours(1));
        if (place.isMissing() || hours.isEmpty()) {
            return;
        }
        List<TicketCondition> pauses = place.at("pausedWhile").items().stream()
                .flatMap(word -> words.status(word).stream())
                .map(TicketCondition::status)
                .toList();
        SlaMetric metric = SlaMetric.RESOLUTION.withAgain(Again.NEW_CYCLE).withPausedWhile(any(pauses));
        SlaTarget target = SlaTarget.of(metric, hours.get());
        policies.add(SlaPolicy.builder()
                .id(place.at("name").text().orElse("time-to-resolution"))
                .addTarget(calendars.isEmpty() ? target : target.withCalendar(CALENDAR))
                .build());
    }
}
