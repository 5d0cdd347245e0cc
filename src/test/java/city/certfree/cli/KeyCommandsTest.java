package city.certfree.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.json.Jwk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class KeyCommandsTest {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    KeyCommandsTest(@TempDir Path folder) {
        this.folder = folder.resolve("keys");
    }

    @Test
    void generatesTheFilesOfTheServiceAndOfEachIssuerForTheirOwnerOnly() throws IOException {
        assertEquals(ExitCode.OK, run("generate", "--issuers", "1101,1102"));

        for (var file : new String[] {
            "service.jwks.json", "secrets.jwks.json", "issuers/1101.jwks.json", "issuers/1102.jwks.json"
        }) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(file));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions), file);
        }
    }

    @Test
    void addsALaterIssuerAndChangesNothingElse() {
        run("generate", "--issuers", "1101");
        var before = contents();

        assertEquals(ExitCode.OK, run("generate", "--issuers", "1101,1103"));

        assertTrue(Files.exists(folder.resolve("issuers/1103.jwks.json")));
        assertEquals(before + read("issuers/1103.jwks.json"), contents());
        assertEquals(
                1,
                out.toString()
                        .lines()
                        .filter(line -> line.startsWith("made licence 1103"))
                        .count());

        assertEquals(ExitCode.OK, run("generate"));
        assertTrue(out.toString().endsWith("Nothing was lacking.\n"));
    }

    @Test
    void addsTheKeysOfTheOtherProfileBesideForEveryIssuer() {
        run("generate", "--issuers", "1101");

        assertEquals(ExitCode.OK, run("generate", "--profile", "gm"));

        assertEquals(2, keys("issuers/1101.jwks.json").size());
        assertEquals("SM2SM3", keys("issuers/1101.jwks.json").get(1).text("alg"));
        assertEquals(
                Stream.of(
                                Stream.generate(() -> "ES256").limit(3),
                                Stream.of("EdDSA"),
                                Stream.generate(() -> "SM2SM3").limit(4))
                        .flatMap(each -> each)
                        .toList(),
                keys("service.jwks.json").stream().map(key -> key.text("alg")).toList());
        assertEquals(4, keys("secrets.jwks.json").size());
    }

    @Test
    void rotatesInTwoSteps() {
        run("generate", "--issuers", "1101");
        var old = keys("service.jwks.json").getFirst().text("kid");

        assertEquals(ExitCode.OK, run("rotate", "--purpose", "show,seal"));
        assertTrue(out.toString().contains("published show\tnext\tES256\t"));
        assertTrue(out.toString().contains("published seal\tnext\tA256GCM\t"));

        assertEquals(ExitCode.SOFTWARE, run("rotate", "--purpose", "show"));
        assertTrue(out.toString().contains("waiting show\tnext\t"));

        assertEquals(ExitCode.OK, run("rotate", "--purpose", "show", "--now"));
        assertTrue(out.toString().contains("; retired " + old));
        var keys = keys("service.jwks.json");
        assertEquals("retired", keys.getFirst().text("certfree_state"));
        assertTrue(keys.getFirst().has("certfree_retired_at"));
        assertEquals("active", keys.getLast().text("certfree_state"));
        assertFalse(keys.getLast().has("certfree_published_at"));
    }

    @Test
    void rotatesTheKeyOfOneIssuer() {
        run("generate", "--issuers", "1101,1102");

        assertEquals(ExitCode.OK, run("rotate", "--purpose", "licence", "--issuers", "1102"));
        assertEquals(ExitCode.SOFTWARE, run("rotate", "--purpose", "licence", "--issuers", "1103"));

        assertEquals(1, keys("issuers/1101.jwks.json").size());
        assertEquals(2, keys("issuers/1102.jwks.json").size());
    }

    @Test
    void retiresAKeyUnlessItIsTheOnlyOneThatSigns() {
        run("generate");
        run("generate", "--profile", "gm");
        var intl = keys("service.jwks.json").getFirst().text("kid");

        assertEquals(ExitCode.SOFTWARE, run("retire", "--kid", intl));
        assertEquals(ExitCode.OK, run("retire", "--kid", intl, "--profile", "gm"));
        assertEquals(ExitCode.SOFTWARE, run("retire", "--kid", intl, "--profile", "gm"));
        assertEquals(ExitCode.SOFTWARE, run("retire", "--kid", "none"));

        assertEquals("retired", keys("service.jwks.json").getFirst().text("certfree_state"));
        assertEquals(3, err.toString().lines().count());
    }

    @Test
    void listsForPeopleAndForPrograms() {
        run("generate", "--issuers", "1101");
        out.getBuffer().setLength(0);

        assertEquals(ExitCode.OK, run("list"));
        assertEquals(7, out.toString().lines().count());
        out.getBuffer().setLength(0);

        assertEquals(ExitCode.OK, run("list", "--json"));
        var kid = keys("issuers/1101.jwks.json").getFirst().text("kid");
        assertTrue(out.toString()
                .contains("{\"algorithm\":\"ES256\",\"file\":\"issuers/1101.jwks.json\",\"issuer\":\"1101\",\"kid\":\""
                        + kid + "\",\"profile\":\"intl\",\"purpose\":\"licence\",\"state\":\"active\"}"));
    }

    @Test
    void exportsPublicKeysInTheFormsInWhichOthersTakeThem() {
        run("generate", "--issuers", "1101");
        run("generate", "--profile", "gm");
        out.getBuffer().setLength(0);

        assertEquals(ExitCode.OK, run("export"));
        var exported = Jwk.set(out.toString().getBytes(UTF_8));
        assertEquals(10, exported.size());
        assertTrue(exported.stream().noneMatch(key -> key.has("d")));
        out.getBuffer().setLength(0);

        assertEquals(ExitCode.OK, run("export", "--format", "pem"));
        assertEquals(
                10,
                Pattern.compile("-----BEGIN PUBLIC KEY-----")
                        .matcher(out.toString())
                        .results()
                        .count());
        out.getBuffer().setLength(0);

        assertEquals(ExitCode.OK, run("export", "--format", "log", "--origin", "example.com/log"));
        assertTrue(
                out.toString().matches("example\\.com/log\\+[0-9a-f]{8}\\+AQ?[A-Za-z0-9+/]{43}=?\\n"), out.toString());
        assertEquals(ExitCode.USAGE, run("export", "--format", "log"));
    }

    @Test
    void printsNoKey() {
        run("generate", "--issuers", "1101");
        run("rotate", "--purpose", "show,access,receipt,log,licence,seal,index");
        run("list");
        run("list", "--json");
        run("export");
        run("export", "--format", "pem");

        var said = out.toString() + err;
        for (var file : new String[] {"service.jwks.json", "secrets.jwks.json", "issuers/1101.jwks.json"}) {
            for (var key : keys(file)) {
                key.optionalText("d").ifPresent(d -> assertFalse(said.contains(d)));
                key.optionalText("k").ifPresent(k -> assertFalse(said.contains(k)));
            }
        }
    }

    @Test
    void refusesWhatIsNoDepartment() {
        assertEquals(ExitCode.USAGE, run("generate", "--issuers", "1101,11"));

        assertEquals(1, err.toString().lines().count());
        assertFalse(Files.exists(folder));
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws IOException {
        run("generate");
        Files.writeString(folder.resolve("secrets.jwks.json"), "{\"keys\":[{\"kid\":\"a\"}]}");

        assertEquals(ExitCode.USAGE, run("list"));

        assertEquals("Not done: key a: alg is missing.", err.toString().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "list", "rotate", "retire", "export", "reseal"})
    void explainsItself(String command) {
        assertEquals(
                ExitCode.OK,
                new CommandLine(Certfree.class)
                        .setOut(new PrintWriter(out, true))
                        .execute("keys", command, "--help"));

        assertTrue(out.toString().contains("Usage: certfree keys " + command));
    }

    private List<Jwk> keys(String file) {
        return Jwk.set(read(file).getBytes(UTF_8));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all files, in the order of their names, the service's first. */
    private String contents() {
        try (Stream<Path> issuers = Files.list(folder.resolve("issuers"))) {
            var text = new StringBuilder(read("secrets.jwks.json")).append(read("service.jwks.json"));
            issuers.sorted().forEach(file -> text.append(read("issuers/" + file.getFileName())));
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... arguments) {
        var line = new ArrayList<>(List.of("keys", arguments[0], folder.toString()));
        line.addAll(List.of(arguments).subList(1, arguments.length));
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }
}
