package consumer;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.sla.SlaBook;
import java.time.Duration;
import java.time.Instant;

/** A calendar and a policy from JSON, with Jackson 3, and the policy written again. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        JsonFormat json = JsonFormat3.standard();
        BusinessCalendar london = json.read(
                """
                {"id": "london", "zone": "Europe/London", "hours": {"monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"]}}
                """,
                BusinessCalendar.class);
        SlaBook book = json.read(
                """
                {"matching": "first", "policies": [
                  {"id": "gold", "targets": [{"metric": "resolution", "goals": [{"within": "PT8H"}], "calendar": "london"}]}]}
                """,
                SlaBook.class);
        System.out.println(london.plus(Instant.parse("2026-11-02T09:00:00Z"), Duration.ofHours(8)));
        System.out.print(json.write(book));
    }
}
