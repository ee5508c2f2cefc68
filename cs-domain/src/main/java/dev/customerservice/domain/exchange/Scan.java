package dev.customerservice.domain.exchange;

/**
 * What one reading of a log found: its table, the order of its rows and the meaning of its columns. Histories are made from it.
 */
record Scan(LogMapping mapping, LogTable table, RowOrder order, LogColumns columns, StatedReader stated) {
    static Scan of(LogMapping mapping, LogTable table, Failures failures) {
        table.settle();
        table.leaveOutUnreadable(failures);
        LogTimes times = new LogTimes(mapping, table, failures);
        RowOrder order = RowOrder.of(mapping, table, times, failures);
        LogColumns columns = new LogColumns(mapping, table, times, failures);
        return new Scan(mapping, table, order, columns, new StatedReader(mapping, table, times, order, failures));
    }
}
