package city.certfree.jdbc;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets MySQL's driver so that a caller learns within two seconds that the database is gone. The embedded database refuses
 * properties that it does not know, which is why they do not stand in {@code application.yml}. What the database's URL says wins.
 */
@Singleton
final class MySqlDriver implements BeanCreatedEventListener<DatasourceConfiguration> {
    /**
     * Times in milliseconds. What the database takes for now is UTC, as everything that stands in it.
     */
    private static final Map<String, String> OF_ALL = Map.of(
            "connectTimeout", "1000",
            "socketTimeout", "1700",
            "tcpKeepAlive", "true",
            "sessionVariables", session(1500));

    /**
     * The driver believes what itself has set of a session, for nothing else sets it; so it does not ask the server before each
     * statement. And it would make a span of each statement as soon as it finds OpenTelemetry's classes, whether or not anybody
     * exports.
     */
    private static final Map<String, String> QUICK = Map.of(
            "rewriteBatchedStatements", "true",
            "cachePrepStmts", "true",
            "cacheServerConfiguration", "true",
            "useLocalSessionState", "true",
            "readOnlyPropagatesToServer", "false",
            "maintainTimeStats", "false",
            "openTelemetry", "DISABLED");

    /** Nobody waits at a counter for a command, and what it does in one statement may take its time. */
    private static final Map<String, String> OF_COMMANDS =
            Map.of("socketTimeout", "30000", "sessionVariables", session(29_000));

    private final boolean command;

    /** @param command whether this process runs a command, and no service */
    MySqlDriver(@Property(name = "certfree.command", defaultValue = "false") boolean command) {
        this.command = command;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var datasource = event.getBean();
        if (datasource.getUrl().startsWith("jdbc:mysql:")) {
            var properties = new HashMap<>(OF_ALL);
            properties.putAll(QUICK);
            properties.putAll(command ? OF_COMMANDS : Map.of());
            properties.forEach((name, value) -> {
                if (!datasource.getUrl().contains(name + "=")) {
                    datasource.addDataSourceProperty(name, value);
                }
            });
        }
        return datasource;
    }

    /**
     * The wait for another's lock (in seconds) and a statement as a whole end at the server before the socket gives up, which would
     * leave the server at work for nobody. MariaDB limits every statement, in seconds; MySQL only a SELECT, in milliseconds. Each
     * reads the comment that is meant for it, and for the other it is one: MariaDB passes over those from MySQL 5.7.
     */
    private static String session(int statementMillis) {
        return "innodb_lock_wait_timeout=1,time_zone='+00:00'/*M!,max_statement_time=%d.%03d*//*!50708,max_execution_time=%d*/"
                .formatted(statementMillis / 1000, statementMillis % 1000, statementMillis);
    }
}
