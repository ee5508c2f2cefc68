/** What the build checks on sources and pages, rather than on classes. */
@NullMarked
package dev.customerservice.examples.house;

import org.jspecify.annotations.NullMarked;
