/**
 * Flat rows that measures count: one type for each cohort, every attribute as it was at the moment that counts.
 *
 * <p>A {@link FactExtractor} walks each history once and is the only class that sees events. {@link TicketFacts} has one
 * row a ticket, {@link TurnFacts} one a wait for a reply, {@link SolveFacts} one a solution, {@link StayFacts} one a stay
 * in a status, team and agent, {@link SlaFacts} one a clock, {@link SurveyFacts} one a survey, {@link ContactFacts} one a call or
 * chat, {@link ActivityFacts} one a stretch of an agent's time, {@link VisitFacts} one an attempt of self-service, {@link
 * CustomerFacts} one a customer over a time. A {@link Milestone} names the moment of a ticket that a measure reads. {@link
 * ContactLinks} knows when a customer came back.
 *
 * <pre>{@code
 * Facts facts = Facts.of(histories, FactExtractor.asOf(endOfOctober)).surveys(responses).linked();
 * }</pre>
 */
@NullMarked
package dev.customerservice.metrics.facts;

import org.jspecify.annotations.NullMarked;
