package city.certfree.channel;

import city.certfree.kernel.Alphabet;
import city.certfree.kernel.HolderCode;
import city.certfree.licence.Licence;
import java.text.Normalizer;

/** Compares the name that a caller states with the one on a licence: after Unicode normalisation, without white space. */
public final class HolderName {
    private static final Alphabet WHITE_SPACE = Alphabet.of("\t-\r ");

    private HolderName() {}

    /** Whether the licence names this holder so. */
    public static boolean isOn(Licence licence, HolderCode holder, String statedName) {
        var stated = normal(statedName);
        return licence.holders().stream()
                .anyMatch(h -> h.code().equals(holder) && normal(h.name()).equals(stated));
    }

    /** The form in which names and other text are compared: NFKC (Unicode Annex 15), no white space. */
    public static String normal(String text) {
        var normal = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFKC));
        for (int i = normal.length() - 1; i >= 0; i--) {
            if (WHITE_SPACE.has(normal.charAt(i))) {
                normal.deleteCharAt(i);
            }
        }
        return normal.toString();
    }
}
