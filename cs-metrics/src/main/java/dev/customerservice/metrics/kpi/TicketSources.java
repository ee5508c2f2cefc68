package dev.customerservice.metrics.kpi;

import java.util.Map;

/** Where the times of tickets come from, and what vendors call them. */
final class TicketSources {
    static final String FIRST_REPLY = "first_reply_time";
    static final String FIRST_RESOLUTION = "first_resolution_time";
    static final String FULL_RESOLUTION = "full_resolution_time";

    private static final Map<String, String> SOURCES = Map.of(
            FIRST_REPLY, "Zendesk, native duration metrics: first public comment of an agent after the creation.",
            FIRST_RESOLUTION, "Zendesk, native duration metrics; dbt_zendesk.",
            FULL_RESOLUTION, "Zendesk, native duration metrics: the last solve, here only if resolved now.");

    private static final Map<String, Map<String, String>> SYNONYMS = Map.of(
            FIRST_REPLY,
                    Map.of(
                            "Freshdesk", "First response time",
                            "Intercom", "Median first response time",
                            "Zendesk", "First reply time"),
            FIRST_RESOLUTION, Map.of("Zendesk", "First resolution time"),
            FULL_RESOLUTION, Map.of("Freshdesk", "Resolution time", "Zendesk", "Full resolution time"));

    private TicketSources() {}

    static String of(String name) {
        return SOURCES.getOrDefault(name, "Own definition.");
    }

    static Map<String, String> synonyms(String name) {
        return SYNONYMS.getOrDefault(name, Map.of());
    }
}
