package city.certfree.audit.log;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.ActRecord;
import city.certfree.audit.CanonicalJson;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one byte form of a record (RFC 8785), of which its leaf is a digest. A holder is named by keyed index and key id. */
public final class CanonicalRecord {
    private CanonicalRecord() {}

    /**
     * What the entry of a use's leaf is the SHA-256 of: the nonce, then the record.
     *
     * @param holderIndex of the record's holder; null when it has none
     */
    public static byte[] leafData(
            RandomId nonce, AccessRecord record, @Nullable Sha256 holderIndex, String indexKeyId) {
        var operator = record.operator();
        var type = record.type();
        return leafData(
                nonce,
                new Use(
                        Use.KIND,
                        record.id().toString(),
                        record.at(),
                        record.office().value(),
                        record.caller(),
                        operator,
                        record.basis().name(),
                        record.channel().name(),
                        record.item().value(),
                        record.caseNumber().value(),
                        record.purpose().value(),
                        type == null ? null : type.value(),
                        holderIndex == null ? null : holderIndex.toString(),
                        indexKeyId,
                        record.licences().stream().map(LicenceIdentifier::value).toList(),
                        record.outcome().name(),
                        record.answerDigest().toString()));
    }

    /** What the entry of a use's leaf is the SHA-256 of, from the texts alone. */
    public static byte[] leafData(RandomId nonce, Use use) {
        return bytes(nonce, use);
    }

    /** What the entry of an act's leaf is the SHA-256 of: the nonce, then the record. */
    public static byte[] leafData(RandomId nonce, ActRecord record) {
        var members = new HashMap<String, @Nullable Object>();
        members.put("kind", "act");
        members.put("recordId", record.id().toString());
        members.put("at", record.at());
        members.put("office", record.office().value());
        members.put("actor", record.actor());
        members.put("event", record.event());
        members.put("subject", record.subject());
        members.put("details", record.details());
        return bytes(nonce, members);
    }

    private static byte[] bytes(RandomId nonce, Object record) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(nonce.toBytes());
        bytes.writeBytes(CanonicalJson.bytes(record));
        return bytes.toByteArray();
    }

    /** A use as its leaf says it, member by member; {@code docs/tokens.md} tells what each one means. */
    public record Use(
            String kind,
            String recordId,
            Instant at,
            String office,
            String caller,
            @Nullable String operator,
            String basis,
            String channel,
            String item,
            String caseNumber,
            String purpose,
            @Nullable String type,
            @Nullable String holderIndex,
            String indexKeyId,
            List<String> licences,
            String outcome,
            String answerDigest) {
        public static final String KIND = "use";

        public Use {
            licences = List.copyOf(licences);
        }

        /** Keeps everything out of logs. */
        @Override
        public String toString() {
            return "Use";
        }
    }
}
