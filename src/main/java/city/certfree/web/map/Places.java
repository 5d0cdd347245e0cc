package city.certfree.web.map;

import city.certfree.registry.ServiceOffice;
import java.util.Collection;
import java.util.HashSet;

/** Offices named by their place among all offices, counted from 0: so the page tells its map what the list shows. */
final class Places {
    private Places() {}

    /** Such as {@code 0-12,15,20-21}; empty for no office. */
    static String of(Collection<ServiceOffice> all, Collection<ServiceOffice> some) {
        var wanted = new HashSet<>(some);
        var text = new StringBuilder();
        int place = 0;
        int first = -1;
        for (var office : all) {
            if (wanted.contains(office)) {
                first = first < 0 ? place : first;
            } else if (first >= 0) {
                append(text, first, place - 1);
                first = -1;
            }
            place++;
        }
        if (first >= 0) {
            append(text, first, place - 1);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int first, int last) {
        if (!text.isEmpty()) {
            text.append(',');
        }
        text.append(first);
        if (last > first) {
            text.append('-').append(last);
        }
    }
}
