package dev.customerservice.domain.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.TicketCondition;
import java.io.IOException;
import java.util.List;

/**
 * Lets people write a target briefly: a standard metric by its name, what pauses it beside it, and a goal for every ticket without a
 * condition. What is written out in full means the same.
 */
final class TargetReader2 extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private static final ImmutableMap<String, SlaMetric> STANDARD = Maps.uniqueIndex(
            List.of(
                    SlaMetric.FIRST_REPLY,
                    SlaMetric.NEXT_REPLY,
                    SlaMetric.PERIODIC_UPDATE,
                    SlaMetric.PAUSABLE_UPDATE,
                    SlaMetric.REQUESTER_WAIT,
                    SlaMetric.AGENT_WORK,
                    SlaMetric.RESOLUTION,
                    SlaMetric.TIME_TO_OWN,
                    SlaMetric.GROUP_OWNERSHIP),
            metric -> metric.id().value());

    private TargetReader2(JsonDeserializer<?> plain) {
        super(plain);
    }

    /** Puts this reader in front of the plain one of targets. */
    static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> plain) {
            return type.getBeanClass() == SlaTarget.Builder.class ? new TargetReader2(plain) : plain;
        }
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
        return new TargetReader2(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        ObjectMapper mapper = (ObjectMapper) parser.getCodec();
        if (tree instanceof ObjectNode target) {
            nameMetric(target, parser, mapper);
            JsonNode always = mapper.valueToTree(TicketCondition.always());
            for (JsonNode goal : target.path("goals")) {
                if (goal instanceof ObjectNode fields && !fields.has("when")) {
                    fields.set("when", always);
                }
            }
        }
        try (JsonParser full = mapper.treeAsTokens(tree)) {
            full.nextToken();
            return super.deserialize(full, context);
        }
    }

    private static void nameMetric(ObjectNode target, JsonParser parser, ObjectMapper mapper)
            throws JsonMappingException {
        JsonNode name = target.path("metric");
        if (name.isTextual()) {
            SlaMetric metric = STANDARD.get(name.textValue());
            if (metric == null) {
                JsonMappingException refusal = JsonMappingException.from(
                        parser, "must be one of " + STANDARD.keySet() + ", or a metric written out.");
                refusal.prependPath(SlaTarget.class, "metric");
                throw refusal;
            }
            target.set("metric", mapper.valueToTree(metric));
        }
        JsonNode pause = target.remove("paused_while");
        if (pause != null && target.get("metric") instanceof ObjectNode metric) {
            metric.set("paused_while", pause);
        }
    }
}
