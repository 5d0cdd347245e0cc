package city.certfree.demo.population;

import city.certfree.licence.LicenceStatus;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When a licence was issued, and from when to when it is valid.
 *
 * @param validTo null: no end
 */
record Term(LocalDate issuedOn, LocalDate validFrom, @Nullable LocalDate validTo) {
    private static final int LONGEST_AGE_DAYS = 2_500;
    private static final Period ORDINARY = Period.ofYears(1);

    /** A term that fits a status on a day, for a type of this validity; null: no end. */
    static Term fitting(LicenceStatus status, @Nullable Period validity, LocalDate today, SplittableRandom random) {
        return switch (status) {
            case NOT_YET_ACTIVE -> {
                var from = today.plusDays(random.nextInt(10, 60));
                yield new Term(today.minusDays(random.nextInt(5)), from, end(from, validity));
            }
            case EXPIRED -> {
                var last = today.minusDays(random.nextInt(1, 300));
                var from = last.minus(validity == null ? ORDINARY : validity).plusDays(1);
                yield new Term(from, from, last);
            }
            default -> {
                var from = today.minusDays(random.nextInt(longestAge(validity, today)));
                yield starting(from, validity);
            }
        };
    }

    /** A term that begins with the issue. */
    static Term starting(LocalDate issued, @Nullable Period validity) {
        return new Term(issued, issued, end(issued, validity));
    }

    /** At most half of the validity is over, so that what is valid stays so for a while. */
    private static int longestAge(@Nullable Period validity, LocalDate today) {
        if (validity == null) {
            return LONGEST_AGE_DAYS;
        }
        long days = today.plus(validity).toEpochDay() - today.toEpochDay();
        return (int) Math.max(1, Math.min(LONGEST_AGE_DAYS, days / 2));
    }

    private static @Nullable LocalDate end(LocalDate from, @Nullable Period validity) {
        return validity == null ? null : from.plus(validity).minusDays(1);
    }

    void describe(Map<String, String> facts) {
        var end = validTo == null ? "长期" : validTo.toString();
        facts.put("issued", issuedOn.toString());
        facts.put("year", String.valueOf(issuedOn.getYear()));
        facts.put("from", validFrom.toString());
        // A face that names a last day names one even where the law sets none.
        facts.put("to", validTo == null ? "2099-12-31" : end);
        facts.put("term", validFrom + "至" + end);
    }
}
