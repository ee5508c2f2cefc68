/** The report of the sample desk, counted on Beam. */
@NullMarked
package dev.customerservice.engines.beam;

import org.jspecify.annotations.NullMarked;
