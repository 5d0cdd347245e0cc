package city.certfree.licence.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Some rows of a delivery, judged one by one as they come. */
final class DeliveredRows {
    private final DeliveryRules rules;
    private final Consumer<RejectedRow> rejections;
    private final List<NewLicence> licences = new ArrayList<>();
    private int rejected;
    private long firstLine;
    private long lastLine;

    DeliveredRows(DeliveryRules rules, Consumer<RejectedRow> rejections) {
        this.rules = rules;
        this.rejections = rejections;
    }

    void take(FeedRow row) {
        switch (row) {
            case FeedRow.OfLicence(long line, NewLicence licence) -> {
                var flaws = rules.flaws(licence);
                note(line);
                if (flaws.isEmpty()) {
                    licences.add(licence);
                } else {
                    reject(line, flaws);
                }
            }
            // Whom an organisation is represented by is no issuer's to say: it opens the organisation's licences to a
            // person.
            case FeedRow.OfRepresentation representation -> {
                note(representation.line());
                reject(representation.line(), List.of(new Flaw("/represents", "absent: a delivery is of licences")));
            }
            case FeedRow.Unreadable(long line, Flaw flaw) -> {
                note(line);
                reject(line, List.of(flaw));
            }
        }
    }

    private void note(long line) {
        firstLine = firstLine == 0 ? line : firstLine;
        lastLine = line;
    }

    private void reject(long line, List<Flaw> flaws) {
        rejected++;
        flaws.forEach(flaw -> rejections.accept(new RejectedRow(line, flaw)));
    }

    /** How many were taken. */
    int size() {
        return licences.size() + rejected;
    }

    /** Those without a flaw. */
    List<NewLicence> licences() {
        return licences;
    }

    int rejected() {
        return rejected;
    }

    /** The line of the first row; 0: none was taken. */
    long firstLine() {
        return firstLine;
    }

    long lastLine() {
        return lastLine;
    }
}
