package city.certfree.registry.version;

import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.ImportProblem;
import java.util.List;

/** What publishing came to. */
public sealed interface PublishResult {
    /** The version is durable, and in force as soon as its day has come. */
    record Published(RegistryVersion version) implements PublishResult {}

    /**
     * Nothing has changed.
     *
     * @param problems everything that is wrong with the source, in the order of files and lines
     */
    record Rejected(List<ImportProblem> problems) implements PublishResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
