/**
 * Who works when, whether that is enough, and whether it may be asked of them.
 *
 * <p>A {@link dev.customerservice.roles.shift.Shift} is two times on the wall clock of a zone; what it lasts follows from the clock. A
 * {@link dev.customerservice.roles.shift.Roster} gives shifts to people, a {@link dev.customerservice.roles.shift.Coverage} lays them
 * against a {@link dev.customerservice.roles.shift.Requirement} and names each gap with its cause, a
 * {@link dev.customerservice.roles.shift.RosterRule} says what may not be asked of a person. A
 * {@link dev.customerservice.roles.shift.ShiftPlanner} chooses shifts at least cost with a proven bound, a
 * {@link dev.customerservice.roles.shift.RosterPlan} gives them to people by name. On call it is the turns of a
 * {@link dev.customerservice.roles.shift.Rotation} in an {@link dev.customerservice.roles.shift.OnCallSchedule}.
 *
 * <p>Shortest useful example: {@code Shift.of(LocalDate.of(2025, 10, 25), "22:00-06:00", ZoneId.of("Europe/Berlin")).elapsed()}, which
 * is nine hours.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.shift;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
