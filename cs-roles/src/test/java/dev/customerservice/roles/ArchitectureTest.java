package dev.customerservice.roles;

import dev.customerservice.architecture.ModuleArchitecture;
import java.util.List;

/** The rules of the house, and the order in which the packages of this module may use each other. */
class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                "dev.customerservice.roles",
                List.of(
                        "matching",
                        "catalogue",
                        "evidence",
                        "skill",
                        "role",
                        "authority",
                        "practice",
                        "assessment",
                        "procedure",
                        "shift",
                        "staffing",
                        "routing",
                        "quality",
                        "performance",
                        "plan",
                        "playbook",
                        "json"));
    }
}
