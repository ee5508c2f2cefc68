package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.json.JsonTree;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.EvidenceKind;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.quality.Scorecard;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads playbooks from JSON. Immutable and thread-safe. */
public final class PlaybookReader {

    /** What a file of this form says first. */
    public static final String FORMAT = "customer-service-playbook/1";

    private static final List<String> STANDARD_FILES = List.of(
            "evidence-kinds.json",
            "practices.json",
            "assessments.json",
            "procedures.json",
            "trainings.json",
            "scorecards.json",
            "skills.json",
            "standards.json");

    private final JsonFormat format;

    private PlaybookReader(JsonFormat format) {
        this.format = format;
    }

    /**
     * Reads in a format.
     *
     * @param format the format of the domain, whose strictness is kept
     * @return the reader
     */
    public static PlaybookReader of(JsonFormat format) {
        return new PlaybookReader(format);
    }

    /**
     * An entry, or a whole file, that could not be read.
     *
     * @param file the name of the file
     * @param pointer where in it, as a JSON pointer; empty for the whole file
     * @param rule what must hold there
     */
    public record Failure(String file, String pointer, String rule) {
        /** What an entry's own types refuse is said as they say it; the words of anything else could repeat the text. */
        static Failure of(String file, String pointer, RuntimeException refused) {
            if (refused instanceof JsonFormatException json) {
                return new Failure(file, pointer + json.pointer(), json.rule());
            }
            return new Failure(
                    file,
                    refused instanceof PlaybookJson.Misplaced misplaced ? pointer + misplaced.pointer() : pointer,
                    refused instanceof IllegalArgumentException || refused instanceof IllegalStateException
                            ? Shown.sentence(String.valueOf(refused.getMessage()))
                            : "must be complete and of the type it has in the format.");
        }
    }

    /**
     * What was read.
     *
     * @param playbook the entries that could be read
     * @param failures the entries that could not, in the order of the files
     */
    public record Outcome(Playbook playbook, List<Failure> failures) {
        /** Copies the failures. */
        public Outcome {
            failures = List.copyOf(failures);
        }

        /**
         * Insists that everything could be read.
         *
         * @return the playbook
         * @throws IllegalArgumentException when something could not, with all failures
         */
        public Playbook orElseThrow() {
            if (failures.isEmpty()) {
                return playbook;
            }
            StringBuilder message = new StringBuilder("playbook (" + failures.size() + " failures) must be readable");
            failures.forEach(failure -> message.append("\n  ")
                    .append(failure.file())
                    .append(failure.pointer())
                    .append(": ")
                    .append(failure.rule()));
            throw new IllegalArgumentException(message + "\nMaybe compare the files with playbook.schema.json.");
        }
    }

    /** {@return the standard playbook that comes with the library} */
    public Playbook standard() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : STANDARD_FILES) {
            try (InputStream in = Optional.ofNullable(Playbook.class.getResourceAsStream(file))
                    .orElseThrow(
                            () -> new IllegalStateException("file (" + file + ") must be in the jar of cs-roles"))) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(texts).orElseThrow();
    }

    /**
     * Reads files in UTF-8.
     *
     * @param files the files, of one kind of entry each
     * @return the entries and the failures
     * @throws IOException when a file cannot be read at all
     */
    public Outcome read(Collection<Path> files) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files) {
            texts.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
        }
        return read(texts);
    }

    /**
     * Reads texts.
     *
     * @param texts the JSON texts by the names that failures give them
     * @return the entries and the failures
     */
    public Outcome read(Map<String, String> texts) {
        Reading reading = new Reading(format);
        texts.forEach(reading::file);
        return new Outcome(
                Playbook.builder()
                        .kinds(reading.kinds)
                        .practices(reading.practices)
                        .assessments(reading.assessments)
                        .procedures(reading.procedures)
                        .trainings(reading.trainings)
                        .scorecards(reading.scorecards)
                        .skills(reading.skills)
                        .standards(reading.standards)
                        .build(),
                reading.failures);
    }

    /** One pass over files: what has been read so far. */
    private static final class Reading {
        private final JsonFormat format;
        private final List<Failure> failures = new ArrayList<>();
        private Catalogue<EvidenceKind> kinds = Catalogue.of(List.of());
        private Catalogue<Practice> practices = Catalogue.of(List.of());
        private Catalogue<Assessment> assessments = Catalogue.of(List.of());
        private Catalogue<Procedure> procedures = Catalogue.of(List.of());
        private Catalogue<Training> trainings = Catalogue.of(List.of());
        private Catalogue<Scorecard> scorecards = Catalogue.of(List.of());
        private Catalogue<Skill> skills = Catalogue.of(List.of());
        private Catalogue<PerformanceStandard> standards = Catalogue.of(List.of());

        Reading(JsonFormat format) {
            this.format = format;
        }

        void file(String name, String text) {
            PlaybookJson file;
            try {
                file = format.read(text, PlaybookJson.class);
                file.check();
            } catch (IllegalArgumentException e) {
                failures.add(Failure.of(name, "", e));
                return;
            }
            for (int i = 0; i < file.entries().size(); i++) {
                String pointer = "/entries/" + i;
                try {
                    entry(file.kind(), file.entries().get(i));
                } catch (RuntimeException e) {
                    failures.add(Failure.of(name, pointer, e));
                }
            }
        }

        private void entry(String kind, JsonTree entry) {
            switch (kind) {
                case "evidence-kind" ->
                    kinds = kinds.with(entry.as(KindJson.class).toKind());
                case "practice" ->
                    practices = practices.with(entry.as(PracticeJson.class).toPractice());
                case "assessment" ->
                    assessments =
                            assessments.with(entry.as(AssessmentJson.class).toAssessment());
                case "procedure" ->
                    procedures = procedures.with(entry.as(ProcedureJson.class).toProcedure());
                case "skill" -> skills = skills.with(entry.as(SkillJson.class).toSkill());
                case "standard" ->
                    standards = standards.with(entry.as(StandardJson.class).toStandard());
                case "scorecard" ->
                    scorecards = scorecards.with(entry.as(ScorecardJson.class).toScorecard());
                default ->
                    trainings = trainings.with(entry.as(TrainingJson.class).toTraining());
            }
        }
    }
}
