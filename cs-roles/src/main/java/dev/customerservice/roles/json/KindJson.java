package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.map;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;

import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of evidence in a file. */
record KindJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> subjects,
        @Nullable Map<String, String> must,
        @Nullable Map<String, String> may,
        @Nullable String basis,
        @Nullable Boolean sensitive,
        @Nullable String tolerance) {

    EvidenceKind toKind() {
        EvidenceKind.Builder kind = EvidenceKind.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSubjects(list(subjects));
        map(must).forEach((name, type) -> kind.must(name, label(type, EvidenceKind.Type.class)));
        map(may).forEach((name, type) -> kind.may(name, label(type, EvidenceKind.Type.class)));
        parsed(basis, text -> label(text, Evidence.Basis.class)).ifPresent(kind::basis);
        parsed(tolerance, PlaybookJson::duration).ifPresent(kind::tolerance);
        if (sensitive != null) {
            kind.sensitive(sensitive);
        }
        return kind.build();
    }
}
