package city.certfree.channel.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.AccessControl;
import city.certfree.access.Attempts;
import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.audit.CanonicalJson;
import city.certfree.channel.Recorder;
import city.certfree.channel.show.FindPresentation.Found;
import city.certfree.crypto.KeyedIndex;
import city.certfree.fixture.OnH2;
import city.certfree.fixture.SmallRegistry;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.Transactions.StorageUnavailable;
import city.certfree.registry.Registry;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import city.certfree.token.SignedToken;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When nothing can be said about what is held out, the counter is told so, and never that it is good. */
@MicronautTest(transactional = false)
class RedeemShowFaultsTest implements OnH2 {
    private static final Requester CLERK = new Requester.Clerk("clerk", new OfficeCode("37040010001"));

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @Inject
    AccessControl access;

    @Inject
    Acceptance acceptance;

    @Inject
    Recorder recorder;

    @Inject
    AccessLog log;

    @Inject
    Presentations presentations;

    @Inject
    Attempts attempts;

    @Inject
    KeyedIndex index;

    @Test
    void saysThatTheStorageIsAwayAndThatNothingWasRecorded() {
        var finding = new FindPresentation(
                presentations,
                new FlawedTokens(ShowTokens.Flaw.FORGED),
                new LicenceReference(index),
                new Away(),
                Clock.systemUTC());
        var redeem = new RedeemShow(access, finding, acceptance, recorder);
        var occasion = new Occasion(CLERK, SmallRegistry.BIRTH, new CaseNumber("1"), new Purpose("办理"));
        var result = redeem.redeem(occasion, new Presented.Code("1"), Optional.empty());
        assertEquals(
                new ShowResult.Unrecorded(new ShowAnswer(
                        ShowAnswer.Verdict.UNAVAILABLE, ShowReason.STORAGE_UNAVAILABLE, null, null, null)),
                log.append(result));
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachFlawOfATokenByItsOwnReason(ShowTokens.Flaw flaw) {
        var judging = new FindPresentation(
                presentations, new FlawedTokens(flaw), new LicenceReference(index), attempts, Clock.systemUTC());
        assertEquals(new Found.Nothing(ShowReason.valueOf(flaw.name())), judging.of(new Presented.Token("t"), CLERK));
    }

    @Test
    void saysOfStaleKeysThatNothingCanBeSaid() {
        assertEquals(
                new ShowAnswer(ShowAnswer.Verdict.UNAVAILABLE, ShowReason.KEYS_STALE, null, null, null),
                ShowAnswer.rejected(ShowReason.KEYS_STALE));
        assertEquals(
                new ShowAnswer(ShowAnswer.Verdict.REJECTED, ShowReason.WRONG_AUDIENCE, null, null, null),
                ShowAnswer.rejected(ShowReason.WRONG_AUDIENCE));
    }

    @Test
    void digestsTheCodeThatIsServed() {
        assertEquals(
                """
                {"agent":null,"holderMatch":null,"licence":null,"reason":"already-used","verdict":"REJECTED"}""",
                CanonicalJson.text(ShowAnswer.rejected(ShowReason.ALREADY_USED)));
    }

    /** A storage that is away. */
    private static final class Away implements Attempts {
        @Override
        public Tally tally(Kind kind, String subject, Instant now) {
            throw new StorageUnavailable(new IllegalStateException("away"));
        }

        @Override
        public int add(Kind kind, String subject, Instant now) {
            throw new StorageUnavailable(new IllegalStateException("away"));
        }

        @Override
        public void clear(Kind kind, String subject, Instant now) {
            throw new StorageUnavailable(new IllegalStateException("away"));
        }

        @Override
        public void forgetBefore(Instant start) {
            throw new StorageUnavailable(new IllegalStateException("away"));
        }
    }

    /** Finds one flaw in every token. */
    private record FlawedTokens(Flaw flaw) implements ShowTokens {
        @Override
        public SignedToken sign(ShowClaims claims) {
            throw new IllegalStateException("signs nothing");
        }

        @Override
        public Verification verify(String token, Instant now) {
            return new Verification.Rejected(flaw);
        }
    }
}
