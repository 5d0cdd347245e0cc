package city.certfree.web.console;

/**
 * What became of an act whose answer did not arrive.
 *
 * @param state {@code recorded}, {@code not-recorded} or {@code running}, for the page's script
 * @param words the same for a person
 */
public record Became(String state, String words) {
    static Became recorded(String recordId) {
        return new Became("recorded", "已经记录，记录号 " + recordId + "。");
    }

    static Became notRecorded() {
        return new Became("not-recorded", "没有记录，已经作废，请再做一次。");
    }

    static Became running() {
        return new Became("running", "还在处理，请稍候。");
    }
}
