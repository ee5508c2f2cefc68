package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.util.Optional;

/**
 * A clock was paused while a message of the customer waited for an answer: time that was credited although the customer waited.
 *
 * @param policy the policy that promised
 * @param metric the metric
 * @param cycle the number of the cycle
 * @param interval when it was so
 * @param credited the open time in it, which the pause took off the clock
 * @param status the name of the status that paused the clock
 * @param cause the position in the history of the event that paused it
 */
public record DoubtfulPause(
        SlaPolicyId policy,
        SlaMetricId metric,
        int cycle,
        Interval interval,
        Duration credited,
        Optional<String> status,
        int cause) {}
