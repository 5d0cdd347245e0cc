package city.certfree.access.session.jdbc;

import city.certfree.access.account.Principal;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Writes a citizen so that a session's row tells nobody who it is, and reads him or her again. */
@Singleton
final class SealedCitizen {
    private final Sealer sealer;

    SealedCitizen(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Seals type, number and name, each after its length in 16 bits; an empty name stands for none. */
    Sealed seal(Principal.Citizen citizen, Sha256 session) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(citizen.holder().type().code());
            out.writeUTF(citizen.holder().value());
            out.writeUTF(Objects.requireNonNullElse(citizen.name(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealer.seal(bytes.toByteArray(), place(session));
    }

    Principal.Citizen open(Sealed sealed, Sha256 session) {
        try (var in = new DataInputStream(new ByteArrayInputStream(sealer.open(sealed, place(session))))) {
            var type = HolderCodeType.of(in.readUTF()).orElseThrow();
            var holder = new HolderCode(type, in.readUTF());
            var name = in.readUTF();
            return new Principal.Citizen(holder, name.isEmpty() ? null : name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Sha256 session) {
        return "session " + session;
    }
}
