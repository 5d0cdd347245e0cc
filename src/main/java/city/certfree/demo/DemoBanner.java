package city.certfree.demo;

import static java.util.stream.Collectors.joining;

import city.certfree.access.account.DemoGate;
import city.certfree.demo.population.DemoCitizen;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.PrintStream;

/** Tells whoever started the demo where its doors are, and who may walk in. */
@Singleton
@Requires(property = "certfree.demo.load", value = "true")
final class DemoBanner implements ApplicationEventListener<ServerStartupEvent> {
    private final DemoGate gate;

    DemoBanner(DemoGate gate) {
        this.gate = gate;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (gate.isOpen()) {
            print(event.getSource().getURL().toString(), System.out);
        }
    }

    static void print(String address, PrintStream out) {
        out.print(
                """

                无证明城市 is ready: %1$s   (a demo: nobody in it is real)

                  counter    %1$s/counter
                  phone      %1$s/phone
                  registry   %1$s/registry
                  map        %1$s/map
                  API        %1$s/api-docs

                  staff      %2$s
                  system     %3$s / %4$s
                  citizen    %5$s

                """
                        .formatted(
                                address,
                                DemoAccounts.PEOPLE.stream()
                                        .map(DemoBanner::line)
                                        .collect(joining("\n             ")),
                                DemoAccounts.CLIENT,
                                DemoAccounts.CLIENT_SECRET,
                                DemoCitizen.CODE.value() + " " + DemoCitizen.NAME));
        out.flush();
    }

    private static String line(DemoAccounts.Person person) {
        return person.name() + " / " + person.password()
                + person.secondFactor()
                        .map(secret -> " / one-time passwords of " + secret.text())
                        .orElse("");
    }
}
