/**
 * Playbooks as JSON files, and the standard playbook that comes with the library.
 *
 * <p>A file holds entries of one kind. A field that nobody knows is passed over, or refused by a strict format, since in a rule it is a typing error; a bad entry is
 * reported with file and JSON pointer, and the others are read all the same. Jackson does the binding and is needed for this package
 * only.
 *
 * <p>Shortest useful example: {@code Playbook playbook = PlaybookReader.of(JsonFormat2.standard()).standard()}.
 */
@NullMarked
package dev.customerservice.roles.json;

import org.jspecify.annotations.NullMarked;
