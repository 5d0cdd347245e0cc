package city.certfree.web.console.shift;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.session.SessionToken;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What stood in a form that a locked session sent. The page that asks for the password carries it sealed, for what a clerk has
 * typed about somebody is not to be read from a locked screen; only the same session opens it.
 */
@Singleton
final class KeptForm {
    private final Sealer sealer;

    KeptForm(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Seals fields, as text for a form. */
    String seal(Map<String, Object> body, SessionToken session) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var field : body.entrySet()) {
                for (var value : field.getValue() instanceof List<?> several ? several : List.of(field.getValue())) {
                    write(out, field.getKey());
                    write(out, value.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sealed = sealer.seal(bytes.toByteArray(), place(session));
        return sealed.keyId() + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toBytes());
    }

    /** The fields again; none when the text is not what this session sealed. */
    List<KeptField> open(String text, SessionToken session) {
        var parts = text.split(" ", -1);
        if (parts.length != 2) {
            return List.of();
        }
        try {
            var sealed = new Sealed(parts[0], Base64.getUrlDecoder().decode(parts[1]));
            return read(sealer.open(sealed, place(session)));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return List.of();
        }
    }

    private static List<KeptField> read(byte[] bytes) {
        var fields = new ArrayList<KeptField>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                fields.add(new KeptField(readText(in), readText(in)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    /** Not as modified UTF-8, which is at most 64 KiB. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private static String place(SessionToken session) {
        return "locked form of session " + session.digest();
    }
}
