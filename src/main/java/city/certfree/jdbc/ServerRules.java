package city.certfree.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How a server of the MySQL family must be set so that what is acknowledged is kept, and kept as it was given. */
final class ServerRules {
    /** Below it, a storm of broken connections makes the server refuse the host for good (default: 100). */
    private static final int LEAST_CONNECT_ERRORS = 10_000;

    private static final Set<String> STRICT = Set.of("STRICT_TRANS_TABLES", "STRICT_ALL_TABLES");

    private static final List<Rule> RULES = List.of(
            new Rule("innodb_flush_log_at_trx_commit", "1", value -> value.equals("1")),
            new Rule("sync_binlog", "1 where log_bin is ON", value -> value.equals("1"), "log_bin", "ON"),
            new Rule("sql_mode", "strict (STRICT_TRANS_TABLES)", ServerRules::isStrict),
            new Rule("character_set_database", "utf8mb4", value -> value.equals("utf8mb4")),
            new Rule("character_set_connection", "utf8mb4", value -> value.equals("utf8mb4")),
            new Rule("time_zone", "+00:00, as the driver sets it unless the URL does", value -> value.equals("+00:00")),
            new Rule("default_storage_engine", "InnoDB", value -> value.equals("InnoDB")),
            new Rule(
                    "max_connect_errors",
                    "at least " + LEAST_CONNECT_ERRORS,
                    value -> Long.parseLong(value) >= LEAST_CONNECT_ERRORS),
            // Who takes over from the writer of a cluster answers only when it knows all that the writer has
            // acknowledged.
            new Rule(
                    "wsrep_sync_wait",
                    "an odd number (reads wait) where wsrep_on is ON",
                    value -> Integer.parseInt(value) % 2 == 1,
                    "wsrep_on",
                    "ON"),
            new Rule(
                    "group_replication_consistency",
                    "BEFORE_ON_PRIMARY_FAILOVER or stricter",
                    value -> !value.equals("EVENTUAL"),
                    "group_replication_single_primary_mode",
                    "ON"),
            new Rule(
                    "group_replication_single_primary_mode",
                    "ON",
                    value -> value.equals("ON"),
                    "group_replication_single_primary_mode",
                    "OFF"));

    private ServerRules() {}

    /**
     * What is set otherwise, one sentence for each.
     *
     * @param variables the session's variables by name
     */
    static List<String> broken(Map<String, String> variables) {
        return RULES.stream()
                .filter(rule -> rule.where.isEmpty() || rule.is.equals(variables.get(rule.where)))
                .filter(rule -> !rule.holds.test(variables.getOrDefault(rule.name, "0")))
                .map(rule -> "%s is «%s», but must be %s"
                        .formatted(rule.name, variables.getOrDefault(rule.name, ""), rule.expected))
                .toList();
    }

    private static boolean isStrict(String sqlMode) {
        return List.of(sqlMode.split(",")).stream().anyMatch(STRICT::contains);
    }

    /**
     * @param where the variable on whose value it depends whether the rule counts; empty: it counts on every server
     * @param is that value
     */
    private record Rule(String name, String expected, Predicate<String> holds, String where, String is) {
        Rule(String name, String expected, Predicate<String> holds) {
            this(name, expected, holds, "", "");
        }
    }
}
