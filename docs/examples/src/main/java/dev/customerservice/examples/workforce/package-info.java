/**
 * The week ahead of the demo's desk as a data file: who has which shift, who is absent, how long work takes and what is promised.
 * {@link dev.customerservice.examples.workforce.WeekPlan} reads it into values of the library.
 */
@NullMarked
package dev.customerservice.examples.workforce;

import org.jspecify.annotations.NullMarked;
