package consumer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The same due time by hand, as the measure of what starting up costs. */
public final class Main {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    private Main() {}

    public static void main(String[] arguments) {
        ZoneId zone = ZoneId.of("Europe/London");
        ZonedDateTime at = Instant.parse("2026-12-24T14:00:00Z").atZone(zone);
        Duration left = Duration.ofHours(8);
        for (LocalDate date = at.toLocalDate(); ; date = date.plusDays(1)) {
            DayOfWeek day = date.getDayOfWeek();
            if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || date.equals(LocalDate.of(2026, 12, 25))) {
                continue;
            }
            ZonedDateTime opens = date.atTime(OPENS).atZone(zone);
            ZonedDateTime closes = date.atTime(CLOSES).atZone(zone);
            ZonedDateTime from = at.isAfter(opens) ? at : opens;
            Duration open = Duration.between(from, closes);
            if (open.compareTo(left) >= 0) {
                System.out.println(from.plus(left).toInstant());
                return;
            }
            if (!open.isNegative()) {
                left = left.minus(open);
            }
        }
    }
}
