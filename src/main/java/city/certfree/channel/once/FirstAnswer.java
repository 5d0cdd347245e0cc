package city.certfree.channel.once;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an act, as it left.
 *
 * @param status the HTTP status
 * @param etag of what was answered, in quotes; null: it has none
 * @param body the JSON text
 */
public record FirstAnswer(int status, @Nullable String etag, String body) {
    /** An answer without an ETag. */
    public FirstAnswer(int status, String body) {
        this(status, null, body);
    }

    byte[] toBytes() {
        return (status + (etag == null ? "" : " " + etag) + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    static FirstAnswer fromBytes(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        var head = text.substring(0, end).split(" ", 2);
        return new FirstAnswer(Integer.parseInt(head[0]), head.length == 1 ? null : head[1], text.substring(end + 1));
    }

    @Override
    public String toString() {
        return "FirstAnswer[" + status + "]";
    }
}
