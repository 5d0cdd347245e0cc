package city.certfree.token.jose;

import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.token.Receipts;
import city.certfree.token.SignedToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;

/** {@code receipt+jwt} as compact JWS. */
@Singleton
final class JoseReceipts implements Receipts {
    private final OwnTokens tokens;

    JoseReceipts(OwnTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public SignedToken issue(RecordId record, Instant at, String outcome, Sha256 answerDigest) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iat", at.getEpochSecond());
        claims.put("rid", record.toString());
        claims.put("out", outcome);
        claims.put("dig", Base64Url.encode(answerDigest.toBytes()));
        return tokens.sign(TokenType.RECEIPT, claims);
    }
}
