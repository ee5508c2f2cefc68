package dev.customerservice.examples.reallogs;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.FormulaKpi;
import dev.customerservice.metrics.kpi.Handoffs;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.kpi.PriorityTargets;
import dev.customerservice.metrics.kpi.TicketColumns;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketNumber;
import dev.customerservice.metrics.kpi.TicketTimes;
import dev.customerservice.metrics.report.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The definitions of the ServiceNow incidents; every time and counter is the one that the log itself states. */
final class ServiceNowFigures implements Figures {
    private static final StatusSet PAUSE = StatusSet.named("awaiting_user_info", "Awaiting User Info");
    private static final NumberColumn<TicketFacts> REOPENS = TicketColumns.statedCount(StatedValues.REOPENINGS);
    private static final NumberColumn<TicketFacts> REASSIGNMENTS =
            TicketColumns.statedCount(StatedValues.REASSIGNMENTS);
    private static final Filter<TicketFacts> RESOLVED = Filter.reached(Milestone.STATED_RESOLVED);
    private static final Backlog OPEN = Backlog.between(
            Milestone.STATED_OPENED, Milestone.either(Milestone.STATED_RESOLVED, Milestone.STATED_CLOSED));

    private final LoadedLog log;
    private final Map<String, TicketHistory> byId;
    private final LogMapping mapping;
    private final BusinessTime office;
    private final BusinessTime plant;
    private final SlaBook policies;

    ServiceNowFigures(LoadedLog log, LogMapping mapping, CalendarBook calendars, SlaBook policies) {
        this.log = log;
        this.mapping = mapping;
        this.office = calendars.get(CalendarId.of("office"));
        this.plant = calendars.get(CalendarId.of("plant"));
        this.policies = policies;
        this.byId = log.histories().stream()
                .collect(Collectors.toMap(history -> history.id().value(), Function.identity()));
    }

    @Override
    public LoadedLog log() {
        return log;
    }

    @Override
    public ZoneId zone(Key key) {
        return ZoneOffset.UTC;
    }

    @Override
    public List<Dimension<?>> dimensions() {
        return List.of(
                Dimension.PRIORITY.latest(),
                Dimension.field("contact_type").latest(),
                Dimension.TEAM.latest(),
                Dimension.CATEGORY.latest(),
                Dimension.STATUS.latest());
    }

    @Override
    public Map<String, String> columns() {
        return Map.of(
                "state", "incident_state",
                "priority", "priority",
                "contact_type", "contact_type",
                "category", "category",
                "assignment_group", "assignment_group");
    }

    @Override
    public Optional<String> text(Key key, String ticket) {
        TicketHistory history = Objects.requireNonNull(byId.get(ticket), ticket);
        StatedValues stated = history.stated();
        if (key.isOnly("opened-at")) {
            return stated.moment(StatedValues.OPENED).map(ServiceNowFigures::written);
        }
        if (key.isOnly("resolved-at")) {
            return stated.moment(StatedValues.RESOLVED).map(ServiceNowFigures::written);
        }
        if (key.isOnly("closed-at")) {
            return stated.moment(StatedValues.CLOSED).map(ServiceNowFigures::written);
        }
        if (key.isOnly("priority")) {
            return history.latest().priority().map(priority -> priority.name());
        }
        return Optional.empty();
    }

