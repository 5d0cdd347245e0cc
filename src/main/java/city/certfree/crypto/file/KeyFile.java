package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.bc.secret.SecretAlgorithm;
import city.certfree.crypto.json.Jwk;
import city.certfree.kernel.InvalidValue;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One key file, to be changed: its keys as they stand there, with whatever else is said of them. */
final class KeyFile {
    static final String PUBLISHED_AT = "certfree_published_at";

    private final Path path;
    private final String name;
    private final List<Map<String, Object>> keys = new ArrayList<>();

    private KeyFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Reads a file of the folder; one that is not there yet has no keys. */
    static KeyFile read(Path folder, String name) throws IOException {
        var file = new KeyFile(folder.resolve(name), name);
        if (Files.exists(file.path)) {
            for (var key : Jwk.set(Files.readAllBytes(file.path))) {
                file.keys.add(new LinkedHashMap<>(key.members()));
            }
        }
        return file;
    }

    List<KeyLine> lines() {
        return keys.stream().map(this::line).toList();
    }

    /** Adds a key; {@code state} replaces the one it was made with. */
    KeyLine add(Map<String, Object> key, KeyTerms.State state, Instant now) {
        key.put(SigningKey.STATE, NewKeys.word(state));
        if (state == KeyTerms.State.NEXT) {
            key.put(PUBLISHED_AT, now.getEpochSecond());
        }
        keys.add(key);
        return line(key);
    }

    /** Takes the last added key away again. */
    void removeLast() {
        keys.removeLast();
    }

    /** Lets a next key sign from now on. */
    KeyLine activate(String kid) {
        var key = key(kid);
        key.put(SigningKey.STATE, SigningKey.ACTIVE);
        key.remove(PUBLISHED_AT);
        return line(key);
    }

    /** Lets a key sign nothing from that moment on. */
    KeyLine retire(String kid, Instant moment) {
        var key = key(kid);
        key.put(SigningKey.STATE, NewKeys.word(KeyTerms.State.RETIRED));
        key.put(SigningKey.RETIRED_AT, moment.getEpochSecond());
        key.remove(PUBLISHED_AT);
        return line(key);
    }

    /** Writes beside the file and moves it over: whoever reads it finds the old keys or the new ones, never half of them. */
    void write() throws IOException {
        Files.createDirectories(path.getParent());
        var beside = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, ownerOnly());
        Files.writeString(beside, KeySetText.of(keys), UTF_8);
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only the owner may read or write, where the file system knows owners. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Map<String, Object> key(String kid) {
        return keys.stream()
                .filter(key -> kid.equals(name(Jwk.of(key))))
                .findFirst()
                .orElseThrow();
    }

    private KeyLine line(Map<String, Object> members) {
        var jwk = Jwk.of(members);
        var algorithm = jwk.text("alg");
        return new KeyLine(
                name,
                name(jwk),
                jwk.text(SigningKey.PURPOSE),
                jwk.optionalText(SigningKey.ISSUER).orElse(null),
                algorithm,
                profile(jwk, algorithm),
                SigningKey.terms(jwk).state(),
                time(jwk, PUBLISHED_AT),
                time(jwk, SigningKey.RETIRED_AT));
    }

    private static String name(Jwk jwk) {
        return jwk.optionalText("kid")
                .or(() -> ReferencedKeys.reference(jwk))
                .orElseThrow(() -> jwk.refused("kid", "is missing"));
    }

    private static Profile profile(Jwk jwk, String name) {
        for (var algorithm : SignatureAlgorithm.values()) {
            if (algorithm.jose().equals(name)) {
                return algorithm.profile();
            }
        }
        for (var algorithm : SecretAlgorithm.values()) {
            if (algorithm.name().equals(name)) {
                return algorithm.profile();
            }
        }
        throw jwk.refused("alg", "is not an algorithm known here");
    }

    /** @throws InvalidValue if it is no time */
    private static @Nullable Instant time(Jwk jwk, String member) {
        return jwk.has(member) ? jwk.time(member, Instant.MIN) : null;
    }
}
