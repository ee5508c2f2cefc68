import org.jspecify.annotations.NullMarked;

/** Skills, job roles and team profiles. */
@NullMarked
module dev.customerservice.roles {
    requires transitive dev.customerservice.metrics;
    requires com.google.common;
    requires static com.fasterxml.jackson.annotation;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires static tools.jackson.core;
    requires static tools.jackson.databind;

    exports dev.customerservice.roles;
    exports dev.customerservice.roles.matching;
    exports dev.customerservice.roles.catalogue;
    exports dev.customerservice.roles.evidence;
    exports dev.customerservice.roles.skill;
    exports dev.customerservice.roles.role;
    exports dev.customerservice.roles.authority;
    exports dev.customerservice.roles.practice;
    exports dev.customerservice.roles.assessment;
    exports dev.customerservice.roles.procedure;
    exports dev.customerservice.roles.quality;
    exports dev.customerservice.roles.performance;
    exports dev.customerservice.roles.plan;
    exports dev.customerservice.roles.shift;
    exports dev.customerservice.roles.staffing;
    exports dev.customerservice.roles.routing;
    exports dev.customerservice.roles.playbook;
    exports dev.customerservice.roles.json;

    opens dev.customerservice.roles.json to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.roles.plan to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.roles.routing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.roles.shift to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.roles.skill to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.customerservice.roles.staffing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
