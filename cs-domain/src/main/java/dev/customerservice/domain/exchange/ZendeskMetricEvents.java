package dev.customerservice.domain.exchange;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaSpan;
import dev.customerservice.domain.sla.SpanKind;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clocks written as ticket metric events of Zendesk, for dashboards and warehouses that were built on those.
 *
 * <p>Each cycle of a clock is an instance of its metric: {@code activate}, {@code apply_sla} with the target in minutes, {@code pause} and
 * {@code activate} again, {@code breach}, {@code fulfill}, {@code update_status} with the minutes counted at the end. The first and the next
 * replies are instances of one metric, {@code reply_time}, as they are there; a metric of the caller's own goes under its own name. A
 * stretch is given in whole minutes, rounded down.
 */
public final class ZendeskMetricEvents {
    private static final Map<SlaMetricId, String> NAMES = Map.of(
            SlaMetric.FIRST_REPLY.id(), "reply_time",
            SlaMetric.NEXT_REPLY.id(), "reply_time",
            SlaMetric.PERIODIC_UPDATE.id(), "periodic_update_time",
            SlaMetric.PAUSABLE_UPDATE.id(), "pausable_update_time",
            SlaMetric.REQUESTER_WAIT.id(), "requester_wait_time",
            SlaMetric.AGENT_WORK.id(), "agent_work_time",
            SlaMetric.RESOLUTION.id(), "total_resolution_time",
            SlaMetric.GROUP_OWNERSHIP.id(), "group_ownership_time");

    private ZendeskMetricEvents() {}

    /**
     * Writes the clocks of one ticket.
     *
     * @param plan the plan that reads them
     * @param history the history of the ticket
     * @param asOf the instant of the reading
     * @return one map for each event in the order of time, with the keys {@code ticket_id}, {@code metric}, {@code instance_id}, {@code
     *     type}, {@code time} (ISO-8601) and what the type adds; empty if no clock has started
     */
    public static List<Map<String, Object>> of(SlaPlan plan, TicketHistory history, Instant asOf) {
        List<Event> events = new ArrayList<>();
        Map<String, Integer> instances = new LinkedHashMap<>();
        List<SlaReading> readings = new ArrayList<>(plan.read(history, asOf).all());
        readings.removeIf(reading -> reading.startedAt().isEmpty());
        readings.sort(Comparator.comparing(reading -> reading.startedAt().orElseThrow()));
        for (SlaReading reading : readings) {
            String metric =
                    NAMES.getOrDefault(reading.metric(), reading.metric().value());
            int instance = instances.merge(metric, 1, Integer::sum);
            new Instance(reading, isOpenTime(plan, reading), events).write(metric, instance);
        }
        events.sort(Comparator.comparing(Event::time));
        return events.stream().map(Event::toMap).toList();
    }

    /** Whether a reading counts the open time of a calendar. */
    private static boolean isOpenTime(SlaPlan plan, SlaReading reading) {
        boolean isWall =
                reading.promised().filter(TargetTime.WallTime.class::isInstance).isPresent();
        return !isWall
                && plan.book().policies().stream()
                        .filter(policy -> policy.id().equals(reading.policy())
                                && policy.version().equals(reading.policyVersion()))
                        .flatMap(policy -> policy.targets().stream())
                        .filter(target -> target.metric().id().equals(reading.metric()))
                        .anyMatch(target -> target.calendar().isPresent());
    }

    private record Event(
            String ticket, String metric, int instance, String type, Instant time, Map<String, Object> more) {
        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("ticket_id", ticket);
            map.put("metric", metric);
            map.put("instance_id", instance);
            map.put("type", type);
            map.put("time", time.toString());
            map.putAll(more);
            return map;
        }
    }

    /** One cycle while it is written. */
    private record Instance(SlaReading reading, boolean isOpenTime, List<Event> events) {
        void write(String metric, int instance) {
            Instant start = reading.startedAt().orElseThrow();
            put(metric, instance, "activate", start, Map.of());
            reading.target()
                    .ifPresent(target -> put(metric, instance, "apply_sla", start, Map.of("sla", promise(target))));
            boolean isPaused = false;
            for (SlaSpan span : reading.spans()) {
                boolean waits = span.kind() == SpanKind.PAUSED || span.kind() == SpanKind.STOPPED;
                if (waits != isPaused) {
                    String type = span.kind() == SpanKind.STOPPED ? "fulfill" : waits ? "pause" : "activate";
                    put(metric, instance, type, span.interval().startInclusive(), Map.of());
                    isPaused = waits;
                }
            }
            reading.breachedAt().ifPresent(at -> put(metric, instance, "breach", at, Map.of("deleted", false)));
            Optional<Instant> end = reading.completedAt();
            end.ifPresent(at -> put(metric, instance, "fulfill", at, Map.of()));
            end.ifPresent(at -> put(metric, instance, "update_status", at, Map.of("status", status())));
        }

        private Map<String, Object> promise(Duration target) {
            Map<String, Object> promise = new LinkedHashMap<>();
            promise.put("target", target.toMinutes());
            promise.put("business_hours", isOpenTime);
            promise.put("policy", Map.of("id", reading.policy().value()));
            return promise;
        }

        private Map<String, Object> status() {
            Duration calendar = reading.spans().stream()
                    .filter(span -> span.kind() == SpanKind.RUNNING)
                    .map(span -> span.interval().duration())
                    .reduce(Duration.ZERO, Duration::plus);
            Map<String, Object> status = new LinkedHashMap<>();
            status.put("calendar", calendar.toMinutes());
            if (isOpenTime) {
                status.put("business", reading.elapsed().toMinutes());
            }
            return status;
        }

        private void put(String metric, int instance, String type, Instant time, Map<String, Object> more) {
            events.add(new Event(reading.ticket().value(), metric, instance, type, time, more));
        }
    }
}
