/**
 * Who takes part in service: customers and their organizations, agents and their teams, bots, automations and third parties.
 *
 * <p>The package holds identities, not people: names, addresses and contracts stay in the caller's systems. An {@link
 * dev.customerservice.domain.party.Actor} is stored in each event with its kind, so that what counts as a reply never depends on
 * who works here today.
 *
 * <pre>{@code
 * Actor author = Actor.agent("ana");
 * }</pre>
 */
@NullMarked
package dev.customerservice.domain.party;

import org.jspecify.annotations.NullMarked;
