package city.certfree.channel.once;

import java.nio.charset.StandardCharsets;

/**
 * The answer of an act, as it left.
 *
 * @param status the HTTP status
 * @param body the JSON text
 */
public record FirstAnswer(int status, String body) {
    byte[] toBytes() {
        return (status + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    static FirstAnswer fromBytes(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return new FirstAnswer(Integer.parseInt(text.substring(0, end)), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return "FirstAnswer[" + status + "]";
    }
}
