package city.certfree.demo.population;

import city.certfree.licence.Holder;
import java.util.List;

/** A couple with a child and an elder, all at one address. */
record Household(Person husband, Person wife, Person child, Person elder, String address) {
    List<Person> adults() {
        return List.of(husband, wife, elder);
    }

    List<Holder> couple() {
        return List.of(husband.holder(), wife.holder());
    }

    /** The husband, for the wife and everybody else; the wife, for the husband. */
    Person spouseOf(Holder holder) {
        return holder.equals(husband.holder()) ? wife : husband;
    }

    @Override
    public String toString() {
        return "Household";
    }
}
