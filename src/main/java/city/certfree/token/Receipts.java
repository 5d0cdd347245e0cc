package city.certfree.token;

import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.time.Instant;

/** Signs {@code receipt+jwt}, the proof of one use that everybody concerned may keep. */
public interface Receipts {
    /**
     * Signs a receipt: {@code iss}, {@code iat}, {@code rid} the record, {@code out} the outcome, {@code dig} the digest of
     * the answer in base64url.
     */
    SignedToken issue(RecordId record, Instant at, String outcome, Sha256 answerDigest);
}
