package dev.customerservice.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.testing.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Traits tell of each event what the conditions they decide say of the ticket itself. */
class TraitsProperties {
    private static List<TicketCondition> told() {
        List<TicketCondition> conditions = new ArrayList<>();
        for (String question : Policies.QUESTIONS) {
            Attribute attribute = Attribute.parse(question);
            conditions.add(TicketCondition.is(attribute));
            conditions.add(TicketCondition.is(attribute, "false"));
            conditions.add(TicketCondition.is(attribute, "false", "true"));
            conditions.add(TicketCondition.is(attribute, "perhaps"));
        }
        for (StatusCategory category : StatusCategory.values()) {
            conditions.add(TicketCondition.status(category, StatusCategory.SOLVED));
        }
        for (ActorKind kind : ActorKind.values()) {
            conditions.add(TicketCondition.is(Attribute.CREATED_BY, kind.name().toLowerCase(Locale.ROOT)));
        }
        conditions.add(TicketCondition.is(Attribute.CREATED_BY, "nobody"));
        Arrays.stream(Happening.values()).map(TicketCondition::happened).forEach(conditions::add);
        return conditions;
    }

    @Property(tries = 300)
    void traitsDecideWhatTheyTell(@ForAll("histories") TicketHistory history) {
        TicketCursor cursor = history.cursor();
        while (cursor.next()) {
            long traits = history.traitsAt(cursor.position());
            for (TicketCondition condition : told()) {
                OptionalLong deciding = Traits.deciding(condition);
                assertTrue(deciding.isPresent(), condition.toString());
                assertEquals(
                        condition.holds(cursor, cursor.event()),
                        (traits & deciding.getAsLong()) != 0,
                        condition + " after " + cursor.event());
            }
        }
        assertEquals(history.events().size(), history.length());
    }

    @Provide
    static Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Property(tries = 100)
    void aShorterHistoryHasTheSameTraits(@ForAll("histories") TicketHistory history) {
        Instant middle = history.events().get(history.length() / 2).at();
        TicketHistory shorter = history.until(middle).orElseThrow();
        for (int position = 0; position < shorter.length(); position++) {
            assertEquals(history.traitsAt(position), shorter.traitsAt(position));
        }
    }

    @Example
    void anEventIsOfOneKindAtMost() {
        TicketId ticket = TicketId.of("T-1");
        List<Actor> authors =
                List.of(Actor.customer("c-7"), Actor.agent("ana"), Actor.bot("greeter"), Actor.automation("rules"));
        for (Actor author : authors) {
            for (Audience audience : Audience.values()) {
                TicketEvent message = MessageAdded.of(EventHead.of(ticket, Instant.EPOCH, author), audience);
                List<Happening> kinds = Stream.of(Happening.values())
                        .filter(kind -> kind.is(message))
                        .toList();
                assertTrue(kinds.size() <= 1, kinds.toString());
                long traits = TicketHistory.of(
                                new TicketCreated(EventHead.of(ticket, Instant.EPOCH, author), TicketDetails.none()),
                                message)
                        .traitsAt(1);
                assertEquals(Traits.of(kinds.toArray(Happening[]::new)), traits & Traits.of(Happening.values()));
            }
        }
    }

    @Example
    void whatHasManyValuesIsNotTold() {
        assertTrue(Traits.deciding(TicketCondition.priority(Priority.HIGH)).isEmpty());
        assertTrue(Traits.deciding(TicketCondition.marked("called")).isEmpty());
        assertTrue(Traits.deciding(TicketCondition.tag("vip")).isEmpty());
        assertTrue(Traits.deciding(TicketCondition.status(Status.OPEN)).isEmpty());
    }
}
