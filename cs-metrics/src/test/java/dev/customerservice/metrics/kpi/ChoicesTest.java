package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each choice of a measure at its bounds: what a flag asks, where a box ends, which target counts, what makes two views equal. */
class ChoicesTest {
    private static final Instant NINE = Instant.parse("2026-03-09T09:00:00Z");
    private static final Facts TICKETS = new VectorTickets().facts();

    private static Interval seconds(int from, int to) {
        return new Interval(NINE.plusSeconds(from), NINE.plusSeconds(to));
    }

    private static ContactFacts call(Optional<ContactFacts.Settled> settled, ContactSegment... segments) {
        ContactId id = ContactId.of("call");
        Contact call = Contact.builder()
                .id(id)
                .channel(Channel.PHONE)
                .addSegment(ContactSegment.queue(seconds(0, 10)))
                .addAllSegments(List.of(segments))
                .build();
        return ContactFacts.of(
                        List.of(call),
                        TICKETS,
                        settled.map(how -> Map.of(id, how)).orElse(Map.of()))
                .get(0);
    }

    private static ContactSegment segment(ContactSegment.Kind kind, int from, int to, String agent) {
        return ContactSegment.of(kind, seconds(from, to), AgentId.of(agent));
    }

    @Test
    void aCallIsHeldOrTransferredFromTheFirstHoldAndTheSecondAgentOn() {
        ContactFacts plain = call(Optional.empty(), segment(ContactSegment.Kind.TALK, 10, 20, "ana"));
        ContactFacts both = call(
                Optional.empty(),
                segment(ContactSegment.Kind.TALK, 10, 20, "ana"),
                segment(ContactSegment.Kind.HOLD, 20, 30, "ana"),
                segment(ContactSegment.Kind.TALK, 30, 40, "ben"));
        assertSame(Answer.NO, ContactFlag.HELD.of(plain));
        assertSame(Answer.YES, ContactFlag.HELD.of(both));
        assertSame(Answer.NO, ContactFlag.TRANSFERRED.of(plain));
        assertSame(Answer.YES, ContactFlag.TRANSFERRED.of(both));
        assertEquals("settled at first", ContactFlag.SETTLED_AT_FIRST.id());
    }

    @Test
    void whatBecameOfTheMatterIsKnownWhereSomebodySaid() {
        Map<ContactFacts.Settled, List<Boolean>> table = Map.of(
                ContactFacts.Settled.AT_FIRST_CONTACT, List.of(true, true, true),
                ContactFacts.Settled.LATER, List.of(false, true, true),
                ContactFacts.Settled.NOT, List.of(false, false, true),
                ContactFacts.Settled.NOT_POSSIBLE_AT_FIRST, List.of(false, false, false));
        List<ContactFlag> flags =
                List.of(ContactFlag.SETTLED_AT_FIRST, ContactFlag.SETTLED, ContactFlag.POSSIBLE_AT_FIRST);
        table.forEach((settled, answers) -> {
            for (int flag = 0; flag < 3; flag++) {
                assertSame(
                        Answer.of(answers.get(flag)),
                        flags.get(flag).of(call(Optional.of(settled))),
                        flags.get(flag) + " of " + settled);
            }
        });
        for (ContactFlag flag : flags) {
            assertEquals(
                    Optional.of(Absence.MISSING),
                    flag.of(call(Optional.empty())).reason());
        }
    }

    private static List<SurveyFacts> rated(SurveyScale scale) {
        List<SurveyResponse> all = new ArrayList<>();
        for (int rating = scale.lowest(); rating <= scale.highest(); rating++) {
            all.add(SurveyResponse.builder()
                    .survey("csat")
                    .scale(scale)
                    .answeredAt(NINE)
                    .rating(rating)
                    .build());
        }
        return TICKETS.surveys(all).rows(SurveyFacts.class);
    }

    private static List<Integer> ratings(List<SurveyFacts> surveys, FlagColumn<SurveyFacts> box) {
        return surveys.stream()
                .filter(survey -> box.of(survey) == Answer.YES)
                .map(survey -> survey.rating().getAsInt())
                .toList();
    }

