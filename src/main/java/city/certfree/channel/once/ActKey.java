package city.certfree.channel.once;

import city.certfree.kernel.Sha256;

/**
 * What makes two requests the same act: one caller and one key. What the request says must then be the same, too.
 *
 * @param caller the account, client or citizen, as kept: no personal number
 * @param key digest of the key that the caller chose
 * @param request digest of route and body
 */
public record ActKey(String caller, Sha256 key, Sha256 request) {
    /** Where its answer is sealed. */
    public static String place(String caller, Sha256 key) {
        return "keyed_act " + caller + " " + key;
    }
}
