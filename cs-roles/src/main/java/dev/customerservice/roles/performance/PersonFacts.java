package dev.customerservice.roles.performance;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.role.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person in one period, as numbers. It is made on demand from the log and holds personal data: its {@code toString} shows none.
 *
 * <p>What is shared by two people, such as a conflict, stands in the row of the one whose id comes first, so that sums count it once.
 *
 * @param person the person
 * @param team the team
 * @param manager whom the person reports to; empty for somebody who is nobody's direct report
 * @param period the period, in local dates of the team
 * @param numbers the numbers; a number that is absent is unknown for {@link Figure#DAYS_SINCE_GROWTH} and 0 for all others
 */
public record PersonFacts(
        AgentId person, TeamId team, Optional<AgentId> manager, Period period, Map<Figure, Long> numbers)
        implements Fact {

    /** What is counted of a person in a period. */
    public enum Figure {
        /** The dates on which the person belonged to the team. */
        PRESENT_DAYS,
        /** Promotions and new opportunities taken. */
        ADVANCED,
        /** Departures. */
        LEFT,
        /** Departures that the team regrets. */
        LEFT_REGRETTED,
        /** Behaviours of the person on which feedback was due. */
        FEEDBACK_DUE,
        /** Those on which it came in time. */
        FEEDBACK_ON_TIME,
        /** Feedback received that asks for more of the same. */
        POSITIVE,
        /** Feedback received that asks for something else. */
        CORRECTIVE,
        /** Feedback given to peers. */
        PEER_GIVEN,
        /** Feedback given to the own manager. */
        UPWARD_GIVEN,
        /** Pairs of people in which one gave the other feedback. */
        PAIRS,
        /** Pairs in which both did. */
        TWO_WAY_PAIRS,
        /** Minutes of development received for the work, those of mentoring given included. */
        PROFESSIONAL_MINUTES,
        /** Minutes of development received as a person. */
        PERSONAL_MINUTES,
        /** Ideas raised. */
        IDEAS,
        /** Ideas of the person that were adopted. */
        IDEAS_ADOPTED,
        /** Opposing opinions recorded. */
        DISSENT,
        /** Recognitions received. */
        RECOGNITIONS,
        /** Incidents of conduct. */
        INCIDENTS,
        /** Promises that came due. */
        PROMISES_DUE,
        /** Promises kept in time. */
        PROMISES_ON_TIME,
        /** Conflicts that ended. */
        CONFLICTS,
        /** Conflicts that ended without a manager. */
        CONFLICTS_SELF_SOLVED,
        /** Minutes of strategic work. */
        STRATEGIC_MINUTES,
        /** Minutes of daily operations. */
        OPERATIONAL_MINUTES,
        /** Minutes in the queue with customers. */
        QUEUE_MINUTES,
        /**
         * Dates from the last gain of skill or change of role, or from joining, to the end of the period; a level found again, a certificate
         * renewed and a test failed are no gain.
         */
        DAYS_SINCE_GROWTH
    }

    /** Copies the numbers. */
    public PersonFacts {
        Map<Figure, Long> copy = new EnumMap<>(Figure.class);
        copy.putAll(numbers);
        numbers = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads one row for each person who belonged to a team in a period, or left or advanced in it, as the log stood at its end.
     *
     * @param log what has happened
     * @param team the team, with all who belonged to it
     * @param period the period, in the zone of the team
     * @param practices the practices; {@code feedback-within-three-days} and {@code deliverable-on-time} say what is in time, and
     *     without them nothing was due
     * @return the rows by person id
     */
    public static List<PersonFacts> of(EvidenceLog log, Team team, Period period, Catalogue<Practice> practices) {
        return of(log, team, period, practices, CalendarBook.of(List.of()));
    }

    /**
     * Reads the same where practices count working days.
     *
     * @param log what has happened
     * @param team the team, with all who belonged to it
     * @param period the period, in the zone of the team
     * @param practices the practices, as above
     * @param calendars the calendars by whose open dates they count
     * @return the rows by person id
     */
    public static List<PersonFacts> of(
            EvidenceLog log, Team team, Period period, Catalogue<Practice> practices, CalendarBook calendars) {
        return new PeopleReader(log, team, period, practices, calendars).rows();
    }

    /**
     * Looks a number up.
     *
     * @param figure what is asked
     * @return the number, 0 when absent
     */
    public long number(Figure figure) {
        return numbers.getOrDefault(figure, 0L);
    }

    /** {@return the number of dates of the period} */
    public long daysOfPeriod() {
        return ChronoUnit.DAYS.between(period.from(), period.untilExclusive());
    }

    @Override
    public Instant at() {
        return period.startInclusive();
    }

    @Override
    public Attributes as() {
        return new Belonging(person, team);
    }

    @Override
    public Instant asOf() {
        return period.endExclusive();
    }

    @Override
    public Attributes latest() {
        return as();
    }

    /** {@return the period and how many numbers there are} */
    @Override
    public String toString() {
        return "PersonFacts[" + period + ", " + numbers.size() + " numbers]";
    }
}
