/**
 * When a team is open: written calendars, and the open time that is computed from them.
 *
 * <p>A {@link BusinessCalendar} is written down (zone, weekly hours, breaks, date overrides, holidays) and is a
 * {@link BusinessTime} at once, the face that counts. It is compiled into instants when it is built, so a question
 * costs the same for an hour and for ten years. {@code BusinessTime}s combine: union, intersection, difference.
 * A {@link CalendarBook} holds them by id.
 *
 * <pre>{@code
 * BusinessCalendar london = BusinessCalendar.builder().id("london").zone("Europe/London")
 *         .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30")).build();
 * Instant due = london.plus(received, Duration.ofHours(8));
 * }</pre>
 */
@NullMarked
@DomainStyle
package dev.customerservice.domain.calendar;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;
