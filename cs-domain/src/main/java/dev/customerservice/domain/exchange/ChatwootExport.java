package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An export of Chatwoot. */
final class ChatwootExport extends ExportReader {
    private static final Status RESOLVED = Status.of("resolved", StatusCategory.SOLVED);
    private static final Map<String, Status> STATUSES = Map.of(
            "open",
            Status.OPEN,
            "pending",
            Status.of("pending", StatusCategory.NEW),
            "snoozed",
            Status.of("snoozed", StatusCategory.ON_HOLD),
            "resolved",
            RESOLVED);
    private static final Map<String, Priority> PRIORITIES = Map.of(
            "low", Priority.LOW,
            "medium", Priority.of("medium", Priority.NORMAL.rank()),
            "high", Priority.HIGH,
            "urgent", Priority.URGENT);
    private static final Map<String, String> CLOCKS =
            Map.of("frt", "first_reply", "nrt", "next_reply", "rt", "resolution");
    private static final SortedMap<String, SlaMetric> THRESHOLDS = new TreeMap<>(Map.of(
            "first_response_time_threshold", SlaMetric.FIRST_REPLY,
            "next_response_time_threshold", SlaMetric.NEXT_REPLY,
            "resolution_time_threshold", SlaMetric.RESOLUTION));
    private static final CalendarId CALENDAR = CalendarId.of("inbox");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String INCOMING = "0";
    private static final String OUTGOING = "1";

    ChatwootExport(JsonPlace root, VendorMapping mapping) {
        super(root, mapping, STATUSES, PRIORITIES, Map.of());
    }

    @Override
    void fill() {
        readHours(root.at("inbox"));
        oneOrMany("sla_policy", "sla_policies").forEach(this::readPolicy);
        oneOrMany("conversation", "conversations")
                .forEach(place -> ticket(place, "id").ifPresent(this::readConversation));
        oneOrMany("csat_survey_response", "csat_survey_responses").forEach(this::readRating);
    }

    private void readConversation(VendorTicket ticket) {
        JsonPlace place = ticket.place();
        Optional<Instant> created = place.at("created_at").epochSeconds();
        if (created.isEmpty()) {
            place.fail(LoadFault.MISSING_TIME, "The conversation must say when it was created; it is left out.");
            return;
        }
        JsonPlace contact = place.at("meta").at("sender").at("id");
        Actor customer = Actor.customer(contact.text().orElse("unknown"));
        List<JsonPlace> messages = place.at("messages").items();
        boolean isAsked =
                messages.isEmpty() || messages.get(0).at("message_type").text().equals(Optional.of(INCOMING));
        Actor creator = isAsked ? customer : Actor.automation("chatwoot");
        ticket.created(ticket.head(created.get(), creator, place.at("created_at")), details(place, contact));
        boolean isOpening = isAsked;
        for (JsonPlace message : messages) {
            boolean isDescription =
                    isOpening && message.at("created_at").epochSeconds().equals(created);
            isOpening = false;
            if (!isDescription) {
                ticket.nextUpdate();
                readMessage(ticket, message, customer);
            }
        }
        readEnd(ticket);
        readClocks(ticket);
        ticket.history().ifPresent(histories::add);
    }

    private TicketDetails details(JsonPlace place, JsonPlace contact) {
        TicketDetails.Builder details =
                TicketDetails.builder().status(Status.OPEN).channel(Channel.MESSAGING);
        words.priority(place.at("priority")).ifPresent(details::priority);
        words.channel(place.at("channel")).ifPresent(details::channel);
        details.requester(requester(contact.text(), Optional.empty()));
        place.at("meta").at("assignee").at("id").text().map(AgentId::of).ifPresent(details::assignee);
        place.at("meta").at("team").at("id").text().map(TeamId::of).ifPresent(details::team);
        place.at("labels").items().forEach(label -> label.text().ifPresent(details::addTag));
        return details.build();
    }

    /** Activity and template messages are Chatwoot's own; a private outgoing message is a note. */
    private static void readMessage(VendorTicket ticket, JsonPlace message, Actor customer) {
        String kind = message.at("message_type").text().orElse("");
        boolean isNote = message.at("private").flag().orElse(false);
        boolean isBot = message.at("sender_type").text().equals(Optional.of("AgentBot"));
        if (!kind.equals(INCOMING) && !kind.equals(OUTGOING)) {
            return;
        }
        Actor agent = isBot
                ? Actor.bot("chatwoot")
                : Actor.agent(message.at("sender_id").text().orElse("unknown"));
        Actor by = kind.equals(INCOMING) ? customer : agent;
        message.at("created_at").epochSeconds().ifPresent(at -> ticket.message(at, by, message, !isNote));
    }

