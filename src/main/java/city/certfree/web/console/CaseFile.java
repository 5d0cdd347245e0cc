package city.certfree.web.console;

import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Purpose;
import city.certfree.web.page.Form;
import city.certfree.web.page.Tone;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The case a clerk works on. It travels in the forms, from page to page: no node remembers it, and two windows are two cases.
 *
 * @param settled how far each material has come, by name
 * @param applicant who was asked about last, so that nobody types it twice
 */
public record CaseFile(
        ItemCode item, CaseNumber caseNumber, Purpose purpose, Map<String, Settled> settled, Applicant applicant) {
    private static final String SETTLED = "settled";

    public CaseFile {
        settled = Collections.unmodifiableMap(new LinkedHashMap<>(settled));
    }

    /**
     * Reads the case out of a form.
     *
     * @throws city.certfree.kernel.InvalidValue if it has no item, case number or purpose of the right form
     */
    static CaseFile of(Form form) {
        return new CaseFile(
                new ItemCode(form.text("item")),
                new CaseNumber(form.number("caseNumber")),
                new Purpose(form.text("purpose")),
                settled(form.all(SETTLED)),
                Applicant.of(form));
    }

    private static Map<String, Settled> settled(List<String> entries) {
        var settled = new LinkedHashMap<String, Settled>();
        for (var entry : entries) {
            var parts = entry.split(":", 3);
            if (parts.length == 3) {
                tone(parts[0])
                        .map(tone -> new Settled(tone, parts[1], null))
                        .ifPresent(verdict -> settled.merge(parts[2], verdict, Settled::then));
            }
        }
        return settled;
    }

    private static Optional<Tone> tone(String name) {
        return Arrays.stream(Tone.values())
                .filter(tone -> tone.name().equals(name))
                .findFirst();
    }

    /** The form fields that carry what is settled. */
    public List<String> settledFields() {
        return settled.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getValue(), entry.getValue().laterTry())
                        .filter(Objects::nonNull)
                        .map(verdict -> verdict.tone().name() + ":" + verdict.recordId() + ":" + entry.getKey()))
                .toList();
    }

    CaseFile settling(String material, Settled how) {
        var more = new LinkedHashMap<>(settled);
        more.merge(material, how, Settled::then);
        return new CaseFile(item, caseNumber, purpose, more, applicant);
    }

    Occasion occasion(Requester requester) {
        return new Occasion(requester, item, caseNumber, purpose);
    }

    /**
     * How far a material has come.
     *
     * @param tone of the verdict that counts: the last one, but a proven material stays proven
     * @param recordId of its access record, as the page says; the record itself is in the log
     * @param laterTry the last verdict after the proof that was none itself; null: there was none
     */
    public record Settled(Tone tone, String recordId, @Nullable Settled laterTry) {
        /** After one more verdict. */
        Settled then(Settled next) {
            return tone == Tone.PASS && next.tone != Tone.PASS ? new Settled(tone, recordId, next) : next;
        }
    }

    /**
     * Whom the clerk asks about, as typed.
     *
     * @param codeType GB/T 36903, Annex A; empty: not yet said
     */
    public record Applicant(String codeType, String code, String name) {
        private static Applicant of(Form form) {
            return new Applicant(form.text("codeType"), form.number("code"), form.text("name"));
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Applicant";
        }
    }
}
