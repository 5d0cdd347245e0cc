package city.certfree.demo.population;

import city.certfree.licence.Holder;

/** A made-up organisation, and who legally represents it. */
record Organisation(Holder holder, Person representative, String address) {
    @Override
    public String toString() {
        return "Organisation";
    }
}
