package city.certfree.supervision.complaint;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/** What a complaint is about. */
public sealed interface Grievance {
    /** Its kind, as the API and the database name it. */
    Kind kind();

    /**
     * A use of the citizen's licences of which he or she knows nothing: «this was not me».
     *
     * @param use one of the citizen's own
     */
    record NotMe(RecordId use) implements Grievance {
        @Override
        public Kind kind() {
            return Kind.NOT_ME;
        }
    }

    /**
     * Paper that a counter asked for although the item needs none: «they still asked me for paper».
     *
     * @param item of the registry in force
     * @param office where; null: not said
     * @param material what was asked for; null: not said
     */
    record AskedForPaper(ItemCode item, @Nullable OfficeCode office, @Nullable MaterialName material)
            implements Grievance {
        @Override
        public Kind kind() {
            return Kind.ASKED_FOR_PAPER;
        }
    }

    /** The kinds of complaints. */
    enum Kind {
        NOT_ME,
        ASKED_FOR_PAPER
    }
}
