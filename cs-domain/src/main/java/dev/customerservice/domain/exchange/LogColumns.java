package dev.customerservice.domain.exchange;

import com.google.common.base.Splitter;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The columns of a table, each with the meaning that the mapping gives its texts. */
final class LogColumns {
    private final LogMapping mapping;
    private final LogTable table;
    private final Failures failures;

    final LogTimes times;
    final Decoded<Instant> at;
    final Decoded<LogActivity> activity;
    final Decoded<String> activityName;
    final Decoded<Status> status;
    final Decoded<Priority> priority;
    final Decoded<Channel> channel;
    final Decoded<Category> category;
    final Decoded<Optional<TeamId>> team;
    final Decoded<Optional<AgentId>> agent;
    final Decoded<String> actor;
    final Decoded<ActorKind> actorKind;
    final Decoded<Audience> audience;
    final Decoded<Optional<CustomerId>> customer;
    final Decoded<Optional<OrganizationId>> organization;
    final Decoded<Optional<ServiceTier>> tier;
    final Decoded<Optional<Language>> language;
    final Decoded<String> subject;
    final Decoded<Set<String>> tags;
    final Decoded<Integer> rating;
    final List<Field> fields = new ArrayList<>();

    /** A custom field: its name, and what the rows say of it. */
    record Field(String name, Decoded<Optional<String>> values) {}

    LogColumns(LogMapping mapping, LogTable table, LogTimes times, Failures failures) {
        this.mapping = mapping;
        this.table = table;
        this.failures = failures;
        this.times = times;
        at = mapping.column(LogColumn.AT).map(times::column).orElseGet(Decoded::absent);
        activity = words(LogColumn.ACTIVITY, this::activity);
        activityName = free(LogColumn.ACTIVITY, text -> text);
        status = statuses();
        priority = words(LogColumn.PRIORITY, this::priority);
        channel = words(LogColumn.CHANNEL, this::channel);
        category = free(LogColumn.CATEGORY, text -> mapping.cleared().contains(text) ? null : Category.of(text));
        team = free(LogColumn.TEAM, text -> unlessCleared(text, TeamId::of));
        agent = free(LogColumn.AGENT, text -> unlessCleared(text, AgentId::of));
        actor = free(LogColumn.ACTOR, text -> text);
        actorKind = words(LogColumn.ACTOR_KIND, mapping.actorKinds()::get);
        audience = words(LogColumn.AUDIENCE, mapping.audiences()::get);
        customer = free(LogColumn.REQUESTER, text -> Optional.of(CustomerId.of(text)));
        organization = free(LogColumn.ORGANIZATION, text -> Optional.of(OrganizationId.of(text)));
        tier = free(LogColumn.TIER, text -> Optional.of(ServiceTier.of(text)));
        language = values(LogColumn.LANGUAGE, LogColumns::language, "must be a BCP 47 tag such as en or pt-BR.")
                .map(Optional::of);
        subject = free(LogColumn.SUBJECT, text -> text);
        tags = free(LogColumn.TAGS, this::tags);
        rating = values(LogColumn.RATING, this::rating, "must be a point of the scale of the survey.");
        mapping.fields()
                .forEach((name, column) -> fields.add(new Field(
                        name, Decoded.of(table, table.index(column), text -> unlessCleared(text, value -> value)))));
    }

    private <T> Decoded<T> free(LogColumn column, Function<String, @Nullable T> meaning) {
        return mapping.column(column)
                .map(name -> Decoded.of(table, table.index(name), meaning))
                .orElseGet(Decoded::absent);
    }

    private <T> Decoded<T> words(LogColumn column, Function<String, @Nullable T> meaning) {
        return reported(
                column,
                meaning,
                LoadFault.UNKNOWN_VALUE,
                text -> "The word (" + Failures.word(text) + ") must have a meaning in the mapping.");
    }

    private <T> Decoded<T> values(LogColumn column, Function<String, @Nullable T> meaning, String rule) {
        return reported(
                column, meaning, LoadFault.BAD_VALUE, text -> "The text (" + Failures.length(text) + ") " + rule);
    }

    private <T> Decoded<T> reported(
            LogColumn column, Function<String, @Nullable T> meaning, LoadFault fault, UnaryOperator<String> sentence) {
        Decoded<T> decoded = free(column, meaning);
        mapping.column(column)
                .ifPresent(name -> decoded.reporting(table, table.index(name), fault, sentence, failures));
        return decoded;
    }

    /** A word that changes no status is known, so it is reported only if it is neither a status nor one of these. */
    private Decoded<Status> statuses() {
        this.<Object>words(
                LogColumn.STATUS,
                text -> keepsStatus(text) ? text : mapping.statuses().get(text));
        return free(LogColumn.STATUS, this::status);
    }

    private boolean keepsStatus(String text) {
        return mapping.keep().contains(text)
                || (sharesActivityAndStatus() && mapping.activities().containsKey(text));
    }

    private boolean sharesActivityAndStatus() {
        Optional<String> column = mapping.column(LogColumn.STATUS);
        return column.isPresent() && column.equals(mapping.column(LogColumn.ACTIVITY));
    }

    private @Nullable Status status(String name) {
        return mapping.status(name).orElse(null);
    }

    private @Nullable LogActivity activity(String text) {
        LogActivity activity = mapping.activities().get(text);
        if (activity == null && sharesActivityAndStatus()) {
            return mapping.statuses().containsKey(text) || mapping.keep().contains(text) ? LogActivity.NONE : null;
        }
        return activity;
    }

    private @Nullable Priority priority(String name) {
        return mapping.priority(name).orElse(null);
    }

    private @Nullable Channel channel(String text) {
        Channel.Synchrony synchrony = mapping.channels().get(text);
        return synchrony == null ? null : Channel.of(text, synchrony);
    }

    private <T> Optional<T> unlessCleared(String text, Function<String, T> meaning) {
        return mapping.cleared().contains(text) ? Optional.empty() : Optional.of(meaning.apply(text));
    }

    private static @Nullable Language language(String text) {
        try {
            return Language.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Set<String> tags(String text) {
        return mapping.cleared().contains(text)
                ? Set.of()
                : Set.copyOf(Splitter.on(mapping.tagSeparator())
                        .trimResults()
                        .omitEmptyStrings()
                        .splitToList(text));
    }

    private @Nullable Integer rating(String text) {
        try {
            int point = Integer.parseInt(text);
            SurveyScale scale = mapping.survey().orElseThrow().scale();
            return point >= scale.lowest() && point <= scale.highest() ? point : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
