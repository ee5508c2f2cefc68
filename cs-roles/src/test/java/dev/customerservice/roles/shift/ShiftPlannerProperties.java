package dev.customerservice.roles.shift;

import dev.customerservice.roles.testing.ShiftPlannerLaws;

class ShiftPlannerProperties implements ShiftPlannerLaws {

    @Override
    public ShiftPlanner planner() {
        return ShiftPlanner.builtIn();
    }
}
