package city.certfree.crypto.file;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a key in the key files.
 *
 * @param file its file, within the folder
 * @param kid its name; of a key that the file only refers to, what it refers to
 * @param purpose as its file says it, such as {@code show} or {@code seal}
 * @param issuer the code of the department, with {@code licence} only
 * @param algorithm as its file says it, such as {@code ES256}
 * @param profile the profile that works with it
 * @param publishedAt when a next key was published, where that was noted
 * @param retiredAt when a retired key was retired
 */
public record KeyLine(
        String file,
        String kid,
        String purpose,
        @Nullable String issuer,
        String algorithm,
        Profile profile,
        KeyTerms.State state,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt) {
    /** Whether at most one of the two can be active at a time. */
    boolean hasRoleOf(KeyLine other) {
        return role().equals(other.role());
    }

    private String role() {
        return purpose + " " + issuer + " " + profile;
    }
}
