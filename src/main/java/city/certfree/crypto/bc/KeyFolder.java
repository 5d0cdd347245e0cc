package city.certfree.crypto.bc;

import city.certfree.crypto.json.Jwk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a folder of key files holds: {@code service.jwks.json}, {@code secrets.jwks.json} and {@code issuers/*.jwks.json}.
 *
 * @param signing the key pairs of the service and of the issuers
 * @param secrets the secret keys
 */
record KeyFolder(List<SigningKey> signing, List<Secret> secrets) {
    static final String SERVICE = "service.jwks.json";
    static final String SECRETS = "secrets.jwks.json";
    static final String ISSUERS = "issuers";
    private static final String SUFFIX = ".jwks.json";
    private static final String SAMPLE = "keys-sample";

    KeyFolder {
        signing = List.copyOf(signing);
        secrets = List.copyOf(secrets);
    }

    /** Reads a folder on disk. */
    static KeyFolder at(Path folder) {
        try {
            var signing = new ArrayList<>(signingKeys(folder.resolve(SERVICE)));
            for (var file : issuerFiles(folder.resolve(ISSUERS))) {
                signing.addAll(signingKeys(file));
            }
            return new KeyFolder(signing, secrets(folder.resolve(SECRETS)));
        } catch (IOException e) {
            throw new UncheckedIOException("a key file cannot be read", e);
        }
    }

    /** Reads the keys that lie open in the project, inside the jar. */
    static KeyFolder sample() {
        var url = Objects.requireNonNull(
                KeyFolder.class.getResource("/" + SAMPLE + "/" + SERVICE), "the jar holds the sample keys");
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? sampleInJar(jar.getJarFileURL())
                    : at(Objects.requireNonNull(Path.of(url.toURI()).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("the sample keys cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the sample keys lie at a strange place", e);
        }
    }

    private static KeyFolder sampleInJar(URL jar) throws IOException, URISyntaxException {
        try (var files = FileSystems.newFileSystem(Path.of(new URI(jar.toString())))) {
            return at(files.getPath(SAMPLE));
        }
    }

    private static List<Path> issuerFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static List<SigningKey> signingKeys(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);
        return naming(file, () -> Jwk.set(json).stream().map(SigningKey::read).toList());
    }

    private static List<Secret> secrets(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);
        return naming(file, () -> Jwk.set(json).stream().map(Secret::read).toList());
    }

    private static <T> T naming(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("key file " + file + ": " + e.getMessage(), e);
        }
    }
}
