package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketHistory;
import java.util.List;

/**
 * All that was read from a vendor's export.
 *
 * @param histories one history for each ticket, in the order of the export; each states what the vendor itself says of the ticket
 * @param surveys the satisfaction ratings, in the order of the export
 * @param calendars the schedules
 * @param policies the service-level policies in their order, none if the export has none
 * @param failures what could not be taken as it stands, in the order in which it was met
 */
public record VendorExport(
        List<TicketHistory> histories,
        List<SurveyResponse> surveys,
        List<BusinessCalendar> calendars,
        SlaBook policies,
        List<ExportFailure> failures) {
    /** Keeps unmodifiable copies. */
    public VendorExport {
        histories = List.copyOf(histories);
        surveys = List.copyOf(surveys);
        calendars = List.copyOf(calendars);
        failures = List.copyOf(failures);
    }

    /**
     * Brings the policies together with the calendars.
     *
     * @return the plan that reads the histories as the vendor's own policies promise
     * @throws dev.customerservice.domain.calendar.UnknownCalendarException if a policy counts business hours and the export has no schedule
     */
    public SlaPlan plan() {
        return policies.resolve(CalendarBook.of(calendars));
    }
}