    @Test
    void theTopBoxIsAtTheGoodEndOfTheScale() {
        List<SurveyFacts> higher = rated(SurveyScale.satisfaction(5));
        List<SurveyFacts> lower = rated(SurveyKpis.EFFORT_1);
        assertEquals(List.of(5), ratings(higher, new SurveyColumns.Box(1, true)));
        assertEquals(List.of(4, 5), ratings(higher, new SurveyColumns.Box(2, true)));
        assertEquals(List.of(1, 2), ratings(higher, new SurveyColumns.Box(2, false)));
        assertEquals(List.of(1, 2), ratings(lower, new SurveyColumns.Box(2, true)));
        assertEquals(List.of(4, 5), ratings(lower, new SurveyColumns.Box(2, false)));
        assertEquals(
                Ratio.of(2, 5),
                lower.stream().collect(SurveyKpis.topBox("csat", 2).collector()).orElseThrow());
    }

    @Test
    void anAnswerWithoutARatingIsAnAnswer() {
        SurveyResponse.Builder sent = SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .sentAt(NINE);
        SurveyResponse silent = sent.build();
        SurveyResponse partial = sent.answeredAt(NINE.plusSeconds(9)).build();
        List<SurveyFacts> surveys = TICKETS.surveys(List.of(silent, partial)).rows(SurveyFacts.class);
        assertEquals(
                Ratio.of(1, 2),
                surveys.stream()
                        .collect(SurveyKpis.responseRateWithPartial("csat").collector())
                        .orElseThrow());
        assertEquals(
                Ratio.of(0, 2),
                surveys.stream()
                        .collect(SurveyKpis.responseRate("csat").collector())
                        .orElseThrow());
        assertTrue(new SurveyColumns.Box(1, true).of(surveys.get(0)).isUnknown());
    }

    /** Created with a low priority, high from the hour on, answered after 40 minutes. */
    private static TicketFacts urgent() {
        TicketId id = TicketId.of("T-1");
        Actor ana = Actor.agent("ana");
        return FactExtractor.asOf(NINE.plus(Duration.ofHours(3)))
                .extract(TicketHistory.of(
                        new TicketCreated(
                                EventHead.of(id, NINE, Actor.customer("ada")),
                                TicketDetails.builder().priority(Priority.LOW).build()),
                        MessageAdded.of(EventHead.of(id, NINE.plus(Duration.ofMinutes(40)), ana), Audience.CUSTOMER),
                        new PriorityChanged(EventHead.of(id, NINE.plus(Duration.ofHours(1)), ana), Priority.HIGH)))
                .orElseThrow();
    }

    @Test
    void theTargetIsThatOfTheLastPriorityOrOfTheFirst() {
        PriorityTargets latest = PriorityTargets.of(
                "hours", Map.of(Priority.HIGH, Duration.ofMinutes(40), Priority.LOW, Duration.ofMinutes(39)));
        TicketFacts ticket = urgent();
        assertEquals(Optional.of(Duration.ofMinutes(40)), latest.target(ticket));
        assertEquals(Optional.of(Duration.ofMinutes(39)), latest.atCreation().target(ticket));
        FlagColumn<TicketFacts> kept = TicketKpis.firstReplyTime().keeps(latest);
        assertSame(Answer.YES, kept.of(ticket));
        assertSame(
                Answer.NO,
                TicketKpis.firstReplyTime().keeps(latest.atCreation()).of(ticket));
        PriorityTargets low = PriorityTargets.of("low", Map.of(Priority.LOW, Duration.ofDays(1)));
        assertEquals(
                Optional.of(PriorityTargets.NO_TARGET),
                TicketKpis.firstReplyTime().keeps(low).of(ticket).reason());
        assertEquals("low PT39M, high PT40M", latest.toString());
        assertEquals("low PT24H by the priority at creation", low.atCreation().toString());
        assertEquals(
                "time from created to first_reply on the clock calendar <= target (low PT39M, high PT40M)", kept.id());
    }

    @Test
    void aShareWithinALimitHasTheLimitInside() {
        List<TicketFacts> tickets = List.of(urgent());
        TicketTimes reply = TicketKpis.firstReplyTime();
        assertEquals(
                Ratio.of(1, 1),
                tickets.stream()
                        .collect(reply.within(Duration.ofMinutes(40)).collector())
                        .orElseThrow());
        assertEquals(
                Ratio.of(0, 1),
                tickets.stream()
                        .collect(reply.within(Duration.ofMinutes(39)).collector())
                        .orElseThrow());
    }

