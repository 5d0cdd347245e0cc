package city.certfree.parts;

import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import city.certfree.token.AccessTokens;
import city.certfree.token.ShowClaims;
import city.certfree.token.ShowTokens;
import city.certfree.token.SignedToken;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Tokens: parsed and verified as each request brings one, and signed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class TokenParts {
    private final Instant now = Instant.parse("2026-11-27T01:00:00Z");

    private AccessTokens access;
    private ShowTokens show;
    private ShowClaims claims;
    private String accessToken;
    private String showToken;

    @Setup
    public void prepare(Beans beans) {
        access = beans.get(AccessTokens.class);
        show = beans.get(ShowTokens.class);
        claims = new ShowClaims(
                RandomId.next(),
                now,
                RandomId.next(),
                new LicenceTypeCode("11370400XN0011213W006"),
                "王*明",
                "VALID",
                null,
                null,
                null);
        accessToken = access.issue("demo-system", now).text();
        showToken = show.sign(claims).text();
    }

    @Benchmark
    public Optional<String> accessTokenParseAndVerify() {
        return access.verify(accessToken, now);
    }

    @Benchmark
    public ShowTokens.Verification showTokenParseAndVerify() {
        return show.verify(showToken, now);
    }

    @Benchmark
    public SignedToken showTokenSign() {
        return show.sign(claims);
    }
}
