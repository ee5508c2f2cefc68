/** Any bytes at all as input of each parser: it makes a value of them or refuses them in its own words, and nothing else. */
@org.jspecify.annotations.NullMarked
package dev.customerservice.examples.fuzz;
