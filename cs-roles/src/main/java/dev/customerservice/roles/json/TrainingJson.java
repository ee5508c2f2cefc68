package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.each;
import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;

import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.Training;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A training in a file. */
record TrainingJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable List<LessonJson> teaches,
        @Nullable String hours,
        @Nullable BigDecimal passMark,
        @Nullable String form,
        @Nullable List<String> needs) {

    record LessonJson(
            @Nullable String skill,
            @Nullable Integer from,
            @Nullable Integer to) {
        Training.Lesson toLesson() {
            return new Training.Lesson(SkillId.of(need(skill, "skill")), need(from, "from"), need(to, "to"));
        }
    }

    Training toTraining() {
        Training.Builder training = Training.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .hours(PlaybookJson.duration(need(hours, "hours")))
                .passMark(Optional.ofNullable(passMark))
                .addAllNeeds(list(needs));
        training.addAllTeaches(each("teaches", teaches, LessonJson::toLesson));
        parsed(form, text -> label(text, Training.Form.class)).ifPresent(training::form);
        return training.build();
    }
}
