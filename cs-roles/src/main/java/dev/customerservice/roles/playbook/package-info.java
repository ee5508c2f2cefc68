/**
 * All that a team has written down about how it works: vocabulary, practices, assessments, procedures.
 *
 * <p>A {@link dev.customerservice.roles.playbook.Playbook} joins the catalogues and finds every name that leads nowhere. The standard
 * playbook is data that {@code json} reads; {@link dev.customerservice.roles.playbook.StandardPlaybook} names its entries. Figures in
 * its entries that no source gives are examples, and say so; a project replaces an entry by another of the same id.
 *
 * <p>Shortest useful example: {@code playbook.practice(StandardPlaybook.ONE_TO_ONE).read(log, team, asOf, berlin).overduePeople()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.playbook;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
