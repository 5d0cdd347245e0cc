package city.certfree.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.LogProof;
import city.certfree.audit.note.NoteKey;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.crypto.bc.RawPublicKeys;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.jose.JwtReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** How a header in base64url begins; a tlog-proof begins with its format's name. */
    private static final String JWT = "eyJ";

    @Spec
    private CommandSpec spec;

    @Command(
            description =
                    "Checks a receipt offline, with nothing but public keys: that what it discloses stands in a log, or, of one from"
                            + " before the log, that the service signed it.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:the receipt is genuine", "1:it proves nothing", "2:wrong use"},
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "FILE", description = "the receipt: a C2SP tlog-proof, or a receipt+jwt")
                    Path file,
            @Option(
                            names = "--key",
                            description =
                                    "for a tlog-proof: the log's key line, <name>+<id>+<key>, from «certfree keys export» or whoever"
                                            + " monitors the log; may be repeated")
                    @Nullable List<String> lines,
            @Option(
                            names = "--key-set",
                            paramLabel = "FILE",
                            description =
                                    "for a receipt+jwt: the service's key set, as saved from /.well-known/jwks.json")
                    @Nullable Path keySet)
            throws IOException {
        var text = read(file);
        if (text.startsWith(JWT)) {
            return verifyJwt(text.strip(), required(keySet, "a receipt+jwt needs --key-set"));
        }
        return verifyProof(text, keys(required(lines, "a tlog-proof needs --key")));
    }

    private <T> T required(@Nullable T option, String otherwise) {
        if (option == null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
        return option;
    }

    private int verifyJwt(String text, Path keySet) throws IOException {
        return JwtReceipt.verify(text, receiptKeys(keySet)).map(this::genuine).orElseGet(() -> {
            spec.commandLine()
                    .getErr()
                    .println("It proves nothing: no receipt that a key for receipts of this key set has signed.");
            return PROVES_NOTHING;
        });
    }

    private Map<String, Verifier> receiptKeys(Path keySet) throws IOException {
        try {
            return JwkPublicKeySets.published(read(keySet), KeyPurpose.RECEIPT);
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), "--key-set: " + e.getMessage(), e);
        }
    }

    private int genuine(JwtReceipt receipt) {
        spec.commandLine()
                .getOut()
                .printf(
                        "Genuine: signed by %s.%nrecord %s, decided at %s, outcome %s%nSHA-256 of the answer %s%n",
                        receipt.issuer(), receipt.record(), receipt.at(), receipt.outcome(), receipt.answerDigest());
        return ExitCode.OK;
    }

    private int verifyProof(String text, List<NoteKey> keys) {
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
