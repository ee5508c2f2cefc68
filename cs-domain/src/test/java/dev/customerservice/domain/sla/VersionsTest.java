package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.TicketCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Versions of one policy: at most one holds for a ticket, whatever else the book lets hold. */
class VersionsTest {
    private static final SlaPolicy OLD = policy("gold", hours(RESOLUTION, 2)).withEffectiveUntil(at("03T12:00"));
    private static final SlaPolicy NEXT =
            policy("gold", hours(RESOLUTION, 8)).withVersion("2").withEffectiveFrom(at("03T12:00"));
    private static final SlaPolicy SILVER = policy("silver", hours(RESOLUTION, 16));
    /** Created on Tuesday at nine, touched at thirteen. */
    private static final Story TUESDAY = created("03T09:00").tagged("03T13:00", "a");

    private static SlaPlan plan(SlaBook book) {
        return book.resolve(CalendarBook.of(OFFICE));
    }

    @Test
    void doNotHoldSideBySideEvenWherePoliciesDo() {
        SlaBook all = SlaBook.of(OLD, SILVER, NEXT).withMatching(Matching.ALL);
        for (Adopt adopt : Adopt.values()) {
            SlaReadings readings = TUESDAY.read("03T14:00", plan(all.withAdopt(adopt)));
            assertEquals(
                    List.of(adopt == Adopt.NEVER ? "1" : "2", "1"),
                    readings.all().stream().map(SlaReading::policyVersion).toList(),
                    "gold once, and silver");
            SlaReading gold = readings.under(OLD.id()).get(RESOLUTION);
            assertEquals(
                    adopt == Adopt.NEVER ? List.of() : List.of(at("03T11:00")),
                    gold.priorBreaches(),
                    "the breach of the version before is remembered");
            assertEquals(
                    SlaState.RUNNING,
                    readings.under(SILVER.id()).get(RESOLUTION).state());
        }
    }

    @Test
    void takeOverFromOneAnotherBesideOtherPolicies() {
        SlaPolicy late = policy("gold", hours(RESOLUTION, 4).withRetarget(Retarget.RESTART))
                .withVersion("2")
                .withEffectiveFrom(at("03T10:00"));
        SlaBook all = SlaBook.of(late, OLD, SILVER).withMatching(Matching.ALL).withAdopt(Adopt.WHEN_EFFECTIVE);
        SlaReadings readings = created("03T09:00").read("03T10:30", plan(all));
        assertEquals(
                maybe("03T14:00"), readings.under(late.id()).get(RESOLUTION).dueAt(), "four hours from ten");
        assertEquals(
                maybe("04T17:00"), readings.under(SILVER.id()).get(RESOLUTION).dueAt());
    }

    @Test
    void mustNotComeAfterEachOtherInACircle() {
        SlaMetric first = SlaMetric.builder().from(RESOLUTION).id("first").build();
        SlaMetric second = SlaMetric.builder().from(RESOLUTION).id("second").build();
        SlaPolicy one = policy("gold", hours(first.withAfter(second.id()), 1));
        SlaPolicy other = policy("gold", hours(second.withAfter(first.id()), 1)).withVersion("2");
        SlaBook.Builder book = SlaBook.builder().addPolicies(one, other).matching(Matching.ALL);
        assertThrows(SlaException.class, book::build);
        SlaBook sideBySide = SlaBook.builder()
                .addPolicies(one, other.withId(SILVER.id()))
                .matching(Matching.ALL)
                .build();
        assertEquals(2, sideBySide.policies().size(), "policies that hold side by side do not wait for each other");
    }

    @Test
    void ofAnotherPolicyAreNothingToATicketThatWasMatchedAtItsCreation() {
        SlaPolicy calm = policy("calm", hours(RESOLUTION, 8)).withAppliesTo(not(tag("a")));
        SlaPolicy other = SILVER.withEffectiveFrom(at("03T15:00"));
        SlaPlan plan =
                plan(SlaBook.of(calm, other).withRematch(Rematch.AT_CREATION).withAdopt(Adopt.WHEN_EFFECTIVE));
        SlaReading reading = TUESDAY.read("03T16:00", plan).get(RESOLUTION);
        assertEquals(calm.id(), reading.policy());
        assertEquals(SlaState.RUNNING, reading.state(), "it fits no more, but nothing is matched again");
        SlaPlan ending = plan(SlaBook.of(calm.withEffectiveUntil(at("03T15:00")))
                .withRematch(Rematch.AT_CREATION)
                .withAdopt(Adopt.WHEN_EFFECTIVE));
        assertEquals(
                SlaState.RUNNING,
                TUESDAY.read("03T16:00", ending).get(RESOLUTION).state(),
                "nor when its term ends");
    }

