package city.certfree.cli;

import picocli.CommandLine.Command;

/** Brings files into the service's storage. What is imported is said by the command below it. */
@Command(
        name = "import",
        description = "Imports files.",
        mixinStandardHelpOptions = true,
        subcommands = {ImportRegistry.class, ImportLicenceFile.class})
final class Import {}
