package dev.customerservice.domain.exchange;

import dev.customerservice.domain.survey.SurveyScale;

/**
 * The survey whose answers stand in the rating column of a log.
 *
 * @param name the name its responses are kept under, such as {@code csat}
 * @param scale the scale of its question
 */
public record LogSurvey(String name, SurveyScale scale) {}
