package dev.customerservice.domain.exchange;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts the raw words of a log, and which of them the mapping does not know. */
final class RawValues {
    private static final Set<LogColumn> WORDS = EnumSet.of(
            LogColumn.ACTIVITY,
            LogColumn.STATUS,
            LogColumn.PRIORITY,
            LogColumn.CHANNEL,
            LogColumn.CATEGORY,
            LogColumn.TEAM,
            LogColumn.ACTOR_KIND,
            LogColumn.AUDIENCE,
            LogColumn.TIER,
            LogColumn.LANGUAGE,
            LogColumn.RATING);

    private final LogMapping mapping;

    RawValues(LogMapping mapping) {
        this.mapping = mapping;
    }

    Map<String, ColumnValues> count(LogTable table) {
        Map<String, ColumnValues> values = new LinkedHashMap<>();
        for (LogColumn column : WORDS) {
            mapping.column(column).ifPresent(name -> values.computeIfAbsent(name, any -> countColumn(table, name)));
        }
        return values;
    }

    private ColumnValues countColumn(LogTable table, String name) {
        int column = table.index(name);
        Dictionary dictionary = table.dictionary(column);
        long[] byCode = new long[dictionary.size()];
        IntColumn codes = table.codes(column);
        for (int row = 0; row < table.size(); row++) {
            byCode[codes.at(row)]++;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Long> unknown = new LinkedHashMap<>();
        long beyond = 0;
        for (int code = 1; code < byCode.length; code++) {
            if (byCode[code] == 0) {
                continue;
            }
            if (counts.size() == ColumnValues.LIMIT) {
                beyond += byCode[code];
                continue;
            }
            String word = Failures.word(dictionary.text(code));
            counts.merge(word, byCode[code], Long::sum);
            if (!isKnown(name, dictionary.text(code))) {
                unknown.merge(word, byCode[code], Long::sum);
            }
        }
        return new ColumnValues(counts, byCode[Dictionary.MISSING], unknown, beyond);
    }

    private boolean isKnown(String name, String text) {
        boolean known = true;
        for (LogColumn column : WORDS) {
            if (mapping.column(column).filter(name::equals).isPresent()) {
                boolean here = switch (column) {
                    case ACTIVITY -> mapping.activities().containsKey(text);
                    case STATUS ->
                        mapping.statuses().containsKey(text) || mapping.keep().contains(text);
                    case PRIORITY -> mapping.priorities().containsKey(text);
                    case CHANNEL -> mapping.channels().containsKey(text);
                    case ACTOR_KIND -> mapping.actorKinds().containsKey(text);
                    case AUDIENCE -> mapping.audiences().containsKey(text);
                    default -> true;
                };
                if (here) {
                    return true;
                }
                known = false;
            }
        }
        return known;
    }
}
