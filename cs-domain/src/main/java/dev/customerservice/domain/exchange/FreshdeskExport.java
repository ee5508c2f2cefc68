package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.Goal;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export of Freshdesk. */
final class FreshdeskExport extends ExportReader {
    private static final Status OPEN = Status.of("Open", StatusCategory.OPEN);
    private static final Status PENDING = Status.of("Pending", StatusCategory.PENDING);
    private static final Status RESOLVED = Status.of("Resolved", StatusCategory.SOLVED);
    private static final Status CLOSED = Status.of("Closed", StatusCategory.CLOSED);
    private static final Map<String, Status> STATUSES = Map.of(
            "2", OPEN,
            "3", PENDING,
            "4", RESOLVED,
            "5", CLOSED,
            "6", Status.of("Waiting on Customer", StatusCategory.PENDING),
            "7", Status.of("Waiting on Third Party", StatusCategory.ON_HOLD));
    private static final Map<String, Priority> PRIORITIES = Map.of(
            "1", Priority.LOW,
            "2", Priority.of("Medium", Priority.NORMAL.rank()),
            "3", Priority.HIGH,
            "4", Priority.URGENT);
    private static final Map<String, Channel> CHANNELS = Map.of(
            "1", Channel.EMAIL,
            "2", Channel.WEB,
            "3", Channel.PHONE,
            "5", Channel.SOCIAL,
            "6", Channel.SOCIAL,
            "7", Channel.CHAT,
            "9", Channel.WEB,
            "10", Channel.EMAIL,
            "13", Channel.MESSAGING);
    /** From extremely unhappy to extremely happy. */
    private static final List<Long> RATINGS = List.of(-103L, -102L, -101L, 100L, 101L, 102L, 103L);

    private static final SurveyScale SCALE =
            new SurveyScale(1, RATINGS.size(), SurveyScale.Direction.HIGHER_IS_BETTER, 5, Optional.of(3));
    private static final Duration SECOND = Duration.ofSeconds(1);

    FreshdeskExport(JsonPlace root, VendorMapping mapping) {
        super(root, mapping, STATUSES, PRIORITIES, CHANNELS);
    }

    @Override
    void fill() {
        root.at("sla_policies").items().forEach(this::readPolicy);
        root.at("tickets").items().forEach(place -> ticket(place, "id").ifPresent(this::readTicket));
        root.at("satisfaction_ratings").items().forEach(this::readRating);
    }

    private void readTicket(VendorTicket ticket) {
        JsonPlace place = ticket.place();
        Optional<Instant> created = place.at("created_at").instant();
        if (created.isEmpty()) {
            place.fail(LoadFault.MISSING_TIME, "The ticket must say when it was created; it is left out.");
            return;
        }
        Instant at = created.get();
        ticket.stated().putMoment(StatedValues.OPENED, at);
        Actor asker = actor(place.at("requester_id"), true);
        ticket.created(ticket.head(at, asker, place.at("created_at")), details(place));
        due(ticket, at, "fr_due_by", SlaMetric.FIRST_REPLY);
        due(ticket, at, "due_by", SlaMetric.RESOLUTION);
        Actor agent = actor(place.at("responder_id"), false);
        JsonPlace stats = place.at("stats");
        if (place.at("conversations").isMissing()) {
            message(ticket, stats.at("first_responded_at"), agent);
            message(ticket, stats.at("requester_responded_at"), asker);
            if (!stats.at("agent_responded_at")
                    .instant()
                    .equals(stats.at("first_responded_at").instant())) {
                message(ticket, stats.at("agent_responded_at"), agent);
            }
        } else {
            place.at("conversations").items().forEach(message -> conversation(ticket, message));
        }
        status(ticket, stats.at("pending_since"), PENDING, agent);
        status(ticket, stats.at("reopened_at"), OPEN, asker);
        status(ticket, stats.at("resolved_at"), RESOLVED, agent);
        status(ticket, stats.at("closed_at"), CLOSED, Actor.automation("freshdesk"));
        stats.at("resolved_at").instant().ifPresent(done -> ticket.stated().putMoment(StatedValues.RESOLVED, done));
        stats.at("closed_at").instant().ifPresent(done -> ticket.stated().putMoment(StatedValues.CLOSED, done));
        ticket.stated().putVerdict("reopened", !stats.at("reopened_at").isMissing());
        place.at("is_escalated").flag().ifPresent(late -> ticket.stated().putVerdict("resolution_escalated", late));
        place.at("fr_escalated").flag().ifPresent(late -> ticket.stated().putVerdict("first_reply_escalated", late));
        lastStatus(ticket, stats, agent);
        ticket.history().ifPresent(histories::add);
    }

    /** A status that no time of the statistics tells, such as one of the account's own, holds since it was last set. */
    private void lastStatus(VendorTicket ticket, JsonPlace stats, Actor agent) {
        JsonPlace place = ticket.place().at("status");
        boolean isTold = place.text().map(List.of("2", "3", "4", "5")::contains).orElse(true);
        words.status(place)
                .filter(status -> !isTold)
                .ifPresent(status -> status(ticket, stats.at("status_updated_at"), status, agent));
    }

