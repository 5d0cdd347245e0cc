package city.certfree.web.phone.complaint;

import city.certfree.kernel.OfficeCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.Registry;
import city.certfree.registry.ServiceOffice;
import city.certfree.registry.search.FindOffices;
import city.certfree.registry.search.OfficeFilter;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Typed;
import city.certfree.web.phone.complaint.PaperPage.Place;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the form about paper again with what was filled in, and with the offices that a search found. */
@Singleton
final class PaperForm {
    private static final int OFFICES = 6;

    private final Registry registry;
    private final FindOffices offices;

    PaperForm(Registry registry, FindOffices offices) {
        this.registry = registry;
        this.offices = offices;
    }

    PaperPage page(String csrf, ExemptedItem item, Form filled, List<Mistake> mistakes) {
        var chosen = office(registry.current().catalogue(), filled.text("officeCode"));
        var found = found(filled.text("where"));
        return new PaperPage(
                csrf,
                item.code().value(),
                item.name(),
                item.exemptions().stream().map(Exemption::materialName).toList(),
                filled.text("material"),
                filled.text("other"),
                filled.text("where"),
                places(chosen, found),
                chosen.map(office -> office.code().value()).orElse(""),
                found.size() > OFFICES,
                filled.text("text"),
                mistakes);
    }

    /** The office of this code; empty when there is none. */
    static Optional<ServiceOffice> office(Catalogue catalogue, String code) {
        return Typed.as(OfficeCode::new, code).flatMap(catalogue::office);
    }

    private List<ServiceOffice> found(String where) {
        var text = Typed.search(where);
        return text == null
                ? List.of()
                : offices.find(new OfficeFilter(text, null, null, null, null)).matches();
    }

    private static List<Place> places(Optional<ServiceOffice> chosen, List<ServiceOffice> found) {
        return Stream.concat(chosen.stream(), found.stream().limit(OFFICES))
                .distinct()
                .map(office -> new Place(office.code().value(), office.name(), office.address()))
                .toList();
    }
}
