package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.each;
import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.labels;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.name;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;
import static dev.customerservice.roles.json.PlaybookJson.texts;

import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A practice in a file. */
record PracticeJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable Boolean advice,
        @Nullable List<String> groups,
        @Nullable String statement,
        @Nullable List<String> about,
        @Nullable String by,
        @Nullable String among,
        @Nullable CadenceJson cadence,
        @Nullable ProofJson evidence,
        @Nullable Map<String, String> origin) {

    record ProofJson(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String basis,
            @Nullable String sameAcross,
            @Nullable String per) {

        Practice.Proof toProof() {
            return new Practice.Proof(
                    need(kind, "kind"),
                    texts(where),
                    ConditionJson.basis(basis),
                    Optional.ofNullable(sameAcross),
                    Optional.ofNullable(per));
        }
    }

    record CadenceJson(
            @Nullable String rolling,
            @Nullable String each,
            @Nullable Integer atLeast,
            @Nullable String after,
            @Nullable String within,
            @Nullable String by,
            @Nullable String due,
            @Nullable Boolean once,
            @Nullable String grace,
            @Nullable String workingDays,
            @Nullable String precision,
            @Nullable List<CadenceJson> or) {

        static CadenceJson of(Cadence cadence) {
            Cadence.Terms terms = cadence.terms();
            String grace = terms.grace().isZero() ? null : terms.grace().toString();
            String days = terms.workingDays().map(CalendarId::value).orElse(null);
            String precision = name(terms.precision());
            if (cadence instanceof Cadence.Rolling rolling) {
                return new CadenceJson(
                        rolling.every().toString(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        grace,
                        days,
                        precision,
                        null);
            }
            if (cadence instanceof Cadence.Each each) {
                return new CadenceJson(
                        null,
                        name(each.unit()),
                        each.atLeast(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        grace,
                        days,
                        precision,
                        null);
            }
            if (cadence instanceof Cadence.After after) {
                String within = after.within().toString();
                return new CadenceJson(
                        null, null, null, after.kind(), within, null, null, null, grace, days, precision, null);
            }
            if (cadence instanceof Cadence.By by) {
                return new CadenceJson(
                        null, null, null, null, null, by.kind(), by.dueDetail(), null, grace, days, precision, null);
            }
            return new CadenceJson(null, null, null, null, null, null, null, true, grace, days, precision, null);
        }

        Cadence toCadence() {
            if (Stream.of(rolling, each, after, by, once)
                            .filter(Objects::nonNull)
                            .count()
                    != 1) {
                throw new IllegalArgumentException(
                        "cadence must be exactly one of rolling, each, after, by and once\nMaybe \"rolling\": \"P14D\".");
            }
            Cadence cadence = shape();
            Cadence.Terms terms = cadence.terms();
            return cadence.withTerms(new Cadence.Terms(
                    parsed(grace, PlaybookJson::period).orElse(terms.grace()),
                    parsed(workingDays, CalendarId::of),
                    parsed(precision, text -> label(text, Cadence.Precision.class))
                            .orElse(terms.precision())));
        }

        private Cadence shape() {
            if (rolling != null) {
                return Cadence.every(PlaybookJson.period(rolling));
            }
            if (each != null) {
                Cadence.Each window = Cadence.each(label(each, Cadence.Unit.class));
                return new Cadence.Each(window.unit(), atLeast == null ? 1 : atLeast, window.terms());
            }
            if (after != null) {
                return Cadence.after(after, PlaybookJson.period(need(within, "within")));
            }
            return by != null ? Cadence.by(by, need(due, "due")) : Cadence.once();
        }
    }

    Practice toPractice() {
        CadenceJson written = need(cadence, "cadence");
        Practice.Builder practice = Practice.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .advice(Boolean.TRUE.equals(advice))
                .addAllGroups(list(groups))
                .statement(need(statement, "statement"))
                .addAllAbout(list(about))
                .cadence(written.toCadence())
                .putAllOrigin(labels(origin, Catalogue.Origin.class));
        practice.addAllAlternatives(each("cadence/or", written.or(), CadenceJson::toCadence));
        parsed(by, text -> text).ifPresent(practice::by);
        parsed(among, text -> label(text, Practice.Among.class)).ifPresent(practice::among);
        if (evidence != null) {
            practice.evidence(evidence.toProof());
        }
        return practice.build();
    }
}
