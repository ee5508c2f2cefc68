package dev.customerservice.examples.guide;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.testing.BusinessTimeContract;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

// region calendars-laws
class HarbourHoursProperties implements BusinessTimeContract {
    @Override
    public Arbitrary<BusinessTime> openTimes() {
        return Arbitraries.just(CalendarsGuideTest.harbour());
    }
}
// endregion
