package city.certfree.cli;

import city.certfree.audit.CanonicalJson;
import city.certfree.crypto.SealedTable;
import city.certfree.kernel.Transactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings what is stored under the sealing and index keys in use: after a rotation, and between the profiles. */
@Command(
        name = "reseal",
        description = {
            "Seals and indexes the store anew under the keys in use, those of the profile that CERTFREE_PROFILE names.",
            "It may be interrupted, and goes on when called again. Access records stay as they are: keep their keys."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Reseal implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--batch", defaultValue = "200", description = "rows in a transaction; without it ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--json", description = "answers in JSON, for programs, without a progress bar")
    private boolean json;

    @Override
    public Integer call() {
        var work = new ServiceWork(spec);
        return work.run(context -> {
            var transactions = context.getBean(Transactions.class);
            var done = new LinkedHashMap<String, Object>();
            long left = 0;
            for (var table : inOrder(context.getBeansOfType(SealedTable.class))) {
                done.put(table.name(), reseal(table, transactions));
                left += table.outdated();
            }
            if (left > 0) {
                return work.refused(left + " rows changed meanwhile and are not done: call it again.");
            }
            return work.done(
                    json ? CanonicalJson.text(Map.of("resealed", done)) : "Everything is under the keys in use.");
        });
    }

    /** By name: so {@code licence} comes before {@code licence_holder}, which reads it. */
    private static Iterable<SealedTable> inOrder(Collection<SealedTable> tables) {
        return tables.stream().sorted(Comparator.comparing(SealedTable::name)).toList();
    }

    private long reseal(SealedTable table, Transactions transactions) {
        long total = table.outdated();
        long done = 0;
        var bar = new ProgressBar(spec.commandLine().getErr(), table.name(), total);
        @Nullable String after = total > 0 ? "" : null;
        while (after != null) {
            var from = after;
            var step = transactions.write(() -> table.reseal(from, batch));
            done += step.changed();
            after = step.last();
            bar.at(done);
        }
        return done;
    }
}
