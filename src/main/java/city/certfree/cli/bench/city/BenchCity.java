package city.certfree.cli.bench.city;

import city.certfree.demo.population.Population;
import city.certfree.kernel.Channel;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.licence.intake.NewLicence;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A made-up city with so many licences, taken in through the service's own use cases, and those of its licences that may be asked
 * about. The database holds the sample city's registry before, and of its people only the demo citizen's family.
 */
public final class BenchCity {
    /** Of these the driver draws; of a larger store they are an even sample. */
    private static final int MOST_TARGETS = 100_000;

    /** Signed in at the same time. */
    private static final int MOST_CITIZENS = 400;

    /** Well below what a system may be allowed, since holders are not spread evenly over the systems. */
    private static final int HOLDERS_PER_SYSTEM = 5_000;

    /** A person of the population, with a fifth of an organisation, holds a little more. */
    private static final int LICENCES_PER_PERSON = 8;

    /** So few people hold licences of almost every type. */
    private static final int LEAST_PERSONS = 20;

    private final Registry registry;
    private final LocalDate today;
    private final List<Askable> channels;

    private BenchCity(Registry registry, LocalDate today) {
        this.registry = registry;
        this.today = today;
        var catalogue = registry.current().catalogue();
        this.channels = Stream.of(Channel.values())
                .map(channel -> new Askable(channel, catalogue))
                .toList();
    }

    /**
     * Loads the city.
     *
     * @param context the service's beans
     * @param licences how many there are then, including those of the demo citizen's family
     * @param targets where to write those that may be asked about
     * @param progress told how many there are
     * @return how many there are
     */
    public static long load(ApplicationContext context, long licences, TargetFiles targets, LongConsumer progress) {
        var city = new BenchCity(context.getBean(Registry.class), CityTime.today(context.getBean(Clock.class)));
        var count = context.getBean(ImportLicences.class).importAll(city.rows(licences, progress), row -> {
            throw new IllegalStateException("a row of the made-up city breaks a rule: " + row.flaw());
        });
        city.choose(context, targets);
        return count.imported() + count.known();
    }

    /** The first so many licences, with what is not a licence before them. */
    private Iterator<FeedRow> rows(long licences, LongConsumer progress) {
        int persons = (int) Math.max(LEAST_PERSONS, licences / LICENCES_PER_PERSON + 1);
        var rows = new Population(registry.current().catalogue(), persons, today).rows();
        return new Iterator<>() {
            private long given;

            @Override
            public boolean hasNext() {
                return given < licences && rows.hasNext();
            }

            @Override
            public FeedRow next() {
                var row = rows.next();
                if (row instanceof FeedRow.OfLicence(long line, NewLicence licence)) {
                    progress.accept(++given);
                    note(licence);
                }
                return row;
            }
        };
    }

    private void note(NewLicence licence) {
        if (licence.status() == LicenceStatus.VALID && holdsToday(licence)) {
            channels.forEach(channel -> channel.note(licence));
        }
    }

    /** Also tomorrow, so that a measurement may run over midnight. */
    private boolean holdsToday(NewLicence licence) {
        var end = licence.validTo();
        return !licence.validFrom().isAfter(today) && (end == null || end.isAfter(today.plusDays(1)));
    }

    private void choose(ApplicationContext context, TargetFiles files) {
        var holders = channels.stream()
                .flatMap(channel -> channel.sample.kept().stream())
                .map(BenchCity::holder)
                .distinct()
                .count();
        var systems = new Systems((int) (1 + holders / HOLDERS_PER_SYSTEM));
        systems.add(context);
        channels.forEach(channel -> files.write(channel.channel, channel.targets(systems)));
    }

    private static HolderCode holder(NewLicence licence) {
        return licence.holders().getFirst().code();
    }

    /** What can be asked about through one channel. */
    private static final class Askable {
        private final Channel channel;

        /** The types that the channel serves, each with the first item that takes it. */
        private final Map<LicenceTypeCode, ItemCode> items = new HashMap<>();

        private final Sample<NewLicence> sample;

        Askable(Channel channel, Catalogue catalogue) {
            this.channel = channel;
            this.sample = new Sample<>(channel == Channel.SHOW ? MOST_CITIZENS : MOST_TARGETS);
            for (var item : catalogue.items()) {
                for (var exemption : item.exemptions()) {
                    var type = exemption.type();
                    if (type != null
                            && exemption
                                    .mode()
                                    .channel()
                                    .filter(channel::equals)
                                    .isPresent()) {
                        items.putIfAbsent(type, item.code());
                    }
                }
            }
        }

        /** On a phone only a person holds out something. */
        void note(NewLicence licence) {
            if (items.containsKey(licence.type())
                    && (channel != Channel.SHOW || holder(licence).type().isPerson())) {
                sample.add(licence);
            }
        }

        List<Target> targets(Systems systems) {
            var targets = new ArrayList<Target>();
            for (var licence : sample.kept()) {
                var item = items.get(licence.type());
                if (item != null) {
                    targets.add(Target.of(licence, systems.of(holder(licence)), item.value()));
                }
            }
            if (targets.isEmpty()) {
                throw new IllegalStateException("of so few licences none can be asked about through " + channel);
            }
            return targets;
        }
    }
}
