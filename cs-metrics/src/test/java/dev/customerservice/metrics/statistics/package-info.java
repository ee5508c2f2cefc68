@NullMarked
package dev.customerservice.metrics.statistics;

import org.jspecify.annotations.NullMarked;
