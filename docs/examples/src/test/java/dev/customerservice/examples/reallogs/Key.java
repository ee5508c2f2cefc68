package dev.customerservice.examples.reallogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of an answer file, taken apart: what is measured, and which number of it is asked for.
 *
 * @param words what is measured; terms of several words are one word
 * @param statistic which number of it, empty for the measure itself
 */
record Key(List<String> words, String statistic) {
    private static final Pattern STATISTIC = Pattern.compile("(?:^|_)(n|(?:sum|total|mean|median|min|max)_s"
            + "|p\\d+_(?:nearest_rank|linear)(?:_s)?|num|den|pct|cases|total|count|s)$");
    private static final List<String> TERMS = List.of(
            "out_of_time_order_in_file",
            "net_of_pauses",
            "net_of_pause",
            "first_active",
            "first_response",
            "made_sla",
            "sla_response",
            "sla_resolution",
            "business_a",
            "business_b",
            "business_utc",
            "business_rome",
            "resolved_first",
            "first_resolved",
            "resolved_last",
            "last_resolved",
            "resolved_at",
            "closed_at",
            "opened_at",
            "take_in_charge",
            "distinct_assigned_to");
    private static final Pattern HOW_CUT = Pattern.compile(
            "(?:^|_)(?:by|per|for)_(?:the_)?(?:final_)?(?:priority|contact_type|channel|state|activity|category"
                    + "|assignment_group|group|team|month|iso_week|week|year|day|date)(?:_\\d+)?(?:_and_\\d+)*"
                    + "(?=_|$)|(?:^|_)(?:first|second)_half(?=_|$)|(?:^|_)(?:19|20)\\d\\d(?=_|$)");
    private static final Set<String> EMPTY = Set.of("", "of", "in", "the", "with", "on", "clock", "time", "duration");

    /** Takes a path of names apart, such as {@code reopen} and {@code field_cases}. */
    static Key of(List<String> names) {
        String text = String.join("_", names).toLowerCase(Locale.ROOT);
        String statistic = "";
        Matcher end = STATISTIC.matcher(text);
        if (end.find()) {
            statistic = end.group(1);
            text = text.substring(0, end.start());
        }
        text = HOW_CUT.matcher(text).replaceAll("");
        for (String term : TERMS) {
            text = text.replace(term, term.replace("_", "-"));
        }
        List<String> words = new ArrayList<>();
        for (String word : text.split("_", -1)) {
            if (!EMPTY.contains(word)) {
                words.add(word);
            }
        }
        return new Key(words, statistic);
    }

    boolean has(String... any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing else is said. */
    boolean isOnly(String... known) {
        return Set.of(known).containsAll(words);
    }

    boolean asksCases() {
        return statistic.equals("cases");
    }
}
