package city.certfree.channel.once;

/** How a request with a key ended. */
public sealed interface OnceResult {
    /** The act happened now. */
    record Done(FirstAnswer answer) implements OnceResult {}

    /** It had happened before; this is its first answer. */
    record Replayed(FirstAnswer answer) implements OnceResult {}

    /** The first request with this key still runs. */
    record InProgress() implements OnceResult {}

    /** The key belongs to another request. */
    record KeyReused() implements OnceResult {}
}
