package dev.customerservice.roles.shift;

import dev.customerservice.roles.testing.RosterRuleLaws;
import java.time.Duration;
import java.time.LocalTime;
import net.jqwik.api.Group;

@SuppressWarnings("ClassCanBeStatic")
class RosterRuleProperties {

    @Group
    class DailyRest implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.DailyRest(Duration.ofHours(11));
        }
    }

    @Group
    class WeeklyRest implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.WeeklyRest(Duration.ofHours(60), 7);
        }
    }

    @Group
    class AverageHours implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.AverageHours(Duration.ofHours(12), 2);
        }
    }

    @Group
    class ContractHours implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.ContractHours(1);
        }
    }

    @Group
    class NightWork implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.NightWork(
                    LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(1), Duration.ofHours(2), 2);
        }
    }

    @Group
    class DatesInARow implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.DatesInARow(3);
        }
    }

    @Group
    class DatesOffTogether implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.DatesOffTogether(3, 7);
        }
    }

    @Group
    class WithinAvailability implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.WithinAvailability();
        }
    }

    @Group
    class BreakAfter implements RosterRuleLaws {
        @Override
        public RosterRule rule() {
            return new RosterRule.BreakAfter(Duration.ofHours(6), Duration.ofMinutes(15));
        }
    }
}
