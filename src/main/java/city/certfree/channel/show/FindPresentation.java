package city.certfree.channel.show;

import city.certfree.access.Attempts;
import city.certfree.access.Requester;
import city.certfree.channel.show.FindPresentation.Found.Nothing;
import city.certfree.channel.show.FindPresentation.Found.One;
import city.certfree.channel.show.FindPresentation.Found.TooManyWrongCodes;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowCode;
import city.certfree.token.ShowTokens;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.ShowTokens.Verification.Rejected;
import city.certfree.token.ShowTokens.Verification.Verified;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a token or its digits stand for. Digits can be guessed, so wrong ones are counted; tokens cannot. */
@Singleton
public final class FindPresentation {
    private final Presentations presentations;
    private final ShowTokens tokens;
    private final LicenceReference reference;
    private final Attempts attempts;
    private final Clock clock;

    FindPresentation(
            Presentations presentations,
            ShowTokens tokens,
            LicenceReference reference,
            Attempts attempts,
            Clock clock) {
        this.presentations = presentations;
        this.tokens = tokens;
        this.reference = reference;
        this.attempts = attempts;
        this.clock = clock;
    }

    Found of(Presented presented, Requester requester) {
        return switch (presented) {
            case Presented.Token(var text) -> byToken(text, clock.instant());
            case Presented.Code(var digits) -> byCode(digits, requester.caller());
        };
    }

    /**
     * What a token stands for.
     *
     * @param when it was held out: at its end it is expired
     */
    public Found byToken(String text, Instant when) {
        return switch (tokens.verify(text, when)) {
            case Rejected(var flaw) -> new Nothing(reason(flaw));
            case Verified(var claims) ->
                presentations
                        .byJti(claims.jti())
                        .<Found>map(p -> isOf(claims, p) ? new One(p) : new Nothing(ShowReason.FORGED))
                        .orElse(new Nothing(ShowReason.UNKNOWN));
        };
    }

    private boolean isOf(ShowClaims claims, Presentation presentation) {
        return claims.lid().equals(reference.of(presentation.jti(), presentation.licence()))
                && Objects.equals(claims.agent(), agent(presentation));
    }

    private static @Nullable String agent(Presentation presentation) {
        var agency = presentation.agency();
        return agency == null ? null : ShowClaims.shortened(agency.agentName());
    }

    private Found byCode(String digits, String caller) {
        var now = clock.instant();
        if (attempts.count(Attempts.Kind.WRONG_CODE, caller, now) >= Attempts.Kind.WRONG_CODE.limit()) {
            return new TooManyWrongCodes();
        }
        var code = parse(digits);
        var found = code.flatMap(presentations::byCode);
        if (found.isEmpty()) {
            attempts.add(Attempts.Kind.WRONG_CODE, caller, now);
            return new Nothing(code.isPresent() ? ShowReason.UNKNOWN : ShowReason.MALFORMED);
        }
        return new One(found.get());
    }

    private static Optional<ShowCode> parse(String digits) {
        try {
            return Optional.of(new ShowCode(digits));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static ShowReason reason(Flaw flaw) {
        return switch (flaw) {
            case MALFORMED -> ShowReason.MALFORMED;
            case FORGED -> ShowReason.FORGED;
            case WRONG_AUDIENCE -> ShowReason.WRONG_AUDIENCE;
            case EXPIRED -> ShowReason.EXPIRED;
            case KEYS_STALE -> ShowReason.KEYS_STALE;
        };
    }

    /** What was found. */
    public sealed interface Found {
        record One(Presentation presentation) implements Found {}

        record Nothing(ShowReason reason) implements Found {}

        record TooManyWrongCodes() implements Found {}
    }
}
