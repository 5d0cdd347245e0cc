package city.certfree.access;

import city.certfree.access.AccessPolicy.Facts;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry.Standing;
import city.certfree.registry.feed.RegistryReading;
import city.certfree.registry.feed.RegistrySource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rules of access on an item of the sample registry, none of which refuses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class PolicyParts {
    private Facts facts;

    @Setup
    public void prepare() {
        var reading = (RegistryReading.Accepted) RegistryReading.of(RegistrySource.sample());
        facts = reading.catalogue().items().stream()
                .flatMap(item -> item.exemptions().stream()
                        .filter(e -> e.mode().channel().equals(Optional.of(Channel.VERIFY)))
                        .map(e -> facts(item, Objects.requireNonNull(e.type()))))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(ExemptedItem item, LicenceTypeCode type) {
        return new Facts(new Standing.InForce(item), type, Channel.VERIFY, true);
    }

    @Benchmark
    public Optional<Refusal> policy() {
        return AccessPolicy.refusal(facts);
    }
}
