package dev.customerservice.domain.exchange;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketHistory;
import java.util.List;

/**
 * All that was read from a log.
 *
 * @param histories one history for each ticket, in the order the tickets first appear
 * @param surveys the survey responses, ticket by ticket
 * @param failures what could not be taken as it stands, in the order of the rows
 * @param summary the log in numbers
 */
public record LoadedLog(
        List<TicketHistory> histories, List<SurveyResponse> surveys, List<LoadFailure> failures, LoadSummary summary) {
    /** Keeps unmodifiable copies. */
    public LoadedLog {
        histories = List.copyOf(histories);
        surveys = List.copyOf(surveys);
        failures = List.copyOf(failures);
    }
}
