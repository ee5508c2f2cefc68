package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An export of Zendesk Support. */
final class ZendeskExport extends ExportReader {
    private static final Map<String, Status> STATUSES = Map.of(
            "new", Status.NEW,
            "open", Status.OPEN,
            "pending", Status.PENDING,
            "hold", Status.ON_HOLD,
            "solved", Status.SOLVED,
            "closed", Status.CLOSED);
    static final Map<String, Priority> PRIORITIES = Map.of(
            "low", Priority.LOW,
            "normal", Priority.NORMAL,
            "high", Priority.HIGH,
            "urgent", Priority.URGENT);
    static final Map<String, Channel> CHANNELS = Map.of(
            "web", Channel.WEB,
            "email", Channel.EMAIL,
            "voice", Channel.PHONE,
            "chat", Channel.CHAT,
            "native_messaging", Channel.MESSAGING,
            "whatsapp", Channel.MESSAGING,
            "facebook", Channel.SOCIAL,
            "twitter", Channel.SOCIAL);
    private static final Set<String> CONTENT = Set.of("subject", "description", "comment");
    private static final Set<String> MESSAGES = Set.of("Comment", "VoiceComment", "FacebookComment");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SYSTEM = "-1";

    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> policyIds = new HashSet<>();

    ZendeskExport(JsonPlace root, VendorMapping mapping) {
        super(root, mapping, STATUSES, PRIORITIES, CHANNELS);
    }

    @Override
    void fill() {
        ZendeskPolicies written = new ZendeskPolicies(this);
        written.readCalendars();
        written.readPolicies();
        policies.forEach(policy -> policyIds.add(policy.id().value()));
        for (JsonPlace user : root.at("users").items()) {
            user.at("id").text().ifPresent(id -> user.at("role").text().ifPresent(role -> roles.put(id, role)));
        }
        Map<String, List<Dated>> audits = byOwner("ticket_audits", "ticket_id", "created_at");
        Map<String, List<Dated>> clocks = byOwner("ticket_metric_events", "ticket_id", "time");
        for (JsonPlace place : root.at("tickets").items()) {
            ticket(place, "id")
                    .ifPresent(ticket -> readTicket(ticket, take(audits, ticket.id()), take(clocks, ticket.id())));
        }
        reportLeft(audits);
        reportLeft(clocks);
        readRatings();
    }

    private void readTicket(VendorTicket ticket, List<Dated> audits, List<Dated> clocks) {
        JsonPlace place = ticket.place();
        Optional<Instant> createdAt = place.at("created_at").instant();
        if (createdAt.isEmpty()) {
            place.fail(LoadFault.MISSING_TIME, "The ticket must say when it was created; it is left out.");
            return;
        }
        boolean isAudited = !audits.isEmpty();
        JsonPlace first = isAudited ? audits.get(0).place() : place;
        Actor creator = actor(first.at(isAudited ? "author_id" : "submitter_id"), place);
        ticket.created(ticket.head(createdAt.get(), creator, first), details(place, isAudited ? first : null));
        if (!isAudited
                && words.status(place.at("status"))
                        .filter(now -> !now.equals(Status.NEW))
                        .isPresent()) {
            place.at("status")
                    .fail(LoadFault.STATUS_WITHOUT_TIME, "The status must come with the audits that say since when.");
        }
        for (int i = 0; i < audits.size(); i++) {
            if (i > 0) {
                ticket.nextUpdate();
            }
            readUpdate(ticket, audits.get(i), i == 0);
        }
        readClocks(ticket, clocks);
        ticket.history().ifPresent(histories::add);
    }

    /** The agent, customer or program of an id. Whoever is not among the users is the requester or a program. */
    private Actor actor(JsonPlace author, JsonPlace ticket) {
        Optional<String> id = author.text();
        String role = id.map(known -> roles.getOrDefault(known, "")).orElse("");
        if (id.isEmpty() || id.get().equals(SYSTEM)) {
            return Actor.automation("zendesk");
        }
        if (role.equals("agent") || role.equals("admin")) {
            return Actor.agent(id.get());
        }
        boolean isCustomer =
                role.equals("end-user") || ticket.at("requester_id").text().equals(id);
        return isCustomer ? Actor.customer(id.get()) : Actor.automation("zendesk");
    }

