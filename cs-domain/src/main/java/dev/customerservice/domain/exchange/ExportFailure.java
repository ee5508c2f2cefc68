package dev.customerservice.domain.exchange;

/**
 * Something of a vendor's export that could not be taken as it stands.
 *
 * @param pointer where it stands, as a JSON pointer (RFC 6901) into what was read
 * @param fault what is wrong
 * @param detail what is wrong, in one sentence without personal data
 */
public record ExportFailure(String pointer, LoadFault fault, String detail) {}
