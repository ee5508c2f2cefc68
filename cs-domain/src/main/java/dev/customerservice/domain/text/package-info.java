/**
 * Texts and numbers from outside, taken and shown within limits: ten megabytes of input become neither an hour of work nor ten megabytes
 * of message.
 *
 * <p>{@link dev.customerservice.domain.text.NotBlank} refuses names that say nothing,
 * {@link dev.customerservice.domain.text.Decimals} reads numbers of a length that people write, and
 * {@link dev.customerservice.domain.text.Shown} cuts what a refusal repeats. For the modules of this library only.
 *
 * <pre>{@code
 * BigDecimal share = Decimals.parse("share", "0.30");
 * throw new IllegalArgumentException("goal (" + Shown.of(text) + ") must be a percentage in a time");
 * }</pre>
 */
@NullMarked
package dev.customerservice.domain.text;

import org.jspecify.annotations.NullMarked;
