/**
 * Who can what, what is needed, and the difference.
 *
 * <p>A {@link dev.customerservice.roles.skill.Skill} is rated on a scale; a
 * {@link dev.customerservice.roles.skill.SkillRequirement} says which level is needed, by how many people and from when;
 * a {@link dev.customerservice.roles.skill.SkillMatrix} holds what was assessed and names the gaps. What nobody has
 * assessed is unknown, never zero: it counts as a gap of the full requirement and says that it was not assessed.
 *
 * <p>Shortest useful example: {@code SkillMatrix.of(people, assessments, asOf).gaps(List.of(SkillRequirement.of(EMPATHY, 3)))}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.skill;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
