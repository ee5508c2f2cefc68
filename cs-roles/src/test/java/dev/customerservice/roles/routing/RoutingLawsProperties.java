package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.RoutingPolicy.fairShare;
import static dev.customerservice.roles.routing.RoutingPolicy.leastOccupied;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.rings;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.warmingUp;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;

import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.testing.CapacityPolicyLaws;
import dev.customerservice.roles.testing.QueueOrderLaws;
import dev.customerservice.roles.testing.RoutingPolicyLaws;
import java.time.Duration;
import net.jqwik.api.Group;

/** The laws of every routing policy, queue order and capacity policy, for those of this library and one written in a test. */
@SuppressWarnings("ClassCanBeStatic") // jqwik groups are inner classes
class RoutingLawsProperties {

    @Group
    class SkillsCapacityAndOwner implements RoutingPolicyLaws {
        @Override
        public RoutingPolicy policy() {
            return requireSkills()
                    .then(withinCapacity())
                    .then(stickyOwner(Duration.ofMinutes(20)))
                    .then(leastOccupied());
        }
    }

    @Group
    class FirstLineThenEngineers implements RoutingPolicyLaws {
        @Override
        public RoutingPolicy policy() {
            return RoutingProperties.FILTERS.get(RoutingProperties.FILTERS.size() - 1);
        }
    }

    @Group
    class RingsAndFairShare implements RoutingPolicyLaws {
        @Override
        public RoutingPolicy policy() {
            return rings(RoutingProperties.RINGS)
                    .then(warmingUp(WarmUp.of(Duration.ofMinutes(30), "0.25")))
                    .then(withinCapacity())
                    .then(fairShare());
        }
    }

    @Group
    class OneOfOnesOwn implements RoutingPolicyLaws {
        @Override
        public RoutingPolicy policy() {
            RoutingPolicy own =
                    among -> among.keep("NO_FRENCH", each -> each.skills().containsKey(SkillId.of("fr")))
                            .lowest("MORE_ASSIGNED", Candidate::assigned);
            return withinCapacity().then(own.named("french first"));
        }
    }

    @Group
    class InTheStandardOrder implements QueueOrderLaws {
        @Override
        public QueueOrder order() {
            return QueueOrder.standard();
        }
    }

    @Group
    class ByPriorityThenDueTime implements QueueOrderLaws {
        @Override
        public QueueOrder order() {
            return QueueOrder.byPriority().then(QueueOrder.byDueTime());
        }
    }

    @Group
    class ByAge implements QueueOrderLaws {
        @Override
        public QueueOrder order() {
            return QueueOrder.byAge();
        }
    }

    @Group
    class StandardWeights implements CapacityPolicyLaws {
        @Override
        public CapacityPolicy policy() {
            return CapacityPolicy.standard();
        }
    }

    @Group
    class WeightsByRules implements CapacityPolicyLaws {
        @Override
        public CapacityPolicy policy() {
            return CapacityRules.builder()
                    .weigh(Channel.CHAT, "0.25")
                    .weigh(WorkState.PAUSED, "0")
                    .weigh(Channel.CHAT, WorkState.PAUSED, "0.1")
                    .build();
        }
    }
}
