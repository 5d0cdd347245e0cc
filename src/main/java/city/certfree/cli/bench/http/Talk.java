package city.certfree.cli.bench.http;

import city.certfree.cli.bench.http.HttpConnection.Answer;
import java.util.Optional;

/** What a caller asks. */
public interface Talk {
    /** The next question; empty when there is none left. */
    Optional<Question> next();

    /** What is right. */
    interface Check {
        /** Whether this is the right answer. */
        boolean isRight(Answer answer);
    }

    /**
     * A request, and what answers it rightly.
     *
     * @param request as bytes on the wire; nobody writes into them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Question(byte[] request, Check check) {}
}
