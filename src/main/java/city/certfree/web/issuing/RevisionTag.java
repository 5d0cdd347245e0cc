package city.certfree.web.issuing;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The strong ETag of a licence (RFC 9110, section 8.8.3): its version, and how often that version's status was changed.
 *
 * @param version of the identifier
 */
record RevisionTag(int version, int revision) {
    private static final Pattern FORM = Pattern.compile("\"([0-9]{1,3})-([0-9]{1,9})\"");

    /** As it stands in the headers. */
    String text() {
        return "\"" + version + "-" + revision + "\"";
    }

    /**
     * The revisions of this version that {@code If-Match} names. A weak tag names none, since it is compared strongly (RFC
     * 9110, section 13.1.1), and neither does the tag of another version.
     *
     * @return empty when there is no {@code If-Match}, or one of {@code *}: a change is based on what the issuer has seen
     */
    static Optional<Set<Integer>> wanted(HttpRequest<?> request, int version) {
        var tags = request.getHeaders().getAll(HttpHeaders.IF_MATCH).stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::strip)
                .toList();
        if (tags.isEmpty() || tags.contains("*")) {
            return Optional.empty();
        }
        var revisions = new HashSet<Integer>();
        for (var tag : tags) {
            var form = FORM.matcher(tag);
            if (form.matches() && Integer.parseInt(form.group(1)) == version) {
                revisions.add(Integer.parseInt(form.group(2)));
            }
        }
        return Optional.of(revisions);
    }
}
