package dev.customerservice.domain.exchange;

import dev.customerservice.domain.text.LowerCase;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import java.util.Map;
import java.util.Optional;

/** What the words and codes of an export mean: those of the account first, then the vendor's, which may be written in any case. */
final class VendorWords {
    private final VendorMapping mapping;
    private final Map<String, Status> statuses;
    private final Map<String, Priority> priorities;
    private final Map<String, Channel> channels;

    VendorWords(
            VendorMapping mapping,
            Map<String, Status> statuses,
            Map<String, Priority> priorities,
            Map<String, Channel> channels) {
        this.mapping = mapping;
        this.statuses = statuses;
        this.priorities = priorities;
        this.channels = channels;
    }

    /** The status at a place; one without a meaning is reported and changes nothing. */
    Optional<Status> status(JsonPlace place) {
        return place.text().flatMap(word -> {
            Optional<Status> found = Optional.ofNullable(mapping.statuses().get(word))
                    .map(category -> Status.of(word, category))
                    .or(() -> Optional.ofNullable(statuses.get(LowerCase.of(word))));
            if (found.isEmpty()) {
                unknown(place, "status", word);
            }
            return found;
        });
    }

    /** The priority at a place; one without a meaning is reported. */
    Optional<Priority> priority(JsonPlace place) {
        return place.text().flatMap(word -> {
            Optional<Priority> found = Optional.ofNullable(mapping.priorities().get(word))
                    .or(() -> Optional.ofNullable(priorities.get(LowerCase.of(word))));
            if (found.isEmpty()) {
                unknown(place, "priority", word);
            }
            return found;
        });
    }

    /** The channel at a place; one that is not known is a channel of that name. */
    Optional<Channel> channel(JsonPlace place) {
        return place.text()
                .map(word -> Optional.ofNullable(mapping.channels().get(word))
                        .orElseGet(() -> Optional.ofNullable(channels.get(LowerCase.of(word)))
                                .orElseGet(() -> Channel.of(word))));
    }

    private static void unknown(JsonPlace place, String noun, String word) {
        place.fail(
                LoadFault.UNKNOWN_VALUE,
                "The " + noun + " (" + Failures.word(word) + ") must be one that has a meaning; it changes nothing.");
    }
}
