package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.customerservice.examples.report.DemoReport.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart or a table of a page. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Lines.class, name = "lines"),
    @JsonSubTypes.Type(value = Block.Intervals.class, name = "intervals"),
    @JsonSubTypes.Type(value = Block.Expected.class, name = "expected"),
    @JsonSubTypes.Type(value = Block.Words.class, name = "words")
})
public sealed interface Block {
    /** {@return the place on the page} */
    String id();

    /** {@return the heading} */
    String title();

    /** {@return what is shown, in one or two lines} */
    String note();

    /** How a series is drawn. */
    enum Look {
        /** A line, with a pale bar behind each point that has an interval. */
        LINE,
        /** A dashed line without points. */
        TARGET,
        /** A bar. */
        BAR,
        /** A line in steps. */
        STEP
    }

    /**
     * Series over the same labels.
     *
     * @param id the place on the page
     * @param title the heading
     * @param note what is shown
     * @param isFull whether it takes the whole width
     * @param timeline the series
     * @param looks how each series is drawn
     */
    record Lines(String id, String title, String note, boolean isFull, Timeline timeline, List<Look> looks)
            implements Block {}

    /**
     * A dot with its interval for each label.
     *
     * @param id the place on the page
     * @param title the heading
     * @param note what is shown
     * @param timeline the series
     */
    record Intervals(String id, String title, String note, Timeline timeline) implements Block {}

    /**
     * What came and what is expected.
     *
     * @param id the place on the page
     * @param title the heading
     * @param note what is shown
     * @param forecast the forecast
     */
    record Expected(String id, String title, String note, Forecast forecast) implements Block {}

    /**
     * A table.
     *
     * @param id the place on the page
     * @param title the heading
     * @param note what is shown
     * @param isFull whether it takes the whole width
     * @param columns the headings
     * @param rows one list of cells a row
     * @param empty what to say when there is no row
     */
    record Words(
            String id,
            String title,
            String note,
            boolean isFull,
            List<String> columns,
            List<List<Cell>> rows,
            String empty)
            implements Block {}

    /** What a cell means at a glance. */
    enum Tone {
        /** As it should be. */
        GOOD,
        /** Not known yet, or about to need somebody. */
        WAIT,
        /** Somebody should see to it. */
        BAD
    }

    /**
     * A cell of a table.
     *
     * @param text its words; absent for a figure
     * @param figure its figure; absent for words
     * @param tone what it means at a glance; absent where it means neither
     * @param under small print
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            @Nullable String text,
            @Nullable Figure figure,
            @Nullable Tone tone,
            @Nullable String under) {
        /**
         * Shows words.
         *
         * @param text the words
         * @return the cell
         */
        public static Cell of(String text) {
            return new Cell(text, null, null, null);
        }

        /**
         * Shows words that mean something at a glance.
         *
         * @param text the words
         * @param tone what they mean
         * @return the cell
         */
        public static Cell of(String text, Tone tone) {
            return new Cell(text, null, tone, null);
        }

        /**
         * Shows a figure.
         *
         * @param figure the figure
         * @return the cell
         */
        public static Cell of(Figure figure) {
            return new Cell(null, figure, null, null);
        }

        /**
         * Adds small print.
         *
         * @param words the small print
         * @return this cell with it
         */
        public Cell under(String words) {
            return new Cell(text, figure, tone, words);
        }
    }
}
