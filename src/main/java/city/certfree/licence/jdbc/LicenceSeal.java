package city.certfree.licence.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Licence;
import city.certfree.licence.StatusListEntry;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Turns licences into rows and back. What is sealed is bound to its column and row: moved to another, it does not open. */
@Singleton
final class LicenceSeal {
    private static final String NO_REASON = "";

    private final Sealer sealer;

    LicenceSeal(Sealer sealer) {
        this.sealer = sealer;
    }

    LicenceRow close(Licence licence) {
        var identifier = licence.identifier().value();
        var entry = licence.statusListEntry();
        var reason = closeReason(identifier, licence.statusReason());
        var body = sealer.seal(LicenceBody.of(licence).toBytes(), bodyPlace(identifier));
        return new LicenceRow(
                identifier,
                licence.type().value(),
                licence.issuer().value(),
                licence.issuedOn(),
                licence.validFrom(),
                licence.validTo(),
                licence.status(),
                licence.statusSince(),
                0,
                entry.list(),
                entry.index(),
                reason.keyId(),
                reason.toBytes(),
                body.keyId(),
                body.toBytes());
    }

    /** Seals a reason of a status; none is sealed too, so that a row does not tell whether there is one. */
    Sealed closeReason(String identifier, @Nullable String reason) {
        return sealer.seal((reason == null ? NO_REASON : reason).getBytes(UTF_8), reasonPlace(identifier));
    }

    /** What is sealed in a row, sealed anew under the key in use. */
    Again again(LicenceRow row) {
        var reason = reasonPlace(row.identifier());
        var body = bodyPlace(row.identifier());
        return new Again(
                sealer.seal(sealer.open(new Sealed(row.reasonKeyId(), row.reason()), reason), reason),
                sealer.seal(sealer.open(new Sealed(row.bodyKeyId(), row.body()), body), body));
    }

    record Again(Sealed reason, Sealed body) {}

    Licence open(LicenceRow row) {
        var identifier = row.identifier();
        var body = LicenceBody.fromBytes(sealer.open(new Sealed(row.bodyKeyId(), row.body()), bodyPlace(identifier)));
        return new Licence(
                LicenceIdentifier.parse(identifier),
                body.certificateNumber(),
                body.holders(),
                new DepartmentCode(row.issuer()),
                row.issuedOn(),
                row.validFrom(),
                row.validTo(),
                row.status(),
                openReason(identifier, row.reasonKeyId(), row.reason()),
                row.statusSince(),
                body.attributes(),
                body.signed(),
                new StatusListEntry(row.statusList(), row.statusIndex()),
                body.previous());
    }

    @Nullable String openReason(String identifier, String keyId, byte[] sealed) {
        byte[] opened = sealer.open(new Sealed(keyId, sealed), reasonPlace(identifier));
        var reason = new String(opened, UTF_8);
        return reason.equals(NO_REASON) ? null : reason;
    }

    private static String bodyPlace(String identifier) {
        return "licence.body " + identifier;
    }

    private static String reasonPlace(String identifier) {
        return "licence.reason " + identifier;
    }
}
