/**
 * What should keep happening, and whether it does.
 *
 * <p>A {@link dev.customerservice.roles.practice.Practice} is data: a statement, about whom, when, and which evidence shows it; its
 * {@link dev.customerservice.roles.practice.PracticeReport} names what is overdue and measures coverage and punctuality. A
 * {@link dev.customerservice.roles.practice.Cadence} says when something is due: a time after the last one, once in each
 * calendar window, a time after something else happened, or by a promised date. Local calendars rule, so three days may have 71 or
 * 73 hours; what is due on a date is late from the next midnight on, what is due at a time is late right after it.
 *
 * <p>Shortest useful example: {@code oneToOne.read(log, team, asOf, berlin).overduePeople()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.practice;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
