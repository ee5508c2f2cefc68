package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.roles.skill.SkillId;
import java.util.function.Function;

/** Forms of types that are written through records of the same fields as in a file. */
final class Forms {

    static final JsonForm<SkillId> SKILL = text(SkillId.class, SkillId::value, SkillId::of);

    private Forms() {}

    /** The form of a type through a record. */
    static <T, F> JsonForm<T> through(Class<T> type, Class<F> form, Function<T, F> written, Function<F, T> read) {
        return JsonForm.of(type, written, tree -> read.apply(tree.as(form)));
    }

    /** The form of a type that is one text. */
    static <T> JsonForm<T> text(Class<T> type, Function<T, String> written, Function<String, T> parser) {
        return through(type, String.class, written, parser);
    }
}
