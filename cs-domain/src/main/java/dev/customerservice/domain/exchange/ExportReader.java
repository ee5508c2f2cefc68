package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reading of one document: what every vendor's has in common. */
abstract class ExportReader {
    final JsonPlace root;
    final VendorWords words;
    final List<TicketHistory> histories = new ArrayList<>();
    final List<SurveyResponse> surveys = new ArrayList<>();
    final List<BusinessCalendar> calendars = new ArrayList<>();
    final List<SlaPolicy> policies = new ArrayList<>();
    private final VendorMapping mapping;
    private final Set<String> tickets = new HashSet<>();
    private final Set<String> policyIds = new HashSet<>();

    ExportReader(
            JsonPlace root,
            VendorMapping mapping,
            Map<String, Status> statuses,
            Map<String, Priority> priorities,
            Map<String, Channel> channels) {
        this.root = root;
        this.mapping = mapping;
        this.words = new VendorWords(mapping, statuses, priorities, channels);
    }

    /** An entry of a collection: what it belongs to, when it was, and where it stands. */
    record Dated(String owner, Instant at, JsonPlace place) {}

    /** Fills the lists. */
    abstract void fill();

    VendorExport read() {
        fill();
        return new VendorExport(histories, surveys, calendars, SlaBook.of(policies), root.failures());
    }

    /** The places of a collection that may also be given as one thing under its singular. */
    final List<JsonPlace> oneOrMany(String one, String many) {
        List<JsonPlace> all = new ArrayList<>();
        if (!root.at(one).isMissing()) {
            all.add(root.at(one));
        }
        all.addAll(root.at(many).items());
        return all;
    }

    /** The ticket of a place, unless it has no identity or has been read already. */
    final Optional<VendorTicket> ticket(JsonPlace place, String idName) {
        Optional<String> id = place.at(idName).text();
        if (id.isEmpty()) {
            place.fail(LoadFault.MISSING_ID, "The ticket must have an identity (" + idName + "); it is left out.");
        } else if (!tickets.add(id.get())) {
            place.fail(LoadFault.REPEATED_TICKET, "The ticket must be in the export once; its first place was taken.");
            return Optional.empty();
        }
        return id.map(known -> new VendorTicket(place, known));
    }

    /** The entries of a collection by what they belong to, each in the order of time; one without either is reported. */
    final Map<String, List<Dated>> byOwner(String collection, String ownerName, String timeName) {
        List<Dated> entries = new ArrayList<>();
        for (JsonPlace place : root.at(collection).items()) {
            Optional<String> owner = reference(place.at(ownerName));
            Optional<Instant> at = place.at(timeName).instant();
            if (owner.isEmpty()) {
                place.fail(
                        LoadFault.MISSING_ID,
                        "The entry must name what it belongs to (" + ownerName + "); it is left out.");
            } else if (place.at(timeName).isMissing()) {
                place.fail(LoadFault.MISSING_TIME, "The entry must have a time (" + timeName + "); it is left out.");
            }
            if (owner.isPresent() && at.isPresent()) {
                entries.add(new Dated(owner.get(), at.get(), place));
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(Dated::at))
                .collect(Collectors.groupingBy(Dated::owner, LinkedHashMap::new, Collectors.toList()));
    }

    /** The entries of one owner, which are not left over. */
    static List<Dated> take(Map<String, List<Dated>> entries, String owner) {
        return Objects.requireNonNullElse(entries.remove(owner), List.of());
    }

    /** Reports what nobody has taken. */
    static void reportLeft(Map<String, List<Dated>> entries) {
        entries.values().stream()
                .flatMap(List::stream)
                .forEach(entry -> entry.place()
                        .fail(
                                LoadFault.UNKNOWN_TICKET,
                                "The entry must belong to a ticket of the same export; it is left out."));
    }

    /** A reference is an id, or an object with a link and the id as its value. */
    static Optional<String> reference(JsonPlace place) {
        return place.isObject() ? place.at("value").text() : place.text();
    }

    /** The id of a policy; one without, or with that of another, is reported. */
    final Optional<String> policyId(JsonPlace place) {
        Optional<String> id = place.at("id").text();
        if (id.isEmpty()) {
            place.fail(LoadFault.MISSING_ID, "The policy must have an id; it is left out.");
        } else if (!policyIds.add(id.get())) {
            place.fail(LoadFault.BAD_VALUE, "The policy must be in the export once; its first place was taken.");
            return Optional.empty();
        }
        return id;
    }

    /** Any of several conditions, side by side however many there are. */
    static TicketCondition any(List<TicketCondition> parts) {
        return parts.size() == 1 ? parts.get(0) : new TicketCondition.AnyOf(parts);
    }

    /** Who asks, by what is known of them. */
    static Requester requester(Optional<String> customer, Optional<String> organization) {
        Requester requester = customer.map(CustomerId::of).map(Requester::of).orElseGet(Requester::unknown);
        return organization
                .map(OrganizationId::of)
                .map(requester::withOrganization)
                .orElse(requester);
    }

    /** The id of the calendar that policies mean by business hours. */
    final Optional<String> businessHours() {
        Optional<String> first =
                calendars.stream().findFirst().map(calendar -> calendar.id().value());
        return mapping.schedule().or(() -> first);
    }
}
