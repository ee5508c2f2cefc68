/**
 * The example team of the demo: who it is, what happened, what reviewers found and what it wants to reach, as data files.
 * {@link dev.customerservice.examples.team.ExampleTeam} reads them into values of the library; nothing is judged here.
 */
@NullMarked
package dev.customerservice.examples.team;

import org.jspecify.annotations.NullMarked;
