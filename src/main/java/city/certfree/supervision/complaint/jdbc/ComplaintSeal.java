package city.certfree.supervision.complaint.jdbc;

import city.certfree.audit.CanonicalJson;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.supervision.complaint.MaterialName;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns complaints into rows and back; who complains and the words, the material's name too, are sealed in their row. */
@Singleton
final class ComplaintSeal {
    private static final String TYPE = "holderType";
    private static final String HOLDER = "holder";
    private static final String TEXT = "text";
    private static final String MATERIAL = "material";

    private final Sealer sealer;
    private final KeyedIndex index;

    ComplaintSeal(Sealer sealer, KeyedIndex index) {
        this.sealer = sealer;
        this.index = index;
    }

    ComplaintRow close(Complaint complaint) {
        var use = complaint.about() instanceof Grievance.NotMe notMe ? notMe.use() : null;
        var paper = complaint.about() instanceof Grievance.AskedForPaper asked ? asked : null;
        var office = paper == null ? null : paper.office();
        var number = complaint.number().value();
        var body = sealer.seal(body(complaint), place(number));
        return new ComplaintRow(
                number,
                complaint.about().kind(),
                complaint.receivedAt(),
                use == null ? null : use.toString(),
                paper == null ? null : paper.item().value(),
                office == null ? null : office.value(),
                index.keyId(),
                index.of(complaint.citizen()).toBytes(),
                body.keyId(),
                body.toBytes());
    }

    Complaint open(ComplaintRow row) {
        var body = StrictJson.object(sealer.open(new Sealed(row.bodyKeyId(), row.body()), place(row.number())));
        var text = text(body, TEXT);
        return new Complaint(
                new ComplaintNumber(row.number()),
                row.receivedAt(),
                new HolderCode(
                        HolderCodeType.of(required(text(body, TYPE))).orElseThrow(), required(text(body, HOLDER))),
                about(row, text(body, MATERIAL)),
                text == null ? null : new ComplaintText(text));
    }

    private static Grievance about(ComplaintRow row, @Nullable String material) {
        return switch (row.kind()) {
            case NOT_ME -> new Grievance.NotMe(RecordId.parse(required(row.useRecord())));
            case ASKED_FOR_PAPER ->
                new Grievance.AskedForPaper(
                        new ItemCode(required(row.itemCode())),
                        row.officeCode() == null ? null : new OfficeCode(row.officeCode()),
                        material == null ? null : new MaterialName(material));
        };
    }

    private static byte[] body(Complaint complaint) {
        var said = new LinkedHashMap<String, Object>();
        said.put(TYPE, complaint.citizen().type().code());
        said.put(HOLDER, complaint.citizen().value());
        var text = complaint.text();
        if (text != null) {
            said.put(TEXT, text.value());
        }
        var material = complaint.about() instanceof Grievance.AskedForPaper paper ? paper.material() : null;
        if (material != null) {
            said.put(MATERIAL, material.value());
        }
        return CanonicalJson.bytes(said);
    }

    private static @Nullable String text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text ? text : null;
    }

    private static String required(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

    private static String place(String number) {
        return "complaint " + number;
    }
}
