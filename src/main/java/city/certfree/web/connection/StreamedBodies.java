package city.certfree.web.connection;

/** Bodies that are worked on while they come: they may be as long, and take as long, as they need. */
final class StreamedBodies {
    private static final String PATH = "/api/v1/licence-batches";

    private StreamedBodies() {}

    /** @param uri a path, or one with its query */
    static boolean are(String uri) {
        return uri.startsWith(PATH);
    }
}
