package city.certfree.jdbc;

import com.mysql.cj.MysqlType;
import com.mysql.cj.jdbc.JdbcPreparedStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one row of a statement; its columns are counted from 1.
 *
 * @param before how many parameters the statement has before those of this row
 */
public record Parameters(PreparedStatement statement, int before) {
    public void setInt(int column, int value) throws SQLException {
        statement.setInt(before + column, value);
    }

    public void setLong(int column, long value) throws SQLException {
        statement.setLong(before + column, value);
    }

    public void setString(int column, @Nullable String value) throws SQLException {
        statement.setString(before + column, value);
    }

    /**
     * Sets bytes as what they are. The driver would send them as a text, which the server then looks through as UTF-8, character by
     * character, before it finds that they are for a binary column: a quarter of its work when rows are added.
     */
    public void setBytes(int column, byte @Nullable [] value) throws SQLException {
        if (value != null && statement instanceof JdbcPreparedStatement) {
            statement.setObject(before + column, value, MysqlType.BLOB);
        } else {
            statement.setBytes(before + column, value);
        }
    }

    /** Sets a value of any kind. */
    public void setObject(int column, @Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            setBytes(column, bytes);
        } else {
            statement.setObject(before + column, value);
        }
    }
}
