package city.certfree.cli;

import city.certfree.access.account.NewPassword;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The password that a command sets: made, and then to be shown once, or read. It is never an argument, where the machine's
 * other users would see it.
 *
 * @param isMade whether nobody knows it yet
 */
record ChosenPassword(NewPassword value, boolean isMade) {
    static ChosenPassword made() {
        return new ChosenPassword(NewPassword.random(), true);
    }

    /** The first line of the standard input. */
    static ChosenPassword fromStdin() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return new ChosenPassword(new NewPassword(Objects.requireNonNullElse(line, "")), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to add to the message of success. */
    String shownOnce(String what) {
        return isMade ? " The " + what + ", shown only now: " + value.value() : "";
    }
}
