package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Open time that is made of calendars: a calendar has no label, a timeline and sites that follow the sun have one, and a book holds all
 * of them by their ids.
 */
final class Times {
    private static final String TYPE = "type";
    private static final String TIMELINE = "timeline";
    private static final String SUN = "follow_the_sun";
    private static final String ALWAYS = "always";

    private Times() {}

    static List<JsonForm<?>> forms() {
        return ImmutableList.of(
                JsonForm.of(CalendarTimeline.class, Times::labelled, tree -> read(tree, CalendarTimeline.class)),
                JsonForm.of(FollowTheSun.class, Times::labelled, tree -> read(tree, FollowTheSun.class)),
                JsonForm.reading(BusinessTime.class, tree -> time(tree, Set.of())),
                JsonForm.of(CalendarBook.class, Times::written, Times::book));
    }

    /** Open time with its label, and with its id where it stands in a book. */
    @JsonPropertyOrder({"id", "type", "versions", "until", "sites"})
    record Labelled(
            Optional<CalendarId> id,
            String type,
            Optional<List<Version>> versions,
            Optional<Instant> until,
            Optional<List<Site>> sites) {

        Labelled under(CalendarId name) {
            return new Labelled(Optional.of(name), type, versions, until, sites);
        }
    }

    /** A time of a timeline. */
    @JsonPropertyOrder({"from", "time"})
    record Version(Optional<Instant> from, Object time) {}

    /** A place that the sun passes. */
    @JsonPropertyOrder({"site", "time"})
    record Site(CalendarId site, Object time) {}

    /** A calendar as it is, all else with its label. */
    private static Object written(BusinessTime time) {
        return time instanceof BusinessCalendar ? time : labelled(time);
    }

    private static Labelled labelled(BusinessTime time) {
        if (time instanceof CalendarTimeline timeline) {
            List<CalendarTimeline.Version> versions = timeline.versions();
            return new Labelled(
                    Optional.empty(),
                    TIMELINE,
                    Optional.of(versions.stream()
                            .map(version -> new Version(version.fromInclusive(), written(version.time())))
                            .toList()),
                    versions.get(versions.size() - 1).untilExclusive(),
                    Optional.empty());
        }
        if (time instanceof FollowTheSun sun) {
            return new Labelled(
                    Optional.empty(),
                    SUN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(sun.sites().entrySet().stream()
                            .map(site -> new Site(site.getKey(), written(site.getValue())))
                            .toList()));
        }
        JsonTree.require(
                time.equals(BusinessTime.always()),
                Reason.NO_FORM,
                "must be a calendar, a timeline, sites that follow the sun or round the clock to be written; other open time has no form.");
        return new Labelled(Optional.empty(), ALWAYS, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Object> written(CalendarBook book) {
        List<Object> entries = new ArrayList<>();
        for (CalendarId id : book.ids()) {
            BusinessTime time = book.get(id);
            if (time instanceof BusinessCalendar calendar) {
                // A calendar under another name than its own is a timeline of one version.
                entries.add(
                        calendar.id().equals(id)
                                ? calendar
                                : labelled(CalendarTimeline.of(time)).under(id));
            } else {
                entries.add(labelled(time).under(id));
            }
        }
        return entries;
    }

    /** Reads open time of any kind where that kind is wanted. */
    private static <T extends BusinessTime> T read(JsonTree tree, Class<T> wanted) {
        BusinessTime time = time(tree, Set.of());
        JsonTree.require(
                wanted.isInstance(time),
                Reason.UNKNOWN_LABEL,
                "must have the label of the kind that is wanted here as type.");
        return wanted.cast(time);
    }

    private static CalendarBook book(JsonTree tree) {
        JsonTree.require(tree.isList(), Reason.WRONG_TYPE, "must be a list in square brackets.");
        return tree.size() == 0 ? CalendarBook.of() : tree.fold(first -> with(CalendarBook.of(), first), Times::with);
    }

    private static CalendarBook with(CalendarBook book, JsonTree entry) {
        BusinessTime time = time(entry, Set.of("id"));
        CalendarId id = time instanceof BusinessCalendar calendar
                ? calendar.id()
                : entry.required("id", found -> found.as(CalendarId.class));
        JsonTree.require(!book.contains(id), Reason.NOT_ALLOWED, "must have an id that occurs once in the book.");
        return book.with(id, time);
    }

    private static BusinessTime time(JsonTree tree, Set<String> beside) {
        JsonTree.require(
                tree.isObject(),
                Reason.WRONG_TYPE,
                "must be an object: a calendar, or open time with its label as type.");
        if (!tree.has(TYPE)) {
            return tree.as(BusinessCalendar.class);
        }
        String label = tree.required(TYPE, found -> found.as(String.class));
        return switch (label) {
            case TIMELINE -> {
                tree.requireKnown(beside, TYPE, "versions", "until");
                yield timeline(tree);
            }
            case SUN -> {
                tree.requireKnown(beside, TYPE, "sites");
                yield sun(tree);
            }
            case ALWAYS -> {
                tree.requireKnown(beside, TYPE);
                yield BusinessTime.always();
            }
            default ->
                throw new JsonFormatException(
                        Reason.UNKNOWN_LABEL,
                        "/" + TYPE,
                        "must be one of [" + TIMELINE + ", " + SUN + ", " + ALWAYS + "].");
        };
    }

    private static BusinessTime member(JsonTree tree) {
        return tree.required("time", time -> time(time, Set.of()));
    }

    private static CalendarTimeline timeline(JsonTree tree) {
        CalendarTimeline whole = tree.required(
                "versions",
                versions -> versions.fold(
                        version -> {
                            version.requireKnown("time");
                            JsonTree.require(
                                    !version.has("from"),
                                    Reason.NOT_ALLOWED,
                                    "must have no from: the first version of a timeline holds from ever on.");
                            return CalendarTimeline.of(member(version));
                        },
                        (before, version) -> {
                            version.requireKnown("from", "time");
                            Instant from = version.required("from", found -> found.as(Instant.class));
                            return before.then(from, member(version));
                        }));
        return tree.has("until") ? tree.required("until", until -> whole.until(until.as(Instant.class))) : whole;
    }

    private static FollowTheSun sun(JsonTree tree) {
        return tree.required(
                "sites",
                sites -> sites.fold(
                        site -> FollowTheSun.of(place(site), member(site)),
                        (before, site) -> before.with(place(site), member(site))));
    }

    private static CalendarId place(JsonTree site) {
        site.requireKnown("site", "time");
        return site.required("site", found -> found.as(CalendarId.class));
    }
}