    @Test
    void areChosenAnewOnceTheOneThatIsKeptFitsNoMore() {
        SlaPolicy calm = OLD.withAppliesTo(not(tag("a")));
        SlaPlan plan = plan(SlaBook.of(NEXT, calm, SILVER).withAdopt(Adopt.NEVER));
        PolicyMatch match = plan.match(TUESDAY.history(), at("03T13:00")).get(0);
        assertEquals(Optional.of("2"), match.version(), "and not silver until the next event");
        assertEquals(at("03T13:00"), match.since());
    }

    @Test
    void thatAreKeptAreTheLastThatIsAsked() {
        Story untouched = created("03T09:00").reply("03T13:00");
        SlaPlan plan = plan(SlaBook.of(NEXT, OLD, SILVER).withAdopt(Adopt.NEVER));
        PolicyMatch match = plan.match(untouched.history(), at("03T13:00")).get(0);
        assertEquals(Optional.of("1"), match.version());
        assertEquals(
                List.of("2", "1"),
                match.tried().stream().map(PolicyMatch.Attempt::version).toList());
    }

    @Test
    void ofOneNameButTwoDefinitionsHaveBreachesOfTheirOwn() {
        SlaPolicy calm = policy("calm", hours(RESOLUTION, 1)).withAppliesTo(not(tag("a")));
        SlaPolicy touched = policy("touched", hours(RESOLUTION.withPausedWhile(tag("never")), 2));
        SlaPlan none = plan(SlaBook.of(policy("late", hours(RESOLUTION, 80))));
        SlaPlan both = plan(SlaBook.of(calm, touched));
        WhatIf difference = WhatIf.compare(none, both, List.of(TUESDAY.history()), at("03T16:00"));
        assertEquals(new WhatIf.Tally(2, 0), difference.total());
        assertEquals(Map.of("calm", new WhatIf.Tally(1, 0), "touched", new WhatIf.Tally(1, 0)), difference.byPolicy());
        SlaPlan one = plan(SlaBook.of(calm.withAppliesTo(TicketCondition.always())));
        WhatIf more = WhatIf.compare(one, both, List.of(TUESDAY.history()), at("03T16:00"));
        assertEquals(Map.of("touched", new WhatIf.Tally(1, 0)), more.byPolicy(), "the other is seen by both");
        assertEquals(
                new WhatIf.Tally(0, 1),
                WhatIf.compare(both, one, List.of(TUESDAY.history()), at("03T16:00"))
                        .total());
    }

    @Test
    void areAskedAtTheInstantAtWhichTheyTakeOver() {
        SlaBook book = SlaBook.of(NEXT, OLD);
        Story story = created("03T09:00").reply("03T11:00");
        List<Boolean> adopting =
                plan(book.withAdopt(Adopt.WHEN_EFFECTIVE))
                        .match(story.history(), at("03T12:30"))
                        .get(0)
                        .tried()
                        .stream()
                        .map(PolicyMatch.Attempt::effective)
                        .toList();
        assertEquals(List.of(true), adopting);
        List<Boolean> waiting = plan(book).match(story.history(), at("03T12:30")).get(0).tried().stream()
                .map(PolicyMatch.Attempt::effective)
                .toList();
        assertEquals(List.of(false, true), waiting, "as they were at eleven");
    }

    @Test
    void thatHeldAreNotAmongThoseThatNeverDid() {
        SlaPlan all = plan(SlaBook.of(SILVER, OLD));
        assertEquals(
                List.of(OLD),
                WhatIf.compare(all, all, List.of(TUESDAY.history()), at("03T14:00"))
                        .neverHeld());
    }

    private static String version(SlaBook book, Story story, String asOf) {
        SlaPlan plan = plan(book);
        PolicyMatch match =
                plan.match(story.history(), at(asOf)).get(plan.lanes().size() - 1);
        return match.policy().map(id -> id.value()).orElse("none")
                + match.version().map(" "::concat).orElse("");
    }