    @Test
    void viewsAreEqualByWhatTheyLookAtAndTheirSuffix() {
        Kpi<TicketFacts, Duration> median = TicketKpis.firstReplyTime().median();
        assertEquals(TicketKpis.firstReplyTime().median(), median);
        assertEquals(TicketKpis.firstReplyTime().median().hashCode(), median.hashCode());
        assertNotEquals(TicketKpis.firstReplyTime().percentile(90), median);
        assertNotEquals(TicketKpis.fullResolutionTime().median(), median);
        assertNotEquals((Object) TicketKpis.firstReplyTime(), median);
        assertNotEquals(TicketKpis.firstReplyTime().percentile(90).hashCode(), median.hashCode());
        assertEquals(median.id(), median.toString());
        assertEquals("first_reply_time", TicketKpis.firstReplyTime().toString());
        assertEquals("answer_time", ContactKpis.answerTime().toString());
        assertEquals("wall", new Clock("wall", BusinessTime.always()).toString());
        assertEquals(BacklogFacts.class, BacklogKpis.backlog().cohort().kind());
        assertEquals(
                "tickets between created and last_done",
                BacklogKpis.backlog(Backlog.between(Milestone.CREATED, Milestone.RESOLVED), Cohort.Border.CLOSING)
                        .definition()
                        .population());
        assertEquals(
                KpiCatalogue.chapters().values().stream().mapToInt(List::size).sum(),
                KpiCatalogue.all().size());
    }

    @Test
    void aServiceLevelArrivesAsItWasSent() {
        ServiceLevel plain = ServiceLevel.within(Duration.ofSeconds(20));
        assertEquals(plain, Sent.over(plain));
        ServiceLevel rule = plain.withoutAbandonsBelow(Duration.ofSeconds(5)).exclusive();
        assertEquals(rule, Sent.over(rule));
        assertEquals("below_pt20s.negative.without_abandons_below_pt5s", rule.id());
    }

    @Test
    void whatNobodyHasIsLeftOutOfTheWorkloadAsUnassigned() {
        VectorTickets tickets = new VectorTickets();
        tickets.ticket(0, VectorTickets.CUSTOMER).done();
        Measurement<?> open = tickets.facts().openAt(Instant.ofEpochSecond(10), Backlog.unsolved()).stream()
                .collect(MixKpis.openByAgent().collector());
        assertEquals(1, open.leftOut().count(new Absence("unassigned")));
        Measurement<?> resolved = tickets.facts().tickets().stream()
                .collect(MixKpis.resolvedByAgent().collector());
        assertEquals(1, resolved.leftOut().count(Absence.MISSING));
    }

    @Test
    void aWaitThatIsOverHasNoTimeSoFar() {
        VectorTickets tickets = new VectorTickets(Instant.ofEpochSecond(100));
        tickets.ticket(0, VectorTickets.CUSTOMER)
                .message(10, VectorTickets.AGENT, true)
                .message(40, VectorTickets.CUSTOMER, true)
                .done();
        List<TurnFacts> turns = tickets.facts().tickets().get(0).turns();
        DurationColumn<TurnFacts> wait = TicketKpis.responseTime().formula().of();
        assertEquals(DurationColumn.ABSENT, wait.soFar(turns.get(0)));
        assertEquals(Duration.ofSeconds(10).toNanos(), wait.nanos(turns.get(0)));
        assertEquals(Duration.ofSeconds(60).toNanos(), wait.soFar(turns.get(1)));
        assertEquals(DurationColumn.ABSENT, wait.nanos(turns.get(1)));
    }

    @Test
    void idleIsTheWaitThatNoContactFills() {
        ActivityFacts shift = ActivityFacts.builder()
                .agent(AgentId.of("ana"))
                .window(seconds(0, 100))
                .idle(IntervalSet.of(seconds(0, 50)))
                .addHandled(seconds(40, 70))
                .asOf(TICKETS.asOf())
                .build();
        assertEquals(Duration.ofSeconds(40).toNanos(), ActivityTime.IDLE.nanos(shift));
        assertEquals(Duration.ofSeconds(70).toNanos(), ActivityTime.BUSY_OR_IDLE.nanos(shift));
        assertEquals(Duration.ofSeconds(30).toNanos(), ActivityTime.BUSY.nanos(shift));
    }

    @Test
    void aTimePaidThatIsNegativeIsLeftOutAsThat() {
        ActivityFacts shift = ActivityFacts.builder()
                .agent(AgentId.of("ana"))
                .window(seconds(0, 100))
                .paid(Duration.ofSeconds(-1))
                .asOf(TICKETS.asOf())
                .build();
        assertEquals(
                Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.of(Absence.NEGATIVE, 1)),
                List.of(shift).stream().collect(ActivityKpis.utilization().collector()));
    }
}
