/** The report of the sample desk, counted on Spark. */
@NullMarked
package dev.customerservice.engines.spark;

import org.jspecify.annotations.NullMarked;
