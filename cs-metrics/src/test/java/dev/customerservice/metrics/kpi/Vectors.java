package dev.customerservice.metrics.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.report.Comparison;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.metrics.statistics.QuantileType;
import dev.customerservice.metrics.statistics.Ratio;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Builds library values out of the inputs of a case and asks the library; no formula stands here. */
final class Vectors {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Vectors() {}

    static Map<String, Object> run(String kind, JsonNode in, JsonNode params) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "percentile", "percentile_from_counts" -> percentile(in, params, out);
            case "kb_usefulness" -> usefulness(in, params, out);
            case "duration_total" -> durations(in, out);
            case "stable_sum" -> out.put("sum", numbers(in.get("values")).sum());
            case "first_reply_time" -> firstReply(in, out);
            case "reply_times" -> replies(in, out);
            case "one_touch" -> oneTouch(in, params, out);
            case "reopen" -> reopen(in, out);
            case "fcr" -> contacts(in, params, out);
            case "sla_target_boundary" -> out.put("met", boundary(in));
            case "volume_buckets" -> out.put("counts", volume(in, params));
            case "day_length" -> day(in, params, out);
            case "period_change" -> change(in, out);
            case "backlog_age_buckets" -> out.put("counts", ages(in.get("ages")).classes(lengths(params.get("edges"))));
            case "backlog" -> backlog(in, out);
            default -> {
                Map<String, Object> more = SurveyVectors.run(kind, in, params);
                more = more.isEmpty() ? ServiceVectors.run(kind, in, params) : more;
                return more.isEmpty() ? StatisticsVectors.run(kind, in, params) : more;
            }
        }
        return new HashMap<>(out);
    }

    private static void percentile(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Quantile quantile = Quantile.of(params.get("p").asText())
                .by(QuantileType.of(params.get("hyndmanFanType").asInt()));
        Distribution values = in.has("counts") ? counted(in) : numbers(in.get("values"));
        out.put("value", orNull(values.quantile(quantile)));
    }

    private static Distribution counted(JsonNode in) {
        Distribution all = Distribution.empty();
        for (int i = 0; i < in.get("values").size(); i++) {
            all = all.plus(Distribution.times(
                    in.get("values").get(i).asDouble(), in.get("counts").get(i).asLong()));
        }
        return all;
    }

    private static Distribution numbers(JsonNode values) {
        Distribution all = Distribution.empty();
        for (JsonNode value : values) {
            all = value.isObject()
                    ? repeated(all, value.get("repeat"))
                    : all.plus(Distribution.times(value.asDouble(), 1));
        }
        return values.isObject() ? repeated(Distribution.empty(), values.get("repeat")) : all;
    }

    private static Distribution repeated(Distribution all, JsonNode runs) {
        Distribution sum = all;
        for (JsonNode run : runs) {
            sum = sum.plus(Distribution.times(run.get(0).asDouble(), run.get(1).asLong()));
        }
        return sum;
    }

    private static void usefulness(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Ratio helpful = Ratio.of(in.get("helpful").asLong(), 0)
                .plus(Ratio.of(0, in.get("helpful").asLong()))
                .plus(Ratio.of(0, in.get("notHelpful").asLong()));
        out.put("helpfulShare", orNull(helpful.value()));
        out.put(
                "wilsonLow",
                helpful.interval(params.get("confidence").asDouble())
                        .map(ConfidenceInterval::low)
                        .orElse(null));
    }

    private static void durations(JsonNode in, Map<String, @Nullable Object> out) {
        DurationDistribution all = DurationDistribution.times(
                Duration.ofSeconds(in.get("secondsEach").asLong()),
                in.get("count").asLong());
        out.put("sumNanosDecimal", all.total().toSeconds() + "000000000");
        out.put("meanSeconds", all.mean().toDuration().map(Duration::toSeconds).orElse(null));
    }

    private static void firstReply(JsonNode in, Map<String, @Nullable Object> out) {
        VectorTickets tickets = new VectorTickets();
        for (JsonNode ticket : in.get("tickets")) {
            VectorTickets.Writer writer = tickets.ticket(ticket.get("createdAt").asLong(), VectorTickets.CUSTOMER);
            JsonNode reply = ticket.get("firstPublicAgentReplyAt");
            if (!reply.isNull()) {
                writer.message(reply.asLong(), VectorTickets.AGENT, true);
            }
            writer.done();
        }
        List<TicketFacts> facts = tickets.facts().tickets();
        TicketTimes times = TicketKpis.firstReplyTime();
        Measurement<DurationDistribution> all = facts.stream().collect(times.collector());
        out.put("count", all.n());
        out.put("withoutReply", all.leftOut().total());
        out.put(
                "mean",
                facts.stream()
                        .collect(times.mean().collector())
                        .amount()
                        .flatMap(mean -> mean.seconds(12, RoundingMode.HALF_EVEN))
                        .orElse(null));
        out.put("median", seconds(facts.stream().collect(times.median().collector())));
        out.put("p90", seconds(facts.stream().collect(times.percentile(90).collector())));
        out.put("min", seconds(facts.stream().collect(times.min().collector())));
        out.put("max", seconds(facts.stream().collect(times.max().collector())));
    }

    private static void replies(JsonNode in, Map<String, @Nullable Object> out) {
        VectorTickets tickets = new VectorTickets();
        JsonNode messages = in.get("messages");
        VectorTickets.Writer writer = tickets.ticket(
                messages.get(0).get("at").asLong(),
                VectorTickets.actor(messages.get(0).get("by")));
        for (int i = 1; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            writer.message(
                    message.get("at").asLong(),
                    VectorTickets.actor(message.get("by")),
                    message.get("public").asBoolean());
        }
        writer.done();
        TicketFacts ticket = tickets.facts().tickets().get(0);
        out.put(
                "firstReplySeconds",
                seconds(List.of(ticket).stream()
                        .collect(TicketKpis.firstReplyTime().max().collector())));
        out.put(
                "nextReplySeconds",
                ticket.turns().stream()
                        .filter(turn -> !turn.first() && turn.reply().isPresent())
                        .map(turn -> seconds(List.of(turn).stream()
                                .collect(TicketKpis.nextReplyTime().max().collector())))
                        .toList());
        out.put("agentPublicReplies", ticket.replies());
        out.put(
                "waitingSince",
                ticket.turns().stream()
                        .filter(TurnFacts::waiting)
                        .map(turn -> turn.at().getEpochSecond())
                        .findFirst()
                        .orElse(null));
    }

    private static void oneTouch(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        VectorTickets tickets = new VectorTickets();
        for (JsonNode ticket : in.get("tickets")) {
            tickets.ticket(0, VectorTickets.CUSTOMER)
                    .messages(ticket.get("agentPublicReplies").asInt(), VectorTickets.AGENT)
                    .status(1, VectorTickets.status(ticket.get("status").asText()))
                    .done();
        }
        List<TicketFacts> facts = tickets.facts().tickets();
        Measurement<Ratio> rate = facts.stream()
                .collect(TicketKpis.oneTouch(OneTouch.valueOf(params.get("rule").asText()))
                        .collector());
        out.put("solved", rate.n());
        out.put("oneTouchRate", value(rate));
        out.put("oneTouch", rate.amount().map(Ratio::numerator).orElse(0L));
        out.put("zeroTouch", count(facts, TicketKpis.resolvedWithReplies(0)));
        out.put("twoTouch", count(facts, TicketKpis.resolvedWithReplies(2)));
        out.put(
                "multiTouch",
                count(
                        facts,
                        TicketKpis.count(
                                "more", Filter.reached(Milestone.RESOLVED).and(TicketNumber.REPLIES.atLeast(3)))));
    }

    private static void reopen(JsonNode in, Map<String, @Nullable Object> out) {
        VectorTickets tickets = new VectorTickets();
        for (JsonNode history : in.get("statusHistories")) {
            VectorTickets.Writer writer = tickets.ticket(0, VectorTickets.CUSTOMER);
            for (int i = 0; i < history.size(); i++) {
                writer.status(i, VectorTickets.status(history.get(i).asText()));
            }
            writer.done();
        }
        List<TicketFacts> facts = tickets.facts().tickets();
        Measurement<Ratio> rate = facts.stream().collect(TicketKpis.reopenRate().collector());
        out.put("everResolved", rate.n());
        out.put("reopenRate", value(rate));
        out.put("reopenedTickets", count(facts, TicketKpis.reopenedTickets()));
        out.put("reopenEvents", count(facts, TicketKpis.reopens()));
        out.put(
                "reopensPerResolvedTicket",
                value(facts.stream()
                        .collect(TicketKpis.reopensPerResolvedTicket().collector())));
    }

    private static void contacts(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        if (!params.get("repeatWindowSeconds").isNull()) {
            throw new AssertionError("cases with a window need links between tickets, which the vectors do not state");
        }
        VectorTickets tickets = new VectorTickets();
        for (JsonNode ticket : in.get("tickets")) {
            VectorTickets.Writer writer = tickets.ticket(0, VectorTickets.CUSTOMER)
                    .messages(ticket.get("customerContacts").asInt() - 1, VectorTickets.CUSTOMER);
            if (!ticket.get("resolvedAt").isNull()) {
                long at = ticket.get("resolvedAt").asLong();
                if (ticket.get("reopened").asBoolean()) {
                    writer.status(at - 2, VectorTickets.status("solved")).status(at - 1, VectorTickets.status("open"));
                }
                writer.status(at, VectorTickets.status("solved"));
            }
            writer.done();
        }
        Measurement<Ratio> rate = tickets.facts().tickets().stream()
                .collect(TicketKpis.firstContactResolution().collector());
        out.put("eligible", rate.n());
        out.put("firstContact", rate.amount().map(Ratio::numerator).orElse(0L));
        out.put("rate", value(rate));
    }

    private static boolean boundary(JsonNode in) {
        Ratio kept = DurationDistribution.times(
                        Duration.ofSeconds(in.get("elapsedSeconds").asLong()), 1)
                .atMost(Duration.ofSeconds(in.get("targetSeconds").asLong()));
        return kept.numerator() == 1;
    }

    private static Map<String, Long> volume(JsonNode in, JsonNode params) {
        VectorTickets tickets = new VectorTickets();
        List<Instant> instants = new ArrayList<>();
        in.get("createdAt").forEach(at -> instants.add(Instant.parse(at.asText())));
        instants.forEach(at ->
                tickets.ticket(at.getEpochSecond(), VectorTickets.CUSTOMER).done());
        ZoneId zone = ZoneId.of(params.get("zone").asText());
        boolean filled = params.has("fillFrom");
        LocalDate from = filled
                ? LocalDate.parse(params.get("fillFrom").asText())
                : LocalDate.ofInstant(instants.stream().min(Instant::compareTo).orElseThrow(), zone);
        LocalDate to = filled
                ? LocalDate.parse(params.get("fillTo").asText())
                : LocalDate.ofInstant(instants.stream().max(Instant::compareTo).orElseThrow(), zone);
        String name = params.get("granularity").asText();
        Granularity unit = name.equals("ISO_WEEK") ? Granularity.WEEK : Granularity.valueOf(name);
        LocalDate end = to.plusDays(1);
        Map<String, Long> counts = new HashMap<>();
        for (Period part : wholeUnits(from, end, unit, zone)) {
            long count = KpiReport.over(part)
                    .measure(TicketKpis.volume())
                    .collect(tickets.facts())
                    .value(TicketKpis.volume())
                    .amount()
                    .orElse(0L);
            if (count > 0 || filled) {
                counts.put(part.label(), count);
            }
        }
        return counts;
    }

    private static List<Period> wholeUnits(LocalDate from, LocalDate end, Granularity unit, ZoneId zone) {
        return Period.between(
                        from.withDayOfYear(1).minusDays(7),
                        end.withDayOfYear(1).plusYears(1).plusDays(7),
                        zone)
                .split(unit)
                .stream()
                .filter(part -> part.unit().isPresent()
                        && part.from().isBefore(end)
                        && part.untilExclusive().isAfter(from))
                .toList();
    }

    private static void day(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Period day = Period.day(
                LocalDate.parse(in.get("date").asText()),
                ZoneId.of(params.get("zone").asText()));
        out.put("startUtc", day.startInclusive().toString());
        out.put(
                "seconds",
                Duration.between(day.startInclusive(), day.endExclusive()).toSeconds());
    }

    private static void change(JsonNode in, Map<String, @Nullable Object> out) {
        Comparison<Double> change = new Comparison<>(plain(in.get("previous")), plain(in.get("current")));
        out.put("absolute", change.absolute().amount().orElse(null));
        out.put("relative", change.relative().amount().orElse(null));
    }

    private static Measurement<Double> plain(JsonNode number) {
        return number.isNull()
                ? Measurement.noData(Absence.MISSING, LeftOut.none())
                : Measurement.value(number.asDouble(), 1, LeftOut.none());
    }

    private static DurationDistribution ages(JsonNode seconds) {
        return DurationDistribution.of(lengths(seconds));
    }

    private static List<Duration> lengths(JsonNode seconds) {
        List<Duration> lengths = new ArrayList<>();
        seconds.forEach(length -> lengths.add(Duration.ofSeconds(length.asLong())));
        return lengths;
    }

    /** A second becomes a day, so that (from, to] is the half-open period of dates from + 1 until to + 1. */
    private static void backlog(JsonNode in, Map<String, @Nullable Object> out) {
        long day = Duration.ofDays(1).toSeconds();
        VectorTickets tickets = new VectorTickets();
        for (JsonNode ticket : in.get("tickets")) {
            VectorTickets.Writer writer =
                    tickets.ticket(ticket.get("createdAt").asLong() * day, VectorTickets.CUSTOMER);
            for (JsonNode span : ticket.get("resolvedSpans")) {
                writer.status(span.get(0).asLong() * day, VectorTickets.status("solved"));
                if (!span.get(1).isNull()) {
                    writer.status(span.get(1).asLong() * day, VectorTickets.status("open"));
                }
            }
            writer.done();
        }
        Facts facts = tickets.facts();
        LocalDate from = LocalDate.ofEpochDay(in.get("from").asLong() + 1);
        LocalDate until = LocalDate.ofEpochDay(in.get("to").asLong() + 1);
        Period period = Period.between(from, until, UTC);
        KpiReport report = KpiReport.over(period)
                .measure(BacklogKpis.created(), BacklogKpis.reopened(), BacklogKpis.resolved())
                .collect(facts);
        Measurement<Long> opening = stock(facts, period.startInclusive());
        Measurement<Long> closing = stock(facts, period.endExclusive());
        out.put("opening", opening.orElseThrow());
        out.put("closing", closing.orElseThrow());
        out.put("created", report.value(BacklogKpis.created()).amount().orElse(0L));
        out.put("reopened", report.value(BacklogKpis.reopened()).amount().orElse(0L));
        out.put("resolved", report.value(BacklogKpis.resolved()).amount().orElse(0L));
        out.put(
                "netChange",
                new Comparison<>(opening, closing).absolute().amount().orElse(null));
        List<BacklogFacts> open = facts.openAt(
                Instant.ofEpochSecond(in.get("to").asLong() * day),
                Backlog.unsolved().on(Backlog.Side.AT));
        DurationDistribution ages = open.stream()
                .collect(BacklogKpis.backlogAge().collector())
                .amount()
                .orElse(DurationDistribution.empty());
        out.put("meanAge", ages.mean().toDuration().map(Vectors::days).orElse(null));
        out.put("medianAge", ages.median().map(Vectors::days).orElse(null));
        out.put("oldestAge", ages.max().map(Vectors::days).orElse(null));
    }

    private static Measurement<Long> stock(Facts facts, Instant at) {
        return facts.openAt(at, Backlog.unsolved()).stream()
                .collect(BacklogKpis.backlog().collector());
    }

    private static double days(Duration length) {
        return (double) length.toSeconds() / Duration.ofDays(1).toSeconds();
    }

    static <F, S extends State<S>, V> Measurement<V> measure(Accumulator<F, S, V> accumulator, Map<F, Long> facts) {
        S all = accumulator.empty();
        for (Map.Entry<F, Long> entry : facts.entrySet()) {
            all = accumulator.add(all, entry.getKey(), entry.getValue());
        }
        return accumulator.result(all);
    }

    private static long count(List<TicketFacts> facts, Kpi<TicketFacts, Long> kpi) {
        return facts.stream().collect(kpi.collector()).orElseThrow();
    }

    static @Nullable Double value(Measurement<Ratio> ratio) {
        return ratio.amount().map(known -> known.value().orElseThrow()).orElse(null);
    }

    private static @Nullable Double seconds(Measurement<Duration> length) {
        return length.amount().map(known -> known.toNanos() / 1e9).orElse(null);
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
