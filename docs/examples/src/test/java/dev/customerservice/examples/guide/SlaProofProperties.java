package dev.customerservice.examples.guide;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.SlaLaws;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** How a caller proves an own metric and policy, as docs/guide/sla.md shows it. */
class SlaProofProperties {
    // region sla-proof
    private static final SlaMetric WITH_TEAM = SlaMetric.builder()
            .id("with_team")
            .start(TicketCondition.team("team-1"))
            .stop(TicketCondition.not(TicketCondition.team("team-1")).or(TicketCondition.is(Attribute.DONE)))
            .again(Again.NEW_CYCLE)
            .build();
    private static final SlaPlan PLAN = SlaPolicy.builder()
            .id("mine")
            .addTarget(SlaTarget.of(WITH_TEAM, Duration.ofHours(3)))
            .build()
            .resolve(CalendarBook.of());

    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Property(tries = 200)
    void myPolicyKeepsTheLaws(
            @ForAll("histories") TicketHistory history,
            @ForAll @IntRange(max = 20_000) int minute,
            @ForAll @IntRange(max = 5_000) int later) {
        Instant asOf = history.events().get(0).at().plus(Duration.ofMinutes(minute));
        SlaLaws.hold(PLAN, history, asOf, Duration.ofMinutes(later));
    }
    // endregion
}
