package dev.customerservice.examples.service;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.metrics.kpi.SlaKpis.slaAttainment;
import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.metrics.kpi.BacklogKpis;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What the library is given, and what of it the container hands out: values all of them, safe for any number of requests at once. */
@SpringBootApplication(proxyBeanMethods = false)
public class DeskService {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * Starts the service.
     *
     * @param arguments options of Spring Boot
     */
    public static void main(String[] arguments) {
        SpringApplication.run(DeskService.class, arguments);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonFormat json() {
        return JsonFormat3.standard();
    }

    @Bean
    SlaPlan plan() {
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone(LONDON)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                .build();
        return SlaPolicy.builder()
                .id("standard")
                .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("london"))
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("london"))
                .build()
                .resolve(CalendarBook.of(london));
    }

    @Bean
    Desk desk(SlaPlan plan, Clock clock) {
        return new Desk(
                plan,
                List.of(firstReplyTime().median(), slaAttainment(FIRST_REPLY), BacklogKpis.backlog()),
                LONDON,
                clock);
    }

    @Bean
    KpiGauges gauges(Desk desk) {
        return new KpiGauges(desk::report, List.of(TeamId.of("billing"), TeamId.of("returns")));
    }
}
