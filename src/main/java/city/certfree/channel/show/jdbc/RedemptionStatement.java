package city.certfree.channel.show.jdbc;

import city.certfree.channel.show.Presentations.Redemption;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The conditional statement by which presentations are used up, for one or for many. It is made for powers of two only, the last redemption
 * repeated, so that the server keeps a handful of statements prepared.
 */
final class RedemptionStatement {
    private static final int MOST = 64;

    private final Statements statements;

    /** By the binary logarithm of how many redemptions they have. */
    private final List<String> bySize;

    RedemptionStatement(Statements statements) {
        this.statements = statements;
        var sqls = new ArrayList<String>();
        for (int size = 1; size <= MOST; size *= 2) {
            sqls.add("UPDATE `presentation` SET `used_at` = ?, `used_by` = CASE `show_id`"
                    + " WHEN ? THEN ?".repeat(size)
                    + " ELSE `used_by` END WHERE `used_at` IS NULL AND `expires_at` > ? AND `show_id` IN ("
                    + String.join(", ", Collections.nCopies(size, "?")) + ")");
        }
        bySize = List.copyOf(sqls);
    }

    /** Whether all of them, each of another presentation, were open and are used up now. */
    boolean run(List<Redemption> all, Instant now) {
        int used = 0;
        for (int from = 0; from < all.size(); from += MOST) {
            used += useUp(all.subList(from, Math.min(all.size(), from + MOST)), now);
        }
        return used == all.size();
    }

    private int useUp(List<Redemption> some, Instant now) {
        var at = Columns.utc(now);
        int size = 1;
        while (size < some.size()) {
            size *= 2;
        }
        var values = new ArrayList<Object>();
        values.add(at);
        for (int i = 0; i < size; i++) {
            var redemption = some.get(Math.min(i, some.size() - 1));
            values.add(redemption.showId().toBytes());
            values.add(redemption.office().value());
        }
        values.add(at);
        for (int i = 0; i < size; i++) {
            values.add(some.get(Math.min(i, some.size() - 1)).showId().toBytes());
        }
        return statements.update(bySize.get(Integer.numberOfTrailingZeros(size)), values.toArray());
    }
}
