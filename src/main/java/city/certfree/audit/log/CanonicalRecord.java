package city.certfree.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.ActRecord;
import city.certfree.audit.CanonicalJson;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
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
        var members = new HashMap<String, @Nullable Object>();
        members.put("kind", "use");
        members.put("recordId", record.id().toString());
        members.put("at", record.at());
        members.put("office", record.office().value());
        members.put("caller", record.caller());
        members.put("operator", record.operator());
        members.put("basis", record.basis());
        members.put("channel", record.channel());
        members.put("item", record.item().value());
        members.put("caseNumber", record.caseNumber().value());
        members.put("purpose", record.purpose().value());
        members.put("type", text(record.type()));
        members.put("holderIndex", holderIndex);
        members.put("indexKeyId", indexKeyId);
        members.put(
                "licences",
                record.licences().stream().map(LicenceIdentifier::value).toList());
        members.put("outcome", record.outcome());
        members.put("answerDigest", record.answerDigest());
        return leafData(nonce, members);
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
        return leafData(nonce, members);
    }

    private static @Nullable String text(@Nullable LicenceTypeCode type) {
        return type == null ? null : type.value();
    }

    private static byte[] leafData(RandomId nonce, Map<String, @Nullable Object> members) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(nonce.toBytes());
        bytes.writeBytes(CanonicalJson.text(members).getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
