package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.facts.SameMatter;
import dev.customerservice.metrics.statistics.ReviewScore;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All built-in measures by chapter; where a choice is an argument, one or more examples of it. */
public final class KpiCatalogue {
    private KpiCatalogue() {}

    /** {@return the measures by chapter, in the order in which they are explained} */
    public static Map<String, List<Kpi<?, ?>>> chapters() {
        Map<String, List<Kpi<?, ?>>> chapters = new LinkedHashMap<>();
        chapters.put("Tickets", tickets());
        chapters.put(
                "Time in status",
                List.of(
                        StatusKpis.requesterWait(),
                        StatusKpis.agentWait(),
                        StatusKpis.agentWork(),
                        StatusKpis.onHold(),
                        StatusKpis.unsolved()));
        chapters.put(
                "Backlog",
                List.of(
                        BacklogKpis.backlog(),
                        BacklogKpis.backlog(Backlog.unsolved(), Cohort.Border.OPENING),
                        BacklogKpis.backlogAge(),
                        BacklogKpis.backlogAgeSinceUpdate(),
                        BacklogKpis.ageClasses(BacklogKpis.DEFAULT_AGE_EDGES),
                        BacklogKpis.created(),
                        BacklogKpis.reopened(),
                        BacklogKpis.resolved(),
                        BacklogKpis.removed(),
                        BacklogKpis.transferredIn(),
                        BacklogKpis.transferredOut(),
                        BacklogKpis.netChange(),
                        MixKpis.openByAgent()));
        chapters.put(
                "Service levels",
                List.of(
                        SlaKpis.slaAttainment(SlaMetric.RESOLUTION),
                        SlaKpis.slaAttainmentOfStopped(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaAttainmentByElapsed(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaAttainmentOfLastCycle(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaNeverBreached(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaNotLateSoFar(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaBreaches(SlaMetric.RESOLUTION.id()),
                        SlaKpis.slaElapsed(SlaMetric.RESOLUTION.id())));
        chapters.put("Surveys", surveys());
        chapters.put("Calls and chats", contacts());
        chapters.put(
                "Agents' time",
                List.of(
                        ActivityKpis.occupancy(),
                        ActivityKpis.occupancyOfWork(),
                        ActivityKpis.utilization(),
                        ActivityKpis.availability(),
                        ActivityKpis.concurrency(),
                        ActivityKpis.mostAtOnce(),
                        ActivityKpis.adherence(),
                        ActivityKpis.conformance(),
                        ActivityKpis.shrinkage()));
        chapters.put(
                "Self-service and bots",
                List.of(
                        SelfServiceKpis.confirmedResolution(),
                        SelfServiceKpis.deflection(),
                        SelfServiceKpis.selfServiceScore(),
                        SelfServiceKpis.containment(),
                        SelfServiceKpis.containmentWithAbandoned(),
                        SelfServiceKpis.handoffRate(),
                        SelfServiceKpis.botResolution(),
                        SelfServiceKpis.usefulness()));
        chapters.put(
                "Customers and cost",
                List.of(
                        CustomerKpis.retention(),
                        CustomerKpis.churn(),
                        CustomerKpis.contactRate(),
                        CustomerKpis.health(0.5),
                        CustomerKpis.costPerContact(Currency.getInstance("USD"))));
        chapters.put(
                "Quality",
                List.of(
                        QualityKpis.scores(ReviewScore.Critical.ZEROES),
                        QualityKpis.scores(ReviewScore.Critical.COUNTS_ONLY),
                        QualityKpis.criticalFailures()));
        chapters.put("Figures of others", List.of(BenchmarkKpis.benchmark("first reply time, trade")));
        return Collections.unmodifiableMap(chapters);
    }

    /** {@return the measures of all chapters} */
    public static List<Kpi<?, ?>> all() {
        return chapters().values().stream().flatMap(List::stream).toList();
    }

    private static List<Kpi<?, ?>> tickets() {
        return List.of(
                TicketKpis.volume(),
                MixKpis.issueMix(),
                TicketKpis.firstReplyTime(),
                TicketKpis.firstReplyTime().survival(),
                TicketKpis.nextReplyTime(),
                TicketKpis.nextReplyTime().survival(),
                TicketKpis.responseTime(),
                TicketKpis.unassignedTime(),
                TicketKpis.assignmentToResolutionTime(),
                TicketKpis.firstResolutionTime(),
                TicketKpis.fullResolutionTime(),
                TicketKpis.fullResolutionTime().survival(),
                TicketKpis.resolutionTime(ResolutionRule.LAST_EVENT),
                TicketKpis.resolutionTime(ResolutionRule.STATED),
                TicketKpis.resolvedTickets(),
                TicketKpis.resolutions(),
                MixKpis.resolvedByAgent(),
                TicketKpis.reopenRate(),
                TicketKpis.reopensPerResolvedTicket(),
                TicketKpis.reopens(),
                TicketKpis.reopenedTickets(),
                TicketKpis.repliesPerTicket(),
                TicketKpis.cannedReplyShare(),
                TicketKpis.handoffs(Handoffs.BY_AGENT),
                TicketKpis.handedOffTickets(Handoffs.BY_TEAM),
                TicketKpis.handoffRate(Handoffs.BY_ACTOR),
                TicketKpis.escalationRate(),
                TicketKpis.firstContactResolution(),
                TicketKpis.firstContactResolution(TicketKpis.DEFAULT_WINDOW),
                TicketKpis.firstContactResolutionByFields(),
                TicketKpis.statedFirstContactResolution(),
                TicketKpis.oneTouch(OneTouch.EXACTLY_ONE),
                TicketKpis.oneTouch(OneTouch.FEWER_THAN_TWO),
                TicketKpis.resolvedWithReplies(0));
    }

    private static List<Kpi<?, ?>> surveys() {
        return List.of(
                SurveyKpis.csat(),
                SurveyKpis.dissatisfied(SurveyKpis.CSAT),
                SurveyKpis.net(SurveyKpis.CSAT),
                SurveyKpis.ratings(SurveyKpis.CSAT),
                SurveyKpis.mean(SurveyKpis.CSAT),
                SurveyKpis.meanOfHundred(SurveyKpis.CSAT, SurveyScale.satisfaction(5)),
                SurveyKpis.topBox(SurveyKpis.CSAT, 1),
                SurveyKpis.bottomBox(SurveyKpis.CSAT, 2),
                SurveyKpis.nps(),
                SurveyKpis.enps(),
                SurveyKpis.effort(SurveyKpis.CES),
                SurveyKpis.easy(SurveyKpis.CES),
                SurveyKpis.hard(SurveyKpis.CES),
                SurveyKpis.netEasy(SurveyKpis.CES),
                SurveyKpis.positiveTone(),
                SurveyKpis.netTone(),
                SurveyKpis.responseRate(SurveyKpis.CSAT),
                SurveyKpis.responseRateWithPartial(SurveyKpis.CSAT),
                SurveyKpis.responseRateOfSent(SurveyKpis.CSAT));
    }

    private static List<Kpi<?, ?>> contacts() {
        Duration fast = Duration.ofSeconds(20);
        ServiceLevel level = ServiceLevel.within(fast);
        return List.of(
                ContactKpis.offered(),
                ContactKpis.handled(),
                ContactKpis.handleTime(),
                ContactKpis.talkTime(),
                ContactKpis.holdTime(ContactKpis.HoldOver.ALL),
                ContactKpis.holdTime(ContactKpis.HoldOver.HELD),
                ContactKpis.wrapTime(),
                ContactKpis.answerTime(),
                ContactKpis.abandonTime(),
                ContactKpis.queueTime(),
                ContactKpis.queueTime().approximate(),
                ContactKpis.serviceLevel(level),
                ContactKpis.serviceLevel(level.with(ServiceLevel.Abandons.IGNORED)),
                ContactKpis.serviceLevel(level.with(ServiceLevel.Abandons.POSITIVE)),
                ContactKpis.serviceLevel(level.with(ServiceLevel.Abandons.ANSWERED_ONLY)),
                ContactKpis.serviceLevel(
                        level.withoutAbandonsBelow(Duration.ofSeconds(5)).exclusive()),
                ContactKpis.abandonment(),
                ContactKpis.abandonment(ContactKpis.ShortAbandons.LEFT_OUT, Duration.ofSeconds(5)),
                ContactKpis.abandonment(ContactKpis.ShortAbandons.NOT_ABANDONED, Duration.ofSeconds(5)),
                ContactKpis.transferRate(),
                ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_ALL),
                ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_POSSIBLE),
                ContactKpis.settledAtFirstContact(ContactKpis.FirstContact.OF_SETTLED),
                ContactKpis.repeatRate(TicketKpis.DEFAULT_WINDOW, SameMatter.CATEGORY));
    }
}
