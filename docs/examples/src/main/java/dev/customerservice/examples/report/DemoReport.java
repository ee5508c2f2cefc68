package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole content of {@code report.json}, section by section as the page shows it.
 *
 * @param title the heading
 * @param pages the other pages written beside this one
 * @param source what was read
 * @param zone the zone of dates and hours
 * @param period the time the report covers; absent when no ticket gives it a date
 * @param asOf the instant at which open clocks were judged, ISO-8601; absent like the period
 * @param headline the figures of the cards
 * @param volume tickets opened and solved by week
 * @param backlog tickets not solved by date
 * @param resolution percentiles of the resolution time by week
 * @param lasting time to resolution by week, with and without the tickets still open
 * @param control the charts that tell a change from noise
 * @param forecast how many tickets to expect
 * @param attainment share of targets met by priority
 * @param ageing tickets open at the end by age
 * @param satisfaction share of satisfied customers by month
 * @param arrivals tickets opened by weekday and hour
 * @param teams the headline figures of each team
 * @param worst the settled clocks that overshot their target most, with their trace
 * @param overdue the open clocks that are beyond their target
 * @param definitions what the measures mean
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoReport(
        String title,
        List<Link> pages,
        Source source,
        String zone,
        @Nullable Span period,
        @Nullable String asOf,
        List<Headline> headline,
        Timeline volume,
        Timeline backlog,
        Timeline resolution,
        Timeline lasting,
        List<ControlChart> control,
        Forecast forecast,
        Timeline attainment,
        Timeline ageing,
        Timeline satisfaction,
        Grid arrivals,
        Table teams,
        List<Breach> worst,
        List<Breach> overdue,
        List<Definition> definitions) {
    /**
     * Another page.
     *
     * @param href its file
     * @param title its name
     */
    public record Link(String href, String title) {}

    /**
     * What was read.
     *
     * @param name the name of the log
     * @param rows rows below the header
     * @param tickets tickets they gave
     * @param surveys ratings they gave
     * @param problemCount how many rows or values could not be used
     * @param problems the first of them
     */
    public record Source(
            String name, long rows, long tickets, long surveys, long problemCount, List<Problem> problems) {}

    /**
     * A row or value that could not be used.
     *
     * @param row its number in the file
     * @param column the column, if it is about one
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(long row, @Nullable String column, String reason) {}

    /**
     * The time the report covers.
     *
     * @param startInclusive its first instant, ISO-8601
     * @param endExclusive the first instant after it, ISO-8601
     * @param label how people call it
     */
    public record Span(String startInclusive, String endExclusive, String label) {}

    /**
     * A figure for a card.
     *
     * @param id the id of the measure
     * @param label what people call it
     * @param note which variant it is
     * @param figure the number
     */
    public record Headline(String id, String label, String note, Figure figure) {}

    /**
     * One or more series over the same labels.
     *
     * @param note what is shown, in one line
     * @param labels the categories, in order
     * @param series the series, each with one point a label
     */
    public record Timeline(String note, List<String> labels, List<Series> series) {}

    /**
     * A named row of figures.
     *
     * @param name what it shows
     * @param kpi the id of its measure, to look the definition up; absent where there is none
     * @param points one figure a label
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(String name, @Nullable String kpi, List<Figure> points) {}

    /**
     * Figures by two categories.
     *
     * @param note what is shown, in one line
     * @param rows the labels of the rows
     * @param columns the labels of the columns
     * @param cells a list for each row
     */
    public record Grid(String note, List<String> rows, List<String> columns, List<List<Figure>> cells) {}

    /**
     * Figures of several things side by side.
     *
     * @param columns what the figures are
     * @param rows one row a thing
     */
    public record Table(List<Column> columns, List<Row> rows) {}

    /**
     * A column of figures.
     *
     * @param label what people call it
     * @param kpi the id of its measure
     */
    public record Column(String label, String kpi) {}

    /**
     * The figures of one thing.
     *
     * @param label what it is
     * @param figures one figure a column
     */
    public record Row(String label, List<Figure> figures) {}

    /**
     * A clock beyond its target.
     *
     * @param ticket the ticket
     * @param subject its subject line, if the log has one
     * @param team the team it is with, if any
     * @param priority its priority, if any
     * @param metric which clock
     * @param policy the policy that promised the target
     * @param startedAt when the clock started
     * @param dueAt when the target was used up
     * @param endedAt when it stopped, or the instant of evaluation
     * @param targetSeconds the target
     * @param elapsedSeconds what counted
     * @param overdueSeconds what counted beyond the target
     * @param segments what happened from start to end; empty where no trace is drawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breach(
            String ticket,
            @Nullable String subject,
            @Nullable String team,
            @Nullable String priority,
            String metric,
            String policy,
            String startedAt,
            String dueAt,
            String endedAt,
            double targetSeconds,
            double elapsedSeconds,
            double overdueSeconds,
            List<Segment> segments) {}

    /**
     * A stretch of a trace.
     *
     * @param startInclusive its first instant, ISO-8601
     * @param endExclusive the first instant after it, ISO-8601
     * @param kind what it was, the code of the library
     * @param name the name of a holiday
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(
            String startInclusive,
            String endExclusive,
            String kind,
            @Nullable String name) {}
}
