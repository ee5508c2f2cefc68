/**
 * What reports show, as JSON.
 *
 * <p>A field that nobody knows is passed over, or refused by a strict format, since in a definition it is a typing error. Jackson, of either major,
 * does the binding and is needed for this package only.
 *
 * <pre>{@code
 * JsonFormat format = JsonFormat2.standard().with(ReportJson.forms());
 * ReportDefinition desk = format.read(text, ReportDefinition.class);
 * }</pre>
 */
@NullMarked
package dev.customerservice.metrics.json;

import org.jspecify.annotations.NullMarked;
