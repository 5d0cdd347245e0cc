package city.certfree.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.fixture.AccessRecordOf;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordBodyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void saysAgainWhatWasKept() {
        var ofHolder = RecordBody.of(AccessRecordOf.use(AccessRecordOf.holder(1), NOW));
        var ofNobody = RecordBody.of(AccessRecordOf.use(null, NOW));
        assertEquals(ofHolder, RecordBody.fromBytes(ofHolder.toBytes()));
        assertEquals(ofNobody, RecordBody.fromBytes(ofNobody.toBytes()));
        assertNull(RecordBody.fromBytes(ofNobody.toBytes()).holder());
    }

    /** Format 1, written out: records from before the evidence log carry their receipt. */
    @Test
    void readsRecordsFromBeforeTheLog() throws IOException {
        var body = RecordBody.fromBytes(withReceipt(1));
        assertEquals("a receipt", body.receipt());
        assertEquals("20261123-001", body.caseNumber().value());
    }

    @Test
    void refusesAFormatOfTheFutureAndWhatIsCutShort() throws IOException {
        byte[] future = withReceipt(3);
        assertThrows(IllegalStateException.class, () -> RecordBody.fromBytes(future));
        assertThrows(UncheckedIOException.class, () -> RecordBody.fromBytes(new byte[] {2}));
    }

    private static byte[] withReceipt(int format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(format);
            out.writeUTF("20261123-001");
            out.writeUTF("办理出生登记");
            out.writeBoolean(false);
            out.writeBoolean(false);
            out.writeBoolean(false);
            out.writeShort(0);
            out.writeUTF("a receipt");
        }
        return bytes.toByteArray();
    }
}
