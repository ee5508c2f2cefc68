package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.calendar.WorkingDays;
import dev.customerservice.domain.time.EpochNanos;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When each level of escalation of one cycle is or was reached. */
final class Levels {
    private static final long SECOND = 1_000_000_000L;

    private final Cycle cycle;
    private final CycleMath math;
    private final Promise promise;
    private final long end;
    private final long due;

    Levels(Cycle cycle, CycleMath math, Promise promise, long end) {
        this.cycle = cycle;
        this.math = math;
        this.promise = promise;
        this.end = end;
        this.due = math.due();
    }

    /** The readings of the levels of a cycle; the key is given for level 0. */
    List<EscalationReading> readings(EscalationKey key) {
        return promise.target().escalations().stream()
                .map(level -> reading(level, withLevel(key, level)))
                .toList();
    }

    /** The readings of a clock that has not started. */
    static List<EscalationReading> notStarted(SlaTarget target, EscalationKey key) {
        return target.escalations().stream()
                .map(level -> new EscalationReading(withLevel(key, level), level, Optional.empty(), false))
                .toList();
    }

    private static EscalationKey withLevel(EscalationKey key, Escalation level) {
        return new EscalationKey(key.ticket(), key.agreement(), key.metric(), key.cycle(), level.level());
    }

    private EscalationReading reading(Escalation level, EscalationKey key) {
        long at = at(level);
        if (at == NONE) {
            return new EscalationReading(key, level, Optional.empty(), false);
        }
        boolean fired = cycle.isOpen() ? at <= end : at < end;
        return new EscalationReading(key, level, Optional.of(EpochNanos.toInstant(at)), fired);
    }

    private long at(Escalation level) {
        long at = computed(level.when());
        if (at == NONE) {
            return NONE;
        }
        long delivered = level.onlyInsideHours() ? math.time().reach(at, 0) : at;
        return Math.max(delivered, cycle.countsFrom);
    }

    private long computed(EscalationTime when) {
        if (when instanceof EscalationTime.Percent share) {
            return promise.isDuration() ? math.whenCounted(share(share.percent())) : NONE;
        }
        if (due == NONE) {
            return NONE;
        }
        if (when instanceof EscalationTime.OpenOffset open) {
            long nanos = open.fromDue().toNanos();
            return nanos == 0
                    ? due
                    : nanos > 0 ? math.time().reach(due, nanos) : math.time().reachBack(due, -nanos);
        }
        if (when instanceof EscalationTime.WallOffset wall) {
            return EpochNanos.of(EpochNanos.toInstant(due).plus(wall.fromDue()));
        }
        return moved(((EscalationTime.WorkingDayOffset) when).days());
    }

    private long moved(int steps) {
        WorkingDays days = promise.days();
        if (days == null) {
            throw new IllegalStateException("An offset in working days has no dates.");
        }
        Instant from = EpochNanos.toInstant(due);
        return EpochNanos.of(steps >= 0 ? days.plus(from, steps) : days.minus(from, -steps));
    }

    /** A share of the target in force, or of the one that was used up before it could be carried over. */
    private long share(int percent) {
        long whole = cycle.fixedDue == NONE ? promise.nanos() : cycle.fixedNanos;
        BigInteger hundredths = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(percent));
        BigInteger unit = BigInteger.valueOf(100 * SECOND);
        BigInteger seconds = hundredths.add(unit).subtract(BigInteger.ONE).divide(unit);
        return seconds.multiply(BigInteger.valueOf(SECOND)).longValueExact();
    }
}
