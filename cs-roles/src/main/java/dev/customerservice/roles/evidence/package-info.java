/**
 * How the people side explains itself: a reason is a code, whom it is about, and the figures that led to it.
 *
 * <p>A rule that is broken and an advice that is given differ in their severity only, so a caller can show both and
 * refuse on the first alone. A figure with an interval is kept with its interval.
 *
 * <p>Shortest useful example:
 * {@code Reason.advice("TEAM_LARGE_ENOUGH").withAbout(Subject.person(ana)).withValue("people", Detail.count(9, "people"))}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.evidence;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
