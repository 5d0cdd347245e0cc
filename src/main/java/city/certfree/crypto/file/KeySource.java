package city.certfree.crypto.file;

import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Where the key files lie. */
sealed interface KeySource {
    /**
     * By the settings.
     *
     * @throws IllegalStateException if they name no folder, and production mode needs one
     */
    static KeySource of(KeySettings settings, Pkcs11Settings pkcs11) {
        var folder = settings.keys();
        if (folder != null) {
            return new Folder(
                    folder, new ReferencedKeys(folder, settings.keysPassword(), pkcs11), settings.isProduction());
        }
        if (settings.isProduction()) {
            throw new IllegalStateException(
                    "certfree.keys (CERTFREE_KEYS), the folder of the key files, is not set: production mode needs its own keys");
        }
        return new Sample(settings);
    }

    /**
     * Reads them.
     *
     * @throws RuntimeException naming the file and the key, if one is wrong or not to be had
     */
    KeyFolder read();

    /** Changes when a file does. */
    Sha256 fingerprint();

    /** The keys that lie open in the project; they never change. */
    record Sample(KeySettings settings) implements KeySource {
        @Override
        public KeyFolder read() {
            return KeyFolder.sample(settings.profile());
        }

        @Override
        public Sha256 fingerprint() {
            return Sha256.of();
        }
    }

    /** A folder on disk. */
    record Folder(Path path, ReferencedKeys references, boolean production) implements KeySource {
        private static final int DEPTH = 2;

        @Override
        public KeyFolder read() {
            var folder = KeyFolder.at(path, references);
            if (production) {
                folder.refuseSamples();
            }
            return folder;
        }

        /** Of all names and contents: times of files are too coarse to tell two quick changes apart. */
        @Override
        public Sha256 fingerprint() {
            var parts = new ArrayList<byte[]>();
            try (var files = Files.walk(path, DEPTH)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    byte[] content = Files.readAllBytes(file);
                    parts.add((file + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
                    parts.add(content);
                }
                return Sha256.of(parts.toArray(byte[][]::new));
            } catch (IOException e) {
                throw new UncheckedIOException("the key files cannot be read", e);
            }
        }
    }
}
