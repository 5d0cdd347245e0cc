package city.certfree.crypto.bc.secret;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM (GB/T 32907 in the mode of GB/T 36624; RFC 8998). */
final class Sm4Gcm implements Aead {
    private final KeyParameter key;

    Sm4Gcm(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] plain, byte[] associated) {
        try {
            return process(cipher(true, nonce, associated), plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("nothing is checked when sealing", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] ciphertextAndTag, byte[] associated) throws GeneralSecurityException {
        try {
            return process(cipher(false, nonce, associated), ciphertextAndTag);
        } catch (InvalidCipherTextException e) {
            throw new AEADBadTagException("the tag does not fit");
        }
    }

    private GCMModeCipher cipher(boolean sealing, byte[] nonce, byte[] associated) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, associated));
        return cipher;
    }

    private static byte[] process(GCMModeCipher cipher, byte[] input) throws InvalidCipherTextException {
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int length = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, length);
        return output;
    }
}
