package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerRulesTest {
    private static final Map<String, String> GOOD = Map.of(
            "innodb_flush_log_at_trx_commit", "1",
            "log_bin", "ON",
            "sync_binlog", "1",
            "sql_mode", "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION",
            "character_set_database", "utf8mb4",
            "character_set_connection", "utf8mb4",
            "default_storage_engine", "InnoDB",
            "max_connect_errors", "10000",
            "time_zone", "+00:00");

    @Test
    void acceptsAServerThatKeepsWhatItAcknowledges() {
        assertEquals(List.of(), ServerRules.broken(GOOD));
    }

    @Test
    void asksForNoSynchronousBinlogWhereThereIsNone() {
        assertEquals(List.of(), ServerRules.broken(with(Map.of("log_bin", "OFF", "sync_binlog", "0"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    innodb_flush_log_at_trx_commit | 2
                    sync_binlog                    | 0
                    sql_mode                       | NO_ENGINE_SUBSTITUTION
                    character_set_database         | latin1
                    character_set_connection       | utf8mb3
                    default_storage_engine         | MyISAM
                    max_connect_errors             | 9999
                    time_zone                      | SYSTEM
                    """)
    void namesTheOneThatIsSetOtherwise(String name, String value) {
        assertNames(name, ServerRules.broken(with(Map.of(name, value))));
    }

    /** R6: a single writer, and a successor that knows all. */
    @ParameterizedTest
    @CsvSource({
        "wsrep_on, ON, wsrep_sync_wait, 1, 0",
        "wsrep_on, ON, wsrep_sync_wait, 7, 6",
        "group_replication_single_primary_mode, ON, group_replication_consistency, BEFORE_ON_PRIMARY_FAILOVER, EVENTUAL"
    })
    void asksAClusterForMore(String cluster, String on, String name, String right, String wrong) {
        assertEquals(List.of(), ServerRules.broken(with(Map.of(cluster, on, name, right))));
        assertNames(name, ServerRules.broken(with(Map.of(cluster, on, name, wrong))));
    }

    /** A server knows its cluster's variables also where it is in none. */
    @ParameterizedTest
    @CsvSource({"wsrep_on, OFF, wsrep_sync_wait, 0", "wsrep_on, OFF, group_replication_consistency, EVENTUAL"})
    void asksAServerOutsideAClusterForNoMore(String cluster, String off, String name, String value) {
        assertEquals(List.of(), ServerRules.broken(with(Map.of(cluster, off, name, value))));
    }

    /** R6: several writers are nothing that the service is made for. */
    @Test
    void refusesAGroupOfSeveralWriters() {
        var broken = ServerRules.broken(with(Map.of("group_replication_single_primary_mode", "OFF")));
        assertNames("group_replication_single_primary_mode", broken);
    }

    @Test
    void namesEveryVariableThatAServerDoesNotHave() {
        assertEquals(7, ServerRules.broken(Map.of()).size());
    }

    private static void assertNames(String name, List<String> broken) {
        assertEquals(1, broken.size(), broken::toString);
        assertTrue(broken.getFirst().startsWith(name + " "), broken.getFirst());
    }

    private static Map<String, String> with(Map<String, String> others) {
        var variables = new HashMap<>(GOOD);
        variables.putAll(others);
        return variables;
    }
}
