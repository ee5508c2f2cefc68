package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.ticket.Channel.Synchrony;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The filters that come with the library. */
final class Filters {

    private Filters() {}

    /** Keeps those whose skills do, in the ring that the waiting time has reached. */
    record Skilled(String name, SkillRings rings) implements Term.Filter {

        private int ring(Demand demand) {
            return rings.rings().size() < 2 ? 1 : rings.ringAt(demand.work().waited(demand.now()));
        }

        @Override
        public boolean isAboutWork() {
            return true;
        }

        @Override
        public void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
            signature.add(ring(demand));
            for (SkillRequirement asked : demand.work().requires()) {
                signature.add(numbers.of(asked.skill()));
                signature.add(asked.level());
            }
            signature.add(-1);
        }

        @Override
        public boolean accepts(Demand demand, Seat seat) {
            int ring = ring(demand);
            for (SkillRequirement asked : demand.work().requires()) {
                if (!rings.accepts(ring, asked, seat.fixed().skills())) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<SkillId> leads(Demand demand) {
            int ring = ring(demand);
            return demand.work().requires().stream()
                    .map(SkillRequirement::skill)
                    .filter(skill -> !rings.isWaived(ring, skill)
                            && rings.substitutes(ring, skill).isEmpty());
        }

        @Override
        public void retain(BitSet places, Demand demand, Floor floor) {
            int ring = ring(demand);
            for (SkillRequirement asked : demand.work().requires()) {
                if (!rings.isWaived(ring, asked.skill())) {
                    int level = rings.levelIn(ring, asked);
                    BitSet holders = floor.holders(asked.skill(), level);
                    Set<SkillId> substitutes = rings.substitutes(ring, asked.skill());
                    if (!substitutes.isEmpty()) {
                        holders = (BitSet) holders.clone();
                        for (SkillId substitute : substitutes) {
                            holders.or(floor.holders(substitute, level));
                        }
                    }
                    places.and(holders);
                }
            }
        }

        @Override
        public Reason refusal(Demand demand, Seat seat) {
            int ring = ring(demand);
            SkillRequirement missing = demand.work().requires().stream()
                    .filter(asked -> !rings.accepts(ring, asked, seat.fixed().skills()))
                    .findFirst()
                    .orElseThrow();
            boolean known = seat.fixed().skills().containsKey(missing.skill());
            Reason reason = Shortlist.about(known ? "SKILL_TOO_LOW" : "SKILL_MISSING", seat)
                    .withValue("skill", new Detail.Text(missing.skill().value()))
                    .withValue("needed", Detail.count(rings.levelIn(ring, missing), "level"));
            Reason told =
                    known ? reason.withValue("found", Detail.count(seat.level(missing.skill()), "level")) : reason;
            if (rings.isStrict()) {
                return told;
            }
            Reason inRing = told.withValue("ring", Detail.count(ring, "ring"));
            return opensAfter(ring, demand, seat)
                    .map(wait -> inRing.withValue(Routing.Unassigned.RING_OPENS, new Detail.Span(wait)))
                    .orElse(inRing);
        }

        /** After which wait a later ring lets somebody in. */
        private Optional<Duration> opensAfter(int ring, Demand demand, Seat seat) {
            Duration end = Duration.ZERO;
            for (int later = 2; later <= rings.rings().size(); later++) {
                end = end.plus(rings.rings().get(later - 2).lasts());
                int asked = later;
                if (later > ring
                        && demand.work().requires().stream()
                                .allMatch(skill ->
                                        rings.accepts(asked, skill, seat.fixed().skills()))) {
                    return Optional.of(end);
                }
            }
            return Optional.empty();
        }
    }

    /** Keeps those with room for the work. */
    record Capable() implements Term.Filter {
        @Override
        public String name() {
            return "withinCapacity";
        }

        @Override
        public boolean isAboutWork() {
            return true;
        }

        @Override
        public void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
            signature.add(demand.lane().number());
            signature.add(demand.weight());
        }

        @Override
        public boolean isAboutLoad() {
            return true;
        }

        @Override
        public boolean accepts(Demand demand, Seat seat) {
            return seat.load <= seat.capacity - demand.weight()
                    && !seat.isExclusive
                    && !(seat.isLive && demand.work().channel().synchrony() == Synchrony.EXCLUSIVE)
                    && hasChannelRoom(demand, seat);
        }

        private static boolean hasChannelRoom(Demand demand, Seat seat) {
            long[] limits = demand.lane().limits();
            return limits == null || seat.loadOf(demand.lane().number()) <= limits[seat.place] - demand.weight();
        }

        @Override
        public Reason refusal(Demand demand, Seat seat) {
            if (seat.load > seat.capacity - demand.weight()) {
                return Shortlist.about("NO_CAPACITY", seat)
                        .withValue("load", units(seat.load))
                        .withValue("weight", units(demand.weight()))
                        .withValue("capacity", units(seat.capacity));
            }
            if (seat.isExclusive) {
                return Shortlist.about("EXCLUSIVE_WORK", seat);
            }
            long[] limits = demand.lane().limits();
            if (limits != null && !hasChannelRoom(demand, seat)) {
                return Shortlist.about("CHANNEL_FULL", seat)
                        .withValue(
                                "channel",
                                new Detail.Text(demand.work().channel().name()))
                        .withValue("load", units(seat.loadOf(demand.lane().number())))
                        .withValue("weight", units(demand.weight()))
                        .withValue("capacity", units(limits[seat.place]));
            }
            return Shortlist.about("LIVE_WORK", seat);
        }
    }

