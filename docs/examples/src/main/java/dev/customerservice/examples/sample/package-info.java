/**
 * The ticket log the demo reads when it is given none: one invented year of an invented company, made by a small
 * simulation of four teams. The same seed gives the same bytes, so a test can compare the committed file with
 * {@link dev.customerservice.examples.sample.SampleLog#csv()}.
 */
@NullMarked
package dev.customerservice.examples.sample;

import org.jspecify.annotations.NullMarked;
