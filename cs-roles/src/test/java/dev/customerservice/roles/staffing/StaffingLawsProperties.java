package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.roles.testing.StaffingModelLaws;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;

/** The laws of every staffing model, for the four of this library. */
@SuppressWarnings("ClassCanBeStatic") // jqwik groups are inner classes
class StaffingLawsProperties {

    @Group
    class OfErlangB implements StaffingModelLaws {
        @Override
        public StaffingModel model() {
            return ErlangB.model();
        }
    }

    @Group
    class OfErlangC implements StaffingModelLaws {
        @Override
        public StaffingModel model() {
            return ErlangC.model();
        }

        /** The search of its own and the search by outlooks find the same. */
        @Property(tries = 100)
        void bothSearchesAgree(@ForAll("workloads") Workload work, @ForAll("goals") ServiceLevelGoal goal) {
            StaffingModel plain = (load, agents, within) -> model().outlook(load, agents, within);
            assertEquals(plain.agents(work, goal), model().agents(work, goal));
        }
    }

    @Group
    class OfErlangA implements StaffingModelLaws {
        @Override
        public StaffingModel model() {
            return ErlangA.of(Duration.ofMinutes(2));
        }
    }

    @Group
    class OfBalancedChat implements StaffingModelLaws {
        @Override
        public StaffingModel model() {
            return BalancedChat.ofPaces("1", "1.7", "2.5");
        }
    }
}
