package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextReportTest {
    private final String text = TextReport.of(Reports.small());

    @Test
    void figuresComeWithWhatStandsBehindThem() {
        assertTrue(text.contains("Tickets opened                              8"), text);
        assertTrue(text.contains("1 h 30 min   n = 8"), text);
        assertTrue(text.contains("87.5 %   95 % interval 52.9 to 97.8 %; 7 of 8; left out: 2 still running"), text);
    }

    @Test
    void whatIsNotKnownIsSaidAndNotZero() {
        assertTrue(text.contains("no data: nothing counted"), text);
    }

    @Test
    void breachesAndProblemsAreNamed() {
        assertTrue(text.contains("1 row or value could not be used"), text);
        assertTrue(text.contains("T-1          resolution     high       billing        1 h over 2 h"), text);
    }
}
