/** A service of somebody's own around the library: its store, its clock, its HTTP and its gauges. The library knows of none of them. */
@NullMarked
package dev.customerservice.examples.service;

import org.jspecify.annotations.NullMarked;
