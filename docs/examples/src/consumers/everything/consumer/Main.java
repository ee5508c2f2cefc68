package consumer;

import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.Workload;
import java.time.Duration;

/** All three modules on the class path, without Jackson. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Workload calls = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
        System.out.println(ErlangC.model()
                .require(calls, ServiceLevelGoal.of("80% in 20s"), Shrinkage.of("0.30"))
                .scheduled());
        System.out.println(Ratio.of(3, 4));
    }
}
