package dev.customerservice.domain.exchange;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.NotBlank;
import java.util.Optional;

/**
 * A column of a log with one ticket in each row that holds the time at which something happened.
 *
 * @param column the name of the column in the file
 * @param status the status that the ticket then took, one of {@link LogMapping#statuses()}, if it took one
 * @param activity what then happened, if it was something else
 */
public record LogMilestone(String column, Optional<String> status, Optional<LogActivity> activity) {
    /** Refuses a blank column and a milestone at which nothing or two things happen. */
    public LogMilestone {
        NotBlank.require("The column of a milestone", column);
        checkArgument(
                status.isPresent() != activity.isPresent(),
                "The milestone %s must have either a status or an activity.",
                column);
    }

    /**
     * A time at which the ticket took a status.
     *
     * @param column the name of the column in the file
     * @param status the status
     * @return the milestone
     */
    public static LogMilestone status(String column, String status) {
        return new LogMilestone(column, Optional.of(status), Optional.empty());
    }

    /**
     * A time at which something happened to the ticket.
     *
     * @param column the name of the column in the file
     * @param activity what happened
     * @return the milestone
     */
    public static LogMilestone activity(String column, LogActivity activity) {
        return new LogMilestone(column, Optional.empty(), Optional.of(activity));
    }
}
