package city.certfree.cli.drill;

import city.certfree.cli.drill.fault.Fault;
import city.certfree.cli.drill.fault.Fault.Measure;

/**
 * What is drilled.
 *
 * @param fault what goes wrong
 * @param measure how much of it
 * @param rounds how often, at least once
 * @param licences of the city, at least 1,000
 * @param clients at work at the same time, from 1 to 64
 */
public record Plan(Fault fault, Measure measure, int rounds, long licences, int clients) {
    private static final int LEAST_LICENCES = 1_000;
    private static final int MOST_CLIENTS = 64;

    public Plan {
        require(rounds >= 1, "--rounds: at least 1");
        require(licences >= LEAST_LICENCES, "--size: at least " + LEAST_LICENCES + " licences");
        require(clients >= 1 && clients <= MOST_CLIENTS, "--clients: 1 to " + MOST_CLIENTS);
        require(measure.length().isPositive(), "--seconds: more than none");
        require(measure.loss() >= 0 && measure.loss() < 1, "--loss: from 0 to less than 1");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
