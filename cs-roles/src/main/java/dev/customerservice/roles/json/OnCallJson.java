package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.name;
import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Rotation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An on-call schedule in a file. */
record OnCallJson(
        @Nullable String role,
        @Nullable List<RotationJson> layers,
        @Nullable List<ArrangedJson> arranged,
        @Nullable List<OverrideJson> overrides) {

    static OnCallJson of(OnCallSchedule schedule) {
        return new OnCallJson(
                schedule.role().value(),
                written(schedule.layers(), RotationJson::of),
                written(schedule.arranged(), ArrangedJson::of),
                written(schedule.overrides(), OverrideJson::of));
    }

    private static <T, F> @Nullable List<F> written(List<T> values, Function<T, F> form) {
        return values.isEmpty() ? null : values.stream().map(form).toList();
    }

    OnCallSchedule toSchedule() {
        OnCallSchedule.Builder schedule = OnCallSchedule.builder();
        schedule.role(RoleId.of(need(role, "role")));
        list(layers).forEach(layer -> schedule.addLayer(layer.toLayer()));
        list(arranged).forEach(each -> schedule.addArranged(each.toArranged()));
        list(overrides).forEach(each -> schedule.addOverride(each.toChange()));
        return schedule.build();
    }

    /** People who take turns, as a layer in some hours only where these are given. */
    record RotationJson(
            @Nullable String anchor,
            @Nullable String zone,
            @Nullable String unit,
            @Nullable Integer length,
            @Nullable List<AgentId> participants,
            @Nullable BusinessTime hours) {

        static RotationJson of(Rotation rotation) {
            return new RotationJson(
                    rotation.anchor().toString(),
                    rotation.zone().getId(),
                    name(rotation.unit()),
                    rotation.length() == 1 ? null : rotation.length(),
                    rotation.participants(),
                    null);
        }

        static RotationJson of(OnCallSchedule.Layer layer) {
            RotationJson whole = of(layer.rotation());
            return new RotationJson(
                    whole.anchor,
                    whole.zone,
                    whole.unit,
                    whole.length,
                    whole.participants,
                    layer.hours().orElse(null));
        }

        OnCallSchedule.Layer toLayer() {
            return new OnCallSchedule.Layer(turns(), Optional.ofNullable(hours));
        }

        Rotation toRotation() {
            if (hours != null) {
                throw new IllegalArgumentException(
                        "hours must be those of a layer\nMaybe put the rotation into an on-call schedule.");
            }
            return turns();
        }

        private Rotation turns() {
            Rotation rotation = Rotation.of(
                    LocalDateTime.parse(need(anchor, "anchor")),
                    ZoneId.of(need(zone, "zone")),
                    label(need(unit, "unit"), Rotation.Unit.class),
                    list(participants).toArray(AgentId[]::new));
            return length == null ? rotation : rotation.withLength(length);
        }
    }

    /** A time arranged by hand. */
    record ArrangedJson(
            @Nullable String from,
            @Nullable String until,
            @Nullable List<AgentId> people) {
        static ArrangedJson of(OnCallSchedule.Arranged arranged) {
            return new ArrangedJson(
                    arranged.during().startInclusive().toString(),
                    arranged.during().endExclusive().toString(),
                    List.copyOf(arranged.people()));
        }

        OnCallSchedule.Arranged toArranged() {
            return new OnCallSchedule.Arranged(interval(from, until), Set.copyOf(list(people)));
        }
    }

    /** A change to whoever is on call. */
    record OverrideJson(
            @Nullable String from,
            @Nullable String until,
            @Nullable AgentId leaves,
            @Nullable AgentId comes) {
        static OverrideJson of(OnCallSchedule.Change change) {
            return new OverrideJson(
                    change.during().startInclusive().toString(),
                    change.during().endExclusive().toString(),
                    change.leaves().orElse(null),
                    change.comes().orElse(null));
        }

        OnCallSchedule.Change toChange() {
            return new OnCallSchedule.Change(
                    interval(from, until), Optional.ofNullable(leaves), Optional.ofNullable(comes));
        }
    }

    private static Interval interval(@Nullable String from, @Nullable String until) {
        return new Interval(Instant.parse(need(from, "from")), Instant.parse(need(until, "until")));
    }
}
