package city.certfree.audit.jdbc;

import city.certfree.audit.AccessRecord;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Purpose;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a record that is sealed, and its bytes: a format number, then each field in the order of the components.
 *
 * @param receipt of a record from before the evidence log (format 1); null: the log proves it (format 2)
 */
record RecordBody(
        CaseNumber caseNumber,
        Purpose purpose,
        @Nullable String operator,
        @Nullable HolderCode holder,
        List<LicenceIdentifier> licences,
        @Nullable String receipt) {
    private static final int WITH_RECEIPT = 1;
    private static final int FORMAT = 2;

    static RecordBody of(AccessRecord record) {
        return new RecordBody(
                record.caseNumber(), record.purpose(), record.operator(), record.holder(), record.licences(), null);
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(caseNumber.value());
            out.writeUTF(purpose.value());
            writeOptional(out, operator);
            writeOptional(out, holder == null ? null : holder.type().code());
            writeOptional(out, holder == null ? null : holder.value());
            out.writeShort(licences.size());
            for (var licence : licences) {
                out.writeUTF(licence.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RecordBody fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT && format != WITH_RECEIPT) {
                throw new IllegalStateException("unknown format of an access record: " + format);
            }
            var caseNumber = new CaseNumber(in.readUTF());
            var purpose = new Purpose(in.readUTF());
            var operator = readOptional(in);
            var holder = readHolder(in);
            var licences = new ArrayList<LicenceIdentifier>();
            for (int left = in.readShort(); left > 0; left--) {
                licences.add(LicenceIdentifier.parse(in.readUTF()));
            }
            var receipt = format == WITH_RECEIPT ? in.readUTF() : null;
            return new RecordBody(caseNumber, purpose, operator, holder, licences, receipt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable HolderCode readHolder(DataInputStream in) throws IOException {
        var type = readOptional(in);
        var value = readOptional(in);
        return type == null || value == null
                ? null
                : new HolderCode(HolderCodeType.of(type).orElseThrow(), value);
    }

    private static void writeOptional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
