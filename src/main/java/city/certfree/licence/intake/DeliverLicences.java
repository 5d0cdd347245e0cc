package city.certfree.licence.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import city.certfree.access.Issuer;
import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.Licence;
import city.certfree.licence.OwnTypes;
import city.certfree.licence.Standing;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes a delivery of an issuer's own licences into the store, some dozen at a time; each group is recorded in the moment in which
 * it is stored. A licence that the store has is left as it is, so a delivery that was broken off is sent once more.
 */
@Singleton
public final class DeliverLicences {
    /** So few that whoever waits for the log meanwhile hardly notices. */
    private static final int GROUP_ROWS = 32;

    private final Store store;
    private final Issuance issuance;
    private final OwnTypes ownTypes;
    private final Registry registry;
    private final Clock clock;

    DeliverLicences(Store store, Issuance issuance, OwnTypes ownTypes, Registry registry, Clock clock) {
        this.store = store;
        this.issuance = issuance;
        this.ownTypes = ownTypes;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Takes in all rows; a row with a flaw stops no other.
     *
     * @param rejections told of every flaw of every rejected row, in the order of lines
     * @throws Transactions.StorageUnavailable if the database is away; what was stored before stays stored
     */
    public Delivery deliver(Issuer issuer, Iterator<FeedRow> rows, Consumer<RejectedRow> rejections) {
        var catalogue = registry.current().catalogue();
        var rules = new DeliveryRules(
                new IntakeRules(catalogue, CityTime.today(clock)),
                type -> ownTypes.find(issuer, type).isPresent(),
                store::standing);
        var delivery = Delivery.begun(RandomId.next());
        while (rows.hasNext()) {
            var group = new DeliveredRows(rules, rejections);
            while (group.size() < GROUP_ROWS && rows.hasNext()) {
                group.take(rows.next());
            }
            int issued = issue(issuer, delivery.id(), group);
            delivery = delivery.plus(group, issued);
        }
        return delivery;
    }

    /** How many of the group were new. */
    private int issue(Issuer issuer, RandomId delivery, DeliveredRows group) {
        var fresh = unknown(group.licences());
        while (!fresh.isEmpty()) {
            var issued = issuance.issue(fresh, registry.current().catalogue());
            var adding = store.licences.adding(issued);
            try {
                return store.log.perform(
                        () -> {
                            adding.run();
                            return issued.size();
                        },
                        count -> Optional.of(record(issuer, delivery, group, issued)));
            } catch (Transactions.StorageUnavailable e) {
                throw e;
            } catch (RuntimeException fault) {
                // Another delivery may have brought some of them in the same moment; if not, it is something else.
                var left = unknown(fresh);
                if (left.size() == fresh.size()) {
                    throw fault;
                }
                fresh = left;
            }
        }
        return 0;
    }

    /** Without those that the store has, and without the second of two with one identifier. */
    private List<NewLicence> unknown(List<NewLicence> licences) {
        var identifiers = licences.stream().map(DeliveryRules::identifier).collect(toSet());
        var seen = new HashSet<LicenceIdentifier>(store.known(identifiers));
        return licences.stream()
                .filter(licence -> seen.add(DeliveryRules.identifier(licence)))
                .toList();
    }

    /** The digest binds what was issued; the statements themselves stand in the store. */
    private ActRecord record(Issuer issuer, RandomId delivery, DeliveredRows group, List<Licence> issued) {
        var statements = issued.stream()
                .map(licence -> licence.identifier().value() + " "
                        + ascii(licence.signed().text()) + "\n")
                .collect(joining());
        return new ActRecord(
                RecordId.next(),
                clock.instant(),
                issuer.office(),
                issuer.caller(),
                AuditEvent.LICENCES_DELIVERED,
                delivery.toString(),
                Map.of(
                        "from", Long.toString(group.firstLine()),
                        "to", Long.toString(group.lastLine()),
                        "licences", Integer.toString(issued.size()),
                        "digest", ascii(statements).toString()));
    }

    private static Sha256 ascii(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where licences are kept, and what is done with them. */
    @Singleton
    static final class Store {
        private final IssuedLicences licences;
        private final Transactions transactions;
        private final ActLog log;

        Store(IssuedLicences licences, Transactions transactions, ActLog log) {
            this.licences = licences;
            this.transactions = transactions;
            this.log = log;
        }

        private Set<LicenceIdentifier> known(Set<LicenceIdentifier> identifiers) {
            return transactions.read(() -> licences.known(identifiers));
        }

        private Optional<Standing> standing(LicenceIdentifier identifier) {
            return transactions.read(() -> licences.standing(identifier));
        }
    }
}
