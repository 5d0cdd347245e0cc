package city.certfree.jdbc;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Sets MySQL's driver so that a caller learns within two seconds that the database is gone. The embedded database refuses
 * properties that it does not know, which is why they do not stand in {@code application.yml}. What the database's URL says wins.
 */
@Singleton
final class MySqlDriver implements BeanCreatedEventListener<DatasourceConfiguration> {
    /** Times in milliseconds; the wait for another's lock, in seconds, ends before the socket gives up. */
    private static final Map<String, String> BOUNDED = Map.of(
            "connectTimeout", "1000",
            "socketTimeout", "3000",
            "tcpKeepAlive", "true",
            "sessionVariables", "innodb_lock_wait_timeout=2");

    /**
     * The driver believes what itself has set of a session, for nothing else sets it; so it does not ask the server before each
     * statement.
     */
    private static final Map<String, String> QUICK = Map.of(
            "rewriteBatchedStatements", "true",
            "cachePrepStmts", "true",
            "cacheServerConfiguration", "true",
            "useLocalSessionState", "true",
            "readOnlyPropagatesToServer", "false",
            "maintainTimeStats", "false");

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var datasource = event.getBean();
        if (datasource.getUrl().startsWith("jdbc:mysql:")) {
            add(BOUNDED, datasource);
            add(QUICK, datasource);
        }
        return datasource;
    }

    private static void add(Map<String, String> properties, DatasourceConfiguration datasource) {
        properties.forEach((name, value) -> {
            if (!datasource.getUrl().contains(name + "=")) {
                datasource.addDataSourceProperty(name, value);
            }
        });
    }
}
