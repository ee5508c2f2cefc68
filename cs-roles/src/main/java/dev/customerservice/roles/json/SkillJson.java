package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.roles.skill.Skill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A skill in a file. */
record SkillJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable String family,
        AssessmentJson.@Nullable ScaleJson scale) {

    Skill toSkill() {
        Skill.Builder skill = Skill.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .family(label(need(family, "family"), Skill.Family.class));
        if (scale != null) {
            skill.scale(scale.toScale());
        }
        return skill.build();
    }
}
