package city.certfree.licence.intake;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.Licence;
import city.certfree.licence.Representation;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Takes a delivery of licences into the store, in transactions of some hundred rows: a bad row stops no good one. */
@Singleton
public final class ImportLicences {

    /** Large enough that commits cost little, small enough that a delivery of any size fits into memory. */
    private static final int CHUNK_ROWS = 500;

    private final IssuedLicences store;
    private final Issuance issuance;
    private final Registry registry;
    private final Transactions transactions;
    private final Clock clock;

    ImportLicences(IssuedLicences store, Issuance issuance, Registry registry, Transactions transactions, Clock clock) {
        this.store = store;
        this.issuance = issuance;
        this.registry = registry;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As {@link #importAll(Iterator, Consumer, LongConsumer)}, of which nobody asks how far it is. */
    public Count importAll(Iterator<FeedRow> rows, Consumer<RejectedRow> rejections) {
        return importAll(rows, rejections, line -> {});
    }

    /**
     * Imports all rows. A licence whose identifier the store has already is left as it is and counted as known, so that a
     * broken-off import may be repeated; a row without identifier is a new licence each time.
     *
     * @param rejections told of every flaw of every rejected row, in the order of lines
     * @param stored told, whenever something has become durable, the line up to which every row is stored or rejected
     */
    public Count importAll(Iterator<FeedRow> rows, Consumer<RejectedRow> rejections, LongConsumer stored) {
        var catalogue = registry.current().catalogue();
        var rules = new IntakeRules(catalogue, CityTime.today(clock));
        var count = Count.NOTHING;
        try (var writing = new OneAhead(stored)) {
            while (rows.hasNext()) {
                var chunk = new Chunk(rules, rejections);
                while (rows.hasNext() && chunk.size() < CHUNK_ROWS) {
                    chunk.take(rows.next());
                }
                var fresh = unknown(chunk.licences, writing.identifiers());
                var issued = issuance.issue(fresh, catalogue);
                writing.write(issued, chunk.representations, chunk.lastLine);
                count = count.plus(chunk, fresh.size());
            }
            writing.await();
        }
        return count;
    }

    /**
     * Without those that the store has, and without the second of two with one identifier.
     *
     * @param soon those that the store is about to have
     */
    private List<NewLicence> unknown(List<NewLicence> licences, Set<LicenceIdentifier> soon) {
        var identifiers = licences.stream()
                .map(NewLicence::identifier)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var seen = new HashSet<LicenceIdentifier>(transactions.read(() -> store.known(identifiers)));
        seen.addAll(soon);
        return licences.stream()
                .filter(licence -> licence.identifier() == null || seen.add(licence.identifier()))
                .toList();
    }

    /** Writes one chunk while the next one is read and signed: the database works as long as the processors do. */
    private final class OneAhead implements AutoCloseable {
        private final ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor();
        private Future<?> under = CompletableFuture.completedFuture(null);
        private final LongConsumer stored;
        private Set<LicenceIdentifier> identifiers = Set.of();
        private long line;

        OneAhead(LongConsumer stored) {
            this.stored = stored;
        }

        /** Those that are being written. */
        Set<LicenceIdentifier> identifiers() {
            return identifiers;
        }

        /** Waits for the chunk before, whose fault ends the import, and begins this one. */
        void write(List<Licence> issued, List<Representation> representations, long lastLine) {
            await();
            line = lastLine;
            identifiers = issued.stream().map(Licence::identifier).collect(Collectors.toSet());
            under = writer.submit(() -> transactions.run(() -> {
                store.add(issued);
                store.represent(representations);
            }));
        }

        void await() {
            try {
                under.get();
                stored.accept(line);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the import was interrupted", e);
            }
        }

        /** Lets what was begun come to its end. */
        @Override
        public void close() {
            writer.close();
        }
    }

    /**
     * What became of the rows.
     *
     * @param imported licences added
     * @param known licences that the store had already
     * @param representations taken in, those that the store had already included
     * @param rejected rows with a flaw
     */
    public record Count(long imported, long known, long representations, long rejected) {
        static final Count NOTHING = new Count(0, 0, 0, 0);

        private Count plus(Chunk chunk, int fresh) {
            return new Count(
                    imported + fresh,
                    known + chunk.licences.size() - fresh,
                    representations + chunk.representations.size(),
                    rejected + chunk.rejected);
        }
    }

    /** The rows of one transaction, sorted by what is to be done with them. */
    private static final class Chunk {
        private final List<NewLicence> licences = new ArrayList<>();
        private final List<Representation> representations = new ArrayList<>();
        private final IntakeRules rules;
        private final Consumer<RejectedRow> rejections;
        private int rejected;
        private long lastLine;

        Chunk(IntakeRules rules, Consumer<RejectedRow> rejections) {
            this.rules = rules;
            this.rejections = rejections;
        }

        int size() {
            return licences.size() + representations.size() + rejected;
        }

        void take(FeedRow row) {
            lastLine = row.line();
            switch (row) {
                case FeedRow.OfLicence(long line, NewLicence licence) -> {
                    var flaws = rules.flaws(licence);
                    if (flaws.isEmpty()) {
                        licences.add(licence);
                    } else {
                        reject(line, flaws);
                    }
                }
                case FeedRow.OfRepresentation(long line, Representation representation) ->
                    representations.add(representation);
                case FeedRow.Unreadable(long line, Flaw flaw) -> reject(line, List.of(flaw));
            }
        }

        private void reject(long line, List<Flaw> flaws) {
            rejected++;
            flaws.forEach(flaw -> rejections.accept(new RejectedRow(line, flaw)));
        }
    }
}
