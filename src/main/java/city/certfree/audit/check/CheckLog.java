package city.certfree.audit.check;

import city.certfree.audit.check.LogRows.Head;
import city.certfree.audit.check.LogRows.Leaf;
import city.certfree.audit.check.LogRows.StoredCheckpoint;
import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.audit.check.Verdict.Whole;
import city.certfree.audit.log.LogKeys;
import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.GrowingTree;
import city.certfree.audit.tree.GrowingTree.FullTile;
import city.certfree.audit.tree.Hashes;
import city.certfree.audit.tree.Proofs;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Recomputes a log from its records and holds it against its checkpoints. It reads page by page, each in constant memory; and when
 * somebody waits for it, ahead, so that records are opened and digested on all processors while the tree grows on one.
 */
@Singleton
public final class CheckLog {
    private final LogRows rows;
    private final LogKeys keys;

    CheckLog(LogRows rows, LogKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** The logs there are. */
    public List<Head> logs() {
        return rows.heads();
    }

    /** Checks a log, or a part of it, as fast as it can. */
    public Verdict check(Head head, long from, long to, List<Checkpoint> witness, LongConsumer progress) {
        return check(head, from, to, witness, Pace.AT_ONCE, progress);
    }

    /**
     * Checks a log, or a part of it.
     *
     * @param from the first leaf that is checked, a multiple of 256; what is before is taken from the stored nodes, which the
     *     checkpoints confirm
     * @param to the leaf after the last one that is checked; at most the head's size
     * @param witness earlier checkpoints of this log
     * @param progress is told how many leaves have been checked
     */
    public Verdict check(Head head, long from, long to, List<Checkpoint> witness, Pace pace, LongConsumer progress) {
        try (var threads = Executors.newFixedThreadPool(pace.threads())) {
            return new Run(head, from, to, witness, pace, progress, threads).verdict();
        }
    }

    /** One check of one log. */
    private final class Run {
        private final Head head;
        private final List<Checkpoint> witness;
        private final Pace pace;
        private final LongConsumer progress;
        private final ExecutorService threads;
        private final GrowingTree tree;
        private final long from;
        private final long to;
        private long lastCheckpoint;
        private Optional<SignedNote> latest = Optional.empty();

        Run(
                Head head,
                long from,
                long to,
                List<Checkpoint> witness,
                Pace pace,
                LongConsumer progress,
                ExecutorService threads) {
            this.head = head;
            this.from = from;
            this.to = to;
            this.witness = witness;
            this.pace = pace;
            this.progress = progress;
            this.threads = threads;
            this.tree = GrowingTree.resume(from, rows.tiles(head.log()));
            this.lastCheckpoint = from;
        }

        Verdict verdict() {
            if (contradictsBefore()) {
                return new Broken(head.log(), from, Damage.WITNESS_CONTRADICTED, 0);
            }
            var ahead = new ArrayDeque<Future<Page>>();
            long next = from;
            while (next < to || !ahead.isEmpty()) {
                long begun = System.nanoTime();
                while (next < to && ahead.size() < pace.pagesAhead()) {
                    long begin = next;
                    long end = Math.min(to, begin + pace.page());
                    ahead.add(threads.submit(() -> page(begin, end)));
                    next = end;
                }
                var broken = check(read(ahead.remove()));
                if (broken.isPresent()) {
                    return broken.get();
                }
                progress.accept(tree.size() - from);
                pace.restAfter(System.nanoTime() - begun);
            }
            return (to == head.size() ? end() : Optional.<Broken>empty())
                    .<Verdict>map(b -> b)
                    .orElseGet(() -> new Whole(head.log(), head.origin(), tree.size(), tree.size() - from));
        }

        /** Of what was seen before the part that is checked, only the roots can be held against the stored nodes. */
        private boolean contradictsBefore() {
            var tiles = rows.tiles(head.log());
            return witness.stream()
                    .filter(seen -> seen.size() <= from)
                    .anyMatch(seen -> !Proofs.root(seen.size(), tiles).equals(seen.root()));
        }

        private Page page(long begin, long end) {
            return new Page(
                    begin,
                    end,
                    rows.leaves(head.log(), begin, end),
                    rows.checkpoints(head.log(), begin, end),
                    rows.nodes(head.log(), 1, begin / 256, end / 256));
        }

        private Optional<Broken> check(Page page) {
            var checkpoints = new ArrayDeque<>(page.checkpoints);
            var full = new ArrayList<FullTile>();
            for (long index = page.begin; index < page.end; index++) {
                var broken = append(page, index, full);
                if (broken.isPresent()) {
                    return broken;
                }
                while (!checkpoints.isEmpty() && checkpoints.getFirst().size() == tree.size()) {
                    long before = lastCheckpoint;
                    if (!isRight(checkpoints.remove())) {
                        return broken(before, Damage.CHECKPOINT_CHANGED);
                    }
                }
                if (witness.stream()
                        .anyMatch(w -> w.size() == tree.size() && !w.root().equals(tree.root()))) {
                    return broken(index, Damage.WITNESS_CONTRADICTED);
                }
            }
            return nodes(page, full);
        }

        private Optional<Broken> append(Page page, long index, List<FullTile> full) {
            int place = (int) (index - page.begin);
            if (place >= page.leaves.size() || page.leaves.get(place).index() != index) {
                return broken(index, Damage.LEAF_MISSING);
            }
            var leaf = page.leaves.get(place);
            switch (leaf.state()) {
                case CHANGED -> {
                    return broken(index, Damage.RECORD_CHANGED);
                }
                case MISSING -> {
                    return broken(index, Damage.RECORD_MISSING);
                }
                case GENUINE, ARCHIVED ->
                    full.addAll(tree.append(Hashes.leaf(leaf.entry().toBytes())));
            }
            return Optional.empty();
        }

        /** A group's checkpoint follows the one before it without a gap; the first that is seen may have begun earlier. */
        private boolean isRight(StoredCheckpoint checkpoint) {
            boolean follows = checkpoint.first() == lastCheckpoint || (from > 0 && checkpoint.first() < from);
            lastCheckpoint = checkpoint.size();
            latest = checkpoint.note();
            var text = new Checkpoint(head.origin(), tree.size(), tree.root()).text();
            return follows
                    && latest.filter(note -> note.toString().startsWith(text + "\n"))
                            .isPresent();
        }

        private Optional<Broken> nodes(Page page, List<FullTile> full) {
            var first = full.stream().filter(tile -> tile.level() == 0).toList();
            for (int i = 0; i < first.size(); i++) {
                var tile = first.get(i);
                if (i >= page.nodes.size()
                        || page.nodes.get(i).index() != tile.index()
                        || !page.nodes.get(i).hash().equals(tile.root())) {
                    return broken(tile.index() * 256, Damage.NODE_CHANGED);
                }
            }
            for (var tile : full) {
                if (tile.level() > 0 && !isStored(tile)) {
                    return broken(page.begin, Damage.NODE_CHANGED);
                }
            }
            return Optional.empty();
        }

        private boolean isStored(FullTile tile) {
            return rows.nodes(head.log(), tile.level() + 1, tile.index(), tile.index() + 1).stream()
                    .anyMatch(node -> node.hash().equals(tile.root()));
        }

        private Optional<Broken> end() {
            var beyond = rows.firstBeyondEnd(head.log());
            if (beyond.isPresent()) {
                return broken(beyond.get(), Damage.BEYOND_THE_END);
            }
            if (tree.size() == 0) {
                return witness.isEmpty() ? Optional.empty() : broken(0, Damage.WITNESS_CONTRADICTED);
            }
            if (lastCheckpoint != tree.size()) {
                return broken(lastCheckpoint, tree.size() > from ? Damage.CHECKPOINT_CHANGED : Damage.HEAD_CHANGED);
            }
            if (latest.flatMap(note -> Checkpoint.open(note, keys.keys(head.origin())))
                    .isEmpty()) {
                return broken(tree.size() - 1, Damage.CHECKPOINT_UNSIGNED);
            }
            return witness.stream().anyMatch(w -> w.size() > tree.size())
                    ? broken(tree.size(), Damage.WITNESS_CONTRADICTED)
                    : Optional.empty();
        }

        private Optional<Broken> broken(long index, Damage what) {
            return Optional.of(new Broken(head.log(), index, what, tree.size() - from));
        }
    }

    private static Page read(Future<Page> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        }
    }

    /** What is read at once. */
    private record Page(
            long begin, long end, List<Leaf> leaves, List<StoredCheckpoint> checkpoints, List<LogRows.Node> nodes) {}
}
