/**
 * Promises on time and the clocks that judge them.
 *
 * <p>A {@link dev.customerservice.domain.sla.SlaMetric} says what is counted, an {@link dev.customerservice.domain.sla.SlaPolicy} what is
 * promised for which tickets; {@code resolve} looks the calendars up once and gives an {@link dev.customerservice.domain.sla.SlaPlan}. The
 * plan reads histories: each {@link dev.customerservice.domain.sla.SlaReading} says how a cycle stands, and {@code explain} shows where
 * every second went. Nothing is stored and nothing looks at a clock: the caller passes the instant.
 *
 * <pre>{@code
 * SlaPolicy policy = SlaPolicy.builder().id("all")
 *     .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)).during("london")).build();
 * SlaReading reading = policy.resolve(CalendarBook.of(london)).read(history, asOf).get(SlaMetric.RESOLUTION);
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.sla;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;
