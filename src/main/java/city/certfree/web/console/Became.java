package city.certfree.web.console;

import city.certfree.web.appearance.Words;

/**
 * What became of an act whose answer did not arrive.
 *
 * @param state {@code recorded}, {@code not-recorded} or {@code running}, for the page's script
 * @param words the same for a person
 */
public record Became(String state, Words words) {
    static Became recorded(String recordId) {
        return new Became(
                "recorded", new Words("已经记录，记录号 " + recordId + "。", "It was recorded, under " + recordId + "."));
    }

    static Became notRecorded() {
        return new Became(
                "not-recorded", new Words("没有记录，已经作废，请再做一次。", "It was not recorded and is called off. Do it again."));
    }

    static Became running() {
        return new Became("running", new Words("还在处理，请稍候。", "It is still being done. Please wait."));
    }
}
