package city.certfree.cli.drill.client;

import city.certfree.access.account.NewPassword;
import city.certfree.access.client.AddClient;
import city.certfree.cli.bench.city.BenchCity;
import city.certfree.cli.bench.city.Systems;
import city.certfree.cli.bench.city.Target;
import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.http.Requests;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Attribute;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import io.micronaut.context.ApplicationContext;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * What a drill is played on: a made-up city, and a system that issues licences.
 *
 * @param targets what can be asked about through each channel; those to be shown belong to a few citizens
 * @param form of the licences that are issued
 */
public record Stage(Map<Channel, List<Target>> targets, IssueForm form) {
    /** Marriage certificates of the sample registry. */
    private static final LicenceTypeCode ISSUED = new LicenceTypeCode("11370400XN0011061G001");

    private static final String ISSUER = "drill-issuer";
    private static final int CITIZENS = 20;

    public Stage {
        targets = Map.copyOf(targets);
    }

    /**
     * Sets it up.
     *
     * @param context the service's beans
     * @param licences how many the city has, at least 1,000
     * @param progress told how many there are
     */
    public static Stage set(ApplicationContext context, long licences, TargetFiles files, LongConsumer progress) {
        BenchCity.load(context, licences, files, progress);
        var targets = new EnumMap<Channel, List<Target>>(Channel.class);
        for (var channel : Channel.values()) {
            var all = files.read(channel);
            targets.put(channel, channel == Channel.SHOW ? ofFewCitizens(all) : all);
        }
        return new Stage(targets, form(context));
    }

    private static List<Target> ofFewCitizens(List<Target> all) {
        Set<String> citizens = new LinkedHashSet<>();
        all.forEach(target -> citizens.add(target.code()));
        var few = citizens.stream().limit(CITIZENS).collect(Collectors.toSet());
        return all.stream().filter(target -> few.contains(target.code())).toList();
    }

    private static IssueForm form(ApplicationContext context) {
        var catalogue = context.getBean(Registry.class).current().catalogue();
        var type = catalogue.type(ISSUED).orElseThrow();
        var office = catalogue.offices().stream()
                .filter(o -> o.departments().contains(type.issuer()))
                .findFirst()
                .orElseThrow();
        var secret = new AddClient.Credential.Secret(new NewPassword(Systems.SECRET));
        context.getBean(AddClient.class).add(new AddClient.NewClient(ISSUER, office.code(), secret, true, true));
        return new IssueForm(
                ISSUER,
                type.code(),
                catalogue.department(type.issuer()).orElseThrow().creditCode(),
                attributes(type));
    }

    private static String attributes(LicenceType type) {
        return type.attributes().stream()
                .map(attribute -> Requests.quoted(attribute.key()) + ":" + Requests.quoted(value(attribute)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> "演练";
            case NUMBER -> "12.50";
            case DATE -> "2026-01-05";
            case DATETIME -> "2026-01-05T08:30";
            case IMAGE -> "iVBORw0KGgo=";
        };
    }

    /** The systems that ask or issue. */
    public Set<String> systems() {
        var systems = new LinkedHashSet<String>();
        targets.values().forEach(list -> list.forEach(target -> systems.add(target.client())));
        systems.add(form.issuer());
        return systems;
    }

    /** The citizens who show. */
    public Set<String> citizens() {
        var citizens = new LinkedHashSet<String>();
        of(Channel.SHOW).forEach(target -> citizens.add(target.code()));
        return citizens;
    }

    /** What can be asked about through a channel, at least one. */
    List<Target> of(Channel channel) {
        return targets.getOrDefault(channel, List.of());
    }

    /**
     * What is the same in every licence that is issued.
     *
     * @param issuer the system that issues
     * @param type of the licences
     * @param creditCode of the department that issues them
     * @param attributes the JSON object of the face attributes
     */
    public record IssueForm(String issuer, LicenceTypeCode type, String creditCode, String attributes) {}
}
