package city.certfree.jdbc;

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

    public void setBytes(int column, byte @Nullable [] value) throws SQLException {
        statement.setBytes(before + column, value);
    }

    public void setObject(int column, @Nullable Object value) throws SQLException {
        statement.setObject(before + column, value);
    }
}
