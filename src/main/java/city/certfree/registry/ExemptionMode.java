package city.certfree.registry;

import city.certfree.kernel.Channel;
import java.util.Optional;

/** How a paper is replaced (免证方式). */
public enum ExemptionMode {
    SHARE,
    VERIFY,
    LOOKUP,
    SHOW,
    /** 直接取消: nothing replaces it. */
    CANCELLED,
    /** 告知承诺: the applicant's written commitment replaces it. */
    COMMITMENT,
    /** 部门协查: the department asks the one that knows. */
    ASSISTED;

    /** The channel by which the proof comes; empty for the last three. */
    public Optional<Channel> channel() {
        return switch (this) {
            case SHARE -> Optional.of(Channel.SHARE);
            case VERIFY -> Optional.of(Channel.VERIFY);
            case LOOKUP -> Optional.of(Channel.LOOKUP);
            case SHOW -> Optional.of(Channel.SHOW);
            case CANCELLED, COMMITMENT, ASSISTED -> Optional.empty();
        };
    }
}