    @Test
    void areAdoptedFromAnyPlaceInTheBook() {
        SlaBook creation = SlaBook.of(OLD, NEXT).withAdopt(Adopt.WHEN_EFFECTIVE).withRematch(Rematch.AT_CREATION);
        assertEquals("gold 2", version(creation, TUESDAY, "03T12:00"));
        SlaBook side = creation.withPolicies(SILVER, OLD, NEXT).withMatching(Matching.ALL);
        assertEquals("gold 2", version(side, TUESDAY, "03T12:00"));
        SlaPolicy calm = OLD.withAppliesTo(not(tag("a")));
        SlaPolicy late = NEXT.withEffectiveFrom(at("03T15:00"));
        SlaBook kept = side.withPolicies(SILVER, calm.withEffectiveUntil(Optional.empty()), late);
        assertEquals("gold 1", version(kept, TUESDAY, "03T16:00"), "it is effective still, though it fits no more");
        SlaBook ended = creation.withPolicies(SILVER.withAppliesTo(tag("a")), OLD);
        assertEquals("gold 1", version(ended, TUESDAY, "03T16:00"), "nothing takes over from it");
    }

    @Test
    void thatWerePutOnATicketStayWhateverBegins() {
        Story pinned = created("03T09:00").applied("03T10:00", "gold", "1");
        SlaBook book = SlaBook.of(OLD, NEXT).withAdopt(Adopt.WHEN_EFFECTIVE);
        assertEquals("gold 1", version(book, pinned, "03T13:00"));
        assertEquals("gold 1", version(book.withPolicies(NEXT, OLD), pinned, "03T13:00"));
        SlaBook side = book.withPolicies(SILVER, NEXT, OLD).withMatching(Matching.ALL);
        assertEquals("gold 1", version(side, pinned, "03T13:00"));
        assertEquals(
                SlaState.RUNNING,
                pinned.read("03T10:30", plan(side))
                        .under(SILVER.id())
                        .get(RESOLUTION)
                        .state(),
                "silver holds beside it");
    }

    @Test
    void thatAreKeptGiveWayToAnotherPolicyThatComesFirst() {
        SlaBook book = SlaBook.of(SILVER.withAppliesTo(tag("a")), OLD, NEXT).withAdopt(Adopt.NEVER);
        assertEquals("gold 1", version(book, TUESDAY, "03T12:59"));
        assertEquals("silver 1", version(book, TUESDAY, "03T13:00"));
        Story touched = created("03T09:00").reply("03T13:00");
        PolicyMatch match = plan(SlaBook.of(OLD, NEXT).withAdopt(Adopt.NEVER))
                .match(touched.history(), at("03T13:00"))
                .get(0);
        assertEquals(
                List.of("1"),
                match.tried().stream().map(PolicyMatch.Attempt::version).toList());
        PolicyMatch none = plan(SlaBook.of(SILVER.withAppliesTo(tag("b"))))
                .match(touched.history(), at("03T13:00"))
                .get(0);
        assertEquals(Optional.empty(), none.policy());
        assertEquals(
                List.of(Optional.of(tag("b"))),
                none.tried().stream().map(PolicyMatch.Attempt::failing).toList());
    }

    @Test
    void defineWhatComesBeforeAMilestoneEachInItsOwnWay() {
        SlaMetric contact = SlaMetric.builder()
                .id("contact")
                .start(TicketCondition.always())
                .finish(tag("a"))
                .build();
        SlaMetric other = contact.withFinish(tag("b"));
        SlaMetric next = RESOLUTION.withAfter(contact.id());
        SlaPolicy vip = policy("vip", hours(contact, 1), hours(next, 4)).withAppliesTo(tag("vip"));
        SlaPolicy rest = policy("rest", hours(other, 1), hours(next, 4));
        Story plain = created("03T09:00").tagged("03T10:00", "b");
        assertEquals(
                maybe("03T14:00"), plain.read("03T11:00", vip, rest).get(next).dueAt());
        assertEquals(
                SlaState.NOT_STARTED,
                created("03T09:00")
                        .tagged("03T10:00", "a")
                        .read("03T11:00", vip, rest)
                        .get(next)
                        .state());
    }
}
