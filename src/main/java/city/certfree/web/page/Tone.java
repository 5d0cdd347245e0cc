package city.certfree.web.page;

import city.certfree.web.appearance.Words;

/** How an answer is meant: one word, one colour and one shape for each, so that none of them is the only sign. */
public enum Tone {
    PASS("pass", "核验通过", "Passed"),
    FAIL("fail", "核验不通过", "Failed"),
    /** Nothing can be said: neither yes nor no. */
    UNSURE("unsure", "无法核验", "No verdict");

    private final String style;
    private final String chinese;
    private final String english;

    Tone(String style, String chinese, String english) {
        this.style = style;
        this.chinese = chinese;
        this.english = english;
    }

    /** The class of its colour and the name of its shape. */
    public String style() {
        return style;
    }

    /** The word for it at the counter. */
    public Words verdict() {
        return new Words(chinese, english);
    }
}
