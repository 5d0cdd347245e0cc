package city.certfree.licence.jdbc;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Holder;
import city.certfree.licence.Licence;
import city.certfree.token.SignedToken;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a licence is sealed, and how it is written: a version byte, then the fields in this order. */
record LicenceBody(
        String certificateNumber,
        List<Holder> holders,
        Map<String, String> attributes,
        SignedToken signed,
        @Nullable LicenceIdentifier previous) {
    private static final int VERSION = 1;
    private static final String NO_PREVIOUS = "";

    static LicenceBody of(Licence licence) {
        return new LicenceBody(
                licence.certificateNumber(),
                licence.holders(),
                licence.attributes(),
                licence.signed(),
                licence.previous());
    }

    byte[] toBytes() {
        return Fields.write(out -> {
            out.writeByte(VERSION);
            Fields.writeText(out, certificateNumber);
            out.writeInt(holders.size());
            for (var holder : holders) {
                writeHolder(out, holder);
            }
            out.writeInt(attributes.size());
            for (var attribute : attributes.entrySet()) {
                Fields.writeText(out, attribute.getKey());
                Fields.writeText(out, attribute.getValue());
            }
            Fields.writeText(out, signed.text());
            Fields.writeText(out, previous == null ? NO_PREVIOUS : previous.value());
        });
    }

    static LicenceBody fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("a licence body of version " + version + " is unknown");
            }
            return new LicenceBody(
                    Fields.readText(in),
                    readHolders(in),
                    readAttributes(in),
                    new SignedToken(Fields.readText(in)),
                    readPrevious(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeHolder(DataOutputStream out, Holder holder) throws IOException {
        Fields.writeText(out, holder.code().type().code());
        Fields.writeText(out, holder.code().value());
        Fields.writeText(out, holder.name());
    }

    static Holder readHolder(DataInputStream in) throws IOException {
        var type = HolderCodeType.of(Fields.readText(in)).orElseThrow();
        return new Holder(new HolderCode(type, Fields.readText(in)), Fields.readText(in));
    }

    private static List<Holder> readHolders(DataInputStream in) throws IOException {
        int count = in.readInt();
        var holders = new ArrayList<Holder>();
        for (int i = 0; i < count; i++) {
            holders.add(readHolder(in));
        }
        return holders;
    }

    private static Map<String, String> readAttributes(DataInputStream in) throws IOException {
        int count = in.readInt();
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            attributes.put(Fields.readText(in), Fields.readText(in));
        }
        return attributes;
    }

    private static @Nullable LicenceIdentifier readPrevious(DataInputStream in) throws IOException {
        var text = Fields.readText(in);
        return text.equals(NO_PREVIOUS) ? null : LicenceIdentifier.parse(text);
    }
}
