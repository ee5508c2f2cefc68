/** What must hold on any machine: under little memory, in any locale and zone, with many threads, on any JDK. */
@org.jspecify.annotations.NullMarked
package dev.customerservice.examples.hardening;
