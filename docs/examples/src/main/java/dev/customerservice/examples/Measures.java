package dev.customerservice.examples;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.SlaKpis;
import dev.customerservice.metrics.kpi.SurveyKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketTimes;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The measures of the demo, all of them the library's own; times run on the desk's calendar where there is one. */
final class Measures {
    final Kpi<TicketFacts, Long> opened = TicketKpis.volume();
    final Kpi<TicketFacts, Long> solved = TicketKpis.resolvedTickets();
    final Kpi<BacklogFacts, Long> backlog = BacklogKpis.backlog();
    final Kpi<BacklogFacts, List<Long>> ages = BacklogKpis.ageClasses(BacklogKpis.DEFAULT_AGE_EDGES);
    final Kpi<TicketFacts, Duration> firstReply;
    final Kpi<TicketFacts, Duration> resolution;
    final Kpi<TicketFacts, Duration> resolutionP90;
    final Kpi<TicketFacts, SurvivalCurve> lasting;
    final Kpi<SlaFacts, Ratio> repliedOnTime = SlaKpis.slaAttainment(SlaMetric.FIRST_REPLY.id());
    final Kpi<SlaFacts, Ratio> resolvedOnTime = SlaKpis.slaAttainment(SlaMetric.RESOLUTION.id());
    final Kpi<TicketFacts, Ratio> reopened = TicketKpis.reopenRate();
    final Kpi<TicketFacts, Ratio> firstContact = TicketKpis.firstContactResolution(TicketKpis.DEFAULT_WINDOW);
    final Kpi<SurveyFacts, Ratio> satisfied;

    /** How times are counted, in words. */
    final String clock;

    /**
     * A measure under the name that people know it by.
     *
     * @param kpi the measure
     * @param label its name
     * @param note which variant it is
     */
    record Named(Kpi<?, ?> kpi, String label, String note) {}

    /**
     * The measures of one desk.
     *
     * @param desk the calendar on which times run
     * @param survey the name of the survey that asks for satisfaction, if there is one
     */
    Measures(Optional<BusinessCalendar> desk, Optional<String> survey) {
        TicketTimes reply = TicketKpis.firstReplyTime();
        TicketTimes full = TicketKpis.fullResolutionTime();
        if (desk.isPresent()) {
            reply = reply.on("desk", desk.get());
            full = full.on("desk", desk.get());
        }
        this.clock = desk.isPresent() ? "open hours of the desk" : "wall-clock time";
        this.firstReply = reply.median();
        this.resolution = full.median();
        this.resolutionP90 = full.percentile(90);
        this.lasting = full.survival();
        this.satisfied = SurveyKpis.csat(survey.orElse(SurveyKpis.CSAT));
    }

    List<Named> headline() {
        return List.of(
                new Named(opened, "Tickets opened", "in the period"),
                new Named(solved, "Tickets solved", "and not reopened since"),
                new Named(backlog, "Open at the end", "neither solved nor closed"),
                new Named(firstReply, "First reply, median", clock),
                new Named(resolutionP90, "Resolution, 90th percentile", clock),
                new Named(repliedOnTime, "First reply on time", "of the clocks that can be judged"),
                new Named(resolvedOnTime, "Resolved on time", "of the clocks that can be judged"),
                new Named(reopened, "Reopened", "of the tickets ever solved"),
                new Named(firstContact, "First contact resolution", "no other contact within 7 days"),
                new Named(satisfied, "Satisfied customers", "of those who answered"));
    }

    /** {@return every measure of the page once, by the name under which its definition stands} */
    List<Named> defined() {
        List<Named> all = new ArrayList<>(headline());
        all.add(new Named(resolution, "Resolution, median", clock));
        all.add(new Named(lasting, "Resolution, open tickets counted", clock));
        all.add(new Named(ages, "Age of the backlog", ""));
        return all;
    }

    List<Named> byTeam() {
        return List.of(
                new Named(opened, "Opened", ""),
                new Named(firstReply, "First reply, median", ""),
                new Named(resolutionP90, "Resolution, 90th percentile", ""),
                new Named(repliedOnTime, "First reply on time", ""),
                new Named(resolvedOnTime, "Resolved on time", ""),
                new Named(reopened, "Reopened", ""),
                new Named(satisfied, "Satisfied", ""));
    }
}
