package dev.customerservice.examples.reallogs;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Handoffs;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.kpi.TicketColumns;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketTimes;
import dev.customerservice.metrics.report.Dimension;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of the Italian help desk; every time is that of an activity. */
final class HelpdeskFigures implements Figures {
    private static final StatusSet RESOLVE = StatusSet.named("resolve_ticket", "Resolve ticket");
    private static final StatusSet CLOSE = StatusSet.named("close", "Closed");
    private static final StatusSet TAKE = StatusSet.named("take_in_charge", "Take in charge ticket");
    private static final StatusSet WAIT = StatusSet.named("wait", "Wait");
    private static final StatusSet ENDED = StatusSet.named("resolved_or_closed", "Resolve ticket", "Closed");
    private static final StatusSet STILL_ENDED =
            StatusSet.named("still_ended", "Closed", "Resolve ticket", "RESOLVED", "VERIFIED", "INVALID", "DUPLICATE");
    private static final Milestone RESOLVED_LAST = Milestone.lastEvent(RESOLVE);
    private static final Milestone CLOSED = Milestone.lastEvent(CLOSE);
    private static final NumberColumn<TicketFacts> REOPENS = TicketColumns.transitions(ENDED, STILL_ENDED.complement());
    private static final Filter<TicketFacts> RESOLVED = Filter.reached(RESOLVED_LAST);

    private final LoadedLog log;
    private final BusinessTime utc;
    private final BusinessTime rome;
    private final SlaBook policies;

    HelpdeskFigures(LoadedLog log, CalendarBook calendars, SlaBook policies) {
        this.log = log;
        this.utc = calendars.get(CalendarId.of("utc"));
        this.rome = calendars.get(CalendarId.of("rome"));
        this.policies = policies;
    }

    @Override
    public LoadedLog log() {
        return log;
    }

    @Override
    public ZoneId zone(Key key) {
        return key.has("rome", "backlog") ? ZoneId.of("Europe/Rome") : ZoneOffset.UTC;
    }

    @Override
    public List<Dimension<?>> dimensions() {
        return List.of(Dimension.AGENT.latest(), Dimension.STATUS.latest());
    }

    @Override
    public Map<String, String> columns() {
        return Map.of("activity", "activity");
    }

    @Override
    public Optional<String> text(Key key, String ticket) {
        return Optional.empty();
    }

    @Override
    public List<Kpi<?, ?>> measures(Key key) {
        if (key.isOnly("cases", "opened", "rome", "utc")) {
            return List.of(TicketKpis.volume());
        }
        if (key.isOnly("cases", "without", "with", "resolve", "resolved")) {
            return List.of(
                    key.has("without")
                            ? TicketKpis.count("without_resolve", RESOLVED.not())
                            : TicketKpis.count("with_resolve", RESOLVED));
        }
        if (key.isOnly("cases", "without", "with", "closed")) {
            return List.of(
                    key.has("without")
                            ? TicketKpis.count(
                                    "without_closed",
                                    Filter.<TicketFacts>reached(CLOSED).not())
                            : TicketKpis.count("with_closed", Filter.reached(CLOSED)));
        }
        if (key.isOnly("events", "rows")) {
            return List.of(TicketKpis.total("events", TicketColumns.statedCount("rows")));
        }
        if (key.isOnly("reopen", "reopens", "events")) {
            return List.of(
                    key.asksCases()
                            ? TicketKpis.count("reopen_cases", REOPENS.atLeast(1))
                            : TicketKpis.total("reopen_total", REOPENS));
        }
        if (key.isOnly("handoffs", "handoff")) {
            return List.of(
                    key.asksCases()
                            ? TicketKpis.handedOffTickets(Handoffs.BY_AGENT)
                            : TicketKpis.handoffs(Handoffs.BY_AGENT));
        }
        if (key.isOnly("fcr", "strict", "field")) {
            return List.of(TicketKpis.share(
                    "fcr",
                    TicketColumns.settings(RESOLVE)
                            .is(1)
                            .and(TicketColumns.settings(TAKE).is(1))
                            .and(TicketColumns.settings(WAIT).is(0))
                            .and(REOPENS.is(0)),
                    RESOLVED));
        }
        if (key.isOnly("backlog", "rome")) {
            return List.of(BacklogKpis.backlog(open(), Cohort.Border.CLOSING));
        }
        if (key.isOnly("backlog", "aging", "ageing", "age", "ages", "rome")) {
            var age = BacklogKpis.backlogAge(open(), Cohort.Border.CLOSING);
            return key.statistic().endsWith("_s")
                    ? List.of(age)
                    : List.of(age.classes("classes", BacklogKpis.DEFAULT_AGE_EDGES));
        }
        return times(key);
    }

    private static Backlog open() {
        return Backlog.between(Milestone.CREATED, CLOSED);
    }

    private List<Kpi<?, ?>> times(Key key) {
        if (!key.isOnly(
                "resolution",
                "resolved-last",
                "last-resolved",
                "resolved-first",
                "first-resolved",
                "first",
                "last",
                "closed",
                "first-response",
                "calendar",
                "business-utc",
                "business-rome",
                "business",
                "utc",
                "rome",
                "sla-response",
                "sla-resolution",
                "net",
                "net-of-pause",
                "net-of-pauses",
                "paused",
                "pause",
                "pauses",
                "without")) {
            return List.of();
        }
        boolean response = key.has("first-response", "sla-response");
        boolean promised = key.has("sla-response", "sla-resolution");
        Milestone to = response
                ? Milestone.first(TAKE)
                : key.has("resolved-first", "first-resolved", "first")
                        ? Milestone.first(RESOLVE)
                        : key.has("closed") ? CLOSED : RESOLVED_LAST;
        TicketTimes plain = TicketKpis.time("time_to_" + to.id(), Milestone.CREATED, to);
        TicketTimes gross = promised || key.has("business-rome", "rome")
                ? plain.on("rome", rome)
                : key.has("business-utc", "business", "utc") ? plain.on("utc", utc) : plain;
        TicketTimes net = gross.netOf(WAIT);
        boolean asksNet = key.has("net", "net-of-pause", "net-of-pauses");
        boolean asksPaused = key.has("paused", "pause", "pauses") && !key.has("without");
        if (promised) {
            return List.of(
                    (asksNet || asksPaused ? net : gross).within(limit(response ? "first_response" : "resolution")));
        }
        if (asksNet) {
            return List.of(net);
        }
        if (asksPaused) {
            TicketTimes paused = gross.netOf(WAIT.complement());
            return key.words().indexOf("paused") > 0 ? List.of(net, paused) : List.of(paused, net);
        }
        return List.of(gross);
    }

    private Duration limit(String metric) {
        SlaTarget target = policies.policies().get(0).targets().stream()
                .filter(any -> any.metric().id().value().equals(metric))
                .findFirst()
                .orElseThrow();
        return target.goals().get(0).within().length().orElseThrow();
    }
}
