/** Holds nothing but the style annotation of the module; the subpackages are the library. */
@NullMarked
package dev.customerservice.domain;

import org.jspecify.annotations.NullMarked;
