/**
 * How people do, said in time and without surprises, and where they go from here.
 *
 * <p>A {@link dev.customerservice.roles.performance.PerformanceStandard} says what is good and what is exceptional;
 * {@link dev.customerservice.roles.performance.Feedback} is given soon, a
 * {@link dev.customerservice.roles.performance.PerformanceReview} may not surprise. {@link dev.customerservice.roles.performance.PersonFacts}
 * turn the log into one row for each person and period, and {@link dev.customerservice.roles.performance.PeopleKpis} measure them; first of
 * all how many people advance, which is the biggest measure of a manager.
 *
 * <p>Shortest useful example: {@code rows.stream().collect(PeopleKpis.advancementRate().collector())}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.performance;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
