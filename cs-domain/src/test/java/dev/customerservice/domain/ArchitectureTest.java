package dev.customerservice.domain;

import dev.customerservice.architecture.ModuleArchitecture;
import java.util.List;

/** The rules of the house, and the order in which the packages of this module may use each other. */
class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                "dev.customerservice.domain",
                List.of(
                        "text",
                        "time",
                        "money",
                        "calendar",
                        "party",
                        "ticket",
                        "contact",
                        "survey",
                        "selfservice",
                        "sla",
                        "exchange",
                        "json"));
    }
}
