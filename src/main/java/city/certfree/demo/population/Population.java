package city.certfree.demo.population;

import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Representation;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.NewLicence;
import city.certfree.registry.Catalogue;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everybody in the demo and what they hold, as a delivery for {@link city.certfree.licence.intake.ImportLicences}. Made of a
 * fixed seed: people, organisations and numbers are always the same; dates are counted from the day it is made for.
 */
public final class Population {
    private static final Set<LicenceTypeCode> OF_EVERY_ADULT =
            Set.of(DemoCitizen.IDENTITY_CARD, DemoCitizen.HOUSEHOLD_REGISTER, DemoCitizen.SOCIAL_SECURITY_CARD);
    private static final Set<LicenceTypeCode> OF_EVERY_COUPLE =
            Set.of(DemoCitizen.MARRIAGE, DemoCitizen.REAL_ESTATE, DemoCitizen.BIRTH);

    /** Other licences of an adult and of an organisation, of types that take turns. */
    private static final int FURTHER_OF_ADULT = 4;

    private static final int FURTHER_OF_ORGANISATION = 10;

    /** One in so many licences is not valid; those statuses take turns. */
    private static final int ONE_IN_INVALID = 10;

    private static final List<LicenceStatus> INVALID = Stream.of(LicenceStatus.values())
            .filter(status -> status != LicenceStatus.VALID)
            .toList();

    private final Catalogue catalogue;
    private final LicenceMaker maker;
    private final Town town;
    private final LocalDate today;
    private final List<LicenceType> further;
    private final List<LicenceType> furtherOfOrganisations;

    /**
     * @param catalogue the sample registry's
     * @param persons at least so many beside the demo citizen's family; from about 200 on, every type is held
     * @param today the day from which dates are counted, Asia/Shanghai
     */
    public Population(Catalogue catalogue, int persons, LocalDate today) {
        this.catalogue = catalogue;
        this.maker = new LicenceMaker(catalogue);
        this.town = new Town(persons);
        this.today = today;
        this.further = catalogue.types().stream()
                .filter(type -> type.holderKind() != HolderKind.LEGAL_ENTITY)
                .filter(type -> !OF_EVERY_ADULT.contains(type.code()) && !OF_EVERY_COUPLE.contains(type.code()))
                .toList();
        this.furtherOfOrganisations = catalogue.types().stream()
                .filter(type -> type.holderKind() != HolderKind.NATURAL_PERSON)
                .filter(type -> !type.code().equals(DemoCitizen.BUSINESS_LICENCE))
                .toList();
    }

    /** The rows of the delivery, the demo citizen's first. */
    public Iterator<FeedRow> rows() {
        var representations = Stream.concat(Stream.of(DemoCitizen.ORGANISATION), town.organisations().stream())
                .map(o -> new Representation(o.representative().holder(), o.holder()))
                .map(r -> (LongFunction<FeedRow>) line -> new FeedRow.OfRepresentation(line, r));
        var rows = Stream.concat(representations, licences().map(licence ->
                        (LongFunction<FeedRow>) line -> new FeedRow.OfLicence(line, licence)))
                .iterator();
        return new Iterator<>() {
            private long line;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public FeedRow next() {
                return rows.next().apply(++line);
            }
        };
    }

    /** Concatenated, for an iterator over streams that are flattened keeps all of the one that it is in: ten million licences at once. */
    private Stream<NewLicence> licences() {
        var ofPeople = Stream.concat(
                DemoCitizen.possessions().stream().map(this::possession),
                IntStream.range(0, town.households().size()).boxed().flatMap(this::ofHousehold));
        return Stream.concat(
                ofPeople,
                IntStream.range(0, town.organisations().size()).boxed().flatMap(this::ofOrganisation));
    }

    private NewLicence possession(DemoCitizen.Possession possession) {
        var type = type(possession.type());
        var others = new Cast.Strangers(DemoCitizen.HOUSEHOLD.elder(), DemoCitizen.ORGANISATION);
        var cast = new Cast(possession.holders(), DemoCitizen.HOUSEHOLD, DemoCitizen.ORGANISATION, others);
        return maker.make(type, cast, possession.term(type.validity(), today), possession.given());
    }

    private Stream<NewLicence> ofHousehold(int number) {
        var household = town.households().get(number);
        var child = household.child();
        var birth = type(DemoCitizen.BIRTH);
        var register = type(DemoCitizen.HOUSEHOLD_REGISTER);
        var couple = town.cast(household.couple(), number);
        var ofChild = Stream.of(
                maker.make(birth, couple, Term.starting(child.birth().plusDays(3), birth.validity()), Map.of()),
                maker.make(
                        register,
                        town.cast(List.of(child.holder()), number),
                        Term.starting(child.birth().plusDays(30), register.validity()),
                        Map.of()));
        var ofCouple =
                Stream.of(DemoCitizen.MARRIAGE, DemoCitizen.REAL_ESTATE).flatMap(code -> make(type(code), couple));
        var adults = household.adults();
        var ofAdults = IntStream.range(0, adults.size())
                .boxed()
                .flatMap(i -> ofAdult(town.cast(List.of(adults.get(i).holder()), number), number * adults.size() + i));
        return Stream.of(ofChild, ofCouple, ofAdults).flatMap(Function.identity());
    }

    private Stream<NewLicence> ofAdult(Cast cast, int number) {
        return Stream.concat(
                        OF_EVERY_ADULT.stream().sorted().map(this::type), taking(further, number, FURTHER_OF_ADULT))
                .flatMap(type -> make(type, cast));
    }

    private Stream<NewLicence> ofOrganisation(int number) {
        var cast = town.castOfOrganisation(number);
        return Stream.concat(
                        Stream.of(type(DemoCitizen.BUSINESS_LICENCE)),
                        taking(furtherOfOrganisations, number, FURTHER_OF_ORGANISATION))
                .flatMap(type -> make(type, cast));
    }

    /** The next so many types after those of the holder before. */
    private static Stream<LicenceType> taking(List<LicenceType> types, int holder, int count) {
        return IntStream.range(0, count).mapToObj(i -> types.get((holder * count + i) % types.size()));
    }

    /** A licence, and the one that replaced it when it is superseded. */
    private Stream<NewLicence> make(LicenceType type, Cast cast) {
        var random = Seed.of(
                "status", type.code().value(), cast.holders().getFirst().code().value());
        var status =
                random.nextInt(ONE_IN_INVALID) == 0 ? INVALID.get(random.nextInt(INVALID.size())) : LicenceStatus.VALID;
        var licence = maker.make(type, cast, status, today);
        return status == LicenceStatus.SUPERSEDED
                ? Stream.of(licence, maker.successor(licence, type, today))
                : Stream.of(licence);
    }

    private LicenceType type(LicenceTypeCode code) {
        return catalogue.type(code).orElseThrow();
    }
}
