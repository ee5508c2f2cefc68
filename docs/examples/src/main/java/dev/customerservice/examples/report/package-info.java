/**
 * What the demo writes. A {@link dev.customerservice.examples.report.DemoReport} holds every figure, taken from the
 * library and never computed here; {@code report.json} is that record, the page is drawn from {@code report.json} alone.
 */
@NullMarked
package dev.customerservice.examples.report;

import org.jspecify.annotations.NullMarked;
