/** The report of the sample desk, counted on Flink. */
@NullMarked
package dev.customerservice.engines.flink;

import org.jspecify.annotations.NullMarked;
