package dev.customerservice.domain.exchange;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The help desks whose exports are read: the JSON of their public APIs as maps and lists of the JDK, whatever parser made them.
 *
 * <p>A document holds the collections of the API under their own names, those that are not there are not read. Where pages were fetched one
 * by one, join their lists first. Unknown fields are passed over. Whatever a vendor states of a ticket itself is kept in {@link
 * dev.customerservice.domain.ticket.StatedValues} and never mixed with what follows from the events.
 *
 * <pre>{@code
 * Map<String, Object> document = new ObjectMapper().readValue(json, new TypeReference<>() {});
 * VendorExport export = Vendor.ZENDESK.read(document);
 * }</pre>
 */
public enum Vendor {
    /**
     * Zendesk Support: {@code tickets}, {@code ticket_audits}, {@code users}, {@code ticket_metric_events}, {@code satisfaction_ratings},
     * {@code sla_policies}, {@code schedules} and {@code holidays}. Audits make the history; a ticket without its audits has its creation
     * only. The metric events are stated as {@code <metric>_calendar} and {@code <metric>_business} (lengths), {@code <metric>_breached}
     * (verdict) and {@code <metric>_breached_at} (moment), of the last instance of the metric.
     */
    ZENDESK,
    /**
     * Freshdesk: {@code tickets} with {@code stats} and, if fetched, {@code conversations}; {@code satisfaction_ratings}, {@code
     * sla_policies}. Statistics name the last time of each kind only: an earlier solution of a reopened ticket is not known, the ticket
     * states {@code reopened} instead. Due times are due dates set by hand.
     */
    FRESHDESK,
    /**
     * Jira Service Management: {@code issue} or {@code issues} with {@code changelog} and {@code fields.comment}; {@code sla} inside an
     * issue as the request API gives it; {@code calendar} and {@code goal} as an administrator writes them down.
     */
    JIRA,
    /**
     * Chatwoot: {@code conversation} or {@code conversations} with their {@code messages}; {@code sla_policy}, {@code applied_sla}, {@code
     * sla_events}, {@code csat_survey_response}, {@code inbox} with its working hours. Times are seconds of the epoch.
     */
    CHATWOOT,
    /**
     * ServiceNow: rows of the tables {@code incident}, {@code sys_audit}, {@code sys_journal_field} and {@code task_sla}, as the table API
     * gives them without display values. Times are those of UTC.
     */
    SERVICENOW;

    private ExportReader reader(JsonPlace root, VendorMapping mapping) {
        return switch (this) {
            case ZENDESK -> new ZendeskExport(root, mapping);
            case FRESHDESK -> new FreshdeskExport(root, mapping);
            case JIRA -> new JiraExport(root, mapping);
            case CHATWOOT -> new ChatwootExport(root, mapping);
            case SERVICENOW -> new ServiceNowExport(root, mapping);
        };
    }

    /**
     * Reads an export in the vendor's own words.
     *
     * @param document the JSON as maps, lists, texts, numbers and booleans
     * @return histories, ratings, policies, calendars and all that could not be taken
     */
    public VendorExport read(Map<String, ?> document) {
        return read(document, VendorMapping.none());
    }

    /**
     * Reads an export of an account that has words of its own.
     *
     * @param document the JSON as maps, lists, texts, numbers and booleans
     * @param mapping what those words mean
     * @return histories, ratings, policies, calendars and all that could not be taken
     */
    public VendorExport read(Map<String, ?> document, VendorMapping mapping) {
        return reader(JsonPlace.root(document), mapping).read();
    }

    /**
     * Looks up a zone by the name a help desk shows: an IANA name, or one of Ruby on Rails, which Zendesk and Freshdesk use.
     *
     * @param name the name, such as {@code Eastern Time (US & Canada)}
     * @return the zone, empty for a name that is neither
     */
    public static Optional<ZoneId> zone(String name) {
        return VendorZones.find(name);
    }
}
