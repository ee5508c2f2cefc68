package dev.customerservice.examples.reallogs;

import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Dimension;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the definitions of one data set say, as measures. */
interface Figures {
    /** The log that was read. */
    LoadedLog log();

    /** The zone of a key's dates. */
    ZoneId zone(Key key);

    /** In which dimensions a label may be found, in this order. */
    List<Dimension<?>> dimensions();

    /** The columns whose raw values a key may count, by the word that names them. */
    Map<String, String> columns();

    /** The measures that a key may mean, the most likely first; empty for a key that nobody knows. */
    List<Kpi<?, ?>> measures(Key key);

    /** A number that the load itself tells, empty for all others. */
    default Optional<Long> loaded(Key key) {
        if (key.has("rows", "events") && key.words().size() == 1) {
            return Optional.of(log().summary().rows());
        }
        if (key.has("out-of-time-order-in-file")) {
            return Optional.of(log().summary().ticketsOutOfOrder());
        }
        return Optional.empty();
    }

    /** A text that a log states of one ticket, empty for keys that ask for a number. */
    Optional<String> text(Key key, String ticket);
}
