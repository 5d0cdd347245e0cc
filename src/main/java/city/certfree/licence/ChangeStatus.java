package city.certfree.licence;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.FreeText;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import city.certfree.licence.ChangeStatus.Result.Changed;
import city.certfree.licence.ChangeStatus.Result.Illegal;
import city.certfree.licence.ChangeStatus.Result.Overtaken;
import city.certfree.licence.ChangeStatus.Result.Unknown;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives a licence another status, as far as {@link Lifecycle} allows it. */
@Singleton
public final class ChangeStatus {
    private static final int MAX_CHARACTERS = 200;

    private final IssuedLicences licences;
    private final Transactions transactions;
    private final Clock clock;

    ChangeStatus(IssuedLicences licences, Transactions transactions, Clock clock) {
        this.licences = licences;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes the status from now on.
     *
     * @param reason the issuer's words, 1 to 200 printable characters; null: none
     * @throws InvalidValue if the reason is not of this form
     */
    public Result change(LicenceIdentifier identifier, LicenceStatus to, @Nullable String reason) {
        if (reason != null && !isReason(reason)) {
            throw InvalidValue.because("a reason has 1 to 200 printable characters");
        }
        return transactions.write(() -> {
            var standing = licences.standing(identifier);
            if (standing.isEmpty()) {
                return new Unknown();
            }
            var from = standing.get().statusOn(CityTime.today(clock));
            if (!Lifecycle.allows(from, to)) {
                return new Illegal(from, to);
            }
            return licences.change(identifier, standing.get(), to, reason, clock.instant())
                    ? new Changed(from, to)
                    : new Overtaken();
        });
    }

    /** Whether a text may stand as the reason of a status. */
    public static boolean isReason(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= MAX_CHARACTERS && FreeText.isPrintable(text);
    }

    /** What came of it. */
    public sealed interface Result {
        record Changed(LicenceStatus from, LicenceStatus to) implements Result {}

        /** The life-cycle table has no such step. */
        record Illegal(LicenceStatus from, LicenceStatus to) implements Result {}

        /** The store has no such licence. */
        record Unknown() implements Result {}

        /** Somebody else changed it in the meantime. */
        record Overtaken() implements Result {}
    }
}
