/**
 * What customers do before, or instead of, contacting the team: articles they read and bots they talk with.
 *
 * <p>A {@link dev.customerservice.domain.selfservice.SelfServiceVisit} ends confirmed, in silence, given up or handed over, and the four
 * are never mixed: silence is not success.
 *
 * <pre>{@code
 * SelfServiceVisit visit = SelfServiceVisit.builder().place(Place.BOT).interval(interval).outcome(Outcome.CONFIRMED).build();
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.selfservice;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;
