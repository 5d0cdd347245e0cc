package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.Target;
import city.certfree.cli.bench.drive.HttpConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A caller of the service, over a connection of its own. */
public final class HttpExchange implements Exchange {
    private final HttpConnection connection;
    private final Talk talk;

    HttpExchange(int port, Talk talk) {
        this.connection = new HttpConnection(port);
        this.talk = talk;
    }

    @Override
    public Verdict run() throws IOException {
        var question = talk.next();
        if (question.isEmpty()) {
            return new Verdict.NothingLeft();
        }
        var answer = connection.send(question.get().request());
        return question.get().check().isRight(answer) ? Verdict.RIGHT : new Verdict.Wrong(answer.shortened());
    }

    @Override
    public void close() {
        connection.close();
    }

    /** What is asked. */
    public interface Talk {
        /** The next question; empty when there is none left. */
        Optional<Question> next();
    }

    /** What is right. */
    public interface Check {
        /** Whether this is the right answer. */
        boolean isRight(Answer answer);
    }

    /**
     * A request, and what answers it rightly.
     *
     * @param request as bytes on the wire; nobody writes into them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Question(byte[] request, Check check) {}

    /** Draws targets evenly, each caller in an order of its own that is always the same. */
    static final class Draw {
        private final List<Target> targets;
        private final SplittableRandom random;

        Draw(List<Target> targets, int caller) {
            this.targets = targets;
            this.random = new SplittableRandom(caller);
        }

        Target next() {
            return targets.get(random.nextInt(targets.size()));
        }
    }
}
