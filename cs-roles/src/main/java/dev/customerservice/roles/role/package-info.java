/**
 * Who a team consists of: the job each person has, and the profiles the team needs besides.
 *
 * <p>A {@link dev.customerservice.roles.role.JobRole} is a position with responsibilities; a
 * {@link dev.customerservice.roles.role.TeamProfile} is a way to contribute that every team needs somebody for. One
 * person may act in two profiles, so six profiles need three people; when one person should hold one profile only is an
 * advice of a {@link dev.customerservice.roles.role.ProfilePolicy}, given with its reason.
 *
 * <p>Shortest useful example: {@code team.profiles(ProfilePolicy.atMost(2)).missing()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.role;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
