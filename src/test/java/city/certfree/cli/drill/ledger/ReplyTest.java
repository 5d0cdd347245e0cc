package city.certfree.cli.drill.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.cli.drill.ledger.Reply.Doubtful;
import city.certfree.cli.drill.ledger.Reply.Settled;
import city.certfree.cli.drill.ledger.Reply.Wrong;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void aUseIsSettledByItsRecord() {
        assertEquals(
                new Settled(Optional.of(ID), Optional.empty()),
                Reply.of(request(Effect.VERIFY, ""), 200, "{\"recordId\":\"" + ID + "\"}"));
    }

    @Test
    void aShowIsSettledByItsRow() {
        assertEquals(
                new Settled(Optional.empty(), Optional.of(ID)),
                Reply.of(request(Effect.SHOW_ISSUE, ""), 201, "{\"showId\":\"" + ID + "\"}"));
    }

    @Test
    void aRedemptionUsesUpTheRowOnlyWhenItIsAccepted() {
        var redeem = request(Effect.SHOW_REDEEM, "row");
        var record = ",\"recordId\":\"" + ID + "\"}";
        assertEquals(
                new Settled(Optional.of(ID), Optional.of("row")),
                Reply.of(redeem, 200, "{\"verdict\":\"ACCEPTED\",\"reason\":null" + record));
        assertEquals(
                new Settled(Optional.of(ID), Optional.empty()),
                Reply.of(redeem, 200, "{\"verdict\":\"REJECTED\",\"reason\":\"expired\"" + record));
    }

    /** Nobody else has the token: who used it already can only have been this client. */
    @Test
    void aRedemptionThatWasUsedAlreadyIsWrong() {
        var body = "{\"verdict\":\"REJECTED\",\"reason\":\"already-used\",\"recordId\":\"" + ID + "\"}";
        assertInstanceOf(Wrong.class, Reply.of(request(Effect.SHOW_REDEEM, "row"), 200, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    503 | {"code":"storage-unavailable"}
                    500 | {"code":"internal"}
                    409 | {"code":"in-progress"}
                    200 | {"verdict":"UNAVAILABLE","reason":"storage-unavailable","recordId":null}
                    """)
    void whatMayHaveHappenedOrNotIsInDoubt(int status, String body) {
        assertEquals(new Doubtful(status), Reply.of(request(Effect.SHOW_REDEEM, "row"), status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY,403",
        "SHARE,429",
        "LICENCE_ISSUE,200",
        "LICENCE_ISSUE,412",
        "STATUS_CHANGE,409",
        "SHOW_ISSUE,200"
    })
    void everyOtherAnswerIsWrong(Effect effect, int status) {
        assertInstanceOf(Wrong.class, Reply.of(request(effect, "row"), status, "{\"recordId\":\"" + ID + "\"}"));
    }

    static Request request(Effect effect, String row) {
        return new Request(effect, "party", "POST", "/path", "key", "{}", row);
    }
}
