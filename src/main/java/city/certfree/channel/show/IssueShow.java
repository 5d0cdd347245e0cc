package city.certfree.channel.show;

import city.certfree.access.AccessControl;
import city.certfree.access.OwnGrant;
import city.certfree.access.Refusal;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.show.IssueResult.Issued;
import city.certfree.channel.show.IssueResult.NotHeld;
import city.certfree.channel.show.IssueResult.Refused;
import city.certfree.channel.show.IssueResult.UnknownField;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a citizen hold out one licence: makes the token and the digits, for 60 s and one use. */
@Singleton
public final class IssueShow {
    private final AccessControl access;
    private final Licences licences;
    private final Registry registry;
    private final Signing signing;
    private final LicenceViews views;
    private final Transactions transactions;

    IssueShow(
            AccessControl access,
            Licences licences,
            Registry registry,
            Signing signing,
            LicenceViews views,
            Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.registry = registry;
        this.signing = signing;
        this.views = views;
        this.transactions = transactions;
    }

    /**
     * Makes a presentation of one of the citizen's own licences, or of an organisation's that he or she represents.
     *
     * @param item the item to bind it to; empty: any item in force that takes the type
     * @param fields the attributes to reveal, by key; null: those that the item needs
     */
    public IssueResult issue(
            HolderCode citizen, LicenceIdentifier wanted, Optional<ItemCode> item, @Nullable List<String> fields) {
        return transactions.write(() -> {
            var grant = access.own(citizen);
            var licence = own(grant, wanted);
            if (licence.isEmpty()) {
                return new NotHeld();
            }
            return present(grant, licence.get(), item, fields);
        });
    }

    private Optional<Licence> own(OwnGrant grant, LicenceIdentifier wanted) {
        return licences.ownedUnder(grant).stream()
                .filter(l -> l.identifier().equals(wanted))
                .findFirst();
    }

    private IssueResult present(
            OwnGrant grant, Licence licence, Optional<ItemCode> item, @Nullable List<String> fields) {
        var refusal = access.refusalOfShow(licence.type(), item);
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
        var status = licence.statusOn(views.today()).name();
        return signing.issue(
                new Wish(grant.citizen(), holder(grant, licence), licence, type.get(), item, fields), status);
    }

    /** Of several holders the one through whom the citizen may show it. */
    private HolderCode holder(OwnGrant grant, Licence licence) {
        return licences.holdersUnder(grant).stream()
                .filter(h -> licence.holders().stream().anyMatch(on -> on.code().equals(h)))
                .findFirst()
                .orElseThrow();
    }

    /** What is to be shown, by whom. */
    private record Wish(
            HolderCode citizen,
            HolderCode holder,
            Licence licence,
            LicenceType type,
            Optional<ItemCode> item,
            @Nullable List<String> fields) {
        String maskedHolder() {
            return licence.holders().stream()
                    .filter(h -> h.code().equals(holder))
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
        private final Clock clock;

        Signing(Presentations presentations, ShowTokens tokens, LicenceReference reference, Clock clock) {
            this.presentations = presentations;
            this.tokens = tokens;
            this.reference = reference;
            this.clock = clock;
        }

        private Issued issue(Wish wish, String status) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var jti = RandomId.next();
            var code = ShowCode.next();
            var presentation = new Presentation(
                    RandomId.next(),
                    jti,
                    wish.citizen(),
                    wish.holder(),
                    wish.licence().identifier(),
                    wish.item().orElse(null),
                    wish.fields(),
                    now.plus(ShowTokens.LIFETIME),
                    null,
                    null);
            presentations.add(presentation, code);
            var token = tokens.sign(new ShowClaims(
                    jti,
                    now,
                    reference.of(jti, wish.licence().identifier()),
                    wish.type().code(),
                    wish.maskedHolder(),
                    status,
                    wish.item().orElse(null),
                    wish.positions()));
            return new Issued(
                    presentation.showId(),
                    token,
                    code,
                    presentation.expiresAt(),
                    wish.type().sensitivity() == Sensitivity.HIGH);
        }
    }
}
