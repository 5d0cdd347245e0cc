package city.certfree.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.audit.Receipt;
import city.certfree.audit.log.LogKeys;
import city.certfree.audit.log.StoredLogs;
import city.certfree.audit.note.NoteKey;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.MariaDbServer;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.token.jose.SampleTokens;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Receipts and logs on the command line, against a real server, as the user whom each command needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class EvidenceCommandsTest {
    private static final Instant LONG_AGO = Instant.parse("2025-01-15T08:00:00Z");
    private static final int OLD = 12;
    private static final int RECENT = 3;

    private final MariaDbServer server = MariaDbServer.own();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private String receipt = "";
    private String keyLine = "";

    @BeforeAll
    void record() {
        var properties = new HashMap<String, Object>(server.properties());
        properties.put(WithoutServer.COMMAND, true);
        try (var context = ApplicationContext.run(properties)) {
            var log = context.getBean(AccessLog.class);
            for (int i = 0; i < OLD; i++) {
                var use = AccessRecordOf.use(AccessRecordOf.holder(i), LONG_AGO.plusSeconds(i));
                receipt = log.append(Pending.recorded(use, Receipt::text));
            }
            for (int i = 0; i < RECENT; i++) {
                log.append(Pending.recorded(AccessRecordOf.use(null, Instant.now()), Receipt::text));
            }
            var origin = context.getBean(StoredLogs.class).find(1).orElseThrow().origin();
            keyLine = context.getBean(LogKeys.class).keys(origin).stream()
                    .map(NoteKey::line)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aReceiptIsCheckedWithNothingButThePublicKey() throws IOException {
        var file = Files.writeString(folder.resolve("use.tlog-proof"), receipt);
        assertEquals(0, offline("receipt", "verify", file.toString(), "--key", keyLine), err::toString);
        assertTrue(out.toString().contains("Genuine: leaf 11 of localhost:8080/log/1"), out::toString);
        assertTrue(out.toString().contains("\"outcome\":\"SHARED\""), out::toString);

        var changed = Files.writeString(folder.resolve("changed"), receipt.replaceFirst("extra ....", "extra AAAA"));
        assertEquals(1, offline("receipt", "verify", changed.toString(), "--key", keyLine));
        var nothing = Files.writeString(folder.resolve("nothing"), "c2sp.org/tlog-proof@v1\n");
        assertEquals(1, offline("receipt", "verify", nothing.toString(), "--key", keyLine));
        assertEquals(2, offline("receipt", "verify", file.toString(), "--key", "localhost+00000000+AAAA"));
        assertEquals(2, offline("receipt", "verify", folder.resolve("absent").toString(), "--key", keyLine));
    }

    @Test
    void aReceiptFromBeforeTheLogIsCheckedWithTheKeySet() throws IOException {
        var record = RecordId.next();
        var old = SampleTokens.receipt(record, LONG_AGO).text();
        var file = Files.writeString(folder.resolve("use.jwt"), old + "\n").toString();
        var keys = Files.writeString(folder.resolve("jwks.json"), SampleTokens.keySet());
        assertEquals(0, offline("receipt", "verify", file, "--key-set", keys.toString()), err::toString);
        assertTrue(out.toString().contains("record " + record), out::toString);

        var changed = Files.writeString(folder.resolve("changed.jwt"), old.replaceFirst("\\.", ".e30"));
        assertEquals(1, offline("receipt", "verify", changed.toString(), "--key-set", keys.toString()));
        assertEquals(2, offline("receipt", "verify", file, "--key-set", file));
        assertEquals(2, offline("receipt", "verify", file, "--key", keyLine));
        assertTrue(err.toString().contains("needs --key-set"), err::toString);
        var proof = Files.writeString(folder.resolve("proof"), receipt);
        assertEquals(2, offline("receipt", "verify", proof.toString(), "--key-set", keys.toString()));
        assertTrue(err.toString().contains("needs --key"), err::toString);
    }

    @Test
    void aWholeLogIsWholeAndADamagedOneNamesItsFirstBadIndex() throws IOException {
        assertEquals(0, serving("audit", "verify"), err::toString);
        assertTrue(out.toString().contains("log 1 (localhost:8080/log/1): whole, 15 records"), out::toString);

        out.getBuffer().setLength(0);
        assertEquals(0, serving("audit", "checkpoints"));
        var witness = Files.writeString(folder.resolve("witness"), out.toString());
        assertEquals(0, serving("audit", "verify", "--witness", witness.toString()), err::toString);

        server.administer("UPDATE `access_record` SET `caller` = 'clerk09' WHERE `leaf_index` = 5");
        out.getBuffer().setLength(0);
        assertEquals(1, serving("audit", "verify", "--json"));
        assertEquals(
                "{\"logs\":[{\"log\":1,\"whole\":false,\"index\":5,\"damage\":\"RECORD_CHANGED\",\"checked\":5}]}",
                out.toString().strip());
        server.administer("UPDATE `access_record` SET `caller` = 'clerk01' WHERE `leaf_index` = 5");
        var forged = Files.writeString(
                folder.resolve("forged"), Files.readString(witness).replaceFirst("\n15\n", "\n14\n"));
        assertEquals(2, serving("audit", "verify", "--witness", forged.toString()));
    }

    /** L-10: not before 180 days, not by the service's user, and never without a trace. */
    @Test
    void l10_oldRecordsLeaveByAnActThatStandsInALog() throws IOException {
        var files = folder.resolve("archive");
        var into = List.of("--into", files.toString(), "--office", "37040010001");
        assertEquals(1, migrating(archive("2099-01-01", into)));
        assertTrue(err.toString().contains("180 days"), err::toString);
        assertEquals(1, serving(archive("2025-06-01", into)));
        assertTrue(err.toString().contains("migration user"), err::toString);

        server.administer("CREATE TABLE `kept` AS SELECT * FROM `access_record` WHERE `leaf_index` = 0");
        server.administer("DELETE FROM `access_record` WHERE `leaf_index` = 0");
        assertEquals(1, serving("audit", "verify"));
        assertTrue(out.toString().contains("BROKEN at index 0: record missing"), out::toString);
        server.administer("INSERT INTO `access_record` SELECT * FROM `kept`");
        server.administer("DROP TABLE `kept`");

        out.getBuffer().setLength(0);
        assertEquals(0, migrating(archive("2025-06-01", into)), err::toString);
        assertTrue(out.toString().contains("12 records moved into 1 files."), out::toString);
        var file = files.resolve("log-1-0-12.ndjson");
        assertEquals(OLD, Files.readAllLines(file).size());
        assertEquals(64, Sha256.of(Files.readAllBytes(file)).toString().length());

        out.getBuffer().setLength(0);
        assertEquals(0, serving("audit", "verify"), () -> out.toString() + err);
        assertTrue(out.toString().contains("whole, 16 records"), out::toString);
        server.administer("DELETE FROM `access_record` WHERE `leaf_index` = 13");
        assertEquals(1, serving("audit", "verify"));
    }

    private static String[] archive(String before, List<String> rest) {
        var arguments = new ArrayList<>(List.of("audit", "archive", "--before", before));
        arguments.addAll(rest);
        return arguments.toArray(String[]::new);
    }

    private int offline(String... arguments) {
        return new CommandLine(Certfree.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int serving(String... arguments) {
        return with(server.properties(), arguments);
    }

    private int migrating(String... arguments) {
        var properties = new HashMap<>(server.properties());
        properties.put("datasources.default.username", "migration");
        properties.put("datasources.default.password", "migration-secret");
        return with(properties, arguments);
    }

    private int with(Map<String, String> properties, String... arguments) {
        properties.forEach(System::setProperty);
        try {
            return offline(arguments);
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }
}
