package dev.customerservice.roles.role;

import java.util.ArrayList;
import java.util.List;

/** Divides profiles into the fewest groups with the most pairs, over all sets of profiles still to be placed. */
final class ProfilePairing {

    /** Three to the power of this many steps are taken at most, which is well below a second. */
    private static final int MOST_PROFILES = 16;

    private ProfilePairing() {}

    static int groups(int profiles, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "limit (" + limit + ") must be at least 1\nMaybe 2, the usual number of profiles a person.");
        }
        return (int) (((long) profiles + limit - 1) / limit);
    }

    static List<List<TeamProfile>> best(List<TeamProfile> profiles, int limit) {
        int wanted = groups(profiles.size(), limit);
        if (profiles.size() > MOST_PROFILES) {
            throw new IllegalArgumentException("profiles needed (" + profiles.size() + ") must be at most "
                    + MOST_PROFILES + " to be paired\nMaybe pair the profiles of each part of the team.");
        }
        int sets = 1 << profiles.size();
        int[] weight = weights(profiles, sets);
        int[] bestWeight = new int[sets];
        int[] firstGroup = new int[sets];
        int[] groupCount = new int[sets];
        for (int left = 1; left < sets; left++) {
            int lowest = Integer.lowestOneBit(left);
            int others = left ^ lowest;
            groupCount[left] = Integer.MAX_VALUE;
            for (int more = others; ; more = (more - 1) & others) {
                int group = lowest | more;
                if (Integer.bitCount(group) <= limit) {
                    int rest = left ^ group;
                    int count = groupCount[rest] + 1;
                    int total = bestWeight[rest] + weight[group];
                    if (count < groupCount[left]
                            || (count == groupCount[left]
                                    && comesFirst(total, group, bestWeight[left], firstGroup[left]))) {
                        groupCount[left] = count;
                        bestWeight[left] = total;
                        firstGroup[left] = group;
                    }
                }
                if (more == 0) {
                    break;
                }
            }
        }
        List<List<TeamProfile>> groups = new ArrayList<>(wanted);
        for (int left = sets - 1; left != 0; left ^= firstGroup[left]) {
            groups.add(members(profiles, firstGroup[left]));
        }
        return List.copyOf(groups);
    }

    private static boolean comesFirst(int total, int group, int otherTotal, int otherGroup) {
        return total > otherTotal
                || (total == otherTotal
                        && Integer.reverse(group) + Integer.MIN_VALUE
                                > Integer.reverse(otherGroup) + Integer.MIN_VALUE);
    }

    private static int[] weights(List<TeamProfile> profiles, int sets) {
        int[] weight = new int[sets];
        for (int set = 1; set < sets; set++) {
            int lowest = Integer.numberOfTrailingZeros(set);
            int others = set & (set - 1);
            weight[set] = weight[others];
            TeamProfile one = profiles.get(lowest);
            for (int rest = others; rest != 0; rest &= rest - 1) {
                TeamProfile other = profiles.get(Integer.numberOfTrailingZeros(rest));
                weight[set] += (one.pairsWith(other) ? 1 : 0) - (one.conflictsWith(other) ? 1 : 0);
            }
        }
        return weight;
    }

    private static List<TeamProfile> members(List<TeamProfile> profiles, int group) {
        List<TeamProfile> members = new ArrayList<>();
        for (int rest = group; rest != 0; rest &= rest - 1) {
            members.add(profiles.get(Integer.numberOfTrailingZeros(rest)));
        }
        return List.copyOf(members);
    }
}
