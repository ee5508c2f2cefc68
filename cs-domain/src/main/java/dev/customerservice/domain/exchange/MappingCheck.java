package dev.customerservice.domain.exchange;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.ticket.StatedValues;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules that the parts of a mapping must obey together. */
final class MappingCheck {
    private MappingCheck() {}

    static void check(LogMapping mapping) {
        needs(mapping, LogColumn.TICKET);
        if (mapping.shape() == LogShape.TICKET_PER_ROW) {
            checkArgument(
                    mapping.stated().stream().anyMatch(MappingCheck::isOpening),
                    "The mapping of a log with one ticket in each row must state when a ticket was opened.\n"
                            + "Maybe add a stated moment of the name %s.",
                    StatedValues.OPENED);
        } else {
            needs(mapping, LogColumn.AT);
            checkArgument(
                    mapping.milestones().isEmpty(),
                    "The milestones of a mapping must stand in one of shape %s only.\n"
                            + "Maybe state the columns as stated moments.",
                    label(LogShape.TICKET_PER_ROW));
        }
        wordsFor(mapping, LogColumn.STATUS, mapping.statuses());
        wordsFor(mapping, LogColumn.PRIORITY, mapping.priorities());
        wordsFor(mapping, LogColumn.CHANNEL, mapping.channels());
        wordsFor(mapping, LogColumn.ACTIVITY, mapping.activities());
        wordsFor(mapping, LogColumn.ACTOR_KIND, mapping.actorKinds());
        wordsFor(mapping, LogColumn.AUDIENCE, mapping.audiences());
        checkArgument(
                mapping.survey().isPresent() == mapping.columns().containsKey(LogColumn.RATING),
                "The survey of a mapping must come with its rating column, and the column with the survey.");
        for (String word : mapping.keep()) {
            checkArgument(
                    !mapping.statuses().containsKey(word),
                    "The word (%s) must either be a status or change none.",
                    word);
        }
        mapping.initialStatus().ifPresent(name -> isStatus(mapping, name));
        mapping.milestones().forEach(milestone -> milestone.status().ifPresent(name -> isStatus(mapping, name)));
        Set<String> names = new HashSet<>();
        for (StatedColumn stated : mapping.stated()) {
            checkArgument(
                    names.add(stated.kind() + " " + stated.name()),
                    "The stated value %s must be mapped once.",
                    stated.name());
        }
    }

    private static boolean isOpening(StatedColumn stated) {
        return stated.kind() == StatedColumn.Kind.MOMENT && stated.name().equals(StatedValues.OPENED);
    }

    private static void needs(LogMapping mapping, LogColumn column) {
        checkArgument(
                mapping.columns().containsKey(column),
                "The mapping of shape %s must name the column that holds %s.",
                label(mapping.shape()),
                label(column));
    }

    private static void wordsFor(LogMapping mapping, LogColumn column, Map<String, ?> words) {
        checkArgument(
                words.isEmpty() || mapping.columns().containsKey(column) || isUsedElsewhere(mapping, column),
                "The words for %s must come with the column that holds them.",
                label(column));
        checkArgument(
                !words.isEmpty() || !mapping.columns().containsKey(column),
                "The column (%s) must come with the meaning of its words.\nMaybe list them for %s.",
                mapping.columns().get(column),
                label(column));
    }

    private static boolean isUsedElsewhere(LogMapping mapping, LogColumn column) {
        return column == LogColumn.STATUS && !mapping.milestones().isEmpty();
    }

    private static void isStatus(LogMapping mapping, String name) {
        checkArgument(
                mapping.statuses().containsKey(name),
                "The status (%s) must be one of %s.",
                name,
                mapping.statuses().keySet());
    }

    /** The name of a constant as a mapping file writes it. */
    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
