package city.certfree.licence.feed;

import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.Holder;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Representation;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.Flaw;
import city.certfree.licence.intake.NewLicence;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads one line: a licence, or that a person represents an organisation. */
final class RowParser {
    private static final String REPRESENTS = "represents";
    private static final Set<String> LICENCE_MEMBERS = inOrder(
            "identifier",
            "type",
            "certificateNumber",
            "holders",
            "issuedOn",
            "validFrom",
            "validTo",
            "status",
            "statusReason",
            "attributes",
            "previous");
    private static final Set<String> HOLDER_MEMBERS = inOrder("codeType", "code", "name");
    private static final Set<String> REPRESENTATION_MEMBERS = inOrder("person", "organisation");
    private static final String DATE = "a date such as 2026-11-23";

    private RowParser() {}

    static FeedRow parse(long line, byte[] json) {
        try {
            return read(line, StrictJson.object(json, NdjsonRows.MAX_LINE_BYTES));
        } catch (InvalidValue e) {
            return new FeedRow.Unreadable(line, new Flaw("", "a JSON object in UTF-8, no name twice, no null"));
        }
    }

    /** Reads a row by its members: texts, and objects and lists of them. */
    static FeedRow read(long line, Map<String, Object> members) {
        try {
            var row = Members.ofRow(members);
            return row.has(REPRESENTS)
                    ? new FeedRow.OfRepresentation(line, representation(row.only(Set.of(REPRESENTS))))
                    : new FeedRow.OfLicence(line, licence(row.only(LICENCE_MEMBERS)));
        } catch (Members.Refused e) {
            return new FeedRow.Unreadable(line, e.flaw());
        }
    }

    private static NewLicence licence(Members row) {
        var identifier = row.optional("identifier", "a licence identifier", LicenceIdentifier::parse);
        var type = identifier
                .map(LicenceIdentifier::type)
                .orElseGet(() -> row.text("type", "a licence type code, or an identifier", LicenceTypeCode::new));
        if (identifier.isPresent() && row.has("type")) {
            throw new Members.Refused(new Flaw("/type", "absent: the identifier names the type"));
        }
        return new NewLicence(
                type,
                identifier.orElse(null),
                row.text("certificateNumber", "a text", Function.identity()),
                holders(row),
                row.text("issuedOn", DATE, LocalDate::parse),
                row.text("validFrom", DATE, LocalDate::parse),
                row.optional("validTo", DATE, LocalDate::parse).orElse(null),
                row.optional("status", "a status", LicenceStatus::valueOf).orElse(LicenceStatus.VALID),
                row.optional("statusReason", "a text", Function.identity()).orElse(null),
                row.object("attributes").texts(),
                row.optional("previous", "a licence identifier", LicenceIdentifier::parse)
                        .orElse(null));
    }

    private static List<Holder> holders(Members row) {
        return row.objects("holders").stream().map(RowParser::holder).toList();
    }

    private static Representation representation(Members row) {
        var members = row.object(REPRESENTS).only(REPRESENTATION_MEMBERS);
        var person = holder(members.object("person"));
        var organisation = holder(members.object("organisation"));
        return members.build(() -> new Representation(person, organisation));
    }

    private static Holder holder(Members holder) {
        holder.only(HOLDER_MEMBERS);
        var type = holder.text("codeType", "a code of GB/T 36903, Annex A", RowParser::codeType);
        var code = holder.text("code", "a holder code", text -> new HolderCode(type, text));
        return holder.text("name", "a text", name -> new Holder(code, name));
    }

    private static HolderCodeType codeType(String code) {
        return HolderCodeType.of(code)
                .orElseThrow(() -> InvalidValue.because("a holder code type is a code of GB/T 36903, Annex A"));
    }

    /** A set that lists its names in this order. */
    private static Set<String> inOrder(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
