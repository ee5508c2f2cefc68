package dev.customerservice.roles.routing;

import java.time.Instant;

/** A piece of work as a team sees it at an instant: what it weighs, and what is known of its channel. */
record Demand(WorkItem work, long weight, Instant now, Floor.Lane lane) {}
