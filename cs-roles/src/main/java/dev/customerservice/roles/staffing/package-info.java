/**
 * How many people are needed, and how sure that is: from a workload and a goal to people on duty, scheduled and hired.
 *
 * <p>A {@link dev.customerservice.roles.staffing.StaffingModel} says what a {@link dev.customerservice.roles.staffing.Workload} meets with
 * a number of agents, as a {@link dev.customerservice.roles.staffing.QueueOutlook} with every measure and every doubt. The least number
 * that keeps a {@link dev.customerservice.roles.staffing.ServiceLevelGoal} is found by trying, never by a rule of thumb alone; every ceiling
 * is taken over exact decimals. Work that can wait fills what a {@link dev.customerservice.roles.staffing.StaffingPlan} has to spare.
 *
 * <p>Shortest useful example: {@code ErlangC.model().agents(Workload.of(100, ofMinutes(30), ofMinutes(3)), ServiceLevelGoal.of("80% in 20s"))}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.staffing;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
