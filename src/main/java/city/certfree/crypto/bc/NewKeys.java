package city.certfree.crypto.bc;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.DepartmentCode;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the key files that a deployment starts with. */
public final class NewKeys {
    private static final String ACTIVE = "active";

    private NewKeys() {}

    /**
     * New keys: one for each purpose, one for each issuing department, and the secrets, all active.
     *
     * @return the text of each file by its path within the folder; all of them are secret
     */
    public static Map<String, String> files(Collection<DepartmentCode> issuers) {
        var files = new LinkedHashMap<String, String>();
        var service = new ArrayList<Map<String, String>>();
        for (var purpose : KeyPurpose.values()) {
            if (purpose != KeyPurpose.LICENCE) {
                service.add(signing(purpose));
            }
        }
        files.put(KeyFolder.SERVICE, set(service));
        files.put(KeyFolder.SECRETS, set(List.of(secret(Secret.Purpose.SEAL), secret(Secret.Purpose.INDEX))));
        for (var issuer : issuers) {
            var key = signing(KeyPurpose.LICENCE);
            key.put(SigningKey.ISSUER, issuer.value());
            files.put(KeyFolder.ISSUERS + "/" + issuer + ".jwks.json", set(List.of(key)));
        }
        return files;
    }

    private static Map<String, String> signing(KeyPurpose purpose) {
        var algorithm = purpose == KeyPurpose.LOG ? SignatureAlgorithm.EDDSA : SignatureAlgorithm.ES256;
        var key = new LinkedHashMap<>(KeyPairs.of(algorithm).newMembers());
        key.put("kid", Jwk.of(key).thumbprint());
        key.put("alg", algorithm.jose());
        key.put("use", "sig");
        key.put(SigningKey.PURPOSE, purpose.name().toLowerCase(Locale.ROOT));
        key.put(SigningKey.STATE, ACTIVE);
        return key;
    }

    private static Map<String, String> secret(Secret.Purpose purpose) {
        var name = purpose.name().toLowerCase(Locale.ROOT);
        var key = new LinkedHashMap<String, String>();
        key.put("kty", "oct");
        key.put("k", Base64Url.encode(random(Secret.LENGTH_BYTES)));
        // Unlike in every other deployment, so that a wrong folder is noticed by name.
        key.put("kid", name + "-" + HexFormat.of().formatHex(random(4)));
        key.put("alg", purpose.algorithm());
        key.put(SigningKey.PURPOSE, name);
        key.put(SigningKey.STATE, ACTIVE);
        return key;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String set(List<Map<String, String>> keys) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("keys");
            for (var key : keys) {
                json.writeStartObject();
                for (var member : key.entrySet()) {
                    json.writeStringField(member.getKey(), member.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text + "\n";
    }
}