    private TicketDetails details(JsonPlace place) {
        TicketDetails.Builder details = TicketDetails.builder().status(OPEN);
        details.requester(requester(
                place.at("requester_id").text(), place.at("company_id").text()));
        words.priority(place.at("priority")).ifPresent(details::priority);
        words.channel(place.at("source")).ifPresent(details::channel);
        place.at("type").text().map(Category::of).ifPresent(details::category);
        place.at("responder_id").text().map(AgentId::of).ifPresent(details::assignee);
        place.at("group_id").text().map(TeamId::of).ifPresent(details::team);
        place.at("tags").items().forEach(tag -> tag.text().ifPresent(details::addTag));
        place.at("custom_fields")
                .fields()
                .forEach(field -> field.getValue().text().ifPresent(value -> details.putField(field.getKey(), value)));
        return details.build();
    }

    private static Actor actor(JsonPlace id, boolean isCustomer) {
        String known = id.text().orElse("unknown");
        return isCustomer ? Actor.customer(known) : Actor.agent(known);
    }

    private static void due(VendorTicket ticket, Instant created, String name, SlaMetric metric) {
        JsonPlace place = ticket.place().at(name);
        place.instant()
                .ifPresent(due -> ticket.add(new DueDateSet(
                        ticket.head(created, Actor.automation("freshdesk"), place), metric.id(), Optional.of(due))));
    }

    private static void message(VendorTicket ticket, JsonPlace time, Actor by) {
        time.instant().ifPresent(at -> ticket.message(at, by, time, true));
    }

    private static void status(VendorTicket ticket, JsonPlace time, Status to, Actor by) {
        time.instant().ifPresent(at -> ticket.status(at, by, time, to));
    }

    private static void conversation(VendorTicket ticket, JsonPlace place) {
        boolean isIncoming = place.at("incoming").flag().orElse(false);
        boolean isNote = place.at("private").flag().orElse(false);
        Actor by = actor(place.at("user_id"), isIncoming);
        place.at("created_at").instant().ifPresent(at -> ticket.message(at, by, place, !isNote));
    }

    /** Targets are seconds by priority; business hours are those of the account, which the export does not have. */
    private void readPolicy(JsonPlace place) {
        Optional<String> id = policyId(place);
        if (id.isEmpty()) {
            return;
        }
        SlaTarget.Builder reply = SlaTarget.builder().metric(SlaMetric.FIRST_REPLY);
        SlaTarget.Builder solution = SlaTarget.builder().metric(SlaMetric.RESOLUTION);
        boolean hasGoals = false;
        for (Map.Entry<String, JsonPlace> target : place.at("sla_target").fields()) {
            Priority priority = PRIORITIES.get(target.getKey().replace("priority_", ""));
            Optional<Duration> respond = target.getValue().at("respond_within").length(SECOND);
            Optional<Duration> resolve = target.getValue().at("resolve_within").length(SECOND);
            if (priority == null || respond.isEmpty() || resolve.isEmpty()) {
                target.getValue()
                        .fail(LoadFault.UNKNOWN_VALUE, "The target must be one of a known priority, with two lengths.");
                continue;
            }
            if (target.getValue().at("business_hours").flag().orElse(false)) {
                target.getValue()
                        .at("business_hours")
                        .fail(
                                LoadFault.UNKNOWN_VALUE,
                                "The business hours of the account are not in the export; the wall clock counts.");
            }
            reply.addGoal(new Goal(TicketCondition.priority(priority), respond.get()));
            solution.addGoal(new Goal(TicketCondition.priority(priority), resolve.get()));
            hasGoals = true;
        }
        if (hasGoals) {
            policies.add(SlaPolicy.builder()
                    .id(id.get())
                    .addTarget(reply.build())
                    .addTarget(solution.build().pausedWhile(StatusCategory.PENDING, StatusCategory.ON_HOLD))
                    .build());
        }
    }

    private void readRating(JsonPlace place) {
        Optional<Instant> at = place.at("created_at").instant();
        JsonPlace code = place.at("ratings").at("default_question");
        int point = RATINGS.indexOf(code.whole().orElse(0L)) + 1;
        if (at.isEmpty() || point == 0) {
            place.fail(LoadFault.BAD_VALUE, "The rating must have a time and a known code; it is left out.");
            return;
        }
        SurveyResponse.Builder response = SurveyResponse.builder()
                .survey("csat")
                .scale(SCALE)
                .answeredAt(at.get())
                .rating(point);
        place.at("ticket_id").text().map(TicketId::of).ifPresent(response::ticket);
        place.at("user_id").text().map(CustomerId::of).ifPresent(response::customer);
        place.at("agent_id").text().map(AgentId::of).ifPresent(response::agent);
        surveys.add(response.build());
    }
}
