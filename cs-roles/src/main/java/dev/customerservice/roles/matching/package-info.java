/**
 * Who goes with whom: the best assignment, and who is left.
 *
 * <p>A {@link dev.customerservice.roles.matching.Matching} gives as many as possible a partner, and among all such assignments it is
 * one of the largest total. Mentors for new people, seats for persons and skills asked for at the same time are all this question.
 *
 * <p>Shortest useful example: {@code Matching.best(newcomers, mentors, sharedSkills, mentor -> 2).pairs()}.
 */
@NullMarked
package dev.customerservice.roles.matching;

import org.jspecify.annotations.NullMarked;
