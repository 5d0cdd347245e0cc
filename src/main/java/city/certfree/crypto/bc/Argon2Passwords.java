package city.certfree.crypto.bc;

import city.certfree.crypto.Passwords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) at 19 MiB, two passes, one lane (OWASP's first choice), in the PHC string form. Hashes made with other
 * parameters go on being checked with theirs.
 */
@Singleton
final class Argon2Passwords implements Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]{0,2}),"
            + "p=([1-9][0-9]?)\\$([0-9A-Za-z+/]{11,64})\\$([0-9A-Za-z+/]{16,86})");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As many at once as there are processors: more would only take memory, 19 MiB each. */
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final int memoryKib;
    private final String nobody;

    @Inject
    Argon2Passwords() {
        this(MEMORY_KIB);
    }

    Argon2Passwords(int memoryKib) {
        this.memoryKib = memoryKib;
        this.nobody = hash("nobody");
    }

    @Override
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] tag = argon2id(password, salt, memoryKib, PASSES, LANES, TAG_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(tag));
    }

    @Override
    public boolean matches(String password, String hash) {
        var phc = PHC.matcher(hash);
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password hash is not one of Argon2id");
        }
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        byte[] actual = argon2id(
                password,
                Base64.getDecoder().decode(phc.group(4)),
                Integer.parseInt(phc.group(1)),
                Integer.parseInt(phc.group(2)),
                Integer.parseInt(phc.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    @Override
    public void matchNothing(String password) {
        matches(password, nobody);
    }

    private byte[] argon2id(String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        byte[] tag = new byte[length];
        places.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(bytes(password), tag);
        } finally {
            places.release();
        }
        return tag;
    }

    /** NFKC, so that keyboards that compose characters differently type the same password (NIST SP 800-63B-4, 3.1.1.2). */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
