package dev.customerservice.domain.exchange;

import dev.customerservice.domain.survey.SurveyResponse;
import java.util.List;

/**
 * What a log gave besides its histories.
 *
 * @param surveys the survey responses, ticket by ticket
 * @param failures what could not be taken as it stands, in the order of the rows
 * @param summary the log in numbers
 */
public record LoadOutcome(List<SurveyResponse> surveys, List<LoadFailure> failures, LoadSummary summary) {
    /** Keeps unmodifiable copies. */
    public LoadOutcome {
        surveys = List.copyOf(surveys);
        failures = List.copyOf(failures);
    }
}
