package city.certfree.cli.bench.drive;

import java.util.ServiceLoader;
import java.util.function.LongConsumer;

/**
 * The least that a database can be asked: one column of 64 bytes by a BIGINT primary key, in a table that nothing else uses.
 * What the service does for a use is held against it.
 */
public interface PointSelects extends AutoCloseable {
    /**
     * Makes the table anew.
     *
     * @param rows how many, with the keys from 1 on
     * @param progress told how many there are
     */
    void load(long rows, LongConsumer progress);

    /** Reads the row by a statement prepared on the server, and says whether it is the one that was loaded. */
    boolean read(long key);

    @Override
    void close();

    /** Opens connections, each for one caller at a time. */
    interface Opener {
        /**
         * Connects.
         *
         * @throws IllegalStateException if the database cannot be reached
         */
        PointSelects open(Login login);
    }

    /** The one that the program brings along. */
    static Opener opener() {
        return ServiceLoader.load(Opener.class).findFirst().orElseThrow();
    }

    /**
     * A user of a database.
     *
     * @param url a JDBC URL
     */
    record Login(String url, String user, String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
