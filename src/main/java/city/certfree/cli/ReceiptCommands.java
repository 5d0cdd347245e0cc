package city.certfree.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.LogProof;
import city.certfree.audit.note.NoteKey;
import city.certfree.crypto.bc.RawPublicKeys;
import city.certfree.kernel.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What anybody who holds a receipt can do with it, offline. */
@Command(name = "receipt", description = "Checks receipts.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class ReceiptCommands {
    /** Nonce before the record in what a receipt discloses. */
    private static final int NONCE_BYTES = 16;

    private static final int PROVES_NOTHING = 1;

    @Spec
    private CommandSpec spec;

    @Command(
            description =
                    "Checks offline that what a receipt discloses stands in a log, with nothing but the log's public key.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:the receipt is genuine", "1:it proves nothing", "2:wrong use"},
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "FILE", description = "the receipt (C2SP tlog-proof)") Path file,
            @Option(
                            names = "--key",
                            required = true,
                            description =
                                    "the log's key line, <name>+<id>+<key>, from «certfree keys export» or whoever"
                                            + " monitors the log; may be repeated")
                    List<String> lines)
            throws IOException {
        var keys = keys(lines);
        var text = read(file);
        try {
            var proof = LogProof.parse(text);
            return proof.proves(keys)
                    .map(checkpoint -> genuine(proof, checkpoint))
                    .orElseGet(this::provesNothing);
        } catch (InvalidValue e) {
            spec.commandLine().getErr().println("This is no receipt: " + e.getMessage() + ".");
            return PROVES_NOTHING;
        }
    }

    private List<NoteKey> keys(List<String> lines) {
        try {
            return lines.stream()
                    .map(line -> NoteKey.parse(line.strip(), new RawPublicKeys()))
                    .toList();
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), "--key: " + e.getMessage(), e);
        }
    }

    private String read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file);
        }
        return Files.readString(file);
    }

    private int genuine(LogProof proof, Checkpoint checkpoint) {
        var out = spec.commandLine().getOut();
        out.printf(
                "Genuine: leaf %d of %s, in its tree of %d leaves.%n",
                proof.index(), checkpoint.origin(), checkpoint.size());
        byte[] data = proof.extra();
        out.println(new String(Arrays.copyOfRange(data, Math.min(NONCE_BYTES, data.length), data.length), UTF_8));
        return ExitCode.OK;
    }

    private int provesNothing() {
        spec.commandLine()
                .getErr()
                .println(
                        "It proves nothing: no signature of this key, or the record is not in the tree that is signed.");
        return PROVES_NOTHING;
    }
}
