/**
 * Who may do what, up to which amount, how often, and who is asked beyond that.
 *
 * <p>Nothing is allowed unless an {@link dev.customerservice.roles.authority.AuthorityLimit} says so; several limits are a union. A
 * limit without amounts is a plain permission. A {@link dev.customerservice.roles.authority.Delegation} hands a part of one's own
 * limit on. Uses are evidence: an {@link dev.customerservice.roles.authority.AuthorityPolicy} reads them from the log, and a decision
 * is recorded in the very log it was made on, so caps hold whoever asks first.
 *
 * <p>Shortest useful example: {@code policy.decide(AuthorityRequest.of("r1", ana, "refund", Money.of("80", "EUR"), now), log)}.
 */
@NullMarked
@RolesStyle
package dev.customerservice.roles.authority;

import dev.customerservice.roles.RolesStyle;
import org.jspecify.annotations.NullMarked;
