/** The two real logs, read through their mappings and measured, against figures that were computed elsewhere. */
@NullMarked
package dev.customerservice.examples.reallogs;

import org.jspecify.annotations.NullMarked;
