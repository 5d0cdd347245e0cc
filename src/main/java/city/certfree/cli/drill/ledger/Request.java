package city.certfree.cli.drill.ledger;

/**
 * What a client asks, each time in the same bytes but for its credential.
 *
 * @param effect what it is to have
 * @param party who asks: a system's client id, or a citizen's number
 * @param method POST or PUT
 * @param path of the service
 * @param key its Idempotency-Key
 * @param json the body
 * @param row the row that the effect changes, where it is known beforehand; empty: the answer names it, or there is none
 */
public record Request(Effect effect, String party, String method, String path, String key, String json, String row) {
    /** Names nobody. */
    @Override
    public String toString() {
        return "Request[" + effect.text() + "]";
    }
}
