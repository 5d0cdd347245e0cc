package city.certfree.audit.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row, column by column; arrays because the columns are binary, and no row is ever compared with another.
 *
 * @param log 0: from before the evidence log
 * @param leafIndex null in log 0
 */
@MappedEntity("act_record")
@SuppressWarnings("ArrayRecordComponent")
record ActRecordRow(
        @Id byte[] recordId,
        Instant at,
        String officeCode,
        String actor,
        String event,
        String subject,
        byte[] nonce,
        String sealKeyId,
        byte[] body,
        int log,
        @Nullable Long leafIndex) {}
