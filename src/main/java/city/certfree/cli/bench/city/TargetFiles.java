package city.certfree.cli.bench.city;

import city.certfree.kernel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The targets of each channel, in files by which the driver's process learns of them.
 *
 * @param folder where they are
 */
public record TargetFiles(Path folder) {
    /** Writes the targets of a channel. */
    void write(Channel channel, List<Target> targets) {
        try {
            Files.write(
                    folder.resolve(Target.file(channel)),
                    targets.stream().map(Target::toLine).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The targets of a channel, at least one. */
    public List<Target> read(Channel channel) {
        try (var lines = Files.lines(folder.resolve(Target.file(channel)))) {
            return lines.map(Target::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
