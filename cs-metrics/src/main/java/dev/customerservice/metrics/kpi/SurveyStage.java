package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.When;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How far a survey has come. */
// the functions are method references and lambdas without state
@SuppressWarnings("ImmutableEnumChecker")
public enum SurveyStage implements FlagColumn<SurveyFacts> {
    /** It came back undelivered. */
    BOUNCED(survey -> survey.bouncedAt().isPresent()),
    /** It was answered, with or without a rating. */
    ANSWERED(survey -> survey.answeredAt().isPresent()),
    /** It was answered with a rating. */
    COMPLETE(survey -> survey.rating().isPresent());

    /** Dates a survey by its sending; one of which that is not known is not dated. */
    public static final When<SurveyFacts> SENT = new Sent();

    private final Predicate<SurveyFacts> reached;

    SurveyStage(Predicate<SurveyFacts> reached) {
        this.reached = reached;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Answer of(SurveyFacts survey) {
        return Answer.of(reached.test(survey));
    }

    private record Sent() implements When<SurveyFacts> {
        @Override
        public String id() {
            return "sent";
        }

        @Override
        public Optional<? extends Moment> of(SurveyFacts survey) {
            return survey.sentAt().map(at -> Moment.of(at, survey.as()));
        }
    }
}
