package city.certfree.access.alarm.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("alarm")
@SuppressWarnings("ArrayRecordComponent")
record AlarmRow(
        @Id byte[] id,
        String pattern,
        String officeCode,
        String caller,
        Instant at,
        int happened,
        String useRecord,
        String wordsKeyId,
        byte[] words,
        @Nullable String seenBy) {}
