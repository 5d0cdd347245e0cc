package city.certfree.demo.population;

import city.certfree.licence.Holder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who plays a part on the face of a licence.
 *
 * @param holders who holds it, at least one
 * @param household the holder's, or that of the organisation's legal representative
 * @param organisation the holder, or the employer
 * @param others a household and an organisation that have nothing to do with the holder
 */
record Cast(List<Holder> holders, Household household, Organisation organisation, Strangers others) {
    Cast {
        holders = List.copyOf(holders);
    }

    /** Somebody else, for a licence that names one. */
    record Strangers(Person person, Organisation organisation) {
        @Override
        public String toString() {
            return "Strangers";
        }
    }

    void describe(Map<String, String> facts) {
        var holder = holders.getFirst();
        boolean isPerson = holder.code().type().isPerson();
        var person = isPerson ? new Person(holder) : organisation.representative();
        put(facts, "holder", holder);
        put(facts, "person", person.holder());
        put(facts, "spouse", household.spouseOf(person.holder()).holder());
        put(facts, "husband", household.husband().holder());
        put(facts, "wife", household.wife().holder());
        put(facts, "child", household.child().holder());
        put(facts, "org", organisation.holder());
        put(facts, "legalRep", organisation.representative().holder());
        put(facts, "other", others.person().holder());
        put(facts, "otherOrg", others.organisation().holder());
        facts.put("holders", holders.stream().map(Holder::name).collect(Collectors.joining("、")));
        facts.put("sex", sex(person));
        facts.put("childSex", sex(household.child()));
        facts.put("birth", person.birth().toString());
        facts.put("childBirth", household.child().birth().toString());
        facts.put("address", isPerson ? household.address() : organisation.address());
        facts.put("orgAddress", organisation.address());
        facts.put("otherAddress", others.organisation().address());
    }

    private static String sex(Person person) {
        return person.isMale() ? "男" : "女";
    }

    private static void put(Map<String, String> facts, String part, Holder holder) {
        facts.put(part, holder.name());
        facts.put(part + "Code", holder.code().value());
    }

    @Override
    public String toString() {
        return "Cast";
    }
}
