package dev.customerservice.metrics.kpi;

/** Reads the state of one measure off the sums of cells. */
interface CellState {
    /**
     * Reads some cells together.
     *
     * @param cells their numbers
     * @return the state that the accumulator of the measure would have come to
     */
    State<?> of(int[] cells);
}
