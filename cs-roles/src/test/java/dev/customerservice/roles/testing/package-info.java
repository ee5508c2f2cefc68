/** Laws that a policy of one's own can be checked against. */
@NullMarked
package dev.customerservice.roles.testing;

import org.jspecify.annotations.NullMarked;
