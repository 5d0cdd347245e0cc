package city.certfree.cli;

import city.certfree.crypto.bc.NewKeys;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.InvalidValue;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the keys of a new deployment, or of departments that come later. */
@Command(
        name = "keys",
        description = "Makes the key files that a folder lacks, for the setting CERTFREE_KEYS.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Keys implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "where to write them; no file there is overwritten")
    private Path folder;

    @Option(
            names = "--issuers",
            split = ",",
            required = true,
            description = "the codes of the departments whose licences the service signs, joined by commas")
    private List<String> issuers;

    @Override
    public Integer call() throws IOException {
        for (var file : NewKeys.files(departments()).entrySet()) {
            var path = folder.resolve(file.getKey());
            boolean kept = Files.exists(path);
            if (!kept) {
                write(path, file.getValue());
            }
            spec.commandLine().getOut().println((kept ? "kept    " : "written ") + path);
        }
        spec.commandLine().getOut().println("Keep these files secret, and keep a copy apart from the database's.");
        return ExitCode.OK;
    }

    private List<DepartmentCode> departments() {
        try {
            return issuers.stream().map(DepartmentCode::new).distinct().sorted().toList();
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), "--issuers: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, ownerOnly());
        Files.writeString(file, text);
    }

    /** Only the owner may read or write, where the file system knows owners. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
