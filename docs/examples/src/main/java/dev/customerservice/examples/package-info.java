/** The runnable demo: a log in, a readable report out. */
@NullMarked
package dev.customerservice.examples;

import org.jspecify.annotations.NullMarked;
