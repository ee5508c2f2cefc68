/**
 * What the entries of the people side are written with: the scale on which a level is given.
 *
 * <p>A level means nothing alone. A scale names its points in order, so that 3 is "competent" for everybody who
 * reads it, and a level that is no point of its scale is refused where it is written.
 *
 * <p>Shortest useful example: {@code Scale.PROFICIENCY.label(3)} is {@code "competent"}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.catalogue;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
