package dev.customerservice.examples.service;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.KpiReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events in, clocks and measures out. */
@RestController
final class DeskController {
    private final Desk desk;
    private final JsonFormat json;

    DeskController(Desk desk, JsonFormat json) {
        this.desk = desk;
        this.json = json;
    }

    /** The body is an event in the stored form of the library, which its own reader checks. */
    @PostMapping("/events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody String body) {
        desk.add(json.read(body, TicketEvent.class));
    }

    @GetMapping("/tickets/{id}/clocks")
    ResponseEntity<List<ClockView>> clocks(@PathVariable String id) {
        return ResponseEntity.of(desk.clocks(TicketId.of(id))
                .map(readings -> readings.all().stream().map(ClockView::of).toList()));
    }

    @GetMapping("/measures")
    Map<String, String> measures() {
        KpiReport report = desk.report();
        Map<String, String> shown = new LinkedHashMap<>();
        for (Kpi<?, ?> kpi : report.measures()) {
            shown.put(kpi.id(), report.value(kpi).toString());
        }
        return shown;
    }

    /** A text that is no event: the place and the rule, and nothing of what stood there. */
    @ExceptionHandler
    ProblemDetail unreadable(JsonFormatException refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.pointer() + " " + refusal.rule());
        problem.setTitle(refusal.reason().name());
        return problem;
    }

    /** An event that cannot come next. */
    @ExceptionHandler
    ProblemDetail impossible(IllegalArgumentException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
    }

    /** What a screen shows of a clock. */
    record ClockView(String metric, String state, Optional<Instant> dueAt) {
        static ClockView of(SlaReading reading) {
            return new ClockView(reading.metric().value(), reading.state().name(), reading.dueAt());
        }
    }
}
