package dev.customerservice.examples.fuzz;

import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.exchange.VendorExport;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Any JSON document as the export of any vendor: it is read, and what cannot be taken is a failure in the outcome. */
public final class VendorFuzz {
    private static final Instant AS_OF = Instant.parse("2026-11-02T09:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private VendorFuzz() {}

    /**
     * Reads an export.
     *
     * @param data the vendor and the document
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Input input = Input.of(data);
        Map<String, ?> document;
        try {
            document = JSON.readerForMapOf(Object.class).readValue(input.text());
        } catch (JacksonException e) {
            return;
        }
        if (document == null) {
            return;
        }
        VendorExport export = input.oneOf(List.of(Vendor.values())).read(document);
        SlaPlan plan;
        try {
            plan = export.plan();
        } catch (IllegalArgumentException e) {
            return;
        }
        for (TicketHistory history : export.histories()) {
            plan.read(history, AS_OF).all();
        }
    }
}
