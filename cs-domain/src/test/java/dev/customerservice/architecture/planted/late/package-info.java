/** A package as it should be, but for what its classes do. */
@NullMarked
package dev.customerservice.architecture.planted.late;

import org.jspecify.annotations.NullMarked;
