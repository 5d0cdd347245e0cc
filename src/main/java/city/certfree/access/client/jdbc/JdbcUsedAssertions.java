package city.certfree.access.client.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.client.UsedAssertions;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Remembers assertions in the table {@code client_assertion}, whose key says which of two was first. */
@Singleton
final class JdbcUsedAssertions implements UsedAssertions {
    private final AssertionRows rows;

    JdbcUsedAssertions(AssertionRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean use(String clientId, String jti, Instant until) {
        // No client id holds a line feed, so no two pairs have the same bytes.
        var digest = Sha256.of((clientId + "\n" + jti).getBytes(UTF_8));
        return rows.add(digest.toBytes(), until) == 1;
    }

    @Override
    public void forgetBefore(Instant now) {
        rows.deleteExpired(now);
    }
}
