package city.certfree.web.page;

/** How an answer is meant: one word, one colour and one shape for each, so that none of them is the only sign. */
public enum Tone {
    PASS("pass", "核验通过"),
    FAIL("fail", "核验不通过"),
    /** Nothing can be said: neither yes nor no. */
    UNSURE("unsure", "无法核验");

    private final String style;
    private final String verdict;

    Tone(String style, String verdict) {
        this.style = style;
        this.verdict = verdict;
    }

    /** The class of its colour and the name of its shape. */
    public String style() {
        return style;
    }

    /** The word for it at the counter. */
    public String verdict() {
        return verdict;
    }
}
