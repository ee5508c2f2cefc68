/**
 * Written values as JSON: log mappings, calendars, policies, conditions and histories, written in one form.
 *
 * <p>Jackson does the binding; this package alone touches it, and brings one ready format for each of its two majors. Names are in
 * snake case, kinds are lower-case labels, times are ISO-8601 text. A field that nobody knows is passed over, or refused by a strict
 * format. A refusal says where, as a JSON pointer, and which rule. Types are described once, for both majors; use
 * {@link dev.customerservice.domain.json.JsonFormat2} or {@link dev.customerservice.domain.json.JsonFormat3} by the Jackson you have.
 *
 * <pre>{@code
 * LogMapping mapping = JsonFormat2.standard().read(Path.of("mapping.json"), LogMapping.class);
 * }</pre>
 */
@NullMarked
package dev.customerservice.domain.json;

import org.jspecify.annotations.NullMarked;
