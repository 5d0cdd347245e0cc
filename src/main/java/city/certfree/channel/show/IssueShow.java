package city.certfree.channel.show;

import city.certfree.access.AccessControl;
import city.certfree.access.OwnGrant;
import city.certfree.access.Refusal;
import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.show.IssueResult.Issued;
import city.certfree.channel.show.IssueResult.NotHeld;
import city.certfree.channel.show.IssueResult.Refused;
import city.certfree.channel.show.IssueResult.UnknownField;
import city.certfree.channel.show.Presentation.Agency;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licence;
import city.certfree.licence.Licences;
import city.certfree.licence.Masked;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.Sensitivity;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowCode;
import city.certfree.token.ShowTokens;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a citizen hold out one licence: makes the token and the digits, for 60 s and one use. */
@Singleton
public final class IssueShow {
    private final AccessControl access;
    private final Holdings holdings;
    private final Registry registry;
    private final Signing signing;
    private final Transactions transactions;

    IssueShow(AccessControl access, Holdings holdings, Registry registry, Signing signing, Transactions transactions) {
        this.access = access;
        this.holdings = holdings;
        this.registry = registry;
        this.signing = signing;
        this.transactions = transactions;
    }

    /**
     * Makes a presentation of one of the citizen's own licences, of an organisation's that he or she represents, or of one that
     * another has delegated; that one is bound to the item of the delegation.
     *
     * @param item the item to bind it to; empty: any item in force that takes the type
     * @param fields the attributes to reveal, by key; null: those that the item needs
     */
    public IssueResult issue(
            HolderCode citizen, LicenceIdentifier wanted, Optional<ItemCode> item, @Nullable List<String> fields) {
        return transactions.write(() -> holdings.find(citizen, wanted, item)
                .map(holding -> present(citizen, holding, fields))
                .orElseGet(NotHeld::new));
    }

    private IssueResult present(HolderCode citizen, Holding holding, @Nullable List<String> fields) {
        var licence = holding.licence();
        var refusal = access.refusalOfShow(licence.type(), holding.item());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var type = registry.current().catalogue().type(licence.type());
        if (type.isEmpty()) {
            return new Refused(Refusal.CHANNEL_NOT_OFFERED);
        }
        for (int i = 0; fields != null && i < fields.size(); i++) {
            if (type.get().attribute(fields.get(i)).isEmpty()) {
                return new UnknownField(i);
            }
        }
        return signing.issue(new Wish(citizen, holding, type.get(), fields));
    }

    /**
     * A licence that a citizen may show.
     *
     * @param holder of several holders the one through whom the citizen may show it
     * @param item the item to bind it to; empty: any
     * @param agency under which delegation; null: none
     */
    private record Holding(Licence licence, HolderCode holder, Optional<ItemCode> item, @Nullable Agency agency) {}

    /** What a citizen may show. */
    @Singleton
    static final class Holdings {
        private final AccessControl access;
        private final Licences licences;
        private final Delegations delegations;

        Holdings(AccessControl access, Licences licences, Delegations delegations) {
            this.access = access;
            this.licences = licences;
            this.delegations = delegations;
        }

        private Optional<Holding> find(HolderCode citizen, LicenceIdentifier wanted, Optional<ItemCode> item) {
            return own(access.own(citizen), wanted, item).or(() -> delegated(citizen, wanted, item));
        }

        private Optional<Holding> own(OwnGrant grant, LicenceIdentifier wanted, Optional<ItemCode> item) {
            return licences.ownedUnder(grant).stream()
                    .filter(l -> l.identifier().equals(wanted))
                    .findFirst()
                    .map(licence -> new Holding(licence, holder(grant, licence), item, null));
        }

        private HolderCode holder(OwnGrant grant, Licence licence) {
            return licences.holdersUnder(grant).stream()
                    .filter(h ->
                            licence.holders().stream().anyMatch(on -> on.code().equals(h)))
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<Holding> delegated(HolderCode agent, LicenceIdentifier wanted, Optional<ItemCode> item) {
            return delegations.givenTo(agent).stream()
                    .filter(d -> d.licence().equals(wanted))
                    .filter(d -> item.isEmpty() || item.get().equals(d.item()))
                    .flatMap(d -> access.delegated(agent, d).stream())
                    .flatMap(grant -> licences.delegatedUnder(grant).stream()
                            .map(licence -> holding(licence, grant.delegation())))
                    .findFirst();
        }

        private static Holding holding(Licence licence, Delegation delegation) {
            var agency = new Agency(delegation.id(), Masked.name(delegation.agentName()));
            return new Holding(licence, delegation.holder(), Optional.of(delegation.item()), agency);
        }
    }

    /** What is to be shown, by whom. */
    private record Wish(HolderCode citizen, Holding holding, LicenceType type, @Nullable List<String> fields) {
        LicenceIdentifier identifier() {
            return holding.licence().identifier();
        }

        String maskedHolder() {
            return holding.licence().holders().stream()
                    .filter(h -> h.code().equals(holding.holder()))
                    .map(h -> Masked.name(h.name()))
                    .findFirst()
                    .orElseThrow();
        }

        @Nullable List<Integer> positions() {
            var keys = fields;
            return keys == null
                    ? null
                    : keys.stream()
                            .map(key -> type.attributes()
                                    .indexOf(type.attribute(key).orElseThrow()))
                            .distinct()
                            .toList();
        }
    }

    /** Makes the token and the digits, and remembers them. */
    @Singleton
    static final class Signing {
        private final Presentations presentations;
        private final ShowTokens tokens;
        private final LicenceReference reference;
        private final LicenceViews views;
        private final Clock clock;

        Signing(
                Presentations presentations,
                ShowTokens tokens,
                LicenceReference reference,
                LicenceViews views,
                Clock clock) {
            this.presentations = presentations;
            this.tokens = tokens;
            this.reference = reference;
            this.views = views;
            this.clock = clock;
        }

        private Issued issue(Wish wish) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var code = ShowCode.next();
            var presentation = presentation(wish, now);
            presentations.add(presentation, code);
            return new Issued(
                    presentation.showId(),
                    tokens.sign(claims(wish, presentation.jti(), now)),
                    code,
                    presentation.expiresAt(),
                    wish.type().sensitivity() == Sensitivity.HIGH);
        }

        private static Presentation presentation(Wish wish, Instant now) {
            return new Presentation(
                    RandomId.next(),
                    RandomId.next(),
                    wish.citizen(),
                    wish.holding().holder(),
                    wish.identifier(),
                    wish.holding().item().orElse(null),
                    wish.fields(),
                    now.plus(ShowTokens.LIFETIME),
                    null,
                    null,
                    wish.holding().agency());
        }

        private ShowClaims claims(Wish wish, RandomId jti, Instant now) {
            var agency = wish.holding().agency();
            return new ShowClaims(
                    jti,
                    now,
                    reference.of(jti, wish.identifier()),
                    wish.type().code(),
                    wish.maskedHolder(),
                    wish.holding().licence().statusOn(views.today()).name(),
                    wish.holding().item().orElse(null),
                    agency == null ? null : agency.agentName(),
                    wish.positions());
        }
    }
}
