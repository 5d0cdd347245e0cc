package city.certfree.crypto.file;

import city.certfree.crypto.Signer;
import city.certfree.crypto.bc.KeyPairs;
import city.certfree.crypto.bc.PrivateKeyFiles;
import city.certfree.crypto.json.Jwk;
import city.certfree.crypto.pkcs11.Pkcs11Keys;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Private keys that a key file does not hold itself but refers to: in a PEM file, in a PKCS#12 file, or in a PKCS#11 module.
 * What the key file says of them (purpose, state, times) it says as of its own.
 */
final class ReferencedKeys {
    private static final String PEM = "certfree_pem";
    private static final String PKCS12 = "certfree_pkcs12";
    private static final String ALIAS = "certfree_alias";
    private static final String PKCS11 = "certfree_pkcs11";

    private final Path folder;
    private final @Nullable String password;
    private final Pkcs11Settings pkcs11;
    private @Nullable Pkcs11Keys module;

    /**
     * @param folder where the files lie that are referred to
     * @param password of PKCS#12 files
     */
    ReferencedKeys(Path folder, @Nullable String password, Pkcs11Settings pkcs11) {
        this.folder = folder;
        this.password = password;
        this.pkcs11 = pkcs11;
    }

    /** With the settings that stand in the environment, for commands that run without the service. */
    static ReferencedKeys ofEnvironment(Path folder) {
        var library = System.getenv("CERTFREE_PKCS11_LIBRARY");
        var slot = Optional.ofNullable(System.getenv("CERTFREE_PKCS11_SLOT_INDEX"));
        var settings = new Pkcs11Settings(
                library == null ? null : Path.of(library),
                slot.map(Integer::parseInt).orElse(0),
                System.getenv("CERTFREE_PKCS11_PIN"));
        return new ReferencedKeys(folder, System.getenv("CERTFREE_KEYS_PASSWORD"), settings);
    }

    /** What a key is called that says no name of its own; empty if the key file holds the key itself. */
    static Optional<String> reference(Jwk jwk) {
        return jwk.optionalText(PEM)
                .or(() -> jwk.optionalText(PKCS12).map(file -> file + "#" + jwk.text(ALIAS)))
                .or(() -> jwk.optionalText(PKCS11).map(label -> "pkcs11:" + label));
    }

    /**
     * The key with the members that the key file leaves to what it refers to.
     *
     * @throws InvalidValue naming the key, if there is no such key, or the key file says something else of it
     */
    Jwk complete(Jwk jwk) {
        var reference = reference(jwk);
        if (reference.isEmpty()) {
            return jwk;
        }
        try {
            return merged(jwk, found(jwk));
        } catch (IOException e) {
            throw jwk.refused(reference.get(), "cannot be read");
        } catch (InvalidValue e) {
            throw jwk.refused(reference.get(), "is not to be had: " + e.rule());
        }
    }

    private Map<String, String> found(Jwk jwk) throws IOException {
        if (jwk.has(PEM)) {
            return PrivateKeyFiles.pem(Files.readString(file(jwk.text(PEM))));
        }
        if (jwk.has(PKCS12)) {
            if (password == null) {
                throw InvalidValue.because("CERTFREE_KEYS_PASSWORD is not set");
            }
            byte[] file = Files.readAllBytes(file(jwk.text(PKCS12)));
            return PrivateKeyFiles.pkcs12(file, password.toCharArray(), jwk.text(ALIAS));
        }
        return module().members(jwk.text(PKCS11));
    }

    /** A file of the folder itself: a key file that points elsewhere would escape from what is watched. */
    private Path file(String name) {
        if (!name.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,63}")) {
            throw InvalidValue.because("a key file refers to files beside service.jwks.json, by their names");
        }
        return folder.resolve(name);
    }

    private static Jwk merged(Jwk jwk, Map<String, String> found) {
        var members = new LinkedHashMap<String, Object>(jwk.members());
        found.forEach((name, value) -> {
            var said = members.putIfAbsent(name, value);
            if (said != null && !said.equals(value)) {
                throw InvalidValue.because("its " + name + " is another");
            }
        });
        var known = Jwk.of(members);
        members.putIfAbsent("kid", known.thumbprint());
        members.putIfAbsent("alg", KeyPairs.algorithm(known).jose());
        members.putIfAbsent("use", "sig");
        return Jwk.of(members);
    }

    /** Who signs, if the private key is where it cannot be read. */
    Optional<Signer> signer(Jwk jwk) {
        return jwk.optionalText(PKCS11).map(label -> module().signer(label));
    }

    private synchronized Pkcs11Keys module() {
        if (module == null) {
            module = Pkcs11Keys.open(pkcs11);
        }
        return module;
    }
}
