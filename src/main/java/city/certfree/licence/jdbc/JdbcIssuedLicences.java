package city.certfree.licence.jdbc;

import static city.certfree.licence.StatusListEntry.LIST_ENTRIES;
import static city.certfree.licence.StatusListEntry.PLACES_USED;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.IssuedLicences;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Representation;
import city.certfree.licence.Standing;
import city.certfree.licence.StatusListEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps licences: each once, by identifier, and one row for each of its holders, by index. */
@Singleton
final class JdbcIssuedLicences implements IssuedLicences {
    private final Tables tables;
    private final LicenceSeal seal;
    private final RepresentationSeal representationSeal;
    private final KeyedIndex index;

    JdbcIssuedLicences(Tables tables, LicenceSeal seal, RepresentationSeal representationSeal, KeyedIndex index) {
        this.tables = tables;
        this.seal = seal;
        this.representationSeal = representationSeal;
        this.index = index;
    }

    @Override
    public Set<LicenceIdentifier> known(Collection<LicenceIdentifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Set.of();
        }
        var texts = identifiers.stream().map(LicenceIdentifier::value).toList();
        return tables.licences.known(texts).stream()
                .map(LicenceIdentifier::parse)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(List<Licence> licences) {
        adding(licences).run();
    }

    @Override
    public Runnable adding(List<Licence> licences) {
        var rows = licences.stream().map(seal::close).toList();
        var holders = licences.stream().flatMap(this::holderRows).toList();
        var notValid = licences.stream()
                .filter(licence -> licence.status() != LicenceStatus.VALID)
                .map(licence -> licence.identifier().value())
                .toList();
        return () -> {
            if (!rows.isEmpty()) {
                tables.fresh.addLicences(rows);
                tables.fresh.addHolders(holders);
            }
            if (!notValid.isEmpty()) {
                tables.licences.markChanged(notValid);
            }
        };
    }

    @Override
    public BooleanSupplier adding(Licence licence) {
        var row = seal.close(licence);
        var holders = holderRows(licence).toList();
        return () -> {
            if (!tables.add(row)) {
                return false;
            }
            tables.fresh.addHolders(holders);
            if (licence.status() != LicenceStatus.VALID) {
                tables.licences.markChanged(List.of(row.identifier()));
            }
            return true;
        };
    }

    private Stream<LicenceHolderRow> holderRows(Licence licence) {
        return licence.holders().stream()
                .map(holder -> new LicenceHolderRow(
                        index.of(holder.code()).toBytes(),
                        licence.type().value(),
                        licence.identifier().value(),
                        index.keyId()));
    }

    @Override
    public void represent(List<Representation> representations) {
        var fresh = new ArrayList<RepresentationRow>();
        for (var representation : representations) {
            var row = representationSeal.close(representation);
            boolean stored =
                    tables.representations.ofPerson(row.personIndex()).stream().anyMatch(row::isSame);
            if (!stored && fresh.stream().noneMatch(row::isSame)) {
                fresh.add(row);
            }
        }
        if (!fresh.isEmpty()) {
            tables.representations.saveAll(fresh);
        }
    }

    @Override
    public long takePlaces(int count, String keyId) {
        var allotment = tables.allotment.lock();
        long first = allotment.nextPlace();
        boolean closed = first % LIST_ENTRIES + count > PLACES_USED;
        if (closed || !allotment.keyId().equals(keyId)) {
            // Round up to the next list.
            first = (first + LIST_ENTRIES - 1) / LIST_ENTRIES * LIST_ENTRIES;
        }
        tables.allotment.advance(first + count, keyId);
        return first;
    }

    @Override
    public Optional<StatusListEntry> reserved(LicenceIdentifier identifier) {
        return tables.allotment
                .reserved(identifier.value())
                .map(row -> new StatusListEntry(row.statusList(), row.statusIndex()));
    }

    @Override
    public boolean reserve(LicenceIdentifier identifier, StatusListEntry entry) {
        return tables.allotment.reserve(identifier.value(), entry.list(), entry.index()) == 1;
    }

    @Override
    public Optional<Standing> standing(LicenceIdentifier identifier) {
        return tables.licences
                .standing(identifier.value())
                .map(row -> new Standing(
                        row.status(),
                        seal.openReason(identifier.value(), row.reasonKeyId(), row.reason()),
                        row.statusSince(),
                        row.validFrom(),
                        row.validTo(),
                        row.revision()));
    }

    @Override
    public BooleanSupplier changing(
            LicenceIdentifier identifier, Standing seen, LicenceStatus to, @Nullable String reason, Instant since) {
        var sealed = seal.closeReason(identifier.value(), reason);
        return () ->
                tables.licences.change(identifier.value(), seen.revision(), to, since, sealed.keyId(), sealed.toBytes())
                        == 1;
    }

    @Override
    public boolean isEmpty() {
        return tables.licences.any().isEmpty();
    }

    /** The tables that licences are kept in. */
    @Singleton
    static final class Tables {
        private final LicenceRows licences;
        private final NewRows fresh;
        private final RepresentationRows representations;
        private final StatusListAllotmentRows allotment;

        Tables(
                LicenceRows licences,
                NewRows fresh,
                RepresentationRows representations,
                StatusListAllotmentRows allotment) {
            this.licences = licences;
            this.fresh = fresh;
            this.representations = representations;
            this.allotment = allotment;
        }

        /** False when the identifier is taken. */
        private boolean add(LicenceRow row) {
            return licences.add(
                            row.identifier(),
                            row.typeCode(),
                            row.issuer(),
                            row.issuedOn(),
                            row.validFrom(),
                            row.validTo(),
                            row.status(),
                            row.statusSince(),
                            row.revision(),
                            row.statusList(),
                            row.statusIndex(),
                            row.reasonKeyId(),
                            row.reason(),
                            row.bodyKeyId(),
                            row.body())
                    == 1;
        }
    }
}
