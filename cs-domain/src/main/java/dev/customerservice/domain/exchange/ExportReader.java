package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reading of one document: what every vendor's has in common. */
abstract class ExportReader {
    final JsonPlace root;
    final VendorMapping mapping;
    final List<TicketHistory> histories = new ArrayList<>();
    final List<SurveyResponse> surveys = new ArrayList<>();
    final List<BusinessCalendar> calendars = new ArrayList<>();
    final List<SlaPolicy> policies = new ArrayList<>();
    private final Set<String> tickets = new HashSet<>();

    ExportReader(JsonPlace root, VendorMapping mapping) {
        this.root = root;
        this.mapping = mapping;
    }

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

    /** The id of the calendar that policies mean by business hours. */
    final Optional<String> businessHours() {
        Optional<String> first =
                calendars.stream().findFirst().map(calendar -> calendar.id().value());
        return mapping.schedule().or(() -> first);
    }
}
