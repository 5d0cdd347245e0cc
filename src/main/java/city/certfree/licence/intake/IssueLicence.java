package city.certfree.licence.intake;

import city.certfree.access.Issuer;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.Pending;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Lifecycle;
import city.certfree.licence.OwnTypes;
import city.certfree.licence.Standing;
import city.certfree.licence.intake.Issuance.Takeover;
import city.certfree.licence.intake.IssueResult.Changed;
import city.certfree.licence.intake.IssueResult.Ended;
import city.certfree.licence.intake.IssueResult.Flawed;
import city.certfree.licence.intake.IssueResult.Foreign;
import city.certfree.licence.intake.IssueResult.Issued;
import city.certfree.licence.intake.IssueResult.Overtaken;
import city.certfree.licence.intake.IssueResult.RevisionMissing;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Issues one licence, or changes one: what is on a licence never changes, a changed one is the next version, and the one before
 * is superseded in the same moment. Either is recorded, and done when the log does it.
 */
@Singleton
public final class IssueLicence {
    private final OwnTypes ownTypes;
    private final Registry registry;
    private final Issuance issuance;
    private final Store store;
    private final Clock clock;

    IssueLicence(OwnTypes ownTypes, Registry registry, Issuance issuance, Store store, Clock clock) {
        this.ownTypes = ownTypes;
        this.registry = registry;
        this.issuance = issuance;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Issues the licence when the store has none of its identifier, and changes the one that it has otherwise.
     *
     * @param revisions those of the licence that may be changed; null: the issuer believes that there is none
     */
    public Pending<IssueResult> issue(Issuer issuer, Wanted wanted, @Nullable Set<Integer> revisions) {
        var identifier = wanted.licence().identifier();
        if (identifier == null || ownTypes.find(issuer, identifier.type()).isEmpty()) {
            return Pending.answered(new Foreign());
        }
        var standing = store.standing(identifier);
        if (standing.isEmpty()) {
            return revisions == null ? issueFirst(issuer, wanted, identifier) : Pending.answered(new Overtaken());
        }
        if (revisions == null) {
            return Pending.answered(new RevisionMissing());
        }
        return revisions.contains(standing.get().revision())
                ? change(issuer, wanted, identifier, standing.get())
                : Pending.answered(new Overtaken());
    }

    private Pending<IssueResult> issueFirst(Issuer issuer, Wanted wanted, LicenceIdentifier identifier) {
        var flaws = flaws(wanted.licence());
        if (identifier.version() > 1 && store.isKnown(withVersion(identifier, identifier.version() - 1))) {
            return flawed(new Flaw("/identifier", "of version 1: the version before is changed instead"));
        }
        if (!flaws.isEmpty()) {
            return Pending.answered(new Flawed(flaws));
        }
        return switch (made(wanted.licence(), wanted.signed(), clock.instant())) {
            case Takeover.Refused(var expected) -> flawed(new Flaw("/signedLicence", expected));
            case Takeover.Done(var licence) -> {
                var record = record(issuer, AuditEvent.LICENCE_ISSUED, licence, wanted.signed());
                // Taken in this moment by somebody else: now there is one, and the issuer must say that it is to be
                // changed.
                yield performing(store.licences.adding(licence), record)
                        .map(done -> done ? new Issued(licence, record.id()) : new RevisionMissing());
            }
        };
    }

    private Takeover made(NewLicence wanted, @Nullable String signed, Instant since) {
        var catalogue = registry.current().catalogue();
        return signed == null
                ? new Takeover.Done(issuance.issue(wanted, catalogue, since))
                : issuance.takeOver(wanted, signed, catalogue, since);
    }

    private Pending<IssueResult> change(Issuer issuer, Wanted wanted, LicenceIdentifier identifier, Standing seen) {
        if (identifier.version() == LicenceIdentifier.MAX_VERSION) {
            return flawed(new Flaw("/identifier", "of a version below 999: nothing can follow it"));
        }
        var today = seen.statusOn(CityTime.today(clock));
        if (!Lifecycle.allows(today, LicenceStatus.SUPERSEDED)) {
            return Pending.answered(new Ended(today));
        }
        var next = next(wanted.licence(), identifier, seen);
        var flaws = flaws(next);
        flaws.addAll(contradictions(wanted, identifier, EnumSet.of(today, next.status())));
        if (!flaws.isEmpty()) {
            return Pending.answered(new Flawed(flaws));
        }
        return switch (made(next, wanted.signed(), seen.since())) {
            case Takeover.Refused(var expected) -> flawed(new Flaw("/signedLicence", expected));
            case Takeover.Done(var licence) -> {
                var record = record(issuer, AuditEvent.LICENCE_CHANGED, licence, wanted.signed());
                yield performing(superseding(identifier, seen, licence), record)
                        .map(done -> done ? new Changed(licence, record.id()) : new Overtaken());
            }
        };
    }

    private static Pending<IssueResult> flawed(Flaw flaw) {
        return Pending.answered(new Flawed(List.of(flaw)));
    }

    private static Pending<Boolean> performing(BooleanSupplier step, ActRecord record) {
        return Pending.act(step::getAsBoolean, done -> done ? Optional.of(record) : Optional.<ActRecord>empty());
    }

    /** What is wanted beside the content, and is not what a change does. */
    private static List<Flaw> contradictions(Wanted wanted, LicenceIdentifier identifier, Set<LicenceStatus> kept) {
        var flaws = new ArrayList<Flaw>();
        var previous = wanted.licence().previous();
        if (previous != null && !previous.equals(identifier)) {
            flaws.add(new Flaw("/previous", "absent: it is the version that is changed"));
        }
        if (wanted.stated() != null && !kept.contains(wanted.stated())) {
            flaws.add(new Flaw("/status", "the status that the licence has: it is changed by a call of its own"));
        }
        return flaws;
    }

    /** What did not count as valid before does not by a change either; only what had run out may begin anew. */
    private static NewLicence next(NewLicence wanted, LicenceIdentifier identifier, Standing seen) {
        boolean kept = seen.status() != LicenceStatus.EXPIRED;
        return new NewLicence(
                wanted.type(),
                withVersion(identifier, identifier.version() + 1),
                wanted.certificateNumber(),
                wanted.holders(),
                wanted.issuedOn(),
                wanted.validFrom(),
                wanted.validTo(),
                kept ? seen.status() : LicenceStatus.VALID,
                kept ? seen.reason() : wanted.statusReason(),
                wanted.attributes(),
                identifier);
    }

    private BooleanSupplier superseding(LicenceIdentifier identifier, Standing seen, Licence next) {
        var supersede = store.licences.changing(identifier, seen, LicenceStatus.SUPERSEDED, null, clock.instant());
        var add = store.licences.adding(next);
        return () -> {
            if (!supersede.getAsBoolean()) {
                return false;
            }
            if (!add.getAsBoolean()) {
                throw new IllegalStateException("there is a next version of a licence that nothing had followed");
            }
            return true;
        };
    }

    private List<Flaw> flaws(NewLicence licence) {
        return new IntakeRules(registry.current().catalogue(), CityTime.today(clock)).flaws(licence);
    }

    private static LicenceIdentifier withVersion(LicenceIdentifier identifier, int version) {
        return new LicenceIdentifier(identifier.type(), identifier.issuer(), identifier.serial(), version);
    }

    private ActRecord record(Issuer issuer, AuditEvent event, Licence licence, @Nullable String signed) {
        var token = Sha256.of(licence.signed().text().getBytes(StandardCharsets.US_ASCII));
        return new ActRecord(
                RecordId.next(),
                clock.instant(),
                issuer.office(),
                issuer.caller(),
                event,
                licence.identifier().value(),
                Map.of(
                        "status", licence.status().name(),
                        "signedBy", signed == null ? "service" : "issuer",
                        "signedLicenceDigest", token.toString()));
    }

    /**
     * What an issuer wants.
     *
     * @param licence with an identifier
     * @param stated the status as far as the issuer says one; null: as it is
     * @param signed the {@code licence+sd-jwt} of an issuer that signs itself; null: the service signs
     */
    public record Wanted(NewLicence licence, @Nullable LicenceStatus stated, @Nullable String signed) {
        /** Names no person. */
        @Override
        public String toString() {
            return "Wanted[" + licence.identifier() + "]";
        }
    }

    /** Where licences are kept. */
    @Singleton
    static final class Store {
        private final IssuedLicences licences;
        private final Transactions transactions;

        Store(IssuedLicences licences, Transactions transactions) {
            this.licences = licences;
            this.transactions = transactions;
        }

        Optional<Standing> standing(LicenceIdentifier identifier) {
            return transactions.read(() -> licences.standing(identifier));
        }

        boolean isKnown(LicenceIdentifier identifier) {
            return standing(identifier).isPresent();
        }
    }
}
