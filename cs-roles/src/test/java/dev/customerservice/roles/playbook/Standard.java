package dev.customerservice.roles.playbook;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The standard playbook and a small team, for the tests of its entries. */
final class Standard {

    static final Playbook PLAYBOOK = PlaybookReader.of(JsonFormat2.standard()).standard();
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final AgentId MARA = AgentId.of("mara");
    static final AgentId ANA = AgentId.of("ana");
    static final AgentId BEN = AgentId.of("ben");
    static final AgentId CHI = AgentId.of("chi");
    static final AgentId DEE = AgentId.of("dee");
    static final TeamId HARBOUR = TeamId.of("harbour");
    static final Subject TEAM = Subject.team(HARBOUR);
    static final Subject CASE = Subject.of("case", "c1");
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** Mara leads; Chi moves away on 16 March and Dee joins on 2 February. */
    static final Team TEAM_OF_MARA = Team.of(
            HARBOUR,
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ENGINEER).withManager(MARA),
            TeamMember.of(CHI, JobRole.ASSOCIATE).withManager(MARA).withLeftOn(LocalDate.of(2026, 3, 16)),
            TeamMember.of(DEE, JobRole.ASSOCIATE).withManager(MARA).withJoinedOn(LocalDate.of(2026, 2, 2)));

    private Standard() {}

    static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(BERLIN).toInstant();
    }

    static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(BERLIN).toInstant();
    }

    static Instant hour(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    static Evidence happened(String kind, long hour, Subject... about) {
        return Evidence.of(kind + "@" + hour, kind, hour(hour), about);
    }

    static ProcedureReading read(String procedure, EvidenceLog log, Subject about, long hour) {
        Procedure found = PLAYBOOK.procedure(procedure);
        return found.read(log, about, hour(hour), BERLIN).orElseThrow();
    }

    static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).toList();
    }
}
