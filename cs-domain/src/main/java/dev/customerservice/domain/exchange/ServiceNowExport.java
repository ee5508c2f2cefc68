package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export of ServiceNow. */
final class ServiceNowExport extends ExportReader {
    private static final Map<String, Status> STATUSES = Map.of(
            "1", Status.of("New", StatusCategory.NEW),
            "2", Status.of("In Progress", StatusCategory.OPEN),
            "3", Status.of("On Hold", StatusCategory.ON_HOLD),
            "6", Status.of("Resolved", StatusCategory.SOLVED),
            "7", Status.of("Closed", StatusCategory.CLOSED),
            "8", Status.of("Canceled", StatusCategory.CLOSED));
    private static final Map<String, Priority> PRIORITIES = Map.of(
            "1", Priority.of("1 - Critical", Priority.URGENT.rank()),
            "2", Priority.of("2 - High", Priority.HIGH.rank()),
            "3", Priority.of("3 - Moderate", Priority.NORMAL.rank()),
            "4", Priority.of("4 - Low", Priority.LOW.rank()),
            "5", Priority.of("5 - Planning", 5));
    private static final Map<String, Channel> CHANNELS = Map.of(
            "email", Channel.EMAIL,
            "phone", Channel.PHONE,
            "self-service", Channel.WEB,
            "chat", Channel.CHAT,
            "virtual_agent", Channel.CHAT,
            "walk-in", Channel.IN_PERSON);

    ServiceNowExport(JsonPlace root, VendorMapping mapping) {
        super(root, mapping, STATUSES, PRIORITIES, CHANNELS);
    }

    @Override
    void fill() {
        Map<String, List<Dated>> audits = byOwner("sys_audit", "documentkey", "sys_created_on");
        Map<String, List<Dated>> journals = byOwner("sys_journal_field", "element_id", "sys_created_on");
        Map<String, List<Dated>> clocks = byOwner("task_sla", "task", "sys_created_on");
        for (JsonPlace place : root.at("incident").items()) {
            String key = reference(place.at("sys_id")).orElse("");
            ticket(place, "number")
                    .ifPresent(
                            ticket -> readIncident(ticket, take(audits, key), take(journals, key), take(clocks, key)));
        }
        reportLeft(audits);
        reportLeft(journals);
        reportLeft(clocks);
    }

    private void readIncident(VendorTicket ticket, List<Dated> audits, List<Dated> journals, List<Dated> clocks) {
        JsonPlace place = ticket.place();
        Optional<Instant> opened = place.at("opened_at").instant();
        if (opened.isEmpty()) {
            place.fail(LoadFault.MISSING_TIME, "The incident must say when it was opened; it is left out.");
            return;
        }
        String caller = reference(place.at("caller_id")).orElse("unknown");
        ticket.created(
                ticket.head(opened.get(), Actor.customer(caller), place.at("opened_at")), details(place, audits));
        for (Dated audit : audits) {
            ticket.nextUpdate();
            Actor by = actor(audit.place().at("user"), caller);
            change(ticket, ticket.head(audit.at(), by, audit.place()), audit.place());
        }
        for (Dated journal : journals) {
            boolean isPublic = journal.place().at("element").text().equals(Optional.of("comments"));
            Actor by = actor(journal.place().at("sys_created_by"), caller);
            ticket.message(journal.at(), by, journal.place(), isPublic);
        }
        state(place, StatedValues.OPENED, "opened_at", ticket);
        Optional<Instant> resolved = state(place, StatedValues.RESOLVED, "resolved_at", ticket);
        Optional<Instant> closed = state(place, StatedValues.CLOSED, "closed_at", ticket);
        if (!hasStates(audits)) {
            reach(ticket, place.at("resolved_at"), resolved, "6");
            reach(ticket, place.at("closed_at"), closed, "7");
        }
        place.at("reopen_count").whole().ifPresent(count -> ticket.stated().putCount(StatedValues.REOPENINGS, count));
        place.at("reassignment_count")
                .whole()
                .ifPresent(count -> ticket.stated().putCount(StatedValues.REASSIGNMENTS, count));
        place.at("made_sla").flag().ifPresent(met -> ticket.stated().putVerdict(StatedValues.SLA_MET, met));
        for (Dated dated : clocks) {
            JsonPlace clock = dated.place();
            String name = reference(clock.at("sla")).orElse("sla");
            clock.at("has_breached").flag().ifPresent(late -> ticket.stated().putVerdict(name + "_breached", late));
            clock.at("planned_end_time")
                    .instant()
                    .ifPresent(due -> ticket.stated().putMoment(name + "_due", due));
        }
        ticket.history().ifPresent(histories::add);
    }

