package city.certfree.web.console;

import city.certfree.web.appearance.Words;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Tone;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk is told, in both languages: the same act is told again, perhaps to one who reads the other.
 *
 * @param recordId of the access record; null when nothing was recorded
 * @param at local time, as displayed
 * @param checks what was checked, with how it ended
 * @param licences what the clerk may see of the licence; usually one
 * @param reminder what the clerk has to see to in spite of the verdict; null: nothing
 * @param lookUp the look-up whose masked fields may be shown; null when there are none
 */
@Serdeable
public record Verdict(
        Tone tone,
        Words reason,
        Words advice,
        @Nullable String recordId,
        String at,
        List<Check> checks,
        List<LicenceCard> licences,
        @Nullable Words reminder,
        @Nullable String lookUp) {
    public Verdict {
        checks = List.copyOf(checks);
        licences = List.copyOf(licences);
    }

    static Verdict of(
            Ending ending, @Nullable String recordId, String at, List<Check> checks, List<LicenceCard> licences) {
        return new Verdict(ending.tone(), ending.reason(), ending.advice(), recordId, at, checks, licences, null, null);
    }

    Verdict unmaskable(String lookUpRecord) {
        return new Verdict(tone, reason, advice, recordId, at, checks, licences, reminder, lookUpRecord);
    }

    Verdict reminding(Words of) {
        return new Verdict(tone, reason, advice, recordId, at, checks, licences, of, lookUp);
    }

    /** One thing that was checked. */
    @Serdeable
    public record Check(Words what, boolean passed) {
        static Check passed(String chinese, String english) {
            return new Check(new Words(chinese, english), true);
        }
    }
}
