/**
 * What the entries of the people side are kept in and written with.
 *
 * <p>A {@link dev.customerservice.roles.catalogue.Catalogue} holds practices, assessments, procedures and the like by id; an entry
 * names the statements it carries out, and advice is marked. A {@link dev.customerservice.roles.catalogue.Scale} names its points
 * in order, so that 3 is "competent" for everybody who reads it, and a level that is no point of its scale is refused.
 *
 * <p>Shortest useful example: {@code Scale.PROFICIENCY.label(3)} is {@code "competent"}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.catalogue;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
