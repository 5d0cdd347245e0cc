package city.certfree.web.phone.complaint;

import city.certfree.web.page.Mistake;
import java.util.List;

/**
 * The form about paper, as it was filled in so far.
 *
 * @param materials what the item does not need, by name
 * @param material the one that is chosen; empty: another, or none
 * @param other another material, in the citizen's words
 * @param where what was searched for an office
 * @param offices to choose from, the chosen one among them
 * @param office the code of the chosen one; empty: none
 * @param more whether the search found more than these
 */
public record PaperPage(
        String csrf,
        String itemCode,
        String itemName,
        List<String> materials,
        String material,
        String other,
        String where,
        List<Place> offices,
        String office,
        boolean more,
        String text,
        List<Mistake> mistakes) {
    public PaperPage {
        materials = List.copyOf(materials);
        offices = List.copyOf(offices);
        mistakes = List.copyOf(mistakes);
    }

    /** Whether something is wrong in this field. */
    public boolean isWrong(String field) {
        return mistakes.stream().anyMatch(mistake -> mistake.field().equals(field));
    }

    /** An office to choose. */
    public record Place(String code, String name, String address) {}
}
