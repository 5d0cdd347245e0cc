package city.certfree.registry.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong so far. */
final class Problems {
    /** Nobody mends more by hand: what is wrong ten thousand times is wrong once, elsewhere. */
    static final int MOST = 10_000;

    private final List<ImportProblem> found = new ArrayList<>();
    private int leftOut;

    /** Adds what is wrong with the source as a whole. */
    void add(String expected) {
        found.add(new ImportProblem("", 0, "", "", expected));
    }

    void add(RegistryFile file, long line, String column, String value, String expected) {
        if (found.size() < MOST) {
            found.add(new ImportProblem(file.fileName(), line, column, value, expected));
        } else {
            leftOut++;
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of files and lines; if there are more than {@link #MOST}, the last one says how many are left out. */
    List<ImportProblem> inOrder() {
        var ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparing((ImportProblem p) -> RegistryFile.order(p.file()))
                .thenComparing(ImportProblem::line));
        if (leftOut > 0) {
            ordered.add(new ImportProblem("", 0, "", "", "fewer problems: %d more are not listed".formatted(leftOut)));
        }
        return List.copyOf(ordered);
    }
}
