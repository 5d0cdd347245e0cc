package city.certfree.token.jose;

import city.certfree.crypto.KeyPurpose;

/** The kinds of token that this service signs: the exact {@code typ} (RFC 8725, section 3.11) and the keys for it. */
enum TokenType {
    SHOW("show+jwt", KeyPurpose.SHOW),
    RECEIPT("receipt+jwt", KeyPurpose.RECEIPT),
    STATUS_LIST("statuslist+jwt", KeyPurpose.STATUS),
    ACCESS("at+jwt", KeyPurpose.ACCESS),
    LICENCE("licence+sd-jwt", KeyPurpose.LICENCE);

    private final String typ;
    private final KeyPurpose keys;

    TokenType(String typ, KeyPurpose keys) {
        this.typ = typ;
        this.keys = keys;
    }

    String typ() {
        return typ;
    }

    KeyPurpose keys() {
        return keys;
    }
}
