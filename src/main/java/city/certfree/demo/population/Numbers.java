package city.certfree.demo.population;

import city.certfree.kernel.HolderCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers with right check characters that nobody has: district 370499 is unassigned, and XN stands for 虚拟. */
final class Numbers {
    private static final String DISTRICT = "370499";
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Numbers() {}

    /**
     * A citizen number.
     *
     * @param sequence 0 to 999, odd for men
     */
    static HolderCode citizen(LocalDate birth, int sequence) {
        var first17 = DISTRICT + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return HolderCode.ofCitizen(first17 + HolderCode.citizenCheck(first17));
    }

    /**
     * A unified social credit code.
     *
     * @param kind two characters: who registers it, and as what, such as 91 for an enterprise
     * @param sequence 0 to 999,999
     */
    static HolderCode organisation(String kind, int sequence) {
        var organisation = "XN%06d".formatted(sequence);
        var first17 = kind + DISTRICT + organisation + organisationCheck(organisation);
        return HolderCode.ofOrganisation(first17 + HolderCode.creditCheck(first17));
    }

    /** The check character of an organisation code (GB 11714): weighted sum modulo 11. */
    private static char organisationCheck(String first8) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(first8.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
