package city.certfree.channel;

import city.certfree.kernel.HolderCode;
import city.certfree.licence.Licence;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Compares the name that a caller states with the one on a licence: after Unicode normalisation, without white space. */
public final class HolderName {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private HolderName() {}

    /** Whether the licence names this holder so. */
    public static boolean isOn(Licence licence, HolderCode holder, String statedName) {
        var stated = normal(statedName);
        return licence.holders().stream()
                .anyMatch(h -> h.code().equals(holder) && normal(h.name()).equals(stated));
    }

    /** The form in which names and other text are compared: NFKC (Unicode Annex 15), no white space. */
    public static String normal(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
