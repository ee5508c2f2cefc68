package dev.customerservice.metrics.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.selfservice.SelfServiceVisit;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.CostFacts;
import dev.customerservice.metrics.facts.CustomerFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.facts.SameMatter;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.VisitFacts;
import dev.customerservice.metrics.forecast.ForecastError;
import dev.customerservice.metrics.forecast.SeasonalNaive;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.metrics.statistics.Goal;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Mix;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Retention;
import dev.customerservice.metrics.statistics.ReviewScore;
import dev.customerservice.metrics.statistics.TimeSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the measures of calls, agents, self-service and customers for the figures of a case; no formula stands here. */
final class ServiceVectors {
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final Facts NO_TICKETS = new VectorTickets().facts();

    private ServiceVectors() {}

    /** The outputs of a case, none for a kind that is not among these. */
    static Map<String, Object> run(String kind, JsonNode in, JsonNode params) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        switch (kind) {
            case "aht" -> handling(in, out);
            case "asa" -> waits(in, out);
            case "service_level" -> serviceLevel(in, params, out);
            case "service_level_counts" -> serviceLevelCounts(in, out);
            case "abandonment" -> abandonment(in, out);
            case "repeat_contact" -> repeats(in, params, out);
            case "fcr_counts" -> firstContacts(in, out);
            case "transfer_escalation" -> handedOn(in, out);
            case "adherence" -> adherence(in, out);
            case "occupancy" -> occupancy(in, out);
            case "occupancy_concurrent" -> concurrency(in, out);
            case "shrinkage" -> shrinkage(in, out);
            case "bot_containment" -> bots(in, out);
            case "self_service" -> selfService(in, out);
            case "retention_cohort" -> cohort(in, out);
            case "retention_counts" -> retention(in, out);
            case "churn_compound" ->
                out.put(
                        "churnOverPeriods",
                        Retention.churnOver(
                                in.get("churnPerPeriod").asDouble(),
                                params.get("periods").asInt()));
            case "contact_rate" -> contactRate(in, params, out);
            case "cost_per_contact" -> cost(in, out);
            case "goal_progress" -> goal(in, out);
            case "qa_score" -> review(in, params, out);
            case "issue_mix" -> mix(in, out);
            case "sla_attainment" -> attainment(in, out);
            case "status_times" -> statusTimes(in, out);
            case "business_duration" -> business(in, params, out);
            case "forecast_error" -> errors(in, params, out);
            case "seasonal_naive" ->
                out.put(
                        "forecast",
                        new SeasonalNaive(params.get("season").asInt())
                                .forecast(
                                        doubles(in.get("history")),
                                        params.get("horizon").asInt())
                                .amount()
                                .orElse(null));
            default -> {}
        }
        return new HashMap<>(out);
    }

    /** Seconds as they are written, with any decimals. */
    private static long nanos(JsonNode seconds) {
        return seconds.decimalValue().movePointRight(9).longValueExact();
    }

    private static Duration length(JsonNode seconds) {
        return Duration.ofNanos(nanos(seconds));
    }

    private static Interval span(long fromNanos, long toNanos) {
        return new Interval(Instant.EPOCH.plusNanos(fromNanos), Instant.EPOCH.plusNanos(toNanos));
    }

    private static Contact.Builder call(int number) {
        return Contact.builder().id(ContactId.of("c-" + number)).channel(Channel.PHONE);
    }

    private static ContactFacts fact(Contact.Builder contact) {
        return ContactFacts.of(List.of(contact.build()), NO_TICKETS).get(0);
    }

    private static ContactFacts waited(long nanos, boolean answered) {
        Contact.Builder call = call(0).addSegment(ContactSegment.queue(span(0, nanos)));
        return fact(answered ? call.addSegment(talk(nanos, nanos)) : call);
    }

    private static ContactSegment talk(long from, long to) {
        return ContactSegment.of(ContactSegment.Kind.TALK, span(from, to), ANA);
    }

    private static void handling(JsonNode in, Map<String, @Nullable Object> out) {
        List<ContactFacts> calls = new ArrayList<>();
        for (JsonNode one : in.get("contacts")) {
            long talk = nanos(one.get("talk"));
            long hold = talk + nanos(one.get("hold"));
            long wrap = hold + nanos(one.get("wrap"));
            calls.add(fact(call(calls.size())
                    .addSegment(talk(0, talk))
                    .addSegment(ContactSegment.of(ContactSegment.Kind.HOLD, span(talk, hold), ANA))
                    .addSegment(ContactSegment.of(ContactSegment.Kind.WRAP, span(hold, wrap), ANA))));
        }
        Measurement<Long> held = calls.stream()
                .collect(ContactKpis.holdTime(ContactKpis.HoldOver.HELD).count().collector());
        out.put(
                "handled",
                calls.stream().collect(ContactKpis.handled().collector()).orElseThrow());
        out.put("aht", mean(calls, ContactKpis.handleTime()));
        out.put("averageTalk", mean(calls, ContactKpis.talkTime()));
        out.put("averageHoldAllContacts", mean(calls, ContactKpis.holdTime(ContactKpis.HoldOver.ALL)));
        out.put("averageHoldHeldContacts", mean(calls, ContactKpis.holdTime(ContactKpis.HoldOver.HELD)));
        out.put("heldContacts", held.amount().orElse(0L));
        out.put("averageWrap", mean(calls, ContactKpis.wrapTime()));
    }

    private static void waits(JsonNode in, Map<String, @Nullable Object> out) {
        List<ContactFacts> calls = calls(in);
        out.put("asa", mean(calls, ContactKpis.answerTime()));
        out.put("averageAbandonTime", mean(calls, ContactKpis.abandonTime()));
        out.put("averageQueueTimeAll", mean(calls, ContactKpis.queueTime()));
    }

    private static List<ContactFacts> calls(JsonNode in) {
        List<ContactFacts> calls = new ArrayList<>();
        in.get("answeredWaits").forEach(wait -> calls.add(waited(nanos(wait), true)));
        in.get("abandonedWaits").forEach(wait -> calls.add(waited(nanos(wait), false)));
        return calls;
    }

    private static void serviceLevel(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        List<ContactFacts> calls = calls(in);
        ServiceLevel rule = ServiceLevel.within(length(params.get("thresholdSeconds")));
        rule = params.get("thresholdInclusive").asBoolean() ? rule : rule.exclusive();
        JsonNode limit = params.get("shortAbandonBelowSeconds");
        Filter<ContactFacts> atOnce = ContactFlag.ANSWERED.yes().and(ContactFlag.ABANDONED.yes());
        if (!limit.isNull()) {
            Duration length = length(limit);
            rule = rule.withoutAbandonsBelow(length);
            atOnce = ContactFlag.ABANDONED.yes().and(ContactTime.WAIT.atMost(length.minusNanos(1)));
        }
        Filter<ContactFacts> fast = ContactTime.WAIT.atMost(
                rule.inclusive() ? rule.within() : rule.within().minusNanos(1));
        out.put(
                "offered",
                calls.stream().collect(ContactKpis.offered().collector()).orElseThrow());
        out.put("shortAbandons", count(calls, atOnce));
        out.put("answeredWithin", count(calls, ContactFlag.ANSWERED.yes().and(fast)));
        out.put(
                "abandonedWithin",
                count(calls, ContactFlag.ABANDONED.yes().and(fast).and(atOnce.not())));
        Map<ContactFacts, Long> once = new HashMap<>();
        calls.forEach(call -> once.merge(call, 1L, Long::sum));
        levels(once, rule, out);
    }

    private static long count(List<ContactFacts> calls, Filter<ContactFacts> among) {
        return calls.stream()
                .collect(ContactKpis.offered().among("of_these", among).collector())
                .orElseThrow();
    }

    private static void serviceLevelCounts(JsonNode in, Map<String, @Nullable Object> out) {
        Map<ContactFacts, Long> calls = new HashMap<>();
        calls.put(waited(10_000_000_000L, true), in.get("answeredWithin").asLong());
        calls.put(waited(10_000_000_000L, false), in.get("abandonedWithin").asLong());
        calls.put(waited(30_000_000_000L, true), in.get("answeredLate").asLong());
        calls.put(waited(30_000_000_000L, false), in.get("abandonedLate").asLong());
        levels(calls, ServiceLevel.within(Duration.ofSeconds(20)), out);
    }

    private static void levels(Map<ContactFacts, Long> calls, ServiceLevel rule, Map<String, @Nullable Object> out) {
        out.put("abandonsNegative", share(ContactKpis.serviceLevel(rule), calls));
        out.put("abandonsIgnored", share(ContactKpis.serviceLevel(rule.with(ServiceLevel.Abandons.IGNORED)), calls));
        out.put("abandonsPositive", share(ContactKpis.serviceLevel(rule.with(ServiceLevel.Abandons.POSITIVE)), calls));
        out.put("answeredOnly", share(ContactKpis.serviceLevel(rule.with(ServiceLevel.Abandons.ANSWERED_ONLY)), calls));
    }

    private static void abandonment(JsonNode in, Map<String, @Nullable Object> out) {
        Map<ContactFacts, Long> calls = new HashMap<>();
        calls.put(waited(10_000_000_000L, true), in.get("handled").asLong());
        calls.put(waited(10_000_000_000L, false), in.get("abandoned").asLong());
        calls.put(waited(1_000_000_000L, false), in.get("shortAbandoned").asLong());
        Duration atOnce = Duration.ofSeconds(5);
        out.put("allAbandons", share(ContactKpis.abandonment(), calls));
        out.put("shortExcludedBoth", share(ContactKpis.abandonment(ContactKpis.ShortAbandons.LEFT_OUT, atOnce), calls));
        out.put(
                "shortExcludedNumeratorOnly",
                share(ContactKpis.abandonment(ContactKpis.ShortAbandons.NOT_ABANDONED, atOnce), calls));
    }

    private static void repeats(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        List<Contact> calls = new ArrayList<>();
        for (JsonNode one : in.get("contacts")) {
            long at = nanos(one.get("at"));
            Contact.Builder call = call(calls.size())
                    .customer(CustomerId.of(one.get("customer").asText()))
                    .addSegment(talk(at, at));
            calls.add(call.ticket(TicketId.of(one.get("issue").asText())).build());
        }
        boolean byIssue = params.get("matchBy").size() == 2;
        Duration length = length(params.get("windowSeconds"));
        Measurement<Ratio> rate = ContactFacts.of(calls, NO_TICKETS).stream()
                .collect(ContactKpis.repeatRate(
                                params.get("windowInclusive").asBoolean() ? length : length.minusNanos(1),
                                byIssue ? SameMatter.TICKET : SameMatter.ANY)
                        .collector());
        out.put("contacts", rate.n());
        out.put("repeats", rate.amount().map(Ratio::numerator).orElse(0L));
        out.put("repeatRate", Vectors.value(rate));
    }

    private static void firstContacts(JsonNode in, Map<String, @Nullable Object> out) {
        long atFirst = in.get("resolvedAtFirstContact").asLong();
        long all = in.get("allContacts").asLong();
        long impossible = in.get("notResolvableAtFirstContact").asLong();
        Map<ContactFacts, Long> contacts = new HashMap<>();
        contacts.put(settled(ContactFacts.Settled.AT_FIRST_CONTACT), atFirst);
        contacts.put(settled(ContactFacts.Settled.NOT), all - atFirst);
        Map<ContactFacts, Long> possible = new HashMap<>();
        possible.put(settled(ContactFacts.Settled.AT_FIRST_CONTACT), atFirst);
        possible.put(settled(ContactFacts.Settled.NOT_POSSIBLE_AT_FIRST), impossible);
        possible.put(settled(ContactFacts.Settled.NOT), all - impossible - atFirst);
        Map<ContactFacts, Long> resolved = new HashMap<>();
        resolved.put(settled(ContactFacts.Settled.AT_FIRST_CONTACT), atFirst);
        resolved.put(settled(ContactFacts.Settled.LATER), in.get("resolved").asLong() - atFirst);
        out.put("gross", share(ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_ALL), contacts));
        out.put("net", share(ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_POSSIBLE), possible));
        out.put("ofResolved", share(ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_SETTLED), resolved));
    }

    private static ContactFacts settled(ContactFacts.Settled how) {
        Contact call = call(0).addSegment(talk(0, 1)).build();
        return ContactFacts.of(List.of(call), NO_TICKETS, Map.of(call.id(), how))
                .get(0);
    }

    private static void handedOn(JsonNode in, Map<String, @Nullable Object> out) {
        long handled = in.get("handled").asLong();
        out.put("transferRate", flagged(TicketKpis.handoffRate(Handoffs.BY_TEAM), in.get("transferred"), handled));
        out.put("escalationRate", flagged(TicketKpis.escalationRate(), in.get("escalated"), handled));
        out.put("reassignmentRate", flagged(TicketKpis.handoffRate(Handoffs.BY_AGENT), in.get("reassigned"), handled));
    }

    private static @Nullable Double flagged(Kpi<TicketFacts, Ratio> kpi, JsonNode count, long handled) {
        VectorTickets tickets = new VectorTickets();
        tickets.ticket(0, VectorTickets.CUSTOMER).handedOn(1).done();
        tickets.ticket(0, VectorTickets.CUSTOMER).done();
        List<TicketFacts> both = tickets.facts().tickets();
        Map<TicketFacts, Long> counts = new HashMap<>();
        counts.put(both.get(0), count.asLong());
        counts.put(both.get(1), handled - count.asLong());
        return share(kpi, counts);
    }

    private static ActivityFacts.Builder activity() {
        return ActivityFacts.builder().agent(ANA).window(span(0, 0)).asOf(END);
    }

    private static double inSeconds(IntervalSet set) {
        return set.total().toNanos() / 1e9;
    }

    private static IntervalSet set(JsonNode pairs) {
        return IntervalSet.of(intervals(pairs));
    }

    private static List<Interval> intervals(JsonNode pairs) {
        List<Interval> intervals = new ArrayList<>();
        pairs.forEach(pair -> intervals.add(span(nanos(pair.get(0)), nanos(pair.get(1)))));
        return intervals;
    }

    private static void adherence(JsonNode in, Map<String, @Nullable Object> out) {
        ActivityFacts day = activity()
                .planned(set(in.get("scheduledIntervals")))
                .worked(set(in.get("workedIntervals")))
                .build();
        out.put("scheduled", inSeconds(day.planned()));
        out.put("worked", inSeconds(day.worked()));
        out.put("inAdherence", inSeconds(day.asPlanned()));
        out.put("adherence", ratio(ActivityKpis.adherence(), day));
        out.put("conformance", ratio(ActivityKpis.conformance(), day));
    }

    private static void occupancy(JsonNode in, Map<String, @Nullable Object> out) {
        long talk = nanos(in.get("talk"));
        long hold = talk + nanos(in.get("hold"));
        long wrap = hold + nanos(in.get("wrap"));
        ActivityFacts day = activity()
                .addHandled(span(0, talk), span(talk, hold), span(hold, wrap))
                .idle(IntervalSet.of(span(wrap, wrap + nanos(in.get("idle")))))
                .paid(length(in.get("paid")))
                .build();
        out.put("busy", inSeconds(day.busy()));
        out.put("occupancy", ratio(ActivityKpis.occupancy(), day));
        out.put("utilization", ratio(ActivityKpis.utilization(), day));
        out.put("availability", ratio(ActivityKpis.availability(), day));
    }

    private static void concurrency(JsonNode in, Map<String, @Nullable Object> out) {
        JsonNode login = in.get("login");
        ActivityFacts day = activity()
                .worked(IntervalSet.of(span(nanos(login.get(0)), nanos(login.get(1)))))
                .addAllHandled(intervals(in.get("contactIntervals")))
                .build();
        out.put("busyUnion", ActivityTime.BUSY_AT_WORK.nanos(day) / 1e9);
        out.put("handleSum", ActivityTime.HANDLING_AT_WORK.nanos(day) / 1e9);
        out.put("occupancy", ratio(ActivityKpis.occupancyOfWork(), day));
        out.put("meanConcurrencyWhileBusy", ratio(ActivityKpis.concurrency(), day));
        out.put(
                "peakConcurrency",
                List.of(day).stream()
                        .collect(ActivityKpis.mostAtOnce().collector())
                        .orElseThrow()
                        .max()
                        .orElseThrow());
    }

    private static void shrinkage(JsonNode in, Map<String, @Nullable Object> out) {
        ActivityFacts.Builder day = activity().paid(length(in.get("paid")));
        int reason = 0;
        for (JsonNode lost : in.get("lostByReason")) {
            day.putLost("reason " + reason++, length(lost));
        }
        Optional<TimeSplit> split = List.of(day.build()).stream()
                .collect(ActivityKpis.shrinkage().collector())
                .amount();
        out.put(
                "shrinkage",
                split.map(lost -> Vectors.orNull(lost.total().value())).orElse(null));
        out.put(
                "multiplicative",
                split.map(lost -> Vectors.orNull(lost.successive())).orElse(null));
        out.put(
                "grossUpFactor",
                split.map(lost -> Vectors.orNull(lost.grossUp())).orElse(null));
    }

    private static VisitFacts visit(SelfServiceVisit.Place place, SelfServiceVisit.Outcome outcome) {
        SelfServiceVisit visit = SelfServiceVisit.builder()
                .place(place)
                .interval(span(0, 1))
                .outcome(outcome)
                .build();
        return VisitFacts.of(List.of(visit), END).get(0);
    }

    private static void bots(JsonNode in, Map<String, @Nullable Object> out) {
        SelfServiceVisit.Place bot = SelfServiceVisit.Place.BOT;
        long handedOff = in.get("handedOff").asLong();
        long abandoned = in.get("abandoned").asLong();
        long confirmed = in.get("confirmedResolved").asLong();
        Map<VisitFacts, Long> sessions = new HashMap<>();
        sessions.put(visit(bot, SelfServiceVisit.Outcome.HANDED_OVER), handedOff);
        sessions.put(visit(bot, SelfServiceVisit.Outcome.ABANDONED), abandoned);
        sessions.put(
                visit(bot, SelfServiceVisit.Outcome.LEFT), in.get("sessions").asLong() - handedOff - abandoned);
        Map<VisitFacts, Long> settled = new HashMap<>();
        settled.put(visit(bot, SelfServiceVisit.Outcome.CONFIRMED), confirmed);
        settled.put(
                visit(bot, SelfServiceVisit.Outcome.LEFT), in.get("sessions").asLong() - confirmed);
        out.put("containment", share(SelfServiceKpis.containment(), sessions));
        out.put("containmentAbandonCounted", share(SelfServiceKpis.containmentWithAbandoned(), sessions));
        out.put("handoffRate", share(SelfServiceKpis.handoffRate(), sessions));
        out.put("confirmedResolutionRate", share(SelfServiceKpis.botResolution(), settled));
    }

    private static void selfService(JsonNode in, Map<String, @Nullable Object> out) {
        SelfServiceVisit.Place centre = SelfServiceVisit.Place.HELP_CENTRE;
        long confirmed = in.get("confirmedResolved").asLong();
        long left = in.get("leftWithoutContactUnknown").asLong();
        Map<VisitFacts, Long> attempts = new HashMap<>();
        attempts.put(visit(centre, SelfServiceVisit.Outcome.CONFIRMED), confirmed);
        attempts.put(visit(centre, SelfServiceVisit.Outcome.LEFT), left);
        attempts.put(
                visit(centre, SelfServiceVisit.Outcome.HANDED_OVER),
                in.get("attempts").asLong() - confirmed - left);
        out.put("resolvedShare", share(SelfServiceKpis.confirmedResolution(), attempts));
        out.put("deflectionUpperBound", share(SelfServiceKpis.deflection(), attempts));
        Map<CustomerFacts, Long> users = new HashMap<>();
        users.put(customer().visits(1).build(), in.get("helpCentreUsers").asLong());
        users.put(customer().tickets(1).build(), in.get("ticketUsers").asLong());
        out.put("selfServiceScore", share(SelfServiceKpis.selfServiceScore(), users));
    }

    private static CustomerFacts.Builder customer() {
        return CustomerFacts.builder()
                .customer(CustomerId.of("c"))
                .window(span(0, 1))
                .atStart(true)
                .asOf(END);
    }

    private static void cohort(JsonNode in, Map<String, @Nullable Object> out) {
        List<CustomerFacts> customers =
                CustomerFacts.over(span(0, 1), ids(in.get("atStart")), ids(in.get("atEnd")), END);
        Measurement<Ratio> stayed =
                customers.stream().collect(CustomerKpis.retention().collector());
        out.put("retained", stayed.amount().map(Ratio::numerator).orElse(0L));
        out.put("retention", Vectors.value(stayed));
        out.put(
                "churn",
                Vectors.value(customers.stream().collect(CustomerKpis.churn().collector())));
    }

    private static Set<CustomerId> ids(JsonNode names) {
        Set<CustomerId> ids = new HashSet<>();
        names.forEach(name -> ids.add(CustomerId.of(name.asText())));
        return ids;
    }

    private static void retention(JsonNode in, Map<String, @Nullable Object> out) {
        Ratio stayed = Retention.ofCounts(
                in.get("customersAtStart").asLong(),
                in.get("customersAtEnd").asLong(),
                in.get("newInPeriod").asLong());
        out.put("retention", Vectors.orNull(stayed.value()));
        out.put("churn", Vectors.orNull(stayed.complement().value()));
    }

    private static void contactRate(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        long base = in.get("base").asLong();
        Map<CustomerFacts, Long> customers = new HashMap<>();
        customers.put(customer().contacts(in.get("contacts").asLong()).build(), Math.min(1, base));
        customers.merge(customer().build(), Math.max(0, base - 1), Long::sum);
        Optional<Ratio> rate = Vectors.measure(CustomerKpis.contactRate().accumulator(), customers)
                .amount();
        out.put(
                "rate",
                rate.map(known -> Vectors.orNull(known.per(params.get("per").asLong())))
                        .orElse(null));
    }

    private static void cost(JsonNode in, Map<String, @Nullable Object> out) {
        Currency currency = Currency.getInstance(in.get("currency").asText());
        Money cost = Money.of(in.get("cost").decimalValue(), currency);
        CostFacts spent = new CostFacts(
                Instant.EPOCH, Optional.empty(), cost, in.get("contacts").asLong(), END);
        out.put(
                "costPerContact",
                List.of(spent).stream()
                        .collect(CustomerKpis.costPerContact(currency).collector())
                        .amount()
                        .flatMap(mean -> mean.amount(18, RoundingMode.HALF_EVEN))
                        .map(BigDecimal::doubleValue)
                        .orElse(null));
    }

    private static void goal(JsonNode in, Map<String, @Nullable Object> out) {
        Goal goal = new Goal(in.get("baseline").asDouble(), in.get("target").asDouble());
        out.put("progress", Vectors.orNull(goal.progress(in.get("actual").asDouble())));
        out.put("met", goal.isMet(in.get("actual").asDouble()));
    }

    private static void review(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        List<ReviewScore.Item> items = new ArrayList<>();
        for (JsonNode item : in.get("items")) {
            items.add(new ReviewScore.Item(
                    item.get("weight").asDouble(),
                    item.get("score").isNull()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(item.get("score").asDouble()),
                    item.get("max").asDouble(),
                    item.path("autoFail").asBoolean()));
        }
        ReviewScore.Critical rule = params.get("autoFailZeroes").asBoolean()
                ? ReviewScore.Critical.ZEROES
                : ReviewScore.Critical.COUNTS_ONLY;
        List<ReviewFacts> review = List.of(new ReviewFacts(Instant.EPOCH, ANA, items, END));
        out.put(
                "score",
                review.stream()
                        .collect(QualityKpis.scores(rule).collector())
                        .amount()
                        .map(scores -> scores.mean().orElseThrow())
                        .orElse(null));
        out.put("autoFailed", ReviewScore.of(items, rule).failed());
    }

    private static void mix(JsonNode in, Map<String, @Nullable Object> out) {
        Map<TicketFacts, Long> tickets = new HashMap<>();
        in.get("counts").properties().forEach(field -> {
            VectorTickets one = new VectorTickets();
            one.ticket(0, VectorTickets.CUSTOMER, Category.of(field.getKey())).done();
            tickets.put(one.facts().tickets().get(0), field.getValue().asLong());
        });
        Mix mix = Vectors.measure(MixKpis.issueMix().accumulator(), tickets)
                .amount()
                .orElse(Mix.NONE);
        out.put("total", mix.total());
        out.put(
                "ranking",
                mix.ranking().stream()
                        .map(rank -> Map.of(
                                "category", rank.name(),
                                "count", rank.count(),
                                "share", rank.share().value().orElseThrow(),
                                "cumulative", rank.upTo().value().orElseThrow()))
                        .toList());
    }

    private static void attainment(JsonNode in, Map<String, @Nullable Object> out) {
        Map<SlaFacts, Long> clocks = new HashMap<>();
        clocks.put(new VectorClock(SlaFacts.Outcome.MET), in.get("met").asLong());
        clocks.put(
                new VectorClock(SlaFacts.Outcome.BREACHED), in.get("breached").asLong());
        clocks.put(
                new VectorClock(SlaFacts.Outcome.RUNNING_LATE),
                in.get("activeBreached").asLong());
        clocks.put(
                new VectorClock(SlaFacts.Outcome.RUNNING),
                in.get("activeWithinTarget").asLong());
        out.put("completedOnly", share(SlaKpis.slaAttainmentOfStopped(SlaMetric.RESOLUTION.id()), clocks));
        out.put("activeBreachesCounted", share(SlaKpis.slaAttainment(SlaMetric.RESOLUTION), clocks));
        out.put("atRiskIncluded", share(SlaKpis.slaNotLateSoFar(SlaMetric.RESOLUTION.id()), clocks));
    }

    private static void statusTimes(JsonNode in, Map<String, @Nullable Object> out) {
        VectorTickets tickets =
                new VectorTickets(Instant.ofEpochSecond(in.get("now").asLong()));
        JsonNode history = in.get("statusHistory");
        VectorTickets.Writer writer = tickets.ticket(history.get(0).get("at").asLong(), VectorTickets.CUSTOMER);
        for (JsonNode change : history) {
            writer.status(
                    change.get("at").asLong(),
                    VectorTickets.status(change.get("status").asText()));
        }
        writer.done();
        List<TicketFacts> one = tickets.facts().tickets();
        Map<String, DurationKpi<TicketFacts>> times = Map.of(
                "requesterWait", StatusKpis.requesterWait(),
                "agentWait", StatusKpis.agentWait(),
                "onHold", StatusKpis.onHold(),
                "agentWork", StatusKpis.agentWork(),
                "unsolvedTotal", StatusKpis.unsolved(),
                "firstResolution", TicketKpis.firstResolutionTime(),
                "fullResolution", TicketKpis.fullResolutionTime());
        times.forEach((name, kpi) -> out.put(
                name,
                one.stream()
                        .collect(kpi.max().collector())
                        .amount()
                        .map(Duration::toSeconds)
                        .orElse(null)));
        out.put(
                "reopens",
                one.stream().collect(TicketKpis.reopens().collector()).orElseThrow());
    }

    private static void business(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        String hours = params.get("open").asText() + "-" + params.get("close").asText();
        Map<DayOfWeek, List<LocalTimeRange>> days = new HashMap<>();
        params.get("isoDays").forEach(day -> days.put(DayOfWeek.of(day.asInt()), List.of(LocalTimeRange.parse(hours))));
        BusinessCalendar.Builder calendar = BusinessCalendar.builder()
                .id("vector")
                .zone(ZoneId.of(params.get("zone").asText()))
                .hours(new WeeklyHours(days));
        params.get("holidays")
                .forEach(day -> calendar.addHoliday(Holiday.on(LocalDate.parse(day.asText()), "holiday")));
        Instant from = Instant.parse(in.get("from").asText());
        Instant to = Instant.parse(in.get("to").asText());
        out.put("businessSeconds", calendar.build().between(from, to).toSeconds());
        out.put("calendarSeconds", Duration.between(from, to).toSeconds());
    }

    private static void errors(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        ForecastError error = ForecastError.of(
                doubles(in.get("actual")),
                doubles(in.get("forecast")),
                params.get("naiveLag").asInt());
        out.put("mae", Vectors.orNull(error.mae()));
        out.put("bias", Vectors.orNull(error.bias()));
        out.put("wape", Vectors.orNull(error.wape()));
        out.put("mape", Vectors.orNull(error.mape()));
        out.put("mapeSkipped", error.mapeSkipped());
        out.put("mase", Vectors.orNull(error.mase()));
    }

    private static List<Double> doubles(JsonNode values) {
        List<Double> doubles = new ArrayList<>();
        values.forEach(value -> doubles.add(value.asDouble()));
        return doubles;
    }

    private static <F extends Fact> @Nullable Double share(Kpi<F, Ratio> kpi, Map<F, Long> facts) {
        return Vectors.value(Vectors.measure(kpi.accumulator(), facts));
    }

    private static @Nullable Double ratio(Kpi<ActivityFacts, DurationRatio> kpi, ActivityFacts day) {
        return List.of(day).stream()
                .collect(kpi.collector())
                .amount()
                .map(known -> known.value().orElseThrow())
                .orElse(null);
    }

    private static <F extends Fact> @Nullable Double mean(List<F> facts, DurationKpi<F> kpi) {
        Measurement<DurationMean> mean = facts.stream().collect(kpi.mean().collector());
        return mean.amount()
                .flatMap(known -> known.seconds(12, RoundingMode.HALF_EVEN))
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }
}
