/**
 * Solvers of others behind {@link dev.customerservice.roles.shift.ShiftPlanner}, compiled with {@code -Psolvers} only: ojAlgo's integer
 * programming and Timefold's local search, each in the place of the planner of the library.
 */
@NullMarked
package dev.customerservice.examples.solvers;

import org.jspecify.annotations.NullMarked;
