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
        var texts = Texts.fromBytes(bytes);
        var type = texts.holderType;
        var code = texts.holderCode;
        return new RecordBody(
                new CaseNumber(texts.caseNumber),
                new Purpose(texts.purpose),
                texts.operator,
                type == null || code == null
                        ? null
                        : new HolderCode(HolderCodeType.of(type).orElseThrow(), code),
                texts.licences.stream().map(LicenceIdentifier::parse).toList(),
                texts.receipt);
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

    /** The fields as they are kept, for whoever only digests them. */
    record Texts(
            String caseNumber,
            String purpose,
            @Nullable String operator,
            @Nullable String holderType,
            @Nullable String holderCode,
            List<String> licences,
            @Nullable String receipt) {
        static Texts fromBytes(byte[] bytes) {
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                int format = in.readByte();
                if (format != FORMAT && format != WITH_RECEIPT) {
                    throw new IllegalStateException("unknown format of an access record: " + format);
                }
                var caseNumber = in.readUTF();
                var purpose = in.readUTF();
                var operator = readOptional(in);
                var holderType = readOptional(in);
                var holderCode = readOptional(in);
                var licences = new ArrayList<String>();
                for (int left = in.readShort(); left > 0; left--) {
                    licences.add(in.readUTF());
                }
                var receipt = format == WITH_RECEIPT ? in.readUTF() : null;
                return new Texts(caseNumber, purpose, operator, holderType, holderCode, licences, receipt);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Keeps everything out of logs. */
        @Override
        public String toString() {
            return "Texts";
        }
    }
}
