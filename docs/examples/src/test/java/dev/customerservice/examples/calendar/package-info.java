/** Holidays from other libraries, as a program would take them over. */
@NullMarked
package dev.customerservice.examples.calendar;

import org.jspecify.annotations.NullMarked;
