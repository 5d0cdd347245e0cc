package city.certfree.cli.drill.client;

import city.certfree.cli.drill.client.Line.Answer;
import city.certfree.cli.drill.ledger.Entry;
import city.certfree.cli.drill.ledger.Ledger;
import city.certfree.cli.drill.ledger.Reply.Settled;
import city.certfree.cli.drill.ledger.Request;
import city.certfree.kernel.Channel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** One client, which goes on with its work until it is told to stop, whatever happens to the service. */
final class Client {
    private static final long BETWEEN_TRIES_MILLIS = 20;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Line line;
    private final Probe probe;
    private final Asking asking;
    private final Ledger ledger;
    private final Manner manner;
    private final BooleanSupplier goesOn;

    Client(Line line, Probe probe, Asking asking, Ledger ledger, Manner manner, BooleanSupplier goesOn) {
        this.line = line;
        this.probe = probe;
        this.asking = asking;
        this.ledger = ledger;
        this.manner = manner;
        this.goesOn = goesOn;
    }

    /** Every effect in turn. */
    void work() {
        while (goesOn.getAsBoolean()) {
            ask(asking.verify());
            ask(asking.share());
            ask(asking.lookUp());
            showAndRedeem();
            issueAndSuspend();
        }
    }

    private void showAndRedeem() {
        var target = asking.draw(Channel.SHOW);
        var shown = ask(asking.issueShow(target));
        var token = TOKEN.matcher(shown.map(Answer::text).orElse(""));
        if (token.find() && shown.get().reply() instanceof Settled settled) {
            ask(asking.redeem(target, settled.row().orElseThrow(), token.group(1)));
        }
    }

    private void issueAndSuspend() {
        var request = asking.issueLicence();
        if (ask(request).filter(answer -> answer.reply() instanceof Settled).isPresent()) {
            ask(asking.suspend(request.row()));
        }
    }

    /** Asks, and writes down what came of it; empty when the client has stopped before. */
    private Optional<Answer> ask(Request request) {
        if (!goesOn.getAsBoolean()) {
            return Optional.empty();
        }
        var entry = ledger.open(request);
        var answer = answered(entry);
        if (manner == Manner.INSISTENT) {
            while (entry.isOpen() && goesOn.getAsBoolean()) {
                pause();
                answer = answered(entry);
            }
        } else if (entry.isOpen()) {
            pause();
            awaitReadiness();
        }
        return Optional.of(answer);
    }

    private Answer answered(Entry entry) {
        var answer = line.ask(entry.request());
        entry.note(answer.reply());
        if (answer.reply() instanceof Settled) {
            ledger.acknowledge();
        }
        return answer;
    }

    private void awaitReadiness() {
        while (manner == Manner.PATIENT && goesOn.getAsBoolean() && !probe.isReady()) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a client does when it is in doubt. */
    enum Manner {
        /** It waits until the service is ready, and goes on with something else. */
        PATIENT,
        /** It goes on with something else at once. */
        EAGER,
        /** It asks the same again until it knows. */
        INSISTENT
    }
}
