package city.certfree.crypto.file;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Profile;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.bc.KeyPairs;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.DepartmentCode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the key files that a deployment starts with. */
public final class NewKeys {
    private NewKeys() {}

    /**
     * New keys of a profile: one for each purpose, one for each issuing department, and the secrets, all active.
     *
     * @return the text of each file by its path within the folder; all of them are secret
     */
    public static Map<String, String> files(Profile profile, Collection<DepartmentCode> issuers) {
        var files = new LinkedHashMap<String, String>();
        files.put(KeyFolder.SERVICE, KeySetText.of(service(profile)));
        files.put(KeyFolder.SECRETS, KeySetText.of(secrets(profile)));
        for (var issuer : issuers) {
            var key = signing(KeyPurpose.LICENCE, signatures(profile), issuer);
            files.put(KeyFolder.issuerFile(issuer), KeySetText.of(List.of(key)));
        }
        return files;
    }

    /** What a profile signs with where nothing else is asked for. */
    static SignatureAlgorithm signatures(Profile profile) {
        return switch (profile) {
            case INTL -> SignatureAlgorithm.ES256;
            case GM -> SignatureAlgorithm.SM2SM3;
        };
    }

    private static List<Map<String, Object>> service(Profile profile) {
        var keys = new ArrayList<Map<String, Object>>();
        for (var purpose : KeyPurpose.values()) {
            algorithms(purpose, profile).forEach(algorithm -> keys.add(signing(purpose, algorithm, null)));
        }
        return keys;
    }

    /** With what a profile signs for a purpose of the service; nothing for licences, whose issuers sign them, and receipts. */
    static List<SignatureAlgorithm> algorithms(KeyPurpose purpose, Profile profile) {
        return switch (purpose) {
            case LICENCE, RECEIPT -> List.of();
            case SHOW, STATUS, ACCESS -> List.of(signatures(profile));
            case LOG ->
                Stream.of(SignatureAlgorithm.EDDSA, signatures(profile))
                        .filter(algorithm -> algorithm != SignatureAlgorithm.ES256)
                        .toList();
        };
    }

    private static List<Map<String, Object>> secrets(Profile profile) {
        return Stream.of(Secret.Purpose.values())
                .map(purpose -> secret(purpose, profile))
                .toList();
    }

    static Map<String, Object> signing(
            KeyPurpose purpose, SignatureAlgorithm algorithm, @Nullable DepartmentCode issuer) {
        var key = new LinkedHashMap<String, Object>(KeyPairs.of(algorithm).newMembers());
        key.put("kid", Jwk.of(key).thumbprint());
        key.put("alg", algorithm.jose());
        key.put("use", "sig");
        key.put(SigningKey.PURPOSE, word(purpose));
        key.put(SigningKey.STATE, SigningKey.ACTIVE);
        if (issuer != null) {
            key.put(SigningKey.ISSUER, issuer.value());
        }
        return key;
    }

    static Map<String, Object> secret(Secret.Purpose purpose, Profile profile) {
        var algorithm = purpose.algorithm(profile);
        var key = new LinkedHashMap<String, Object>();
        key.put("kty", "oct");
        key.put("k", Base64Url.encode(random(algorithm.lengthBytes())));
        // Unlike in every other deployment, so that a wrong folder is noticed by name.
        key.put("kid", word(purpose) + "-" + HexFormat.of().formatHex(random(4)));
        key.put("alg", algorithm.name());
        key.put(SigningKey.PURPOSE, word(purpose));
        key.put(SigningKey.STATE, SigningKey.ACTIVE);
        return key;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
