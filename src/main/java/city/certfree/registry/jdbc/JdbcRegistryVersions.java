package city.certfree.registry.jdbc;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Sha256;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.RegistryDocument;
import city.certfree.registry.version.RegistryVersions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps each version as its files, packed, and beside them every item that was ever published. */
@Singleton
final class JdbcRegistryVersions implements RegistryVersions {
    private final RegistryVersionRows versions;
    private final RegistryFileRows files;
    private final PublishedItemRows items;

    JdbcRegistryVersions(RegistryVersionRows versions, RegistryFileRows files, PublishedItemRows items) {
        this.versions = versions;
        this.files = files;
        this.items = items;
    }

    @Override
    public RegistryVersion append(Publication publication, Catalogue catalogue, RegistryDocument document) {
        versions.raiseHead();
        long number = versions.head();
        var row = new RegistryVersionRow(
                number,
                publication.effectiveOn(),
                publication.publisher(),
                publication.publishedAt(),
                document.digest().toBytes());
        versions.save(row);
        document.files()
                .forEach((name, text) ->
                        files.save(new RegistryFileRow(new RegistryFileRow.Key(number, name), Gzip.pack(text))));
        items.saveAll(newItems(catalogue, number));
        return row.toVersion();
    }

    /** Nobody else adds any meanwhile: the head is locked. */
    private Set<PublishedItemRow> newItems(Catalogue catalogue, long number) {
        var known = new HashSet<>(items.itemCodes());
        return catalogue.items().stream()
                .map(ExemptedItem::code)
                .map(ItemCode::value)
                .filter(code -> !known.contains(code))
                .map(code -> new PublishedItemRow(code, number))
                .collect(Collectors.toSet());
    }

    @Override
    public Heads heads(LocalDate today) {
        return new Heads(versions.inForceOn(today), versions.latest());
    }

    @Override
    public Stored read(long number) {
        var version = versions.findById(number).orElseThrow();
        Map<String, String> texts = new LinkedHashMap<>();
        for (var file : files.ofVersion(number)) {
            texts.put(file.key().name(), Gzip.unpack(file.content()));
        }
        return new Stored(version.toVersion(), new RegistryDocument(texts), Sha256.fromBytes(version.digest()));
    }

    @Override
    public Set<ItemCode> publishedItems() {
        return items.itemCodes().stream().map(ItemCode::new).collect(Collectors.toUnmodifiableSet());
    }
}
