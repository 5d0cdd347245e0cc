package city.certfree.licence;

/** How personal values look while they are masked. They keep their length, counted in Unicode code points. */
public final class Masked {
    private static final String STAR = "*";
    private static final int SHORT_NUMBER = 8;

    private Masked() {}

    /** A number, certificate number or code: its first and last four characters; first and last one if it is short. */
    public static String number(String number) {
        return keeping(number, number.codePointCount(0, number.length()) > SHORT_NUMBER ? 4 : 1);
    }

    /** A name or other text: its first and last character; of two characters the first; of one none. */
    public static String name(String name) {
        return keeping(name, 1);
    }

    private static String keeping(String text, int ends) {
        int[] characters = text.codePoints().toArray();
        int last = characters.length > 2 ? characters.length - ends : characters.length;
        int first = characters.length > 1 ? ends : 0;
        var masked = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            masked.append(i < first || i >= last ? Character.toString(characters[i]) : STAR);
        }
        return masked.toString();
    }
}
