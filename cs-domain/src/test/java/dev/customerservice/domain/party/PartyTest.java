package dev.customerservice.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartyTest {
    @Test
    void identitiesAreTheirValuesAndNeverBlank() {
        assertEquals(AgentId.of("ana"), new AgentId("ana"));
        assertThrows(IllegalArgumentException.class, () -> AgentId.of(" "));
        assertThrows(IllegalArgumentException.class, () -> CustomerId.of(""));
        assertThrows(IllegalArgumentException.class, () -> OrganizationId.of(""));
        assertThrows(IllegalArgumentException.class, () -> TeamId.of("\t"));
        assertThrows(IllegalArgumentException.class, () -> RoleId.of(""));
        assertThrows(IllegalArgumentException.class, () -> ServiceTier.of(""));
    }

    @Test
    void aCustomerIsNeverShown() {
        assertFalse(Actor.customer("jane.doe@example.org").toString().contains("jane"));
        assertFalse(CustomerId.of("jane.doe@example.org").toString().contains("example"));
    }

    @Test
    void everyActorKnowsItsKind() {
        assertEquals(ActorKind.CUSTOMER, Actor.customer("c-7").kind());
        assertEquals(ActorKind.AGENT, Actor.agent("ana").kind());
        assertEquals(ActorKind.BOT, Actor.bot("greeter").kind());
        assertEquals(ActorKind.AUTOMATION, Actor.automation("rules").kind());
        assertEquals(ActorKind.THIRD_PARTY, Actor.thirdParty("carrier").kind());
        assertEquals(new Actor.Customer(CustomerId.of("c-7")), Actor.customer("c-7"));
        assertEquals(new Actor.Agent(AgentId.of("ana")), Actor.agent("ana"));
        assertEquals(new Actor.Bot("greeter"), Actor.bot("greeter"));
        assertEquals(new Actor.Automation("rules"), Actor.automation("rules"));
        assertEquals(new Actor.ThirdParty("carrier"), Actor.thirdParty("carrier"));
        assertThrows(IllegalArgumentException.class, () -> Actor.bot(" "));
        assertThrows(IllegalArgumentException.class, () -> Actor.automation(""));
        assertThrows(IllegalArgumentException.class, () -> Actor.thirdParty(""));
    }

    @Test
    void aLanguageIsACanonicalTag() {
        assertEquals("zh-Hant-TW", Language.of("ZH-hant-tw").tag());
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> Language.of("en_GB!"));
        assertTrue(String.valueOf(thrown.getMessage()).contains("(en_GB!) must be a BCP 47 tag"), thrown.getMessage());
    }

    @Test
    void whoIsOnDutyIsAskedByRoleAndInstant() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        OnDuty duty = (role, at) ->
                role.equals(RoleId.of("lead")) && at.isBefore(noon) ? Set.of(AgentId.of("ana")) : Set.of();
        assertEquals(Set.of(AgentId.of("ana")), duty.agents(RoleId.of("lead"), noon.minusSeconds(1)));
        assertEquals(Set.of(), duty.agents(RoleId.of("lead"), noon));
    }
}
