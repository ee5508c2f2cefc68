/**
 * The service plan: what it is for, which goals it sets, what customers go through, what is done about it and when.
 *
 * <p>A {@link dev.customerservice.roles.plan.ServicePlan} gathers documents, goals, maps, actions and hand-overs, and lists what is
 * missing. A {@link dev.customerservice.roles.plan.SmartGoal} has five typed facets; a
 * {@link dev.customerservice.roles.plan.StretchPolicy} compares its target with what the team has ever achieved; its progress is read
 * from a measure with its interval, so that luck is not progress.
 *
 * <p>Shortest useful example: {@code goal.progress(march, report.value(firstContactResolution())).state()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.plan;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
