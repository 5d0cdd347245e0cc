package city.certfree.licence.jdbc;

import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.licence.Representation;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Turns representations into rows and back, sealed in their row. */
@Singleton
final class RepresentationSeal {
    private final Sealer sealer;
    private final KeyedIndex index;

    RepresentationSeal(Sealer sealer, KeyedIndex index) {
        this.sealer = sealer;
        this.index = index;
    }

    RepresentationRow close(Representation representation) {
        byte[] person = index.of(representation.person().code()).toBytes();
        byte[] organisation = index.of(representation.organisation().code()).toBytes();
        byte[] plain = Fields.write(out -> {
            LicenceBody.writeHolder(out, representation.person());
            LicenceBody.writeHolder(out, representation.organisation());
        });
        var body = sealer.seal(plain, place(person, organisation));
        return new RepresentationRow(person, organisation, index.keyId(), body.keyId(), body.toBytes());
    }

    Representation open(RepresentationRow row) {
        byte[] plain =
                sealer.open(new Sealed(row.bodyKeyId(), row.body()), place(row.personIndex(), row.organisationIndex()));
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            return new Representation(LicenceBody.readHolder(in), LicenceBody.readHolder(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(byte[] person, byte[] organisation) {
        var hex = HexFormat.of();
        return "representation.body " + hex.formatHex(person) + " " + hex.formatHex(organisation);
    }
}
