package dev.customerservice.roles.evidence;

import dev.customerservice.roles.evidence.Condition.Compare;
import dev.customerservice.roles.evidence.Condition.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares a detail with a value that was written as text; an estimate is compared with its whole interval. */
final class Comparison {

    private Comparison() {}

    static Finding of(Compare compare, Evidence evidence, Detail found) {
        Reason reason = Reason.rule("NOT_SATISFIED")
                .withWhere(compare.kind())
                .withValue(compare.op().name(), new Detail.Text(compare.value()));
        if (found instanceof Detail.Estimate estimate) {
            Reason shown = reason.withValue(compare.detail(), estimate);
            if (estimate.sampleSize() < compare.minimumSample()) {
                return Finding.unknown(coded("SAMPLE_TOO_SMALL", shown)
                        .withValue("minimumSample", Detail.count(compare.minimumSample(), "observations")));
            }
            return estimated(compare, evidence, estimate, shown);
        }
        boolean holds = compare.op() == Operator.IS
                ? equal(found, compare.value())
                : order(found, compare.value())
                        .map(sign -> holds(compare.op(), sign))
                        .orElse(false);
        Reason shown = found instanceof Detail.Text ? reason : reason.withValue(compare.detail(), found);
        return holds ? Finding.met(List.of(evidence.id())) : Finding.notMet(shown);
    }

    private static Finding estimated(Compare compare, Evidence evidence, Detail.Estimate estimate, Reason shown) {
        Optional<BigDecimal> bound = parsed(compare.value(), BigDecimal::new);
        if (bound.isEmpty()) {
            return Finding.notMet(shown);
        }
        int low = estimate.low().compareTo(bound.get());
        int high = estimate.high().compareTo(bound.get());
        if (holds(compare.op(), low) && holds(compare.op(), high)) {
            return Finding.met(List.of(evidence.id()));
        }
        boolean possible = compare.op() == Operator.IS
                ? low <= 0 && high >= 0
                : holds(compare.op(), low) || holds(compare.op(), high);
        return possible ? Finding.unknown(coded("INCONCLUSIVE", shown)) : Finding.notMet(shown);
    }

    private static boolean holds(Operator op, int sign) {
        return switch (op) {
            case IS -> sign == 0;
            case AT_LEAST -> sign >= 0;
            case AT_MOST -> sign <= 0;
            case ABOVE -> sign > 0;
            case BELOW -> sign < 0;
        };
    }

    private static Optional<Integer> order(Detail found, String value) {
        if (found instanceof Detail.Quantity quantity) {
            return parsed(value, BigDecimal::new).map(quantity.value()::compareTo);
        }
        if (found instanceof Detail.Span span) {
            return parsed(value, Duration::parse).map(span.value()::compareTo);
        }
        return found instanceof Detail.Moment moment
                ? parsed(value, Instant::parse).map(moment.value()::compareTo)
                : Optional.empty();
    }

    static boolean equal(Detail found, String value) {
        return order(found, value)
                .map(sign -> sign == 0)
                .orElseGet(() -> text(found).equals(value));
    }

    static boolean hasOrder(String value) {
        return parsed(value, BigDecimal::new).isPresent()
                || parsed(value, Duration::parse).isPresent()
                || parsed(value, Instant::parse).isPresent();
    }

    static String text(Detail detail) {
        if (detail instanceof Detail.Text text) {
            return text.value();
        }
        return detail instanceof Detail.Flag flag ? String.valueOf(flag.value()) : detail.toString();
    }

    private static Reason coded(String code, Reason reason) {
        return new Reason(code, reason.severity(), reason.about(), reason.where(), reason.values());
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
