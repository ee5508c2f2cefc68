/**
 * Who gets which piece of work, and why.
 *
 * <p>A {@link dev.customerservice.roles.routing.WorkItem} waits; a {@link dev.customerservice.roles.routing.RoutingTeam} is what is known of
 * each {@link dev.customerservice.roles.routing.Candidate} at an instant; a {@link dev.customerservice.roles.routing.RoutingPolicy} narrows
 * a {@link dev.customerservice.roles.routing.Shortlist} step by step, for one piece of work or, as a
 * {@link dev.customerservice.roles.routing.Drain}, for a whole queue. Every {@link dev.customerservice.roles.routing.Routing} tells, when
 * asked, why each candidate was chosen or not. Nothing depends on the order of the input or on chance.
 *
 * <p>Shortest useful example:
 * {@code requireSkills().then(withinCapacity()).then(leastOccupied()).route(work, team, now).explain().toText()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.routing;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
