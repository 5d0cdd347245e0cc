package city.certfree.licence.feed;

import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the columns of a file mean. Each is named by the JSON pointer of the member that it holds in NDJSON, without the first slash; an
 * empty cell is a member that is not there. So a record becomes the object that a line of NDJSON would be, under the same rules.
 */
final class CsvColumns {
    private static final Pattern MEMBER = Pattern.compile(
            "identifier|type|certificateNumber|issuedOn|validFrom|validTo|status|statusReason|previous");

    private static final Pattern HOLDER = Pattern.compile("holders/(0|[1-9][0-9]?)/(codeType|code|name)");
    private static final Pattern ATTRIBUTE = Pattern.compile("attributes/([^/~]+)");
    private static final Pattern REPRESENTS = Pattern.compile("represents/(person|organisation)/(codeType|code|name)");

    private static final String BESIDE = "a column name such as identifier, holders/0/code, attributes/proofNo or"
            + " represents/person/name, each once: column %d is not";

    private final List<String> names;
    private final List<Column> columns;

    private CsvColumns(List<String> names, List<Column> columns) {
        this.names = names;
        this.columns = columns;
    }

    /** The columns that these cells name. */
    static Header of(List<String> names) {
        var columns = new ArrayList<Column>();
        var seen = new HashSet<String>();
        for (var name : names) {
            var column = seen.add(name) ? column(name) : Optional.<Column>empty();
            if (column.isEmpty()) {
                return new Header.Refused(BESIDE.formatted(columns.size() + 1));
            }
            columns.add(column.get());
        }
        return new Header.Known(new CsvColumns(List.copyOf(names), List.copyOf(columns)));
    }

    private static Optional<Column> column(String name) {
        if (MEMBER.matcher(name).matches()) {
            return Optional.of((row, cell) -> row.members.put(name, cell));
        }
        var attribute = ATTRIBUTE.matcher(name);
        if (attribute.matches()) {
            var key = attribute.group(1);
            return Optional.of((row, cell) -> row.attributes.put(key, cell));
        }
        var holder = HOLDER.matcher(name);
        if (holder.matches()) {
            int index = Integer.parseInt(holder.group(1));
            var member = holder.group(2);
            return Optional.of((row, cell) -> put(row.holders, index, member, cell));
        }
        var represents = REPRESENTS.matcher(name);
        if (represents.matches()) {
            var who = represents.group(1);
            var member = represents.group(2);
            return Optional.of((row, cell) -> put(row.represents, who, member, cell));
        }
        return Optional.empty();
    }

    private static <K> void put(Map<K, Map<String, Object>> objects, K key, String member, String cell) {
        objects.computeIfAbsent(key, none -> new LinkedHashMap<>()).put(member, cell);
    }

    /** What the record says; empty when it has no content. */
    Optional<FeedRow> row(CsvFields.Fields record) {
        var cells = record.cells();
        if (cells.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (cells.size() != columns.size()) {
            return Optional.of(new FeedRow.Unreadable(
                    record.line(), new Flaw("", "as many cells as there are columns: " + columns.size())));
        }
        var row = new Row();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).chars().anyMatch(Character::isISOControl)) {
                return Optional.of(new FeedRow.Unreadable(
                        record.line(), new Flaw("/" + names.get(i), "a text without control characters")));
            }
            if (!cells.get(i).isEmpty()) {
                columns.get(i).put(row, cells.get(i));
            }
        }
        int holders = row.holders.size();
        if (holders > 0 && row.holders.lastKey() >= holders) {
            return Optional.of(new FeedRow.Unreadable(record.line(), new Flaw("/holders", "no holder left out")));
        }
        return Optional.of(RowParser.read(record.line(), row.tree()));
    }

    /** What the first record is. */
    sealed interface Header {
        record Known(CsvColumns columns) implements Header {}

        record Refused(String expected) implements Header {}
    }

    /** Puts a cell where it belongs. */
    @FunctionalInterface
    private interface Column {
        void put(Row row, String cell);
    }

    /** The object that a record becomes. */
    private static final class Row {
        private final Map<String, Object> members = new LinkedHashMap<>();
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private final TreeMap<Integer, Map<String, Object>> holders = new TreeMap<>();
        private final Map<String, Map<String, Object>> represents = new LinkedHashMap<>();

        Map<String, Object> tree() {
            if (!represents.isEmpty()) {
                members.put("represents", represents);
            }
            if (!holders.isEmpty()) {
                members.put("holders", List.copyOf(holders.values()));
            }
            if (!attributes.isEmpty() || represents.isEmpty()) {
                members.put("attributes", attributes);
            }
            return members;
        }
    }
}
