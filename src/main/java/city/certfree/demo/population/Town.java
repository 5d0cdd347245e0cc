package city.certfree.demo.population;

import city.certfree.kernel.HolderCode;
import city.certfree.licence.Holder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The people and organisations of the demo beside the demo citizen's own: always the same, whatever the day. */
final class Town {
    private static final int PERSONS_PER_HOUSEHOLD = 4;
    private static final int PERSONS_PER_ORGANISATION = 5;

    /** The sequences below belong to the demo citizen's own. */
    private static final int FIRST_SEQUENCE = 100;

    private static final int FIRST_ORGANISATION = 100_001;

    private final Set<HolderCode> taken = new HashSet<>();
    private final List<Household> households = new ArrayList<>();
    private final List<Organisation> organisations = new ArrayList<>();

    /** @param persons at least so many, rounded up to whole households; one organisation for each five of them */
    Town(int persons) {
        int wholeHouseholds = (persons + PERSONS_PER_HOUSEHOLD - 1) / PERSONS_PER_HOUSEHOLD;
        for (int i = 0; i < wholeHouseholds; i++) {
            households.add(household(i));
        }
        int wholeOrganisations = (persons + PERSONS_PER_ORGANISATION - 1) / PERSONS_PER_ORGANISATION;
        for (int i = 0; i < wholeOrganisations; i++) {
            organisations.add(organisation(i));
        }
    }

    List<Household> households() {
        return households;
    }

    List<Organisation> organisations() {
        return organisations;
    }

    /** The cast of a licence held by members of a household: they work for the organisation of the same number. */
    Cast cast(List<Holder> holders, int household) {
        return new Cast(
                holders,
                households.get(household),
                organisations.get(household % organisations.size()),
                strangers(household, household));
    }

    /** The cast of a licence held by an organisation. */
    Cast castOfOrganisation(int number) {
        var organisation = organisations.get(number);
        int household = homeOf(number);
        return new Cast(
                List.of(organisation.holder()), households.get(household), organisation, strangers(household, number));
    }

    private Cast.Strangers strangers(int household, int organisation) {
        return new Cast.Strangers(
                households.get((household + 1) % households.size()).elder(),
                organisations.get((organisation + 1) % organisations.size()));
    }

    /** Which household an organisation's representative belongs to; each has two who may. */
    private int homeOf(int organisation) {
        return organisation / 2 % households.size();
    }

    private Household household(int number) {
        var random = Seed.of("household", String.valueOf(number));
        int first = number * PERSONS_PER_HOUSEHOLD;
        var surname = Names.surname(first, random);
        return new Household(
                person(first, surname, true, 1965, 1996, random),
                person(first + 1, Names.surname(first + 1, random), false, 1965, 1996, random),
                person(first + 2, surname, random.nextBoolean(), 2009, 2024, random),
                person(first + 3, surname, random.nextBoolean(), 1935, 1955, random),
                Names.address(random));
    }

    private Person person(int person, String surname, boolean male, int bornFrom, int bornTo, SplittableRandom random) {
        var birth = LocalDate.ofYearDay(random.nextInt(bornFrom, bornTo + 1), random.nextInt(1, 366));
        int sequence = FIRST_SEQUENCE + 2 * random.nextInt(400) + (male ? 1 : 0);
        var number = Numbers.citizen(birth, sequence);
        while (!taken.add(number)) {
            birth = birth.plusDays(1);
            number = Numbers.citizen(birth, sequence);
        }
        return new Person(new Holder(number, Names.person(person, surname, male, random)));
    }

    /** Every organisation is represented by another person: the organisations are fewer than the couples' members. */
    private Organisation organisation(int number) {
        var random = Seed.of("organisation", String.valueOf(number));
        var household = households.get(homeOf(number));
        var holder = new Holder(
                Numbers.organisation("91", FIRST_ORGANISATION + number), Names.organisation(number + 1, random));
        return new Organisation(
                holder, number % 2 == 0 ? household.husband() : household.wife(), Names.address(random));
    }
}
