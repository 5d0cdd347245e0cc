package city.certfree.web.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.fixture.OnGmDemoCity;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/** The tests of SHOW once more, in the profile GM, and the forms in which it takes no SM2 signature. */
@MicronautTest(transactional = false)
@Property(name = "spec.name", value = "ShowsTest")
class ShowsInGmTest extends ShowsTest implements OnGmDemoCity {
    private static final ECDomainParameters SM2 = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
    private static final String SIGNER_ID = "1234567812345678";

    /** Each is a genuine token of ours but for its signature. */
    @Test
    void j31_refusesASignatureInAnotherForm() throws CryptoException, IOException {
        var token = token();
        var input = token.substring(0, token.lastIndexOf('.'));
        byte[] signed = input.getBytes(US_ASCII);
        byte[] signature = Base64Url.decode(token.substring(input.length() + 1));
        var n = SM2.getN();
        var r = new BigInteger(1, Arrays.copyOf(signature, 32));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));

        for (byte[] other : List.of(
                StandardDSAEncoding.INSTANCE.encode(n, r, s),
                raw("ALICE123@YAHOO.COM", signed),
                raw(SIGNER_ID, sm3(signed)),
                pair(r, n.subtract(r)),
                pair(BigInteger.ZERO, s),
                pair(r, n),
                pair(s, r),
                SampleKeys.ring().signer(KeyPurpose.SHOW).sign(signed))) {
            assertEquals("REJECTED forged", verdict(redeem("token", input + "." + Base64Url.encode(other))));
        }
        assertEquals("ACCEPTED null", verdict(redeem("token", token)));
    }

    /** An SM2 key signs nothing but SM2SM3, whatever the token says. */
    @Test
    void j31_refusesAnotherAlgorithmUnderTheKidOfAnSm2Key() {
        var token = token();
        var parts = token.split("\\.", -1);
        var header = new String(Base64Url.decode(parts[0]), UTF_8);

        for (var alg : List.of("ES256", "SM2", "sm2sm3", "none")) {
            var changed = Base64Url.encode(header.replace("SM2SM3", alg).getBytes(UTF_8)) + "." + parts[1];
            var es256 = SampleKeys.ring().signer(KeyPurpose.SHOW).sign(changed.getBytes(US_ASCII));
            assertEquals("REJECTED forged", verdict(redeem("token", changed + "." + Base64Url.encode(es256))), alg);
        }
    }

    private static byte[] raw(String signerId, byte[] input) throws CryptoException, IOException {
        byte[] file = Files.readAllBytes(Path.of("keys-sample/gm/service.jwks.json"));
        var d = Jwk.set(file).stream()
                .filter(key -> key.text("certfree_purpose").equals("show"))
                .map(key -> new BigInteger(1, key.bytes("d")))
                .findFirst()
                .orElseThrow();
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithID(new ECPrivateKeyParameters(d, SM2), signerId.getBytes(US_ASCII)));
        signer.update(input, 0, input.length);
        return signer.generateSignature();
    }

    private static byte[] sm3(byte[] input) {
        var digest = new SM3Digest();
        digest.update(input, 0, input.length);
        byte[] output = new byte[digest.getDigestSize()];
        digest.doFinal(output, 0);
        return output;
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
        byte[] both = Arrays.copyOf(BigIntegers.asUnsignedByteArray(32, r), 64);
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, both, 32, 32);
        return both;
    }
}
