package dev.customerservice.metrics;

import dev.customerservice.architecture.ModuleArchitecture;
import java.util.List;

/** The rules of the house, and the order in which the packages of this module may use each other. */
class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super("dev.customerservice.metrics", List.of("statistics", "facts", "kpi", "report", "forecast", "json"));
    }
}
