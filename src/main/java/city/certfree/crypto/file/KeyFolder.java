package city.certfree.crypto.file;

import city.certfree.crypto.Profile;
import city.certfree.crypto.json.Jwk;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.DepartmentCode;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String SAMPLE_GM = "gm";

    KeyFolder {
        signing = List.copyOf(signing);
        secrets = List.copyOf(secrets);
    }

    /** The file of an issuing department, as new ones are named; what counts is what stands in it. */
    static String issuerFile(DepartmentCode issuer) {
        return ISSUERS + "/" + issuer + SUFFIX;
    }

    /** The key files of a folder: those of the service, there or not, and those of issuers. */
    static List<String> names(Path folder) throws IOException {
        var issuers = issuerFiles(folder.resolve(ISSUERS)).stream()
                .map(file -> ISSUERS + "/" + file.getFileName())
                .toList();
        return joined(List.of(SERVICE, SECRETS), issuers);
    }

    /** Refuses the keys that lie open: whoever has the project could sign and open with them. */
    void refuseSamples() {
        var samples = everySample();
        var kids = samples.signing.stream().map(SigningKey::kid).collect(Collectors.toSet());
        for (var key : signing) {
            if (kids.contains(key.kid())) {
                throw isSample(key.kid());
            }
        }
        var digests = samples.secrets.stream().map(Secret::digest).collect(Collectors.toSet());
        for (var secret : secrets) {
            if (digests.contains(secret.digest())) {
                throw isSample(secret.id());
            }
        }
    }

    private static IllegalStateException isSample(String kid) {
        return new IllegalStateException("key " + kid + " is a sample key, which production mode refuses");
    }

    /** Reads a folder, with the keys that its files refer to. */
    static KeyFolder at(Path folder, ReferencedKeys references) {
        try {
            var signing = new ArrayList<>(signingKeys(folder.resolve(SERVICE), references));
            for (var file : issuerFiles(folder.resolve(ISSUERS))) {
                signing.addAll(signingKeys(file, references));
            }
            return new KeyFolder(signing, secrets(folder.resolve(SECRETS)));
        } catch (IOException e) {
            throw new UncheckedIOException("a key file cannot be read", e);
        }
    }

    /**
     * The sample keys that a demonstration runs on. Both profiles have theirs, so that a store that one has written opens in
     * the other; but only GM publishes the keys of both, for whoever reads JWK sets may stumble over the curve SM2.
     */
    static KeyFolder sample(Profile profile) {
        return switch (profile) {
            case INTL -> new KeyFolder(sampleAt("").signing, everySample().secrets);
            case GM -> everySample();
        };
    }

    /** All keys that lie open in the project. */
    static KeyFolder everySample() {
        var intl = sampleAt("");
        var gm = sampleAt(SAMPLE_GM);
        return new KeyFolder(joined(intl.signing, gm.signing), joined(intl.secrets, gm.secrets));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Reads them inside the jar, or where the classes run from a directory there. */
    private static KeyFolder sampleAt(String folder) {
        var url = Objects.requireNonNull(
                KeyFolder.class.getResource("/" + SAMPLE + "/" + SERVICE), "the jar holds the sample keys");
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? sampleInJar(jar.getJarFileURL(), folder)
                    : sampleAt(Path.of(url.toURI()).resolveSibling(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the sample keys cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the sample keys lie at a strange place", e);
        }
    }

    private static KeyFolder sampleAt(Path folder) {
        return at(folder, new ReferencedKeys(folder, null, new Pkcs11Settings(null, 0, null)));
    }

    private static KeyFolder sampleInJar(URL jar, String folder) throws IOException, URISyntaxException {
        try (var files = FileSystems.newFileSystem(Path.of(new URI(jar.toString())))) {
            return sampleAt(files.getPath(SAMPLE, folder));
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

    private static List<SigningKey> signingKeys(Path file, ReferencedKeys references) throws IOException {
        byte[] json = Files.readAllBytes(file);
        return naming(file, () -> Jwk.set(json).stream()
                .map(jwk -> SigningKey.read(jwk, references))
                .toList());
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
