package city.certfree.crypto.bc.secret;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC (RFC 2104) under one key: 32 bytes. For many threads. */
public interface Hmac {
    /**
     * With a key of an algorithm that digests.
     *
     * @throws IllegalArgumentException if the algorithm does not
     */
    static Hmac of(SecretAlgorithm algorithm, byte[] key) {
        return switch (algorithm) {
            case HS256 -> {
                var secret = new SecretKeySpec(key, "HmacSHA256");
                var free = new ConcurrentLinkedQueue<Mac>();
                yield input -> sha256(free, secret, input);
            }
            case HSM3 -> {
                var secret = new KeyParameter(key);
                yield input -> sm3(secret, input);
            }
            case A256GCM, SM4GCM -> throw new IllegalArgumentException(algorithm + " makes no HMAC");
        };
    }

    /** The HMAC of the input. */
    byte[] of(byte[] input);

    /** @param free those of this key that nobody uses now: making one takes longer than an HMAC of a short text */
    private static byte[] sha256(Queue<Mac> free, SecretKeySpec key, byte[] input) {
        var waiting = free.poll();
        var mac = waiting == null ? made(key) : waiting;
        byte[] output = mac.doFinal(input);
        free.add(mac);
        return output;
    }

    private static Mac made(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static byte[] sm3(KeyParameter key, byte[] input) {
        var mac = new HMac(new SM3Digest());
        mac.init(key);
        mac.update(input, 0, input.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return output;
    }
}
