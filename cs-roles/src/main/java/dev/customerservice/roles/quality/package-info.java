/**
 * How good single contacts were, how sure that is, and whether those who judge mean the same.
 *
 * <p>A {@link dev.customerservice.roles.quality.Scorecard} is an assessment of one contact; a
 * {@link dev.customerservice.roles.quality.QualityReview} fills it in. A few reviews say little, so every figure has an interval, and a
 * {@link dev.customerservice.roles.quality.QualityStanding} puts nobody above somebody whose interval overlaps.
 * {@link dev.customerservice.roles.quality.Calibration} tells how far reviewers agree.
 *
 * <p>Shortest useful example: {@code scorecard.score(review).score()}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.quality;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
