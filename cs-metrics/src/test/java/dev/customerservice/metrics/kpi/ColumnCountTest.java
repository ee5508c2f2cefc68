package dev.customerservice.metrics.kpi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some cases of the laws of {@link ColumnCountProperties} that are always the same, for whoever changes one line of the engine at a time. */
class ColumnCountTest {
    private final ColumnCountProperties laws = new ColumnCountProperties();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void anyFormulaOverAnyColumnsIsTheSameFromColumns(long seed) {
        laws.anyFormulaOverAnyColumnsIsTheSameFromColumns(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void partsPutTogetherAreTheWhole(long seed) {
        laws.partsPutTogetherAreTheWhole(seed);
    }

    @Test
    void manyRowsOfFewCellsOverflowNothing() {
        laws.manyRowsOfFewCellsOverflowNothing(5);
    }
}
