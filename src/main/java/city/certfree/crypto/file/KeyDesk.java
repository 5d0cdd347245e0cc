package city.certfree.crypto.file;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyTerms.State;
import city.certfree.crypto.Profile;
import city.certfree.kernel.DepartmentCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where an operator works on the key files of a folder. Running nodes see each change within seconds; each file is changed at
 * once or not at all.
 */
public final class KeyDesk {
    /** Twice the time for which the key set may be cached, so that whoever verifies knows a key before it signs. */
    public static final Duration PUBLISHED_FIRST = Duration.ofMinutes(10);

    /** Longer than any node takes to see the change, so that what the old key signs until then is believed. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private final Path folder;
    private final Profile profile;
    private final Clock clock;

    /** @param profile the one whose keys are worked on */
    public KeyDesk(Path folder, Profile profile, Clock clock) {
        this.folder = folder;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Every key of the folder, by file.
     *
     * @throws city.certfree.kernel.InvalidValue naming the key, if something else stands there
     */
    public List<KeyLine> list() {
        return reading(() ->
                files().values().stream().flatMap(file -> file.lines().stream()).toList());
    }

    /**
     * Makes the keys that the service and the issuers lack, all active.
     *
     * @param issuers beside those that the folder knows
     * @return the new ones; none if nothing was lacking
     */
    public List<KeyLine> generate(Collection<DepartmentCode> issuers) {
        return reading(() -> {
            var files = files();
            var made = new ArrayList<KeyLine>();
            for (var purpose : KeyPurpose.values()) {
                for (var algorithm : NewKeys.algorithms(purpose, profile)) {
                    add(file(files, KeyFolder.SERVICE), NewKeys.signing(purpose, algorithm, null), made);
                }
            }
            for (var purpose : Secret.Purpose.values()) {
                add(file(files, KeyFolder.SECRETS), NewKeys.secret(purpose, profile), made);
            }
            for (var issuer : Stream.concat(known(files), issuers.stream())
                    .distinct()
                    .sorted()
                    .toList()) {
                var key = NewKeys.signing(KeyPurpose.LICENCE, NewKeys.signatures(profile), issuer);
                add(file(files, fileOf(files, issuer)), key, made);
            }
            write(files, made);
            return made;
        });
    }

    /** Adds a key as active, unless one is. */
    private void add(KeyFile file, Map<String, Object> key, List<KeyLine> made) {
        var line = file.add(key, State.ACTIVE, clock.instant());
        boolean lacking = file.lines().stream()
                        .filter(other -> other.state() == State.ACTIVE && other.hasRoleOf(line))
                        .count()
                == 1;
        if (lacking) {
            made.add(line);
        } else {
            file.removeLast();
        }
    }

    /**
     * Moves each chosen role one step: where no next key is published, publishes one; where one has been for {@link
     * #PUBLISHED_FIRST}, lets it sign, and retires the one that did.
     *
     * @param chosen which keys to replace; asked of active keys of the profile
     * @param atOnce lets a next key sign however short it has been published
     */
    public List<Step> rotate(Predicate<KeyLine> chosen, boolean atOnce) {
        return reading(() -> {
            var files = files();
            var steps = new ArrayList<Step>();
            for (var file : files.values()) {
                for (var active : file.lines()) {
                    if (active.state() == State.ACTIVE && active.profile() == profile && chosen.test(active)) {
                        steps.add(step(file, active, atOnce));
                    }
                }
            }
            write(files, steps.stream().map(Step::key).toList());
            return steps;
        });
    }

    private Step step(KeyFile file, KeyLine active, boolean atOnce) {
        var now = clock.instant();
        var next = file.lines().stream()
                .filter(line -> line.state() == State.NEXT && line.hasRoleOf(active))
                .findFirst();
        if (next.isEmpty()) {
            return new Step.Published(file.add(successor(active), State.NEXT, now), now.plus(PUBLISHED_FIRST));
        }
        var published = Optional.ofNullable(next.get().publishedAt()).orElse(Instant.MIN);
        if (!atOnce && published.isAfter(now.minus(PUBLISHED_FIRST))) {
            return new Step.TooEarly(next.get(), published.plus(PUBLISHED_FIRST));
        }
        file.retire(active.kid(), now.plus(OVERLAP));
        return new Step.Activated(file.activate(next.get().kid()), active.kid());
    }

    private static Map<String, Object> successor(KeyLine active) {
        for (var purpose : Secret.Purpose.values()) {
            if (NewKeys.word(purpose).equals(active.purpose())) {
                return NewKeys.secret(purpose, active.profile());
            }
        }
        var issuer = active.issuer();
        return NewKeys.signing(
                KeyPurpose.valueOf(active.purpose().toUpperCase(Locale.ROOT)),
                SigningKey.algorithm(active.algorithm()),
                issuer == null ? null : new DepartmentCode(issuer));
    }

    /**
     * Retires a key now: nothing that says it was signed later is believed.
     *
     * @return empty if there is no such key, or it is retired already
     * @throws IllegalStateException if the profile would be left without an active key for its purpose
     */
    public Optional<KeyLine> retire(String kid) {
        return reading(() -> {
            var files = files();
            for (var file : files.values()) {
                for (var line : file.lines()) {
                    if (line.kid().equals(kid) && line.state() != State.RETIRED) {
                        requireAnother(line);
                        var retired = file.retire(kid, clock.instant());
                        file.write();
                        return Optional.of(retired);
                    }
                }
            }
            return Optional.empty();
        });
    }

    private void requireAnother(KeyLine line) {
        boolean needed = line.profile() == profile || line.purpose().equals(NewKeys.word(KeyPurpose.LOG));
        if (needed && line.state() == State.ACTIVE) {
            throw new IllegalStateException("key " + line.kid() + " is the only active one for " + line.purpose()
                    + "; rotate first, which retires it");
        }
    }

    private Map<String, KeyFile> files() throws IOException {
        var files = new LinkedHashMap<String, KeyFile>();
        for (var name : KeyFolder.names(folder)) {
            files.put(name, KeyFile.read(folder, name));
        }
        return files;
    }

    private KeyFile file(Map<String, KeyFile> files, String name) throws IOException {
        var known = files.get(name);
        if (known != null) {
            return known;
        }
        var created = KeyFile.read(folder, name);
        files.put(name, created);
        return created;
    }

    private static Stream<DepartmentCode> known(Map<String, KeyFile> files) {
        return files.values().stream()
                .flatMap(file -> file.lines().stream())
                .map(KeyLine::issuer)
                .flatMap(Stream::ofNullable)
                .map(DepartmentCode::new);
    }

    /** The file in which the issuer has its keys, or would have them. */
    private static String fileOf(Map<String, KeyFile> files, DepartmentCode issuer) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().lines().stream()
                        .anyMatch(line -> issuer.value().equals(line.issuer())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(KeyFolder.issuerFile(issuer));
    }

    private static void write(Map<String, KeyFile> files, List<KeyLine> changed) throws IOException {
        for (var file : files.entrySet()) {
            if (changed.stream().anyMatch(line -> line.file().equals(file.getKey()))) {
                file.getValue().write();
            }
        }
    }

    private static <T> T reading(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the key files cannot be read or written: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** What a rotation did about one key. */
    public sealed interface Step {
        /** The key that is, or will be, the active one. */
        KeyLine key();

        /** It is published and verified with; the next rotation lets it sign, not before this moment. */
        record Published(KeyLine key, Instant signsFrom) implements Step {}

        /** It signs, instead of the retired one. */
        record Activated(KeyLine key, String retired) implements Step {}

        /** Nothing: it is not published long enough. */
        record TooEarly(KeyLine key, Instant signsFrom) implements Step {}
    }
}
