package city.certfree.attack;

import city.certfree.fixture.Chromium;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A counter whose browser judges tokens by itself, as it does without a network. */
final class OfflineEye implements AutoCloseable {
    /** What can be judged without a network: whether a code was used before, or the licence is still good, cannot. */
    static final Set<String> JUDGED = Set.of("malformed", "forged", "keys-stale", "wrong-audience", "expired");

    private static final String WORD =
            "async () => { window.word = await (await fetch('/counter/offline/contact')).json(); }";
    private static final String JUDGE =
            """
            async ([token, now]) => {
              const { judge } = await import("/assets/offline/token.js");
              return (await judge(token, window.word, now)).flaw ?? "";
            }""";

    private final Chromium chromium;
    private final Page page;

    /** Signs a clerk of the demo in and takes the service's word, as a counter does while there is a network. */
    OfflineEye(Path program, URL server) {
        this.chromium = Chromium.start(program);
        this.page = chromium.person(server, 1366, 768).newPage();
        page.navigate("/counter");
        page.fill("#account", "clerk01");
        page.fill("#password", "Demo-clerk-01");
        page.click(".alone button");
        page.waitForSelector("#q");
        page.evaluate(WORD);
    }

    /**
     * What is wrong with a token; empty: nothing.
     *
     * @param now the service's clock, in milliseconds since 1970
     */
    String judge(String token, long now) {
        return String.valueOf(page.evaluate(JUDGE, List.of(token, (double) now)));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
