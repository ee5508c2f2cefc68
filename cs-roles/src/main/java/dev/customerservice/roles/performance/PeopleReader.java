package dev.customerservice.roles.performance;

import static dev.customerservice.roles.performance.PersonFacts.Figure.*;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.PersonFacts.Figure;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the log of a team into rows of people; nobody downstream sees evidence. */
final class PeopleReader {

    private final EvidenceLog log;
    private final Team team;
    private final Period period;
    private final Catalogue<Practice> practices;
    private final CalendarBook calendars;

    PeopleReader(EvidenceLog log, Team team, Period period, Catalogue<Practice> practices, CalendarBook calendars) {
        this.log = log.asOf(period.endExclusive());
        this.team = team;
        this.period = period;
        this.practices = practices;
        this.calendars = calendars;
    }

    List<PersonFacts> rows() {
        List<PersonFacts> rows = new ArrayList<>();
        team.members().stream()
                .filter(member -> presentDays(member) > 0 || isToldOf(member))
                .sorted(Comparator.comparing(member -> member.person().value()))
                .forEach(member -> rows.add(
                        new PersonFacts(member.person(), team.id(), member.manager(), period, numbers(member))));
        return List.copyOf(rows);
    }

    /** Whether somebody who is there on no date of the period has left or advanced in it, as on the first date no longer there. */
    private boolean isToldOf(TeamMember member) {
        EvidenceLog own = log.about(Subject.person(member.person()));
        return count(own, "person.left") + count(own, "person.advanced") > 0;
    }

    private Map<Figure, Long> numbers(TeamMember member) {
        Subject person = Subject.person(member.person());
        EvidenceLog own = log.about(person);
        Map<Figure, Long> numbers = new EnumMap<>(Figure.class);
        numbers.put(PRESENT_DAYS, presentDays(member));
        numbers.put(ADVANCED, count(own, "person.advanced"));
        numbers.put(LEFT, count(own, "person.left"));
        numbers.put(
                LEFT_REGRETTED,
                in(own, "person.left").filter(each -> isSet(each, "regretted")).count());
        ratio("feedback-within-three-days", member).ifPresent(kept -> {
            numbers.put(FEEDBACK_ON_TIME, kept.numerator());
            numbers.put(FEEDBACK_DUE, kept.denominator());
        });
        ratio("deliverable-on-time", member).ifPresent(kept -> {
            numbers.put(PROMISES_ON_TIME, kept.numerator());
            numbers.put(PROMISES_DUE, kept.denominator());
        });
        numbers.put(POSITIVE, feedback(own, "tone", "POSITIVE").count());
        numbers.put(CORRECTIVE, feedback(own, "tone", "CORRECTIVE").count());
        numbers.put(PEER_GIVEN, given(person, "PEER").count());
        numbers.put(UPWARD_GIVEN, given(person, "UPWARD").count());
        pairs(member.person(), numbers);
        numbers.put(
                PROFESSIONAL_MINUTES,
                minutes(in(own, "development.invested").filter(each -> !is(each, "nature", "PERSONAL")))
                        + minutes(in(own, "mentoring.given")));
        numbers.put(
                PERSONAL_MINUTES,
                minutes(in(own, "development.invested").filter(each -> is(each, "nature", "PERSONAL"))));
        numbers.put(IDEAS, by(person, "idea.raised").count());
        numbers.put(DISSENT, by(person, "dissent.recorded").count());
        numbers.put(IDEAS_ADOPTED, adopted(person));
        numbers.put(RECOGNITIONS, count(own, "recognition.given"));
        numbers.put(INCIDENTS, count(own, "incident.reported"));
        List<Evidence> ended = in(own, "conflict.closed")
                .filter(each -> isFirst(member.person(), each))
                .toList();
        numbers.put(CONFLICTS, (long) ended.size());
        numbers.put(
                CONFLICTS_SELF_SOLVED,
                ended.stream().filter(each -> isSet(each, "withoutManager")).count());
        numbers.put(STRATEGIC_MINUTES, time(own, "STRATEGIC"));
        numbers.put(OPERATIONAL_MINUTES, time(own, "OPERATIONAL"));
        numbers.put(QUEUE_MINUTES, time(own, "QUEUE"));
        sinceGrowth(member, own).ifPresent(days -> numbers.put(DAYS_SINCE_GROWTH, days));
        return numbers;
    }

    private long presentDays(TeamMember member) {
        return period.from()
                .datesUntil(period.untilExclusive())
                .filter(member::isPresentOn)
                .count();
    }

