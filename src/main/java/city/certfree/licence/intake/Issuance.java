package city.certfree.licence.intake;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Holder;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.Licence;
import city.certfree.licence.StatusListEntry;
import city.certfree.registry.Catalogue;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Makes of checked licences issued ones: identifier, place in a status list, signature. */
@Singleton
final class Issuance {
    private static final int SERIAL_LENGTH = 20;
    private static final BigInteger SERIALS = BigInteger.valueOf(36).pow(SERIAL_LENGTH);

    private final IssuedLicences store;
    private final Transactions transactions;
    private final LicenceTokens tokens;
    private final StatusListPermutation permutation;
    private final Clock clock;

    Issuance(IssuedLicences store, Transactions transactions, LicenceTokens tokens, KeyedIndex index, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.tokens = tokens;
        this.permutation = new StatusListPermutation(index);
        this.clock = clock;
    }

    /**
     * Issues licences that {@link IntakeRules} found flawless by this catalogue. Signing is most of the work and is shared
     * between processors.
     */
    List<Licence> issue(List<NewLicence> licences, Catalogue catalogue) {
        long first = transactions.write(() -> store.takePlaces(licences.size(), permutation.keyId()));
        var now = clock.instant();
        return IntStream.range(0, licences.size())
                .parallel()
                .mapToObj(i -> issue(licences.get(i), permutation.entry(first + i), catalogue, now))
                .toList();
    }

    private Licence issue(NewLicence licence, StatusListEntry entry, Catalogue catalogue, Instant now) {
        var type = catalogue.type(licence.type()).orElseThrow();
        var creditCode = catalogue.department(type.issuer()).orElseThrow().creditCode();
        var identifier = Objects.requireNonNullElseGet(
                licence.identifier(), () -> new LicenceIdentifier(type.code(), creditCode, serial(), 1));
        var attributes = FaceAttributes.inOrder(licence.attributes(), type);
        var signed = tokens.sign(statement(identifier, type.issuer(), licence, entry, now));
        return new Licence(
                identifier,
                licence.certificateNumber(),
                licence.holders(),
                type.issuer(),
                licence.issuedOn(),
                licence.validFrom(),
                licence.validTo(),
                licence.status(),
                licence.statusReason(),
                now,
                attributes,
                signed,
                entry,
                licence.previous());
    }

    private static LicenceStatement statement(
            LicenceIdentifier identifier,
            DepartmentCode issuer,
            NewLicence licence,
            StatusListEntry entry,
            Instant now) {
        return new LicenceStatement(
                identifier, issuer, now, licence.validTo(), entry.list(), entry.index(), disclosures(licence));
    }

    private static Map<String, String> disclosures(NewLicence licence) {
        var disclosures = new HashMap<>(licence.attributes());
        disclosures.put("certificateNumber", licence.certificateNumber());
        for (int i = 0; i < licence.holders().size(); i++) {
            Holder holder = licence.holders().get(i);
            var prefix = "holder." + (i + 1) + ".";
            disclosures.put(prefix + "codeType", holder.code().type().code());
            disclosures.put(prefix + "code", holder.code().value());
            disclosures.put(prefix + "name", holder.name());
        }
        return disclosures;
    }

    /** 20 characters of 0-9 A-Z from 128 random bits. */
    private static String serial() {
        var digits = new BigInteger(1, RandomId.next().toBytes())
                .mod(SERIALS)
                .toString(36)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(SERIAL_LENGTH - digits.length()) + digits;
    }
}
