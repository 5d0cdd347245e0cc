package city.certfree.supervision.complaint.jdbc;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.Complaints;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps complaints in the table {@code complaint}. */
@Singleton
final class JdbcComplaints implements Complaints {
    private final ComplaintRows rows;
    private final ComplaintSeal seal;
    private final KeyedIndex index;

    JdbcComplaints(ComplaintRows rows, ComplaintSeal seal, KeyedIndex index) {
        this.rows = rows;
        this.seal = seal;
        this.index = index;
    }

    @Override
    public boolean add(Complaint complaint) {
        var row = seal.close(complaint);
        return rows.add(
                        row.number(),
                        row.kind().name(),
                        row.receivedAt(),
                        row.useRecord(),
                        row.itemCode(),
                        row.officeCode(),
                        row.indexKeyId(),
                        row.holderIndex(),
                        row.bodyKeyId(),
                        row.body())
                == 1;
    }

    @Override
    public Optional<Complaint> find(HolderCode citizen, ComplaintNumber number) {
        return rows.find(index.of(citizen).toBytes(), number.value()).map(seal::open);
    }

    @Override
    public List<Complaint> latestOf(HolderCode citizen, int limit) {
        return rows.latestOf(index.of(citizen).toBytes(), limit).stream()
                .map(seal::open)
                .toList();
    }
}