    /** What a practice says was done in time, of what came due for one person; empty without the practice or without data. */
    private Optional<Ratio> ratio(String practice, TeamMember member) {
        Practice.Participant participant =
                new Practice.Participant(List.of(Subject.person(member.person())), member.joinedOn(), member.leftOn());
        return practices
                .find(practice)
                .flatMap(found -> found.readAbout(
                                log, List.of(participant), period.endExclusive(), period.zone(), calendars)
                        .onTime(period)
                        .amount());
    }

    /** The peers with whom the person exchanged feedback, each pair in the row of the first of the two. */
    private void pairs(AgentId person, Map<Figure, Long> numbers) {
        Set<String> received = new TreeSet<>();
        feedback(log.about(Subject.person(person)), "direction", "PEER")
                .flatMap(each -> each.by().stream())
                .forEach(giver -> received.add(giver.id()));
        Set<String> given = new TreeSet<>();
        given(Subject.person(person), "PEER")
                .flatMap(each -> each.subject("person").stream())
                .forEach(receiver -> given.add(receiver.id()));
        Set<String> either = new TreeSet<>(received);
        either.addAll(given);
        Set<String> both = new HashSet<>(received);
        both.retainAll(given);
        numbers.put(
                PAIRS,
                either.stream()
                        .filter(other -> person.value().compareTo(other) < 0)
                        .count());
        numbers.put(
                TWO_WAY_PAIRS,
                both.stream()
                        .filter(other -> person.value().compareTo(other) < 0)
                        .count());
    }

    private long adopted(Subject person) {
        Set<String> ideas = new HashSet<>();
        log.of("idea.raised").stream()
                .filter(idea -> idea.by().filter(person::equals).isPresent())
                .forEach(idea -> ideas.add(idea.id()));
        return in(log, "idea.adopted")
                .filter(each -> each.answers().filter(ideas::contains).isPresent())
                .count();
    }

    private Optional<Long> sinceGrowth(TeamMember member, EvidenceLog own) {
        Map<String, BigDecimal> best = new HashMap<>();
        Optional<LocalDate> grown = own.evidence().stream()
                .filter(each -> each.at().isBefore(period.endExclusive()) && isGrowth(each, best))
                .reduce((earlier, later) -> later)
                .map(each -> LocalDate.ofInstant(each.at(), period.zone()));
        return grown.or(member::joinedOn).map(date -> ChronoUnit.DAYS.between(date, period.untilExclusive()));
    }

    /** A level found again, a certificate renewed and a test failed are no growth. */
    private static boolean isGrowth(Evidence evidence, Map<String, BigDecimal> best) {
        return switch (evidence.kind()) {
            case "person.advanced", "person.moved" -> true;
            case "training.completed" ->
                evidence.detail("passed", Detail.Flag.class)
                        .map(Detail.Flag::value)
                        .orElse(true);
            case "skill.assessed", "certificate.granted" -> {
                String skill = evidence.text("skill").orElse("");
                BigDecimal level = evidence.detail("level", Detail.Quantity.class)
                        .map(Detail.Quantity::value)
                        .orElse(BigDecimal.ZERO);
                Optional<BigDecimal> before = Optional.ofNullable(best.get(skill));
                best.merge(skill, level, BigDecimal::max);
                yield before.map(most -> level.compareTo(most) > 0).orElse(true);
            }
            default -> false;
        };
    }

    private Stream<Evidence> feedback(EvidenceLog of, String detail, String value) {
        return in(of, Feedback.GIVEN).filter(each -> is(each, detail, value));
    }

    private Stream<Evidence> given(Subject person, String direction) {
        return by(person, Feedback.GIVEN).filter(each -> is(each, "direction", direction));
    }

    private Stream<Evidence> by(Subject person, String kind) {
        return in(log, kind).filter(each -> each.by().filter(person::equals).isPresent());
    }

    private long count(EvidenceLog of, String kind) {
        return in(of, kind).count();
    }

    private Stream<Evidence> in(EvidenceLog of, String kind) {
        return of.of(kind).stream().filter(each -> period.contains(each.at()));
    }

    private long time(EvidenceLog of, String nature) {
        return minutes(in(of, "time.spent").filter(each -> is(each, "nature", nature)));
    }

    private static long minutes(Stream<Evidence> evidence) {
        return evidence.flatMap(each -> each.detail("hours", Detail.Span.class).stream())
                .map(Detail.Span::value)
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    private static boolean is(Evidence evidence, String detail, String value) {
        return evidence.text(detail).filter(value::equals).isPresent();
    }

    private static boolean isSet(Evidence evidence, String detail) {
        return evidence.detail(detail, Detail.Flag.class)
                .filter(Detail.Flag::value)
                .isPresent();
    }

    private static boolean isFirst(AgentId person, Evidence evidence) {
        return evidence.subject("person").filter(Subject.person(person)::equals).isPresent();
    }
}
