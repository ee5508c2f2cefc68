package dev.customerservice.metrics.facts;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A survey and its ticket. */
record SurveyRow(SurveyResponse response, Instant at, Attributes as, Attributes latest, Instant asOf)
        implements SurveyFacts {
    /** The surveys that were sent or answered by the instant of some facts, each with the attributes that its ticket had then. */
    static List<SurveyFacts> of(Iterable<? extends SurveyResponse> responses, Facts facts) {
        Instant asOf = facts.asOf();
        Map<TicketId, TicketFacts> byId = new HashMap<>();
        if (responses.iterator().hasNext()) {
            facts.tickets().forEach(ticket -> byId.put(ticket.ticket(), ticket));
        }
        List<SurveyFacts> all = new ArrayList<>();
        for (SurveyResponse response : responses) {
            Optional<Instant> answered = response.answeredAt().filter(at -> !at.isAfter(asOf));
            Optional<Instant> at = answered.or(response::sentAt).filter(instant -> !instant.isAfter(asOf));
            if (at.isPresent()) {
                TicketFacts ticket = response.ticket().map(byId::get).orElse(null);
                Attributes as = ticket == null ? Attributes.none() : new StatedMoment(at.get(), ticket.stays()).as();
                Attributes latest = ticket == null ? as : ticket.latest();
                SurveyResponse known = answered.isPresent()
                        ? response
                        : SurveyResponse.builder()
                                .from(response)
                                .answeredAt(Optional.empty())
                                .rating(Optional.empty())
                                .build();
                all.add(new SurveyRow(known, at.get(), as, latest, asOf));
            }
        }
        return all;
    }

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