    /** Keeps those whom the work is not beyond. */
    record Authorised() implements Term.Filter {

        @Override
        public String name() {
            return "withinAuthority";
        }

        @Override
        public boolean isAboutWork() {
            return true;
        }

        @Override
        public void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
            signature.add(numbers.of(demand.work().priority()));
            signature.add(numbers.of(demand.work().permissions()));
        }

        @Override
        public boolean accepts(Demand demand, Seat seat) {
            return isWithinPriority(demand, seat)
                    && seat.fixed().permissions().containsAll(demand.work().permissions());
        }

        private static boolean isWithinPriority(Demand demand, Seat seat) {
            Optional<Priority> highest = seat.fixed().highestPriority();
            return highest.isEmpty() || highest.get().isAtLeast(demand.work().priority());
        }

        @Override
        public Reason refusal(Demand demand, Seat seat) {
            if (!isWithinPriority(demand, seat)) {
                return Shortlist.about("ABOVE_AUTHORITY", seat)
                        .withValue(
                                "priority",
                                new Detail.Text(demand.work().priority().name()));
            }
            String missing = demand.work().permissions().stream()
                    .filter(asked -> !seat.fixed().permissions().contains(asked))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return Shortlist.about("NOT_PERMITTED", seat).withValue("permission", new Detail.Text(missing));
        }
    }

    /** Keeps those in some job roles. */
    record InRole(Set<RoleId> roles) implements Term.Filter {

        @Override
        public String name() {
            return "inRole";
        }

        @Override
        public boolean accepts(Demand demand, Seat seat) {
            return seat.fixed().role().filter(roles::contains).isPresent();
        }

        @Override
        public Reason refusal(Demand demand, Seat seat) {
            return Shortlist.about("OTHER_ROLE", seat);
        }
    }

    /** Keeps those who have not yet got what they may hold so soon after coming on duty. */
    record Warm(WarmUp warmUp) implements Term.Filter {

        @Override
        public String name() {
            return "warmingUp";
        }

        @Override
        public boolean isAboutWork() {
            return true;
        }

        @Override
        public void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
            signature.add(demand.weight());
        }

        @Override
        public boolean isAboutLoad() {
            return true;
        }

        @Override
        public boolean accepts(Demand demand, Seat seat) {
            return seat.fixed().onDutySince().isEmpty()
                    || Units.toDecimal(seat.load)
                                    .add(Units.toDecimal(demand.weight()))
                                    .compareTo(warmUp.allowed(seat.fixed(), demand.now()))
                            <= 0;
        }

        @Override
        public Reason refusal(Demand demand, Seat seat) {
            return Shortlist.about("WARMING_UP", seat)
                    .withValue("load", units(seat.load))
                    .withValue("weight", units(demand.weight()))
                    .withValue("allowed", new Detail.Quantity(warmUp.allowed(seat.fixed(), demand.now()), "units"));
        }
    }

    static Detail units(long billionths) {
        return new Detail.Quantity(Units.toDecimal(billionths), "units");
    }
}
