package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.customerservice.examples.report.DemoReport.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page beside the report, block by block as it is shown.
 *
 * @param eyebrow what kind of page it is
 * @param title the heading
 * @param lead when it speaks about
 * @param note what it was made from
 * @param zone the zone of dates and hours
 * @param pages the other pages
 * @param cards the figures at the top
 * @param blocks the charts and tables
 * @param definitions what the measures mean
 */
public record Page(
        String eyebrow,
        String title,
        String lead,
        String note,
        String zone,
        List<Link> pages,
        List<Card> cards,
        List<Block> blocks,
        List<Definition> definitions) {
    /**
     * A figure or a word at the top.
     *
     * @param label what it is
     * @param kpi the id of the measure; absent where there is none
     * @param note which variant it is
     * @param figure the number; absent for a word
     * @param words the word; absent for a number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            String label,
            @Nullable String kpi,
            String note,
            @Nullable Figure figure,
            @Nullable String words) {
        /**
         * Shows a number.
         *
         * @param label what it is
         * @param note which variant it is
         * @param figure the number
         * @return the card
         */
        public static Card of(String label, String note, Figure figure) {
            return new Card(label, null, note, figure, null);
        }

        /**
         * Shows a word.
         *
         * @param label what it is
         * @param note more about it
         * @param words the word
         * @return the card
         */
        public static Card of(String label, String note, String words) {
            return new Card(label, null, note, null, words);
        }
    }
}
