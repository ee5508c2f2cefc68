package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.CustomerFacts;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.SameMatter;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Additive;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls, customers and surveys through facts and reports. */
class ServiceKpisTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant TUESDAY_NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final Facts TICKETS = new VectorTickets().facts();

    private static Interval from(Instant start, int seconds) {
        return new Interval(start, start.plusSeconds(seconds));
    }

    private static Contact.Builder call(String id, Instant at, int waited) {
        return Contact.builder()
                .id(ContactId.of(id))
                .channel(Channel.PHONE)
                .team(TeamId.of("phone"))
                .customer(CustomerId.of("c-1"))
                .addSegment(ContactSegment.queue(from(at, waited)));
    }

    private static Contact answered(String id, Instant at, int waited, int talked) {
        return call(id, at, waited)
                .addSegment(ContactSegment.of(ContactSegment.Kind.TALK, from(at.plusSeconds(waited), talked), ANA))
                .build();
    }

    private static List<ContactFacts> calls(Contact... calls) {
        return ContactFacts.of(List.of(calls), TICKETS);
    }

    @Test
    void aReportSlicesCallsByTheirOwnTeamAndChannel() {
        Facts facts = TICKETS.with(
                ContactFacts.class,
                calls(
                        answered("1", MONDAY_NINE, 10, 60),
                        call("2", TUESDAY_NINE, 5).build()));
        KpiReport monday = KpiReport.over(Period.day(LocalDate.of(2026, 3, 9), UTC))
                .measure(ContactKpis.offered(), ContactKpis.abandonment(), ContactKpis.handleTime())
                .by(Dimension.TEAM)
                .collect(facts);

        assertEquals(2, facts.rows(ContactFacts.class).size());
        assertEquals(
                "1, n = 1",
                monday.at(TeamId.of("phone")).value(ContactKpis.offered()).toString());
        assertTrue(monday.at(TeamId.of("mail"))
                .value(ContactKpis.abandonment())
                .amount()
                .isEmpty());
    }

    @Test
    void aRedirectedCallIsInNoRateOfTheQueue() {
        List<ContactFacts> calls = calls(
                answered("1", MONDAY_NINE, 10, 60),
                call("2", MONDAY_NINE, 300).redirected(true).build());
        ServiceLevel rule = ServiceLevel.within(Duration.ofSeconds(20));

        assertEquals(
                Ratio.of(1, 1),
                calls.stream()
                        .collect(ContactKpis.serviceLevel(rule).collector())
                        .orElseThrow());
        assertEquals(
                Ratio.of(0, 1),
                calls.stream().collect(ContactKpis.abandonment().collector()).orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> ServiceLevel.within(Duration.ofSeconds(-1)));
        assertEquals(ServiceLevel.Abandons.NEGATIVE, rule.abandons());
    }

    @Test
    void aWaitOfExactlyTheLimitIsWithinOrBelowAsTheRuleSays() {
        List<ContactFacts> calls = calls(answered("1", MONDAY_NINE, 20, 60));
        ServiceLevel rule = ServiceLevel.within(Duration.ofSeconds(20));

        assertEquals(
                Ratio.of(1, 1),
                calls.stream()
                        .collect(ContactKpis.serviceLevel(rule).collector())
                        .orElseThrow());
        assertEquals(
                Ratio.of(0, 1),
                calls.stream()
                        .collect(ContactKpis.serviceLevel(rule.exclusive()).collector())
                        .orElseThrow());
        assertEquals(
                new Filter.Below<>(ContactTime.WAIT, Duration.ofSeconds(20)),
                ContactTime.WAIT.below(Duration.ofSeconds(20)));
        assertEquals(
                "wait time < PT20S",
                ContactTime.WAIT.below(Duration.ofSeconds(20)).text());
    }

    @Test
    void onlyCollectedLengthsAreATime() {
        FormulaKpi<ContactFacts, DurationDistribution> sums = FormulaKpi.of(
                "sums",
                Unit.DURATION,
                Cohort.of(ContactFacts.class, When.begun()),
                new Formula.Sum<>(new Waits(), Filter.every()));

        assertThrows(IllegalArgumentException.class, () -> new TimeKpi<>(sums));
    }

    private record Waits() implements AmountColumn<ContactFacts, DurationDistribution> {
        @Override
        public String id() {
            return "waits";
        }

        @Override
        public DurationDistribution none() {
            return DurationDistribution.empty();
        }

        @Override
        public Optional<DurationDistribution> of(ContactFacts fact) {
            return Optional.of(DurationDistribution.times(fact.waited(), 1));
        }
    }

    @Test
    void aRepeatedContactNeedsItsCustomer() {
        Contact stranger = Contact.builder()
                .from(answered("3", TUESDAY_NINE, 0, 60))
                .customer(Optional.empty())
                .build();
        List<ContactFacts> calls =
                calls(answered("2", TUESDAY_NINE, 0, 60), answered("1", MONDAY_NINE, 0, 60), stranger);
        Measurement<Ratio> within = calls.stream()
                .collect(ContactKpis.repeatRate(Duration.ofDays(1), SameMatter.ANY)
                        .collector());
        Measurement<Ratio> sooner = calls.stream()
                .collect(ContactKpis.repeatRate(Duration.ofHours(23), SameMatter.ANY)
                        .collector());
        Measurement<Ratio> unknown = calls(stranger).stream()
                .collect(ContactKpis.repeatRate(Duration.ofDays(1), SameMatter.ANY)
                        .collector());

        assertEquals(Ratio.of(1, 2), within.orElseThrow());
        assertEquals(1, within.leftOut().count(Absence.NOT_LINKED));
        assertEquals(Ratio.of(0, 2), sooner.orElseThrow());
        assertEquals(Absence.NOT_LINKED, ((Measurement.NoData<?>) unknown).reason());
    }

    @Test
    void contactsOfTwoPartsAreLinkedWhenTheyCome() {
        Facts monday = TICKETS.contacts(List.of(answered("1", MONDAY_NINE, 0, 60)));
        Facts tuesday = TICKETS.contacts(List.of(answered("2", TUESDAY_NINE, 0, 60)));
        Kpi<ContactFacts, Ratio> repeats = ContactKpis.repeatRate(Duration.ofDays(1), SameMatter.ANY);
        for (Facts both : List.of(
                monday.plus(tuesday),
                tuesday.plus(monday),
                monday.contacts(List.of(answered("2", TUESDAY_NINE, 0, 60))))) {
            assertEquals(
                    Ratio.of(1, 2),
                    both.rows(ContactFacts.class).stream()
                            .collect(repeats.collector())
                            .orElseThrow());
        }
        Instant during = MONDAY_NINE.plusSeconds(30);
        Facts early =
                Facts.of(List.of(), FactExtractor.asOf(during)).contacts(List.of(answered("1", MONDAY_NINE, 0, 60)));
        assertTrue(early.rows(ContactFacts.class).isEmpty(), "not over yet");
    }

    @Test
    void aWaitMayBeKeptExactlyOrInClasses() {
        List<ContactFacts> calls = calls(answered("1", MONDAY_NINE, 10, 60), answered("2", TUESDAY_NINE, 20, 60));
        TimeKpi<ContactFacts> wait = ContactKpis.answerTime();
        FormulaKpi<ContactFacts, DurationHistogram> classes = wait.approximate();
        double exact =
                calls.stream().collect(wait.median().collector()).orElseThrow().toNanos();
        double near = calls.stream()
                .collect(classes.collector())
                .orElseThrow()
                .quantile(Quantile.MEDIAN)
                .orElseThrow()
                .toNanos();

        assertInstanceOf(Formula.Histogram.class, classes.formula());
        assertEquals("answer_time.approximate", classes.id());
        assertEquals(exact, near, exact * DurationHistogram.RELATIVE_ERROR);
    }

    @Test
    void whatStillRunsLastsAtLeastAsLongAsItHas() {
        VectorTickets tickets = new VectorTickets(Instant.ofEpochSecond(1000));
        tickets.ticket(0, VectorTickets.CUSTOMER)
                .message(100, VectorTickets.AGENT, true)
                .done();
        tickets.ticket(0, VectorTickets.CUSTOMER).done();
        tickets.ticket(0, VectorTickets.CUSTOMER).done();
        SurvivalCurve curve = tickets.facts().tickets().stream()
                .collect(TicketKpis.firstReplyTime().survival().collector())
                .orElseThrow();

        assertEquals(1, curve.ended().count());
        assertEquals(2, curve.running().count());
        assertEquals(
                "more than PT16M40S",
                curve.reach(new BigDecimal("0.5")).orElseThrow().toString(),
                "the naive median is 100 seconds");
        assertEquals(
                "first_reply_time.survival",
                TicketKpis.firstReplyTime().survival().id());
    }

    @Test
    void theResponseRateIsOfOneCohort() {
        SurveyResponse late = SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .sentAt(MONDAY_NINE)
                .answeredAt(TUESDAY_NINE)
                .rating(5)
                .build();
        Facts facts = TICKETS.surveys(List.of(late));
        SurveyFacts survey = facts.rows(SurveyFacts.class).get(0);
        KpiReport tuesday = KpiReport.over(Period.day(LocalDate.of(2026, 3, 10), UTC))
                .measure(SurveyKpis.csat(), SurveyKpis.responseRate("csat"))
                .collect(facts);

        assertEquals(MONDAY_NINE, SurveyStage.SENT.of(survey).orElseThrow().at());
        assertEquals(Answer.YES, SurveyStage.COMPLETE.of(survey));
        assertEquals(Ratio.of(1, 1), tuesday.value(SurveyKpis.csat()).orElseThrow());
        assertTrue(tuesday.value(SurveyKpis.responseRate("csat")).amount().isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> SurveyResponse.builder().from(late).bouncedAt(MONDAY_NINE).build());
    }

    @Test
    void anAnswerOnAnotherScaleIsNoRecommendation() {
        SurveyResponse stars = SurveyResponse.builder()
                .survey(SurveyKpis.NPS)
                .scale(SurveyScale.satisfaction(5))
                .answeredAt(MONDAY_NINE)
                .rating(5)
                .build();
        Measurement<?> score = TICKETS.surveys(List.of(stars)).rows(SurveyFacts.class).stream()
                .collect(SurveyKpis.nps().collector());

        assertEquals(1, score.leftOut().count(SurveyKpis.OTHER_SCALE));
        assertTrue(score.amount().isEmpty());
        assertEquals(EffortLevel.VERY_EASY, EffortLevel.parse(" Very-easy"));
        assertThrows(IllegalArgumentException.class, () -> EffortLevel.parse("fine"));
        assertThrows(IllegalArgumentException.class, () -> SurveyKpis.topBox("csat", 0));
    }

    @Test
    void aMeasureOfYourOwnAddsWhateverAddsUp() {
        FormulaKpi<CustomerFacts, Span> span = FormulaKpi.of(
                "contacts_span",
                Unit.COUNT,
                Cohort.of(CustomerFacts.class, When.begun()),
                new Formula.Sum<>(new Contacts(), CustomerNumber.CONTACTS.atLeast(1)));
        List<CustomerFacts> customers = List.of(customer(3), customer(0), customer(8));
        Measurement<Span> measured = customers.stream().collect(span.collector());

        assertEquals(new Span(3, 8), measured.orElseThrow());
        assertEquals(2, measured.n());
    }

    private static CustomerFacts customer(long contacts) {
        return CustomerFacts.builder()
                .customer(CustomerId.of("c"))
                .window(from(MONDAY_NINE, 60))
                .atStart(true)
                .contacts(contacts)
                .asOf(TICKETS.asOf())
                .build();
    }

    private record Span(long least, long most) implements Additive<Span> {
        @Override
        public Span plus(Span other) {
            return new Span(Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    private record Contacts() implements AmountColumn<CustomerFacts, Span> {
        @Override
        public String id() {
            return "least and most contacts";
        }

        @Override
        public Span none() {
            return new Span(Long.MAX_VALUE, Long.MIN_VALUE);
        }

        @Override
        public Optional<Span> of(CustomerFacts fact) {
            return Optional.of(new Span(fact.contacts(), fact.contacts()));
        }
    }

    @Test
    void chatsAtOnceCountOnceInTheOccupancy() {
        ActivityFacts shift = ActivityFacts.builder()
                .agent(ANA)
                .window(from(MONDAY_NINE, 3600))
                .worked(IntervalSet.of(from(MONDAY_NINE, 3600)))
                .handled(answered("1", MONDAY_NINE, 0, 1800), ANA)
                .handled(answered("2", MONDAY_NINE, 0, 900), ANA)
                .handled(answered("3", MONDAY_NINE, 0, 900), AgentId.of("ben"))
                .asOf(TICKETS.asOf())
                .build();

        assertEquals(2, shift.mostAtOnce());
        assertEquals(
                0.5,
                List.of(shift).stream()
                        .collect(ActivityKpis.occupancyOfWork().collector())
                        .orElseThrow()
                        .value()
                        .orElseThrow());
        assertEquals(
                1.5,
                List.of(shift).stream()
                        .collect(ActivityKpis.concurrency().collector())
                        .orElseThrow()
                        .value()
                        .orElseThrow());
    }
}
