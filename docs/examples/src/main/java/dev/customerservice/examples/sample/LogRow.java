package dev.customerservice.examples.sample;

import java.util.List;

/** One line of the log; an empty field says "as before". */
record LogRow(
        long second,
        String ticket,
        String event,
        String actorKind,
        String actor,
        String status,
        String priority,
        String channel,
        String category,
        String team,
        String agent,
        String visibility,
        String customer,
        String tier,
        String subject,
        String rating) {
    static final List<String> HEADER = List.of(
            "ticket",
            "at",
            "event",
            "actor_kind",
            "actor",
            "status",
            "priority",
            "channel",
            "category",
            "team",
            "agent",
            "visibility",
            "customer",
            "tier",
            "subject",
            "rating");

    static LogRow of(long second, String ticket, String event, String actorKind, String actor) {
        return new LogRow(second, ticket, event, actorKind, actor, "", "", "", "", "", "", "", "", "", "", "");
    }

    LogRow withStatus(String to) {
        return new LogRow(
                second,
                ticket,
                event,
                actorKind,
                actor,
                to,
                priority,
                channel,
                category,
                team,
                agent,
                visibility,
                customer,
                tier,
                subject,
                rating);
    }

    LogRow withPriority(String to) {
        return new LogRow(
                second,
                ticket,
                event,
                actorKind,
                actor,
                status,
                to,
                channel,
                category,
                team,
                agent,
                visibility,
                customer,
                tier,
                subject,
                rating);
    }

    LogRow withTeam(String toTeam, String toAgent) {
        return new LogRow(
                second,
                ticket,
                event,
                actorKind,
                actor,
                status,
                priority,
                channel,
                category,
                toTeam,
                toAgent,
                visibility,
                customer,
                tier,
                subject,
                rating);
    }

    LogRow withVisibility(String to) {
        return new LogRow(
                second, ticket, event, actorKind, actor, status, priority, channel, category, team, agent, to, customer,
                tier, subject, rating);
    }

    LogRow withRating(int to) {
        return new LogRow(
                second,
                ticket,
                event,
                actorKind,
                actor,
                status,
                priority,
                channel,
                category,
                team,
                agent,
                visibility,
                customer,
                tier,
                subject,
                Integer.toString(to));
    }

    List<String> fields(String at) {
        return List.of(
                ticket,
                at,
                event,
                actorKind,
                actor,
                status,
                priority,
                channel,
                category,
                team,
                agent,
                visibility,
                customer,
                tier,
                subject,
                rating);
    }
}
