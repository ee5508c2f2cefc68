/**
 * What customers answer when they are asked: scales with a direction and cuts, and responses.
 *
 * <p>A scale says which of its points are good, so that no rating is ever counted by guess; a rating outside its scale is refused. A
 * survey that was sent and not answered is a response without an answer, which keeps the response rate honest.
 *
 * <pre>{@code
 * SurveyScale.satisfaction(5).verdict(3);   // NEUTRAL
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.survey;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;
