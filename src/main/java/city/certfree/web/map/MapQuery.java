package city.certfree.web.map;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.search.OfficeFilter;
import city.certfree.web.page.Typed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;

/**
 * What a visitor of the map asks for, as it stands in the address; what is empty, or nothing that the registry could know,
 * narrows nothing.
 *
 * @param q part of an office's name, address or town, or pinyin of its name
 * @param districtCode 6 digits (GB/T 2260)
 * @param kind of office
 * @param departmentCode one that is served there
 * @param item words of the name of an item that is handled there
 * @param itemCode the item that is handled there, when a link has led here
 * @param asList whether the list stands alone, without a map beside it
 */
public record MapQuery(
        String q,
        String districtCode,
        String kind,
        String departmentCode,
        String item,
        String itemCode,
        boolean asList) {
    private static final String LIST = "list";

    static MapQuery of(HttpRequest<?> request) {
        return new MapQuery(
                value(request, "q"),
                value(request, "districtCode"),
                value(request, "kind"),
                value(request, "departmentCode"),
                value(request, "item"),
                value(request, "itemCode"),
                value(request, "view").equals(LIST));
    }

    private static String value(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse("").strip();
    }

    OfficeFilter filter() {
        return new OfficeFilter(
                Typed.search(q),
                districtCode.isEmpty() ? null : districtCode,
                kind.isEmpty() ? null : kind,
                Typed.as(DepartmentCode::new, departmentCode).orElse(null),
                Typed.as(ItemCode::new, itemCode).orElse(null));
    }

    /** Whether anything but words narrows the list: the page shows by what. */
    public boolean isNarrowed() {
        return !(districtCode + kind + departmentCode + item).isEmpty();
    }

    /** The same offices as a list alone, or beside the map. */
    public String viewed(boolean listAlone) {
        return address(listAlone, itemCode).toString();
    }

    /** The same, whatever the item. */
    public String withoutItem() {
        return address(asList, "").toString();
    }

    /** Another page of the same list. */
    public String pageAt(int number) {
        return UriBuilder.of(viewed(asList)).queryParam("page", number).build() + "#results";
    }

    private URI address(boolean listAlone, String ofItem) {
        var address = UriBuilder.of("/map");
        add(address, "q", q);
        add(address, "districtCode", districtCode);
        add(address, "kind", kind);
        add(address, "departmentCode", departmentCode);
        add(address, "item", item);
        add(address, "itemCode", ofItem);
        add(address, "view", listAlone ? LIST : "");
        return address.build();
    }

    private static void add(UriBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
