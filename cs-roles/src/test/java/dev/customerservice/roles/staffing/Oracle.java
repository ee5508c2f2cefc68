package dev.customerservice.roles.staffing;

/** The formulas of Erlang as sums over states, slow and plain. */
final class Oracle {

    private Oracle() {}

    static double blocking(int servers, double load) {
        double blocking = 1;
        for (int k = 1; k <= servers; k++) {
            blocking = load * blocking / (k + load * blocking);
        }
        return blocking;
    }

    /** P(wait), P(gives up) and answered within the threshold of Erlang A; times in handle times. */
    static double[] patient(double load, int agents, double patience, double threshold) {
        double[] weight = weights(load, agents, patience);
        double total = 0;
        double waiting = 0;
        double queue = 0;
        for (int k = 0; k < weight.length; k++) {
            total += weight[k];
            waiting += k >= agents ? weight[k] : 0;
            queue += k > agents ? (k - agents) * weight[k] : 0;
        }
        double idle = 1 - waiting / total;
        double scale = load * weight[agents - 1] / total;
        double within = 0;
        int steps = 20_000;
        for (int i = 0; i <= steps; i++) {
            double x = threshold * i / steps;
            double simpson = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            within += simpson
                    * Math.exp(load * patience * -Math.expm1(-x / patience) - agents * x)
                    * Math.exp(-x / patience);
        }
        return new double[] {
            waiting / total, queue / total / patience / load, idle + scale * within * threshold / steps / 3
        };
    }

    /** How likely each number of customers is, the likeliest as 1: logarithms, since long queues weigh more than a double holds. */
    private static double[] weights(double load, int agents, double patience) {
        double[] weight = new double[agents + 4000];
        double largest = 0;
        for (int k = 1; k < weight.length; k++) {
            double leaving = k <= agents ? k : agents + (k - agents) / patience;
            weight[k] = weight[k - 1] + Math.log(load / leaving);
            largest = Math.max(largest, weight[k]);
        }
        for (int k = 0; k < weight.length; k++) {
            weight[k] = Math.exp(weight[k] - largest);
        }
        return weight;
    }

    /** P(all places taken) of chats spread evenly. */
    static double full(double load, int agents, double... paces) {
        int places = agents * paces.length;
        double weight = 1;
        double total = 1;
        for (int s = 1; s <= places; s++) {
            weight *= load / pace(s, agents, paces);
            total += weight;
        }
        double endless = weight / (1 - load / pace(places, agents, paces));
        return endless / (total - weight + endless);
    }

    private static double pace(int chats, int agents, double... paces) {
        double sum = 0;
        for (int agent = 0; agent < agents; agent++) {
            int held = chats / agents + (agent < chats % agents ? 1 : 0);
            sum += held == 0 ? 0 : paces[held - 1];
        }
        return sum;
    }
}
