package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.each;
import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.name;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;
import static dev.customerservice.roles.json.PlaybookJson.text;
import static dev.customerservice.roles.json.PlaybookJson.texts;

import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Evidence.Basis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition in a file: an object with exactly one shape. */
record ConditionJson(
        @Nullable Exists exists,
        @Nullable None none,
        @Nullable Followed followed,
        @Nullable Compare compare,
        @Nullable Covers covers,
        @Nullable Distinct distinct,
        @Nullable List<ConditionJson> all,
        @Nullable List<ConditionJson> any,
        @Nullable ConditionJson not) {

    record Exists(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable Integer count,
            @Nullable String within,
            @Nullable String basis) {}

    record None(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String within) {}

    record Followed(
            @Nullable String kind,
            @Nullable String by,
            @Nullable String within) {}

    record Compare(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String detail,
            @Nullable String op,
            @Nullable Object value,
            @Nullable Long minimumSample,
            @Nullable String basis) {}

    record Covers(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String detail,
            @Nullable List<String> values) {}

    record Distinct(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String of,
            @Nullable Integer atLeast) {}

    static ConditionJson of(Condition condition) {
        Exists exists = null;
        None none = null;
        Followed followed = null;
        Compare compare = null;
        Covers covers = null;
        Distinct distinct = null;
        List<ConditionJson> all = null;
        List<ConditionJson> any = null;
        ConditionJson not = null;
        if (condition instanceof Condition.Exists is) {
            exists = new Exists(is.kind(), where(is.where()), is.count(), length(is.within()), name(is.basis()));
        } else if (condition instanceof Condition.None is) {
            none = new None(is.kind(), where(is.where()), length(is.within()));
        } else if (condition instanceof Condition.Followed is) {
            followed = new Followed(is.kind(), is.by(), length(is.within()));
        } else if (condition instanceof Condition.Compare is) {
            compare = new Compare(
                    is.kind(),
                    where(is.where()),
                    is.detail(),
                    name(is.op()),
                    is.value(),
                    is.minimumSample(),
                    name(is.basis()));
        } else if (condition instanceof Condition.Covers is) {
            covers = new Covers(is.kind(), where(is.where()), is.detail(), is.values());
        } else if (condition instanceof Condition.Distinct is) {
            distinct = new Distinct(is.kind(), where(is.where()), is.of(), is.atLeast());
        } else if (condition instanceof Condition.All is) {
            all = is.conditions().stream().map(ConditionJson::of).toList();
        } else if (condition instanceof Condition.Any is) {
            any = is.conditions().stream().map(ConditionJson::of).toList();
        } else if (condition instanceof Condition.Not is) {
            not = of(is.condition());
        }
        return new ConditionJson(exists, none, followed, compare, covers, distinct, all, any, not);
    }

    private static @Nullable Map<String, Object> where(Map<String, String> where) {
        return where.isEmpty() ? null : new TreeMap<>(where);
    }

    private static @Nullable String length(Optional<Duration> within) {
        return within.map(Duration::toString).orElse(null);
    }

    Condition toCondition() {
        long shapes = Stream.of(exists, none, followed, compare, covers, distinct, all, any, not)
                .filter(Objects::nonNull)
                .count();
        if (shapes != 1) {
            throw new IllegalArgumentException(
                    "condition must have exactly one shape\nMaybe join several in \"all\": [ … ].");
        }
        List<Condition> found = new ArrayList<>();
        if (exists != null) {
            found.add(new Condition.Exists(
                    need(exists.kind, "kind"),
                    texts(exists.where),
                    exists.count == null ? 1 : exists.count,
                    parsed(exists.within, PlaybookJson::duration),
                    basis(exists.basis)));
        }
        if (none != null) {
            found.add(new Condition.None(
                    need(none.kind, "kind"), texts(none.where), parsed(none.within, PlaybookJson::duration)));
        }
        if (followed != null) {
            found.add(new Condition.Followed(
                    need(followed.kind, "kind"),
                    need(followed.by, "by"),
                    parsed(followed.within, PlaybookJson::duration)));
        }
        if (compare != null) {
            found.add(new Condition.Compare(
                    need(compare.kind, "kind"),
                    texts(compare.where),
                    need(compare.detail, "detail"),
                    label(need(compare.op, "op"), Condition.Operator.class),
                    text(need(compare.value, "value")),
                    compare.minimumSample == null ? 0 : compare.minimumSample,
                    basis(compare.basis)));
        }
        if (covers != null) {
            found.add(new Condition.Covers(
                    need(covers.kind, "kind"),
                    texts(covers.where),
                    need(covers.detail, "detail"),
                    list(covers.values)));
        }
        if (distinct != null) {
            found.add(new Condition.Distinct(
                    need(distinct.kind, "kind"),
                    texts(distinct.where),
                    need(distinct.of, "of"),
                    need(distinct.atLeast, "at_least")));
        }
        if (all != null) {
            found.add(new Condition.All(each("all", all, ConditionJson::toCondition)));
        }
        if (any != null) {
            found.add(new Condition.Any(each("any", any, ConditionJson::toCondition)));
        }
        if (not != null) {
            found.add(new Condition.Not(not.toCondition()));
        }
        return found.get(0);
    }

    static Basis basis(@Nullable String label) {
        return parsed(label, text -> label(text, Basis.class)).orElse(Basis.TESTIMONY);
    }
}
