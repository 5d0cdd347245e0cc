package city.certfree.token;

import city.certfree.token.StatusListTokens.Flaw;
import city.certfree.token.StatusListTokens.Verification.Rejected;
import city.certfree.token.StatusListTokens.Verification.Verified;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lists that somebody who works offline has been given, and the answers they allow. Nothing is ever fetched here: whoever
 * can fetch asks the service itself.
 *
 * <p>Whatever is missing, broken, too old or not understood makes the answer {@link EntryStatus#UNKNOWN}, never VALID.
 */
public final class StatusLists {
    private final StatusListTokens tokens;
    private final Map<String, Verified> latest = new ConcurrentHashMap<>();

    public StatusLists(StatusListTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Takes a list in, unless something is wrong with it or a later one is here already: an old list, replayed, would bring
     * back to life what has been revoked since.
     *
     * @param uri where the list was got
     * @return what is wrong; empty when it was taken
     */
    public Optional<Flaw> offer(String token, String uri, Instant now) {
        return switch (tokens.verify(token, uri, now)) {
            case Rejected(var flaw) -> Optional.of(flaw);
            case Verified list -> take(uri, list) ? Optional.empty() : Optional.of(Flaw.ROLLED_BACK);
        };
    }

    private boolean take(String uri, Verified offered) {
        var kept = latest.merge(uri, offered, (held, list) -> list.issuedAt().isBefore(held.issuedAt()) ? held : list);
        return !kept.issuedAt().isAfter(offered.issuedAt());
    }

    /**
     * The status of one entry.
     *
     * @param uri {@code status.status_list.uri} of the licence
     * @param index {@code status.status_list.idx} of the licence
     */
    public EntryStatus status(String uri, long index, Instant now) {
        return Optional.ofNullable(latest.get(uri))
                .filter(list -> now.isBefore(list.expiresAt()))
                .flatMap(list -> list.statuses().get(index))
                .map(EntryStatus::of)
                .orElse(EntryStatus.UNKNOWN);
    }

    /** Whether a newer list should be fetched: there is none, or it has been kept for as long as it should. */
    public boolean isDue(String uri, Instant now) {
        var list = latest.get(uri);
        return list == null || !now.isBefore(list.refreshAt());
    }

    /** What a list says of an entry (Token Status List, section 7). */
    public enum EntryStatus {
        VALID,
        /** Ended for good. */
        INVALID,
        /** Not valid for the time being. */
        SUSPENDED,
        /** Nothing can be said, and so nothing may be accepted. */
        UNKNOWN;

        private static EntryStatus of(int value) {
            return switch (value) {
                case 0 -> VALID;
                case 1 -> INVALID;
                case 2 -> SUSPENDED;
                // Left to applications, or to later registrations: not understood.
                default -> UNKNOWN;
            };
        }
    }
}
