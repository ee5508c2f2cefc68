package dev.customerservice.examples.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.HolidaySource;
import java.time.Year;
import java.util.List;
import java.util.Locale;

/** The public holidays of a country or region, as jollyday knows them. */
// region calendars-jollyday
final class JollydayHolidays implements HolidaySource {
    private final HolidayManager manager;
    private final String[] region;

    JollydayHolidays(HolidayCalendar country, String... region) {
        this.manager = HolidayManager.getInstance(ManagerParameters.create(country));
        this.region = region;
    }

    @Override
    public List<Holiday> in(int year) {
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .sorted()
                .map(holiday -> Holiday.on(holiday.getDate(), holiday.getDescription(Locale.ENGLISH)))
                .toList();
    }
}
// endregion
