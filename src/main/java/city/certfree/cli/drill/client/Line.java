package city.certfree.cli.drill.client;

import city.certfree.cli.bench.http.HttpConnection;
import city.certfree.cli.bench.http.Requests;
import city.certfree.cli.drill.ledger.Reply;
import city.certfree.cli.drill.ledger.Request;
import java.io.IOException;
import java.time.Duration;

/** A client's connection to the service, over which it asks one thing after the other. */
final class Line implements AutoCloseable {
    private final HttpConnection connection;
    private final Parties parties;
    private final CallLog calls;

    /** @param limit how long the service may be silent */
    Line(int port, Duration limit, Parties parties, CallLog calls) {
        this.connection = new HttpConnection(port, limit);
        this.parties = parties;
        this.calls = calls;
    }

    /** Asks once. No answer is an answer, too: one that leaves everything in doubt. */
    Answer ask(Request request) {
        var fields = parties.field(request.party()) + "\r\nIdempotency-Key: " + request.key();
        long sent = System.nanoTime();
        try {
            var answer = connection.send(Requests.send(request.method(), request.path(), fields, request.json()));
            calls.add(sent, answer.status());
            var text = answer.text();
            return new Answer(Reply.of(request, answer.status(), text), text);
        } catch (IOException noAnswer) {
            calls.add(sent, 0);
            return new Answer(new Reply.Doubtful(0), "");
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    /**
     * An answer.
     *
     * @param text the body; empty when there was no answer
     */
    record Answer(Reply reply, String text) {
        /** The body may hold a token. */
        @Override
        public String toString() {
            return "Answer[" + reply + "]";
        }
    }
}
