package dev.customerservice.domain.exchange;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the survey responses of a log: sent by an activity, answered by a rating. */
final class SurveyWriter {
    private final Optional<LogSurvey> survey;
    private final boolean snapshots;
    private final LogColumns columns;
    private final Picture picture;
    private final List<SurveyResponse> responses = new ArrayList<>();
    private @Nullable TicketId ticket;
    private @Nullable Instant sentAt;
    private @Nullable Integer lastRating;

    SurveyWriter(LogMapping mapping, LogColumns columns, Picture picture) {
        this.survey = mapping.survey();
        this.snapshots = mapping.shape() == LogShape.SNAPSHOT_PER_ROW;
        this.columns = columns;
        this.picture = picture;
    }

    List<SurveyResponse> responses() {
        return responses;
    }

    void begin(TicketId id) {
        ticket = id;
        sentAt = null;
        lastRating = null;
    }

    void row(int row, Instant at) {
        if (survey.isEmpty()) {
            return;
        }
        if (columns.activity.at(row) == LogActivity.SURVEY_SENT) {
            end();
            sentAt = at;
        }
        Integer rating = columns.rating.at(row);
        if (rating != null && !(snapshots && Objects.equals(rating, lastRating))) {
            lastRating = rating;
            add(survey.get(), Optional.of(at), Optional.of(rating));
        }
    }

    /** A survey that nobody answered is a response too. */
    void end() {
        if (survey.isPresent() && sentAt != null) {
            add(survey.get(), Optional.empty(), Optional.empty());
        }
    }

    private void add(LogSurvey survey, Optional<Instant> answeredAt, Optional<Integer> rating) {
        responses.add(SurveyResponse.builder()
                .survey(survey.name())
                .scale(survey.scale())
                .sentAt(Optional.ofNullable(sentAt))
                .answeredAt(answeredAt)
                .rating(rating)
                .ticket(Optional.ofNullable(ticket))
                .customer(picture.requester().customer())
                .agent(picture.agent())
                .build());
        sentAt = null;
    }
}
