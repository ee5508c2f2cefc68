/**
 * What reports show, as JSON.
 *
 * <p>A field that nobody knows is refused, since in a definition it is a typing error. Jackson does the binding and is needed for this
 * package only.
 *
 * <p>Shortest useful example: {@code ReportDefinition desk = ReportReader.of(JsonFormat2.standard()).read(text)}.
 */
@NullMarked
package dev.customerservice.metrics.json;

import org.jspecify.annotations.NullMarked;
