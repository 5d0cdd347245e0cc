package city.certfree.web.console;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers for cases that no other system has numbered: {@code ZS-20261123-7K3F9Q}, the day and a random part. */
final class CaseNumbers {
    /** Without letters and digits that are mistaken for each other when said aloud or written down. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXY";

    private static final int RANDOM_PART = 6;

    private CaseNumbers() {}

    static String next(Instant now) {
        var number = new StringBuilder("ZS-")
                .append(LocalDate.ofInstant(now, CityTime.ZONE).format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        var random = RandomId.next().toBytes();
        for (int i = 0; i < RANDOM_PART; i++) {
            number.append(ALPHABET.charAt(Math.floorMod(random[i], ALPHABET.length())));
        }
        return number.toString();
    }
}
