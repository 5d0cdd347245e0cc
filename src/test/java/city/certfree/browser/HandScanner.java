package city.certfree.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Locale;

/**
 * A scanner that types what it reads, as a keyboard. The time of each key is set, not waited for: so a busy machine makes no
 * scanner slow.
 */
public final class HandScanner {
    private static final int PROCESSED_BY_INPUT_METHOD = 229;

    /** Codes from the past cannot be mistaken for each other, nor for what a person types. */
    private double clock = System.currentTimeMillis() / 1000.0;

    private final CDPSession devTools;

    /** A scanner plugged into the machine on which this page is open. */
    public HandScanner(Page page) {
        this.devTools = page.context().newCDPSession(page);
    }

    /**
     * How a scan is typed.
     *
     * @param millisBetweenKeys of scanners 1 to 30
     * @param inputMethod whether an input method takes the letters first
     * @param end the key after the last character, {@code Enter} or {@code Tab}
     */
    public record Manner(int millisBetweenKeys, boolean inputMethod, boolean capsLock, String end) {
        /** As most scanners are set. */
        static Manner plain() {
            return new Manner(5, false, false, "Enter");
        }
    }

    /** A person is slower. */
    public static Manner person() {
        return new Manner(80, false, false, "Enter");
    }

    /** Types a code as most scanners do. */
    public void scan(String text) {
        scan(text, Manner.plain());
    }

    /** Types a code in this manner. */
    public void scan(String text, Manner manner) {
        clock += 1;
        for (var typed : text.split("", -1)) {
            if (!typed.isEmpty()) {
                key(typed.charAt(0), manner);
            }
        }
        end(manner);
    }

    /** A key that makes no character. */
    public void press(String key, int code) {
        var event = event(key, key, code);
        down(event);
        up(event);
    }

    /** What an input method has begun to write into the field. */
    public void compose(String text) {
        var composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devTools.send("Input.imeSetComposition", composition);
    }

    private void key(char typed, Manner manner) {
        clock += manner.millisBetweenKeys() / 1000.0;
        boolean shift = Character.isUpperCase(typed) || typed == '_' || typed == ':' || typed == '?';
        var shown = manner.capsLock() && Character.isLetter(typed) ? swapped(typed) : String.valueOf(typed);
        var event = event(
                manner.inputMethod() ? "Process" : shown,
                code(typed),
                manner.inputMethod() ? PROCESSED_BY_INPUT_METHOD : Character.toUpperCase(typed));
        event.addProperty("modifiers", shift ? 8 : 0);
        if (!manner.inputMethod()) {
            event.addProperty("text", shown);
        }
        down(event);
        up(event);
    }

    private void end(Manner manner) {
        clock += manner.millisBetweenKeys() / 1000.0;
        var event = event(manner.end(), manner.end(), manner.end().equals("Tab") ? 9 : 13);
        if (manner.end().equals("Enter")) {
            event.addProperty("text", "\r");
        }
        down(event);
        up(event);
    }

    private JsonObject event(String key, String code, int number) {
        var event = new JsonObject();
        event.addProperty("key", key);
        event.addProperty("code", code);
        event.addProperty("windowsVirtualKeyCode", number);
        event.addProperty("timestamp", clock);
        return event;
    }

    private void down(JsonObject event) {
        event.addProperty("type", event.has("text") ? "keyDown" : "rawKeyDown");
        devTools.send("Input.dispatchKeyEvent", event);
    }

    private void up(JsonObject event) {
        event.addProperty("type", "keyUp");
        event.remove("text");
        devTools.send("Input.dispatchKeyEvent", event);
    }

    private static String swapped(char letter) {
        var text = String.valueOf(letter);
        return Character.isUpperCase(letter) ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
    }

    private static String code(char typed) {
        return switch (typed) {
            case '-', '_' -> "Minus";
            case '.' -> "Period";
            case ':' -> "Semicolon";
            case '/', '?' -> "Slash";
            case '=' -> "Equal";
            default -> (Character.isDigit(typed) ? "Digit" : "Key") + Character.toUpperCase(typed);
        };
    }
}
