package city.certfree.audit.jdbc;

import city.certfree.audit.log.PreparedRecord;
import city.certfree.jdbc.Parameters;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.sql.SQLException;

/** A record that is ready to become a row. */
final class PreparedRow implements PreparedRecord {
    private final RecordId id;
    private final Kind kind;
    private final byte[] leafData;
    private final Sha256 entry;
    private final Binding binding;

    PreparedRow(RecordId id, Kind kind, byte[] leafData, Binding binding) {
        this.id = id;
        this.kind = kind;
        this.leafData = leafData;
        this.entry = Sha256.of(leafData);
        this.binding = binding;
    }

    @Override
    public RecordId id() {
        return id;
    }

    @Override
    public byte[] leafData() {
        return leafData.clone();
    }

    @Override
    public Sha256 entry() {
        return entry;
    }

    Kind kind() {
        return kind;
    }

    Binding binding() {
        return binding;
    }

    /** Which table keeps it. */
    enum Kind {
        USE,
        ACT
    }

    /** Sets the columns of the row from the third on. */
    @FunctionalInterface
    interface Binding {
        void bind(Parameters row) throws SQLException;
    }
}
