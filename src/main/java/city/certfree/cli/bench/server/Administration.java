package city.certfree.cli.bench.server;

import java.util.List;
import java.util.ServiceLoader;

/** A connection of a user who may do everything on a database server. */
public interface Administration extends AutoCloseable {
    /** Executes statements, one after the other. */
    void execute(List<String> statements);

    /**
     * Executes a statement that adds.
     *
     * @return false when the server has no room for it (error 1114)
     */
    boolean executeIfThereIsRoom(String statement);

    /** The first column of the first row, as text. */
    String ask(String query);

    /** The first column of every row, as text; empty when there is none. */
    List<String> list(String query);

    @Override
    void close();

    /** Opens connections. */
    interface Opener {
        /**
         * Connects.
         *
         * @param url a JDBC URL
         * @throws Unreachable if the server does not take the connection (yet)
         */
        Administration open(String url, String user, String password) throws Unreachable;
    }

    /** The one that the program brings along. */
    static Opener opener() {
        return ServiceLoader.load(Opener.class).findFirst().orElseThrow();
    }

    /** The server takes no connection. */
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
