package city.certfree.web.console;

import city.certfree.kernel.Channel;
import city.certfree.kernel.RandomId;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.Registry;
import city.certfree.web.console.CaseFile.Settled;
import city.certfree.web.console.Work.Asking;
import city.certfree.web.console.Work.Claim;
import city.certfree.web.console.Work.Desk;
import city.certfree.web.console.Work.Material;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Builds the page of a case from the registry in force. */
@Singleton
final class WorkPages {
    private final Registry registry;

    WorkPages(Registry registry) {
        this.registry = registry;
    }

    /** The item of the case; empty when it is not in force. */
    Optional<ExemptedItem> item(CaseFile file) {
        return registry.current().catalogue().item(file.item());
    }

    /** The materials of the case's item, with what is settled of them. */
    List<Material> materials(CaseFile file) {
        var catalogue = registry.current().catalogue();
        return item(file).stream()
                .flatMap(item -> item.exemptions().stream())
                .map(exemption -> material(catalogue, file, exemption))
                .toList();
    }

    private static Material material(Catalogue catalogue, CaseFile file, Exemption exemption) {
        var type = exemption.type() == null
                ? null
                : catalogue.type(exemption.type()).orElse(null);
        return new Material(exemption, type, file.settled().get(exemption.materialName()));
    }

    /** The page that asks for the named material, or else for the first that waits. */
    Work asking(Desk desk, CaseFile file, ExemptedItem item, String name) {
        var materials = materials(file);
        var chosen = materials.stream()
                .filter(m -> m.isProvable() && m.name().equals(name))
                .findFirst()
                .or(() -> materials.stream()
                        .filter(m -> m.isProvable() && !m.isProven())
                        .findFirst());
        var side = chosen.<Work.Side>map(m -> asking(m, new Form(Map.of()), List.of()))
                .orElseGet(Work.Nothing::new);
        return page(desk, file, item, side);
    }

    /** The page that asks again, with what was typed and what is wrong with it. */
    Work askingAgain(Desk desk, CaseFile file, ExemptedItem item, Material about, Form typed, List<Mistake> mistakes) {
        return page(desk, file, item, asking(about, typed, mistakes));
    }

    /** The page that tells a verdict, and counts it for its material if it was recorded. */
    Work telling(Desk desk, CaseFile file, ExemptedItem item, String material, Verdict verdict) {
        var record = verdict.recordId();
        var settled = !material.isEmpty() && record != null
                ? file.settling(material, new Settled(verdict.tone(), record, null))
                : file;
        return page(desk, settled, item, new Work.Told(material, verdict));
    }

    /** The page of a case on which nothing is asked or told. */
    Work overview(Desk desk, CaseFile file, ExemptedItem item) {
        return page(desk, file, item, new Work.Nothing());
    }

    private Work page(Desk desk, CaseFile file, ExemptedItem item, Work.Side side) {
        return new Work(desk, file, item, materials(file), side, RandomId.next().toString());
    }

    private static Asking asking(Material about, Form typed, List<Mistake> mistakes) {
        var type = Objects.requireNonNull(about.type());
        var channel = about.exemption().mode().channel().orElseThrow();
        var claims = channel == Channel.VERIFY
                ? Questions.claimable(type).stream()
                        .map(a -> new Claim(a, typed.text(Questions.CLAIM + a.key())))
                        .toList()
                : List.<Claim>of();
        return new Asking(
                about,
                channel,
                Questions.codeTypes(type.holderKind()),
                claims,
                typed.number(Questions.CERTIFICATE_NUMBER),
                mistakes);
    }
}
