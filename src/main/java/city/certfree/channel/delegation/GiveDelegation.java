package city.certfree.channel.delegation;

import city.certfree.access.AccessControl;
import city.certfree.access.OwnGrant;
import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.channel.delegation.GiveResult.EndNotAllowed;
import city.certfree.channel.delegation.GiveResult.Given;
import city.certfree.channel.delegation.GiveResult.NotHeld;
import city.certfree.channel.delegation.GiveResult.Refused;
import city.certfree.channel.delegation.GiveResult.ToOneself;
import city.certfree.channel.delegation.GiveResult.TooMany;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Holder;
import city.certfree.licence.Licence;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Lets a citizen delegate the showing of one licence, for one item, to one other citizen, until a moment. */
@Singleton
public final class GiveDelegation {
    /** Longer is no case of one item. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** In force at a time, of one citizen. */
    static final int MOST = 50;

    private final AccessControl access;
    private final Licences licences;
    private final Book book;
    private final Transactions transactions;
    private final Clock clock;

    GiveDelegation(AccessControl access, Licences licences, Book book, Transactions transactions, Clock clock) {
        this.access = access;
        this.licences = licences;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Delegates, with effect from now on. */
    public GiveResult give(HolderCode citizen, Wanted wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (wanted.agent().equals(citizen)) {
            return new ToOneself();
        }
        if (!now.isBefore(wanted.until()) || wanted.until().isAfter(now.plus(LONGEST))) {
            return new EndNotAllowed();
        }
        return transactions.write(() -> {
            var grant = access.own(citizen);
            var licence = own(grant, wanted.licence());
            if (licence.isEmpty()) {
                return new NotHeld();
            }
            return access.refusalOfShow(licence.get().type(), Optional.of(wanted.item()))
                    .<GiveResult>map(Refused::new)
                    .orElseGet(() -> give(grant, licence.get(), wanted, now));
        });
    }

    private Optional<Licence> own(OwnGrant grant, LicenceIdentifier wanted) {
        return licences.ownedUnder(grant).stream()
                .filter(licence -> licence.identifier().equals(wanted))
                .findFirst();
    }

    private GiveResult give(OwnGrant grant, Licence licence, Wanted wanted, Instant now) {
        if (book.inForce(grant.citizen(), now) >= MOST) {
            return new TooMany();
        }
        var holder = holder(grant, licence);
        var delegation = new Delegation(
                RandomId.next(),
                grant.citizen(),
                holder.code(),
                wanted.agent(),
                wanted.agentName(),
                licence.identifier(),
                wanted.item(),
                now,
                wanted.until(),
                null);
        return new Given(book.enter(delegation, holder.name()));
    }

    /** Of several holders the one through whom the citizen may have it shown. */
    private Holder holder(OwnGrant grant, Licence licence) {
        var own = licences.holdersUnder(grant);
        return licence.holders().stream()
                .filter(on -> own.contains(on.code()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a citizen wants.
     *
     * @param agentName 1 to 50 printable characters
     * @param until from this moment on it is over
     */
    public record Wanted(LicenceIdentifier licence, ItemCode item, HolderCode agent, String agentName, Instant until) {
        public Wanted {
            until = until.truncatedTo(ChronoUnit.MICROS);
        }

        /** Names no person. */
        @Override
        public String toString() {
            return "Wanted[" + licence + " for " + item + "]";
        }
    }

    /** Where delegations are entered. */
    @Singleton
    static final class Book {
        private final Delegations delegations;
        private final DelegationViews views;

        Book(Delegations delegations, DelegationViews views) {
            this.delegations = delegations;
            this.views = views;
        }

        private long inForce(HolderCode principal, Instant now) {
            return delegations.givenBy(principal).stream()
                    .filter(d -> d.isInForceAt(now))
                    .count();
        }

        private DelegationView enter(Delegation delegation, String holderName) {
            delegations.add(delegation);
            return views.of(delegation, holderName);
        }
    }
}
