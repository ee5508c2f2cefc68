import org.jspecify.annotations.NullMarked;

/** Tickets and their histories, business calendars and SLA clocks. */
@NullMarked
@SuppressWarnings("module") // the other modules of the library are compiled after this one
module dev.customerservice.domain {
    requires com.google.common;
    requires static com.fasterxml.jackson.annotation;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static de.siegmar.fastcsv;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires static tools.jackson.core;
    requires static tools.jackson.databind;

    exports dev.customerservice.domain;
    exports dev.customerservice.domain.calendar;
    exports dev.customerservice.domain.exchange;
    exports dev.customerservice.domain.json;
    exports dev.customerservice.domain.money;
    exports dev.customerservice.domain.party;
    exports dev.customerservice.domain.contact;
    exports dev.customerservice.domain.survey;
    exports dev.customerservice.domain.selfservice;
    exports dev.customerservice.domain.sla;
    exports dev.customerservice.domain.text to
            dev.customerservice.metrics,
            dev.customerservice.roles;
    exports dev.customerservice.domain.ticket;
    exports dev.customerservice.domain.time;

    opens dev.customerservice.domain.calendar to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.domain.exchange to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.domain.json to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.domain.sla to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.domain.ticket to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
