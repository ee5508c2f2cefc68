package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.quality.Scorecard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard in a file: what an assessment of a contact has, and what critical failures do. */
record ScorecardJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable List<String> channels,
        @Nullable BigDecimal criticalBelow,
        @Nullable BigDecimal criticalCap,
        AssessmentJson.@Nullable ScaleJson scale,
        @Nullable List<AssessmentJson.CriterionJson> criteria,
        @Nullable Map<String, String> origin) {

    Scorecard toScorecard() {
        Assessment assessment = new AssessmentJson(
                        id, title, sources, null, "contact", scale, null, null, null, null, criteria, origin)
                .toAssessment();
        Scorecard.Builder scorecard = Scorecard.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .assessment(assessment);
        list(channels).forEach(name -> scorecard.addAppliesTo(channel(name)));
        if (criticalBelow != null) {
            scorecard.criticalBelow(criticalBelow);
        }
        if (criticalCap != null) {
            scorecard.criticalCap(criticalCap);
        }
        return scorecard.build();
    }

    private static Channel channel(String name) {
        List<Channel> known = List.of(
                Channel.EMAIL,
                Channel.WEB,
                Channel.SOCIAL,
                Channel.MESSAGING,
                Channel.CHAT,
                Channel.PHONE,
                Channel.IN_PERSON);
        return known.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("channel (" + Shown.of(name) + ") must be one of "
                        + known.stream().map(Channel::name).toList() + "\nMaybe it is misspelt."));
    }
}
