/**
 * What should keep happening, and whether it does.
 *
 * <p>A {@link dev.customerservice.roles.practice.Cadence} says when something is due: a time after the last one, once in each
 * calendar window, a time after something else happened, or by a promised date. Local calendars rule, so three days may have 71 or
 * 73 hours; what is due on a date is late from the next midnight on, what is due at a time is late right after it.
 *
 * <p>Shortest useful example: {@code Cadence.every(Period.ofDays(14)).due(last, berlin, calendars).date()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.practice;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
