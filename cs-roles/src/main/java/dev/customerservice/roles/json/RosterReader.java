package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.json.JsonTree;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.ShiftPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads rosters with their patterns, people, rules and on-call schedules from JSON. Immutable and thread-safe. */
public final class RosterReader {

    /** What a file of this form says first. */
    public static final String FORMAT = "customer-service-roster/1";

    /** All the time that the library knows. */
    private static final Interval TIME =
            new Interval(EpochNanos.toInstant(EpochNanos.MIN), EpochNanos.toInstant(EpochNanos.MAX));

    private final JsonFormat format;

    private RosterReader(JsonFormat format) {
        this.format = format;
    }

    /**
     * Reads in a format.
     *
     * @param format the format of the domain, whose strictness is kept
     * @return the reader
     */
    public static RosterReader of(JsonFormat format) {
        return new RosterReader(format);
    }

    /**
     * What was read.
     *
     * @param patterns the shift patterns by id
     * @param rules the roster rules
     * @param roster the duties, one by one or by pattern, with the people
     * @param onCall the on-call schedules
     * @param failures the entries that could not be read, in the order of the file
     */
    public record Outcome(
            Map<String, ShiftPattern> patterns,
            List<RosterRule> rules,
            Roster roster,
            List<OnCallSchedule> onCall,
            List<PlaybookReader.Failure> failures) {
        /** Copies everything. */
        public Outcome {
            patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
            rules = List.copyOf(rules);
            onCall = List.copyOf(onCall);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Reads a text.
     *
     * @param name the name that failures give the text
     * @param text the JSON text
     * @return what could be read, and the failures
     */
    public Outcome read(String name, String text) {
        try {
            return read(name, format.read(text, RosterJson.class));
        } catch (JsonFormatException e) {
            PlaybookReader.Failure failure = PlaybookReader.Failure.of(name, "", e);
            return new Outcome(Map.of(), List.of(), Roster.of(), List.of(), List.of(failure));
        }
    }

    private static Outcome read(String name, RosterJson file) {
        Map<String, ShiftPattern> patterns = new LinkedHashMap<>();
        List<RosterRule> rules = new ArrayList<>();
        List<Roster.Duty> duties = new ArrayList<>();
        Map<String, Availability> people = new LinkedHashMap<>();
        List<OnCallSchedule> onCall = new ArrayList<>();
        List<PlaybookReader.Failure> failures = new ArrayList<>();
        try {
            if (!FORMAT.equals(file.format())) {
                throw new IllegalArgumentException(
                        "format (" + file.format() + ") must be " + FORMAT + "\nMaybe it is another kind of file.");
            }
            Section section = new Section(name, failures);
            section.read(file.patterns(), "patterns", RosterJson.PatternJson.class, each -> {
                ShiftPattern pattern = each.toPattern();
                once(patterns, pattern.id(), pattern);
            });
            section.read(file.people(), "people", RosterJson.PersonJson.class, each -> {
                Availability person = each.toAvailability();
                person.absent(TIME); // refuses what lies outside of it
                once(people, person.person().value(), person);
            });
            section.read(file.duties(), "duties", RosterJson.DutyJson.class, each -> {
                List<Roster.Duty> read = each.toDuties(patterns);
                read.forEach(duty -> IntervalSet.of(duty.shift().interval())); // refuses what lies outside of time
                duties.addAll(read);
            });
            section.read(file.rules(), "rules", DutyRulesJson.class, each -> rules.add(each.toRule()));
            section.read(file.onCall(), "on_call", OnCallJson.class, each -> onCall.add(each.toSchedule()));
        } catch (IllegalArgumentException e) {
            failures.add(PlaybookReader.Failure.of(name, "", e));
        }
        return new Outcome(patterns, rules, Roster.of(duties).withPeople(people.values()), onCall, failures);
    }

    /** The roster of a file in which nothing may be wrong. */
    static Roster whole(RosterJson file) {
        Outcome read = read("roster", file);
        read.failures().stream().findFirst().ifPresent(failure -> {
            throw new IllegalArgumentException(failure.pointer() + ": " + failure.rule());
        });
        return read.roster();
    }

    private static <T> void once(Map<String, T> known, String id, T entry) {
        if (known.putIfAbsent(id, entry) != null) {
            throw new IllegalArgumentException(
                    "id (" + Shown.of(id) + ") must be given once\nMaybe one of the two is a copy.");
        }
    }

    /** Reads the entries of the sections, each on its own, so that one failure hides no other. */
    private static final class Section {
        private final String name;
        private final List<PlaybookReader.Failure> failures;

        Section(String name, List<PlaybookReader.Failure> failures) {
            this.name = name;
            this.failures = failures;
        }

        <T> void read(@Nullable List<JsonTree> entries, String section, Class<T> type, Consumer<T> take) {
            List<JsonTree> all = PlaybookJson.list(entries);
            for (int i = 0; i < all.size(); i++) {
                try {
                    take.accept(all.get(i).as(type));
                } catch (RuntimeException e) {
                    failures.add(PlaybookReader.Failure.of(name, "/" + section + "/" + i, e));
                }
            }
        }
    }
}
