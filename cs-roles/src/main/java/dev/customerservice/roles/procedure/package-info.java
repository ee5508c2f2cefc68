/**
 * In which order something is done, and what must be true first.
 *
 * <p>A {@link dev.customerservice.roles.procedure.Procedure} has gates; a {@link dev.customerservice.roles.procedure.Gate} passes
 * when the gates before it have passed and its condition is met by evidence of the case. A refusal names the gate, what is missing
 * and whom to ask. What is unknown waits and never ends a case; a case ends once, and its end is final.
 *
 * <p>Shortest useful example: {@code pilot.read(log, bot, asOf, berlin).orElseThrow().refusal("ROLL_OUT")}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.procedure;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
