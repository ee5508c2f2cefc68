package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.JourneyMap.Driver;
import dev.customerservice.roles.plan.JourneyMap.PainPoint;
import dev.customerservice.roles.plan.JourneyMap.Ranked;
import dev.customerservice.roles.plan.JourneyMap.Stage;
import dev.customerservice.roles.plan.JourneyMap.Touchpoint;
import dev.customerservice.roles.plan.ServiceDesignMap.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What customers go through, and whether the service answers it. */
class MapsTest {

    private static final TeamId FIRST_LINE = TeamId.of("first-line");
    private static final Stage SEARCH = new Stage(
            "search", List.of("reads an article"), List.of(), List.of(new PainPoint("not-found", 2, Optional.empty())));
    private static final Stage ASK = new Stage(
            "ask",
            List.of("writes a message"),
            List.of(new Touchpoint("chat-window", Channel.CHAT), new Touchpoint("hotline", Channel.PHONE)),
            List.of(
                    new PainPoint("long-hold", 5, Optional.of("hotline")),
                    new PainPoint("canned", 3, Optional.empty())));
    private static final JourneyMap JOURNEY =
            JourneyMap.builder().addStages(SEARCH, ASK).build();
    private static final Step ANSWER = new Step(
            "answer",
            Set.of("chat-window"),
            Optional.of(FIRST_LINE),
            Optional.of(Channel.CHAT),
            Optional.of("help desk"),
            Set.of("canned"));

    @Test
    @Tag("S0-50")
    void aJourneyThatCountsCouldNotReferToIsRefused() {
        assertEquals(Optional.of(Channel.PHONE), JOURNEY.touchpoint("hotline").map(Touchpoint::channel));
        assertEquals(Optional.empty(), JOURNEY.touchpoint("letter"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Stage("wait", List.of(), List.of(), List.of()),
                "empty stage");
        assertThrows(IllegalArgumentException.class, () -> new Stage(" ", List.of("waits"), List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> JourneyMap.builder().build());
        assertThrows(IllegalArgumentException.class, () -> JOURNEY.withStages(SEARCH, SEARCH), "duplicate name");
        Stage elsewhere =
                new Stage("pay", List.of("pays"), List.of(), List.of(new PainPoint("slow", 1, Optional.of("hotline"))));
        assertThrows(IllegalArgumentException.class, () -> JOURNEY.withStages(ASK, elsewhere), "unknown touchpoint");
        assertThrows(IllegalArgumentException.class, () -> new PainPoint("worse", 6, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PainPoint("none", 0, Optional.empty()));
    }

    @Test
    @Tag("S0-52")
    void contactsAreCountedByTheStageThatCausesThem() {
        List<Driver> drivers = JOURNEY.contactDrivers(
                Map.of("search", 30L, "not-found", 10L, "long-hold", 35L, "chat-window", 20L, "weather", 5L));
        assertEquals(
                List.of(Optional.of("ask"), Optional.of("search"), Optional.empty()),
                drivers.stream().map(Driver::stage).toList());
        assertEquals(
                List.of(55L, 40L, 5L), drivers.stream().map(Driver::contacts).toList());
        assertEquals(Ratio.of(55, 100), drivers.get(0).share());
        assertEquals(Ratio.of(95, 100), drivers.get(1).upToHere());
        assertEquals(Ratio.of(100, 100), drivers.get(2).upToHere());
        assertEquals(List.of(), JOURNEY.contactDrivers(Map.of()));
        assertEquals(
                List.of(Optional.of("search"), Optional.of("ask")),
                JOURNEY.contactDrivers(Map.of("ask", 4L, "search", 4L)).stream()
                        .map(Driver::stage)
                        .toList(),
                "equal ones stay in the order of the journey");
    }

    @Test
    @Tag("S0-54")
    void whatHurtsOftenMuchAndVisiblyComesFirst() {
        List<Ranked> ranked = JOURNEY.rankedPainPoints(
                Map.of("not-found", 400L, "long-hold", 50L, "canned", 900L),
                Map.of(
                        "not-found",
                        Measurement.value(Ratio.of(90, 100), 100, LeftOut.none()),
                        "long-hold",
                        Measurement.value(Ratio.of(20, 80), 80, LeftOut.none()),
                        "canned",
                        Measurement.noData(Absence.NO_FACTS, LeftOut.none())));
        assertEquals(
                List.of("long-hold", "not-found", "canned"),
                ranked.stream().map(each -> each.pain().id()).toList());
        assertEquals(50 * 5 * 0.75, ranked.get(0).weight().orElseThrow(), 1e-9);
        assertEquals(400 * 2 * 0.1, ranked.get(1).weight().orElseThrow(), 1e-9);
        assertEquals(Optional.empty(), ranked.get(2).weight().amount());
        Map<String, Measurement<Ratio>> nobody = Map.of("canned", Measurement.value(Ratio.of(0, 0), 0, LeftOut.none()));
        assertTrue(JOURNEY.rankedPainPoints(Map.of(), nobody).stream()
                .allMatch(each -> each.weight().amount().isEmpty()));
    }

    @Test
    @Tag("S0-51")
    void touchpointsNeedAnOwnerAChannelAndASystem() {
        ServiceDesignMap map = ServiceDesignMap.builder()
                .addSteps(ANSWER)
                .addSteps(new Step(
                        "print", Set.of("letter"), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()))
                .build();
        assertEquals(
                List.of(
                        "NO_OWNER about touchpoint:hotline by ask",
                        "NO_CHANNEL about touchpoint:hotline by ask",
                        "NO_SYSTEM about touchpoint:hotline by ask",
                        "PAIN_UNANSWERED about pain-point:not-found by search",
                        "PAIN_UNANSWERED about pain-point:long-hold by ask",
                        "ORPHAN_STEP about step:print"),
                map.alignment(JOURNEY).stream().map(Reason::toString).toList());
        Step wrongChannel = new Step(
                "call",
                Set.of("hotline"),
                Optional.of(FIRST_LINE),
                Optional.of(Channel.CHAT),
                Optional.of("telephone"),
                Set.of("long-hold", "not-found"));
        assertEquals(
                List.of("NO_CHANNEL about touchpoint:hotline by ask"),
                map.withSteps(ANSWER, wrongChannel).alignment(JOURNEY).stream()
                        .map(Reason::toString)
                        .toList());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Step(" ", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
    }

    @Test
    @Tag("S1-36")
    void theGapsOfAllChannelsSumToZero() {
        Step call = new Step(
                "call", Set.of("hotline"), Optional.empty(), Optional.of(Channel.PHONE), Optional.empty(), Set.of());
        ServiceDesignMap map = ServiceDesignMap.builder().addSteps(ANSWER, call).build();
        Map<Channel, Double> fit = map.channelFit(Map.of(Channel.CHAT, 70L, Channel.EMAIL, 30L));
        assertEquals(0.2, fit.getOrDefault(Channel.CHAT, 0.0), 1e-12);
        assertEquals(0.3, fit.getOrDefault(Channel.EMAIL, 0.0), 1e-12);
        assertEquals(-0.5, fit.getOrDefault(Channel.PHONE, 0.0), 1e-12);
        assertEquals(0, fit.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        assertEquals(Map.of(), map.channelFit(Map.of()));
        assertEquals(Map.of(), map.withSteps().channelFit(Map.of(Channel.CHAT, 1L)));
    }
}
