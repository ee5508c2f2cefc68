package dev.customerservice.examples.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service answers over HTTP: events go in, clocks, measures and gauges come out. */
class DeskServiceTest {
    private static final Instant WED_1000 = Instant.parse("2026-11-18T10:00:00Z");
    private static final Pattern AMOUNT = Pattern.compile("\"value\":\\s*(?:\"?)([-\\w.]+)");

    private static ConfigurableApplicationContext service;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(DeskService.class)
                .initializers(context -> context.getBeanFactory()
                        .registerSingleton("clock", Clock.fixed(WED_1000.plusSeconds(5400), ZoneOffset.UTC)))
                .properties(Map.of("server.port", "0", "server.address", "127.0.0.1"))
                .run();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        return client.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder().GET(), path);
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return ask(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "/events");
    }

    private static void happens(TicketEvent event) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(JsonFormat3.standard().write(event));
        assertEquals(204, answer.statusCode(), answer.body());
    }

    private static TicketCreated created(String ticket, String team) {
        return new TicketCreated(
                EventHead.of(TicketId.of(ticket), WED_1000, Actor.customer("c-1")),
                TicketDetails.builder().team(TeamId.of(team)).build());
    }

    private static double gauge(String name, String kpi, String team) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/actuator/metrics/" + name + "?tag=kpi:" + kpi + "&tag=team:" + team);
        assertEquals(200, answer.statusCode(), answer.body());
        Matcher value = AMOUNT.matcher(answer.body());
        assertTrue(value.find(), answer.body());
        return Double.parseDouble(value.group(1));
    }

    @Test
    void eventsBecomeClocksMeasuresAndGauges() throws Exception {
        happens(created("T-1", "billing"));
        happens(created("T-2", "billing"));
        assertEquals(2, gauge("cs.kpi", "backlog", "billing"));
        assertTrue(Double.isNaN(gauge("cs.kpi", "first_reply_time.median", "billing")), "nobody was answered yet");
        assertEquals(0, gauge("cs.kpi.n", "first_reply_time.median", "billing"));

        happens(MessageAdded.of(
                EventHead.of(TicketId.of("T-1"), WED_1000.plusSeconds(1200), Actor.agent("ana")), Audience.CUSTOMER));
        assertEquals(1200, gauge("cs.kpi", "first_reply_time.median", "billing"));
        assertEquals(1, gauge("cs.kpi.n", "first_reply_time.median", "all"));
        assertEquals(0.5, gauge("cs.kpi", "sla_attainment.first_reply", "all"));
        assertTrue(Double.isNaN(gauge("cs.kpi", "sla_attainment.first_reply", "returns")), "the team has no ticket");

        String clocks = get("/tickets/T-2/clocks").body();
        assertTrue(clocks.contains("\"state\":\"BREACHED\",\"dueAt\":\"2026-11-18T11:00:00Z\""), clocks);
        String measures = get("/measures").body();
        assertTrue(measures.contains("0.500"), measures);
        assertEquals(404, get("/tickets/T-9/clocks").statusCode());
    }

    @Test
    void whatCannotBeTakenIsRefusedWithTheRuleAndWithoutWhatStoodThere() throws Exception {
        HttpResponse<String> unreadable = post(JsonFormat3.standard()
                .write(created("T-3", "billing"))
                .replace(WED_1000.toString(), "anna@example.org"));
        assertEquals(400, unreadable.statusCode());
        assertTrue(unreadable.body().contains("WRONG_TYPE"), unreadable.body());
        assertFalse(unreadable.body().contains("anna"), unreadable.body());

        happens(created("T-4", "returns"));
        HttpResponse<String> twice = post(JsonFormat3.standard().write(created("T-4", "returns")));
        assertEquals(409, twice.statusCode(), twice.body());
    }
}