    /** The ticket at its creation: by what its first audit created, else as it is now. */
    private TicketDetails details(JsonPlace ticket, @Nullable JsonPlace audit) {
        Map<String, JsonPlace> values = new LinkedHashMap<>();
        if (audit == null) {
            ticket.fields().forEach(field -> values.put(field.getKey(), field.getValue()));
            values.keySet().retainAll(Set.of("priority", "group_id", "assignee_id", "tags", "type"));
        } else {
            for (JsonPlace event : audit.at("events").items()) {
                if (event.at("type").text().equals(Optional.of("Create"))) {
                    event.at("field_name").text().ifPresent(name -> values.put(name, event.at("value")));
                }
            }
        }
        TicketDetails.Builder details = TicketDetails.builder();
        words.channel(ticket.at("via").at("channel")).ifPresent(details::channel);
        details.requester(requester(values.getOrDefault("requester_id", ticket.at("requester_id")), ticket));
        values.forEach((name, value) -> {
            switch (name) {
                case "status" -> words.status(value).ifPresent(details::status);
                case "priority" -> words.priority(value).ifPresent(details::priority);
                case "group_id" -> value.text().map(TeamId::of).ifPresent(details::team);
                case "assignee_id" -> value.text().map(AgentId::of).ifPresent(details::assignee);
                case "tags" -> details.addAllTags(tags(value));
                case "requester_id" -> {}
                default -> {
                    if (!CONTENT.contains(name)) {
                        value.text().ifPresent(text -> details.putField(name, text));
                    }
                }
            }
        });
        return details.build();
    }

    private static Requester requester(JsonPlace id, JsonPlace ticket) {
        return requester(id.text(), ticket.at("organization_id").text());
    }

    /** Tags are a list, or words in one text. */
    private static Set<String> tags(JsonPlace value) {
        Set<String> tags = new LinkedHashSet<>();
        if (value.isText()) {
            value.text().ifPresent(text -> tags.addAll(List.of(text.split("\\s+"))));
        } else {
            value.items().forEach(item -> item.text().ifPresent(tags::add));
        }
        return tags;
    }

    /** One audit; what the first one created is told by the creation, and its first comment is the description. */
    private void readUpdate(VendorTicket ticket, Dated audit, boolean isFirst) {
        Actor author = actor(audit.place().at("author_id"), ticket.place());
        boolean isDescribed = !isFirst;
        for (JsonPlace event : audit.place().at("events").items()) {
            String kind = event.at("type").text().orElse("");
            EventHead head = ticket.head(audit.at(), author, event);
            if (kind.equals("Change")) {
                change(ticket, head, event);
            } else if (MESSAGES.contains(kind) && isDescribed) {
                message(ticket, head, event);
            } else if (MESSAGES.contains(kind)) {
                isDescribed = true;
            }
        }
    }

    private void message(VendorTicket ticket, EventHead head, JsonPlace event) {
        boolean isPublic = event.at("public").flag().orElse(true);
        JsonPlace author = event.at("author_id");
        Actor by = author.isMissing() ? head.by() : actor(author, ticket.place());
        boolean isKnown = author.isMissing()
                || by.kind() != ActorKind.AUTOMATION
                || author.text().equals(Optional.of(SYSTEM));
        if (!isKnown) {
            author.fail(
                    LoadFault.UNKNOWN_VALUE,
                    "The author of a message must be among the users; it is taken for one of a program, which is no reply.");
        }
        ticket.message(head.at(), by, event, isPublic);
    }

