package city.certfree.cli.drill.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer that was read in full says of an effect. */
public sealed interface Reply {
    /**
     * It is known what came of it.
     *
     * @param record the record's id; empty where none is kept
     * @param row the row that was changed; empty where none was
     */
    record Settled(Optional<String> record, Optional<String> row) implements Reply {}

    /**
     * It may have happened or not: the same request tells later.
     *
     * @param status of the answer; 0: there was none
     */
    record Doubtful(int status) implements Reply {}

    /** It is no answer that this request may have. */
    record Wrong(String what) implements Reply {}

    /**
     * Reads an answer.
     *
     * @param status of HTTP
     * @param body in full
     */
    static Reply of(Request request, int status, String body) {
        if (status >= 500 || Answers.isRunning(status, body) || body.contains("\"verdict\":\"UNAVAILABLE\"")) {
            return new Doubtful(status);
        }
        return switch (request.effect()) {
            case VERIFY, SHARE, LOOKUP -> Answers.use(status, body);
            case SHOW_ISSUE -> Answers.show(status, body);
            case SHOW_REDEEM -> Answers.redemption(request, status, body);
            case LICENCE_ISSUE -> Answers.act(request, 201, status, body);
            case STATUS_CHANGE -> Answers.act(request, 200, status, body);
        };
    }

    /** How the answers of each effect are read. */
    final class Answers {
        private static final Pattern RECORD = Pattern.compile("\"recordId\":\"([0-9A-Za-z_-]{22})\"");
        private static final Pattern SHOW = Pattern.compile("\"showId\":\"([0-9A-Za-z_-]{22})\"");
        private static final int SHOWN = 300;

        private Answers() {}

        static boolean isRunning(int status, String body) {
            return status == 409 && body.contains("\"in-progress\"");
        }

        static Reply use(int status, String body) {
            var record = first(RECORD, body);
            return status == 200 && record.isPresent() ? new Settled(record, Optional.empty()) : wrong(status, body);
        }

        static Reply show(int status, String body) {
            var show = first(SHOW, body);
            return status == 201 && show.isPresent() ? new Settled(Optional.empty(), show) : wrong(status, body);
        }

        /** A token that ran out before it arrived is refused, which is recorded. That it was used already can only be doubled. */
        static Reply redemption(Request request, int status, String body) {
            var record = first(RECORD, body);
            if (status != 200 || record.isEmpty()) {
                return wrong(status, body);
            }
            if (body.contains("\"verdict\":\"ACCEPTED\"")) {
                return new Settled(record, Optional.of(request.row()));
            }
            return body.contains("\"reason\":\"expired\"")
                    ? new Settled(record, Optional.empty())
                    : wrong(status, body);
        }

        static Reply act(Request request, int expected, int status, String body) {
            var record = first(RECORD, body);
            return status == expected && record.isPresent()
                    ? new Settled(record, Optional.of(request.row()))
                    : wrong(status, body);
        }

        private static Optional<String> first(Pattern pattern, String body) {
            var found = pattern.matcher(body);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        private static Wrong wrong(int status, String body) {
            return new Wrong(status + " " + body.substring(0, Math.min(SHOWN, body.length())));
        }
    }
}
