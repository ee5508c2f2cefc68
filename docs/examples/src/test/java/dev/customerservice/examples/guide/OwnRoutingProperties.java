package dev.customerservice.examples.guide;

import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.testing.RoutingPolicyLaws;

// region routing-own-proof
/** The laws of every routing policy, for this one. */
class OwnRoutingProperties implements RoutingPolicyLaws {
    @Override
    public RoutingPolicy policy() {
        SkillId german = SkillId.of("de");
        RoutingPolicy natives =
                among -> among.keep("NOT_NATIVE", who -> who.skills().getOrDefault(german, 0) >= 3)
                        .lowest("HELD_MORE", Candidate::load);
        return RoutingPolicy.withinCapacity().then(natives.named("native speakers"));
    }
}
// endregion