    private void change(VendorTicket ticket, EventHead head, JsonPlace event) {
        String name = event.at("field_name").text().orElse("");
        JsonPlace value = event.at("value");
        switch (name) {
            case "status" -> {
                if (value.text().equals(Optional.of("deleted"))) {
                    ticket.add(new Deleted(head));
                } else {
                    words.status(value).ifPresent(to -> ticket.add(new StatusChanged(head, to)));
                }
            }
            case "priority" -> words.priority(value).ifPresent(to -> ticket.add(new PriorityChanged(head, to)));
            case "group_id" -> ticket.add(new TeamChanged(head, value.text().map(TeamId::of)));
            case "assignee_id" ->
                ticket.add(new AssigneeChanged(head, value.text().map(AgentId::of)));
            case "requester_id" -> ticket.add(new RequesterChanged(head, requester(value, ticket.place())));
            case "tags" -> {
                Set<String> before = tags(event.at("previous_value"));
                Set<String> after = tags(value);
                Set<String> added = new LinkedHashSet<>(after);
                added.removeAll(before);
                before.removeAll(after);
                ticket.add(new TagsChanged(head, added, before));
            }
            case "" -> event.fail(LoadFault.BAD_VALUE, "The change must name its field (field_name).");
            default -> {
                if (!CONTENT.contains(name)) {
                    ticket.add(new FieldChanged(head, name, value.text()));
                }
            }
        }
    }

    /** The metric events: which policy was put on the ticket, and what Zendesk says of its own clocks. */
    private void readClocks(VendorTicket ticket, List<Dated> events) {
        String applied = "";
        for (Dated dated : events) {
            JsonPlace event = dated.place();
            String metric = event.at("metric").text().orElse("");
            switch (event.at("type").text().orElse("")) {
                case "apply_sla" -> {
                    String policy = event.at("sla").at("policy").at("id").text().orElse("");
                    if (policyIds.contains(policy) && !policy.equals(applied)) {
                        EventHead head = ticket.head(dated.at(), Actor.automation("zendesk"), event);
                        ticket.add(new SlaApplied(head, SlaPolicyId.of(policy), "1"));
                        applied = policy;
                    }
                }
                case "breach" -> {
                    boolean isDeleted = event.at("deleted").flag().orElse(false);
                    ticket.stated().putVerdict(metric + "_breached", !isDeleted);
                    if (!isDeleted) {
                        ticket.stated().putMoment(metric + "_breached_at", dated.at());
                    }
                }
                case "update_status" -> {
                    JsonPlace status = event.at("status");
                    status.at("calendar")
                            .length(MINUTE)
                            .ifPresent(length -> ticket.stated().putDuration(metric + "_calendar", length));
                    status.at("business")
                            .length(MINUTE)
                            .ifPresent(length -> ticket.stated().putDuration(metric + "_business", length));
                }
                default -> {
                    // activate, pause and fulfill follow from the history
                }
            }
        }
    }

    /** The offer and the answer of a ticket are one response. */
    private void readRatings() {
        SurveyScale scale = SurveyScale.satisfaction(2);
        Map<String, SurveyResponse.Builder> open = new LinkedHashMap<>();
        for (JsonPlace rating : root.at("satisfaction_ratings").items()) {
            Optional<String> ticket = rating.at("ticket_id").text();
            String score = rating.at("score").text().orElse("");
            Optional<Instant> at = rating.at("created_at").instant();
            if (ticket.isEmpty() || at.isEmpty()) {
                rating.fail(LoadFault.MISSING_ID, "The rating must have its ticket and its time; it is left out.");
                continue;
            }
            if (score.equals("unoffered")) {
                continue;
            }
            SurveyResponse.Builder response = open.computeIfAbsent(
                    ticket.get(),
                    id -> SurveyResponse.builder().survey("csat").scale(scale).ticket(TicketId.of(id)));
            rating.at("requester_id").text().map(CustomerId::of).ifPresent(response::customer);
            rating.at("assignee_id").text().map(AgentId::of).ifPresent(response::agent);
            if (score.equals("offered")) {
                response.sentAt(at.get());
            } else if (score.startsWith("good") || score.startsWith("bad")) {
                response.answeredAt(at.get()).rating(score.startsWith("good") ? 2 : 1);
            } else {
                rating.at("score")
                        .fail(
                                LoadFault.UNKNOWN_VALUE,
                                "The score must be offered, unoffered, good or bad; it counts as no answer.");
            }
        }
        open.values().forEach(response -> surveys.add(response.build()));
    }
}
