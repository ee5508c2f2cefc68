/**
 * What happened on the people side, and the questions that may be asked of it.
 *
 * <p>{@link dev.customerservice.roles.evidence.Evidence} is something that happened; an
 * {@link dev.customerservice.roles.evidence.EvidenceLog} keeps it in order and can be read as of any instant; a
 * {@link dev.customerservice.roles.evidence.Condition} is a stored question whose
 * {@link dev.customerservice.roles.evidence.Finding} is met, not met or unknown. Hearsay alone shows nothing, missing evidence is
 * unknown and never "no", and a figure with an interval counts only when its whole interval does.
 *
 * <p>Shortest useful example: {@code Condition.exists("drill.held").test(log, Subject.team(harbour), asOf).isMet()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.evidence;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
