/** JMH benchmarks beside the named peers. */
@NullMarked
package dev.customerservice.benchmarks;

import org.jspecify.annotations.NullMarked;