    private static String written(Instant at) {
        return DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    @Override
    public List<Kpi<?, ?>> measures(Key key) {
        return ticketMeasures(key).stream().<Kpi<?, ?>>map(kpi -> kpi).toList();
    }

    private List<? extends Kpi<?, ?>> ticketMeasures(Key key) {
        if (key.isOnly("cases", "opened", "opened-at") && !key.has("closed-at")) {
            return List.of(opened(TicketKpis.volume()));
        }
        if (key.isOnly("cases", "resolved-at", "with") && key.has("resolved-at")) {
            return List.of(opened(TicketKpis.count("with_resolved_at", RESOLVED)));
        }
        if (key.isOnly("cases", "without", "resolved-at")) {
            return List.of(opened(TicketKpis.count("without_resolved_at", RESOLVED.not())));
        }
        if (key.isOnly("negative", "resolution")) {
            return List.of(opened(TicketKpis.count(
                    "negative_resolution", resolution().asSigned().column().atMost(Duration.ofNanos(-1)))));
        }
        if (key.isOnly("rows")) {
            return List.of(opened(TicketKpis.total("rows", TicketColumns.statedCount("rows"))));
        }
        if (key.isOnly("made-sla")) {
            return List.of(opened(TicketKpis.share(
                    "made_sla", new Filter.Flag<>(TicketColumns.statedVerdict(StatedValues.SLA_MET)), Filter.every())));
        }
        if (key.isOnly("fcr", "field")) {
            return List.of(opened(TicketKpis.statedFirstContactResolution()));
        }
        if (key.isOnly("fcr", "strict")) {
            return List.of(opened(TicketKpis.share(
                    "fcr_strict",
                    REOPENS.is(0).and(REASSIGNMENTS.is(0)).and(TicketNumber.DISTINCT_AGENTS.is(1)),
                    RESOLVED)));
        }
        if (key.isOnly("reopen", "reopens", "field")) {
            return List.of(counted(key, "reopen_field", REOPENS));
        }
        if (key.isOnly("reopen", "reopens", "events")) {
            return List.of(opened(key.asksCases() ? TicketKpis.reopenedTickets() : TicketKpis.reopens()));
        }
        if (key.isOnly("reassign", "reassignments", "field")) {
            return List.of(counted(key, "reassign_field", REASSIGNMENTS));
        }
        if (key.isOnly("reassign", "reassignments", "handoffs")) {
            return List.of(opened(
                    key.asksCases()
                            ? TicketKpis.handedOffTickets(Handoffs.BY_TEAM)
                            : TicketKpis.handoffs(Handoffs.BY_TEAM)));
        }
        if (key.isOnly("backlog")) {
            return List.of(BacklogKpis.backlog(OPEN, Cohort.Border.CLOSING));
        }
        if (key.isOnly("backlog", "aging", "ageing", "age", "ages")) {
            var age = BacklogKpis.backlogAge(OPEN, Cohort.Border.CLOSING);
            return key.statistic().endsWith("_s")
                    ? List.of(age)
                    : List.of(age.classes("classes", BacklogKpis.DEFAULT_AGE_EDGES));
        }
        return times(key);
    }

    private List<Kpi<?, ?>> times(Key key) {
        boolean first = key.has("first-active");
        if (!key.isOnly(
                "resolution",
                "calendar",
                "business",
                "business-a",
                "business-b",
                "sla",
                "first-active",
                "net",
                "net-of-pause",
                "net-of-pauses",
                "paused",
                "pause",
                "pauses",
                "without")) {
            return List.of();
        }
        TicketTimes plain = first
                ? TicketKpis.time("first_active", Milestone.STATED_OPENED, Milestone.FIRST_WORKED)
                        .asSigned()
                : resolution();
        TicketTimes gross = (key.has("business-b")
                        ? plain.on("business_b", plant)
                        : key.has("business-a", "business") ? plain.on("business_a", office) : plain)
                .datedBy(Milestone.STATED_OPENED);
        if (key.has("sla")) {
            boolean net =
                    key.has("net", "net-of-pause", "net-of-pauses", "paused", "pause", "pauses") && !key.has("without");
            boolean business = key.has("business", "business-a", "business-b");
            return List.of((net ? gross.netOf(PAUSE) : gross).within(targets(business ? "business" : "calendar")));
        }
        if (key.has("net", "net-of-pause", "net-of-pauses")) {
            return List.of(gross.netOf(PAUSE));
        }
        if (key.has("paused", "pause", "pauses")) {
            TicketTimes paused = gross.netOf(PAUSE.complement());
            boolean ends = key.words().indexOf("paused") > 0;
            return ends ? List.of(gross.netOf(PAUSE), paused) : List.of(paused, gross.netOf(PAUSE));
        }
        return List.of(gross);
    }

    private static TicketTimes resolution() {
        return TicketKpis.resolutionTime(ResolutionRule.STATED);
    }

    private PriorityTargets targets(String policy) {
        SlaPolicy found = policies.policies().stream()
                .filter(any -> any.id().value().equals(policy))
                .findFirst()
                .orElseThrow();
        return Targets.of(found, mapping);
    }

    private static <V> FormulaKpi<TicketFacts, V> opened(FormulaKpi<TicketFacts, V> kpi) {
        return kpi.datedBy(Milestone.STATED_OPENED);
    }

    private static Kpi<?, ?> counted(Key key, String id, NumberColumn<TicketFacts> column) {
        return opened(
                key.asksCases()
                        ? TicketKpis.count(id + "_cases", column.atLeast(1))
                        : TicketKpis.total(id + "_total", column));
    }
}
