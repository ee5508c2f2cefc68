package dev.customerservice.metrics.facts;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A survey and its ticket. */
record SurveyRow(SurveyResponse response, Instant at, Attributes as, Attributes latest, Instant asOf)
        implements SurveyFacts {
    @Override
    public String survey() {
        return response.survey();
    }

    @Override
    public SurveyScale scale() {
        return response.scale();
    }

    @Override
    public Optional<TicketId> ticket() {
        return response.ticket();
    }

    @Override
    public Optional<Instant> sentAt() {
        return response.sentAt();
    }

    @Override
    public Optional<Instant> bouncedAt() {
        return response.bouncedAt().filter(at -> !at.isAfter(asOf));
    }

    @Override
    public Optional<Instant> answeredAt() {
        return response.answeredAt();
    }

    @Override
    public OptionalInt rating() {
        return response.rating().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