    private static boolean isOf(Dated audit, String field) {
        return audit.place().at("fieldname").text().equals(Optional.of(field));
    }

    private static boolean hasStates(List<Dated> audits) {
        return audits.stream().anyMatch(audit -> isOf(audit, "state"));
    }

    private static Optional<Instant> state(JsonPlace place, String name, String column, VendorTicket ticket) {
        Optional<Instant> at = place.at(column).instant();
        at.ifPresent(moment -> ticket.stated().putMoment(name, moment));
        return at;
    }

    private static void reach(VendorTicket ticket, JsonPlace place, Optional<Instant> at, String code) {
        Status to = STATUSES.getOrDefault(code, Status.SOLVED);
        at.ifPresent(moment -> ticket.status(moment, Actor.automation("servicenow"), place, to));
    }

    private static Actor actor(JsonPlace user, String caller) {
        String id = reference(user).orElse("unknown");
        if (id.equals("system")) {
            return Actor.automation("servicenow");
        }
        return id.equals(caller) ? Actor.customer(id) : Actor.agent(id);
    }

    /** The first value of a column is what its first change came from, else what it is now. */
    private TicketDetails details(JsonPlace place, List<Dated> audits) {
        TicketDetails.Builder details = TicketDetails.builder();
        boolean isDone =
                !place.at("resolved_at").isMissing() || !place.at("closed_at").isMissing();
        if (hasStates(audits) || !isDone) {
            words.status(first("state", audits, place)).ifPresent(details::status);
        }
        words.priority(first("priority", audits, place)).ifPresent(details::priority);
        words.channel(place.at("contact_type")).ifPresent(details::channel);
        first("category", audits, place).text().map(Category::of).ifPresent(details::category);
        reference(first("assigned_to", audits, place)).map(AgentId::of).ifPresent(details::assignee);
        reference(first("assignment_group", audits, place)).map(TeamId::of).ifPresent(details::team);
        details.requester(requester(reference(place.at("caller_id")), reference(place.at("company"))));
        return details.build();
    }

    private static JsonPlace first(String column, List<Dated> audits, JsonPlace row) {
        return audits.stream()
                .filter(audit -> isOf(audit, column))
                .findFirst()
                .map(audit -> audit.place().at("oldvalue"))
                .orElse(row.at(column));
    }

    private void change(VendorTicket ticket, EventHead head, JsonPlace audit) {
        JsonPlace value = audit.at("newvalue");
        switch (audit.at("fieldname").text().orElse("")) {
            case "state" -> words.status(value).ifPresent(to -> ticket.add(new StatusChanged(head, to)));
            case "priority" -> words.priority(value).ifPresent(to -> ticket.add(new PriorityChanged(head, to)));
            case "assigned_to" ->
                ticket.add(new AssigneeChanged(head, value.text().map(AgentId::of)));
            case "assignment_group" ->
                ticket.add(new TeamChanged(head, value.text().map(TeamId::of)));
            case "category" ->
                value.text().map(Category::of).ifPresent(to -> ticket.add(new CategoryChanged(head, to)));
            default -> {
                // the other columns of an incident decide nothing here
            }
        }
    }
}
