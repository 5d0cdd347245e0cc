package city.certfree.token.jose;

import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/** JWS in compact form (RFC 7515) by Nimbus, with signatures by our own keys. */
final class Jws {
    private Jws() {}

    /** Signs claims; the header says {@code alg}, {@code kid} and {@code typ}. */
    static String sign(TokenType type, Map<String, Object> claims, Signer signer) {
        var header = new JWSHeader.Builder(algorithm(signer.algorithm()))
                .type(new JOSEObjectType(type.typ()))
                .keyID(signer.kid())
                .build();
        var jws = new JWSObject(header, new Payload(claims));
        try {
            jws.sign(new Signing(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key that signed at the start signs no more", e);
        }
        return jws.serialize();
    }

    /** Whether the signature of three parts in strict form is the key's. */
    static boolean verifies(String header, String payload, String signature, Verifier verifier) {
        try {
            return new JWSObject(Base64URL.from(header), Base64URL.from(payload), Base64URL.from(signature))
                    .verify(new Verifying(verifier));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static JWSAlgorithm algorithm(SignatureAlgorithm algorithm) {
        return JWSAlgorithm.parse(algorithm.jose());
    }

    /** What Nimbus asks of a signer or verifier beside its work. Ours needs nothing of the platform's cryptography. */
    private abstract static class Provider implements JWSProvider {
        private final JCAContext context = new JCAContext();
        private final JWSAlgorithm algorithm;

        Provider(SignatureAlgorithm algorithm) {
            this.algorithm = algorithm(algorithm);
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(algorithm);
        }

        @Override
        public JCAContext getJCAContext() {
            return context;
        }
    }

    private static final class Signing extends Provider implements JWSSigner {
        private final Signer signer;

        Signing(Signer signer) {
            super(signer.algorithm());
            this.signer = signer;
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) {
            return Base64URL.encode(signer.sign(input));
        }
    }

    private static final class Verifying extends Provider implements JWSVerifier {
        private final Verifier verifier;

        Verifying(Verifier verifier) {
            super(verifier.algorithm());
            this.verifier = verifier;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
            return supportedJWSAlgorithms().contains(header.getAlgorithm())
                    && verifier.verifies(input, signature.decode());
        }
    }
}
