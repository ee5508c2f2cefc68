/**
 * How well something is, or how far it has come.
 *
 * <p>An {@link dev.customerservice.roles.assessment.Assessment} weighs criteria. A criterion is rated by people on a scale, shown by
 * evidence, or measured by a figure; a reading tells score, weakest criterion, what is missing, and the level reached, which holds
 * only when all below it hold. What is not known is missing and never zero, and too few raters stay hidden.
 *
 * <p>Shortest useful example: {@code teamHealth.read(log, ratings, Subject.team(harbour), asOf).weakest()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.assessment;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