    private void readEnd(VendorTicket ticket) {
        JsonPlace place = ticket.place();
        Optional<Instant> resolved = place.at("resolved_at").epochSeconds();
        Optional<Status> now = words.status(place.at("status"));
        resolved.ifPresent(at -> {
            ticket.nextUpdate();
            ticket.stated().putMoment(StatedValues.RESOLVED, at);
            ticket.status(at, Actor.automation("chatwoot"), place.at("resolved_at"), RESOLVED);
        });
        if (resolved.isEmpty()
                && now.filter(status -> !status.equals(Status.OPEN)).isPresent()) {
            place.at("status").fail(LoadFault.STATUS_WITHOUT_TIME, "The status must come with the time it was taken.");
        }
    }

    private void readClocks(VendorTicket ticket) {
        JsonPlace applied = root.at("applied_sla");
        boolean isOfThis = applied.at("conversation_id")
                .text()
                .equals(ticket.place().at("id").text());
        if (applied.isMissing() || !isOfThis) {
            return;
        }
        applied.at("sla_status")
                .text()
                .ifPresent(status -> ticket.stated().putVerdict(StatedValues.SLA_MET, status.equals("hit")));
        for (JsonPlace event : root.at("sla_events").items()) {
            String clock = CLOCKS.get(event.at("event_type").text().orElse(""));
            if (clock != null
                    && event.at("applied_sla_id").text().equals(applied.at("id").text())) {
                ticket.stated().putVerdict(clock + "_breached", true);
            }
        }
    }

    private void readPolicy(JsonPlace place) {
        Optional<String> id = policyId(place);
        if (id.isEmpty()) {
            return;
        }
        boolean isBusiness = place.at("only_during_business_hours").flag().orElse(false);
        if (isBusiness && calendars.isEmpty()) {
            place.fail(
                    LoadFault.BAD_VALUE,
                    "The policy counts business hours, so the export must have the inbox with its hours.");
        }
        SlaPolicy.Builder policy = SlaPolicy.builder().id(id.get());
        THRESHOLDS.forEach((name, metric) -> place.at(name).length(SECOND).ifPresent(length -> {
            SlaTarget target = SlaTarget.of(metric, length);
            policy.addTarget(isBusiness ? target.withCalendar(CALENDAR) : target);
        }));
        policies.add(policy.build());
    }

    /** Days count from Sunday as 0. */
    private void readHours(JsonPlace inbox) {
        if (inbox.at("working_hours").isMissing()) {
            return;
        }
        try {
            WeeklyHours week = WeeklyHours.closed();
            for (JsonPlace day : inbox.at("working_hours").items()) {
                DayOfWeek weekday =
                        DayOfWeek.SUNDAY.plus(day.at("day_of_week").whole().orElse(0L));
                if (day.at("open_all_day").flag().orElse(false)) {
                    week = week.and(WeeklyHours.of(weekday, "00:00-24:00"));
                } else if (!day.at("closed_all_day").flag().orElse(false)) {
                    week = week.and(WeeklyHours.of(weekday, time(day, "open") + "-" + time(day, "close")));
                }
            }
            calendars.add(BusinessCalendar.builder()
                    .id(CALENDAR)
                    .zone(inbox.at("timezone").text().orElse(""))
                    .hours(week)
                    .build());
        } catch (CalendarException e) {
            inbox.fail(
                    LoadFault.BAD_VALUE, "The inbox must have a zone and hours that can be read; they are left out.");
        }
    }

    private static String time(JsonPlace day, String which) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d",
                day.at(which + "_hour").whole().orElse(0L),
                day.at(which + "_minutes").whole().orElse(0L));
    }

    private void readRating(JsonPlace place) {
        Optional<Long> rating = place.at("rating").whole();
        if (rating.isEmpty() || rating.get() < 1 || rating.get() > 5) {
            place.fail(LoadFault.BAD_VALUE, "The rating must be from 1 to 5; it is left out.");
            return;
        }
        Optional<String> ticket = place.at("conversation_id").text();
        Optional<Instant> at = place.at("created_at")
                .epochSeconds()
                .or(() -> histories.stream()
                        .filter(history ->
                                ticket.equals(Optional.of(history.id().value())))
                        .findFirst()
                        .map(history -> history.events()
                                .get(history.events().size() - 1)
                                .at()));
        if (at.isEmpty()) {
            place.fail(
                    LoadFault.MISSING_TIME,
                    "The rating must have a time, or the end of its conversation; it is left out.");
            return;
        }
        SurveyResponse.Builder response = SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .answeredAt(at.get())
                .rating(rating.get().intValue());
        ticket.map(TicketId::of).ifPresent(response::ticket);
        place.at("contact_id").text().map(CustomerId::of).ifPresent(response::customer);
        place.at("assigned_agent_id").text().map(AgentId::of).ifPresent(response::agent);
        surveys.add(response.build());
    }
}
