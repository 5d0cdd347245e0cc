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
import city.certfree.token.SignedToken;
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
                .mapToObj(i -> issue(licences.get(i), permutation.entry(first + i), catalogue, now, now))
                .toList();
    }

    /** As {@link #issue(List, Catalogue)}, for one that has had its status since that moment. */
    Licence issue(NewLicence licence, Catalogue catalogue, Instant since) {
        return issue(licence, takeEntry(), catalogue, since, clock.instant());
    }

    /** Takes over a licence that its issuer signed itself, with the entry that was promised to it. */
    Takeover takeOver(NewLicence licence, String delivered, Catalogue catalogue, Instant since) {
        var identifier = Objects.requireNonNull(licence.identifier());
        var entry = transactions.read(() -> store.reserved(identifier));
        if (entry.isEmpty()) {
            return new Takeover.Refused("signed for a status list entry that was reserved before");
        }
        var now = clock.instant();
        var issuer = catalogue.type(licence.type()).orElseThrow().issuer();
        var statement = statement(identifier, issuer, licence, entry.get(), now);
        return switch (tokens.check(delivered, statement, now)) {
            case LicenceTokens.Delivery.Accepted(var signed) ->
                new Takeover.Done(licence(identifier, licence, entry.get(), signed, catalogue, since));
            case LicenceTokens.Delivery.Refused(var objection) -> new Takeover.Refused(expected(objection));
        };
    }

    private static String expected(LicenceTokens.Objection objection) {
        return switch (objection) {
            case MALFORMED -> "a licence+sd-jwt with all its disclosures and no others";
            case FORGED -> "signed with a current key of the department";
            case DISAGREES -> "signed for the same licence as the other fields and its status list entry say";
        };
    }

    /** What came of a licence that was delivered signed. */
    sealed interface Takeover {
        record Done(Licence licence) implements Takeover {}

        /**
         * It is not what should have been delivered.
         *
         * @param expected what should have
         */
        record Refused(String expected) implements Takeover {}
    }

    /** Takes one place of the status lists. */
    StatusListEntry takeEntry() {
        return permutation.entry(transactions.write(() -> store.takePlaces(1, permutation.keyId())));
    }

    private Licence issue(NewLicence licence, StatusListEntry entry, Catalogue catalogue, Instant since, Instant now) {
        var type = catalogue.type(licence.type()).orElseThrow();
        var creditCode = catalogue.department(type.issuer()).orElseThrow().creditCode();
        var identifier = Objects.requireNonNullElseGet(
                licence.identifier(), () -> new LicenceIdentifier(type.code(), creditCode, serial(), 1));
        var signed = tokens.sign(statement(identifier, type.issuer(), licence, entry, now));
        return licence(identifier, licence, entry, signed, catalogue, since);
    }

    private static Licence licence(
            LicenceIdentifier identifier,
            NewLicence licence,
            StatusListEntry entry,
            SignedToken signed,
            Catalogue catalogue,
            Instant since) {
        var type = catalogue.type(licence.type()).orElseThrow();
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
                since,
                FaceAttributes.inOrder(licence.attributes(), type),
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
                identifier,
                issuer,
                now,
                licence.validFrom(),
                licence.validTo(),
                entry.list(),
                entry.index(),
                disclosures(licence));
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
