package city.certfree.registry.search;

/**
 * A word that somebody typed, made ready once for all the names that it is looked for in.
 *
 * @param written in the form of {@link SearchText}
 * @param letters as on a keyboard; empty when the word is not of letters and digits only, and so no pinyin
 */
record Word(String written, String letters) {
    static Word of(String written) {
        var letters = Spelling.typed(written);
        return new Word(written, letters.length() == written.length() ? letters : "");
    }
}
