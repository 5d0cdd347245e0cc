package city.certfree.demo.population;

import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.Holder;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence that every demo has.
 *
 * @param issued null: a month ago, with a term of ten years whatever the type's, so that a demo that is kept for long works
 * @param given attributes that are always the same
 */
record Possession(LicenceTypeCode type, List<Holder> holders, @Nullable LocalDate issued, Map<String, String> given) {
    private static final Period LONG = Period.ofYears(10);

    Possession {
        holders = List.copyOf(holders);
        given = Map.copyOf(given);
    }

    Term term(@Nullable Period validity, LocalDate today) {
        return issued != null ? Term.starting(issued, validity) : Term.starting(today.minusMonths(1), LONG);
    }
}
