package city.certfree.web.issuing;

import city.certfree.channel.HolderView;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.NamedCode;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import city.certfree.licence.Licence;
import city.certfree.licence.Standing;
import city.certfree.licence.StatusListEntry;
import city.certfree.registry.Attribute;
import city.certfree.registry.Registry;
import city.certfree.token.StatusListTokens;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What issuers are answered, each answer with the ETag to change it by. */
@Singleton
final class IssuingAnswers {
    private final LicenceViews views;
    private final Registry registry;
    private final StatusListTokens lists;
    private final Clock clock;

    IssuingAnswers(LicenceViews views, Registry registry, StatusListTokens lists, Clock clock) {
        this.views = views;
        this.registry = registry;
        this.lists = lists;
        this.clock = clock;
    }

    /** A licence that has just been issued. */
    HttpResponse<IssuedLicence> issued(HttpStatus status, Licence licence, RecordId record) {
        var type = registry.current().catalogue().type(licence.type()).orElseThrow();
        var everything = type.attributes().stream().map(Attribute::key).collect(Collectors.toSet());
        var answer = IssuedLicence.of(
                views.inClear(licence, type, everything), licence.signed().text(), record);
        return tagged(HttpResponse.<IssuedLicence>status(status).body(answer), licence.identifier(), 0);
    }

    /** Where a licence stands. */
    HttpResponse<StandingAnswer> standing(LicenceIdentifier identifier, Standing standing, @Nullable RecordId record) {
        var answer = new StandingAnswer(
                identifier.value(),
                identifier.type().value(),
                identifier.version(),
                standing.statusOn(CityTime.today(clock)).name(),
                standing.reason(),
                standing.since(),
                record == null ? null : record.toString());
        return tagged(HttpResponse.ok(answer), identifier, standing.revision());
    }

    /** The entry that a licence will have. */
    HttpResponse<EntryAnswer> entry(LicenceIdentifier identifier, StatusListEntry entry) {
        var answer = new EntryAnswer(identifier.value(), lists.uri(entry.list()), entry.index());
        return HttpResponse.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static <T> HttpResponse<T> tagged(
            MutableHttpResponse<T> response, LicenceIdentifier identifier, int revision) {
        var tag = new RevisionTag(identifier.version(), revision);
        return response.header(HttpHeaders.ETAG, tag.text()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * A licence as it was issued.
     *
     * @param signedLicence the {@code licence+sd-jwt} with all disclosures
     * @param recordId of the record of this act
     */
    @Serdeable
    record IssuedLicence(
            String identifier,
            String typeCode,
            String typeName,
            String certificateNumber,
            List<HolderView> holders,
            NamedCode issuer,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String status,
            int version,
            Map<String, String> attributes,
            String signedLicence,
            String recordId) {
        IssuedLicence {
            holders = List.copyOf(holders);
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        static IssuedLicence of(LicenceView view, String signedLicence, RecordId record) {
            return new IssuedLicence(
                    view.identifier(),
                    view.typeCode(),
                    view.typeName(),
                    view.certificateNumber(),
                    view.holders(),
                    view.issuer(),
                    view.issuedOn(),
                    view.validFrom(),
                    view.validTo(),
                    view.status(),
                    view.version(),
                    view.attributes(),
                    signedLicence,
                    record.toString());
        }

        @Override
        public String toString() {
            return "IssuedLicence[" + identifier + "]";
        }
    }

    /**
     * What an issuer that signs itself puts under {@code status.status_list}.
     *
     * @param uri of the status list
     * @param idx the entry in it
     */
    @Serdeable
    record EntryAnswer(String identifier, String uri, int idx) {}

    /**
     * Where a licence stands, and nothing of what is on it.
     *
     * @param status today
     * @param reason the issuer's words; null when none were given
     * @param effectiveAt since when it has the status that its issuer set
     * @param recordId of the record of this act; null when it was only asked
     */
    @Serdeable
    record StandingAnswer(
            String identifier,
            String typeCode,
            int version,
            String status,
            @Nullable String reason,
            Instant effectiveAt,
            @Nullable String recordId) {}
}
