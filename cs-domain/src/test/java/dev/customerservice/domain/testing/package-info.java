/** Generators and laws that integrators reuse to prove their own calendars, policies and metrics. */
@NullMarked
package dev.customerservice.domain.testing;

import org.jspecify.annotations.NullMarked;
