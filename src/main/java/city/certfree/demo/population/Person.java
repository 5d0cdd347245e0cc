package city.certfree.demo.population;

import city.certfree.licence.Holder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A made-up citizen; birth and sex are those that the number tells. */
record Person(Holder holder) {
    private static final int BIRTH = 6;
    private static final int SEQUENCE_END = 16;

    LocalDate birth() {
        return LocalDate.parse(number().substring(BIRTH, BIRTH + 8), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The 17th digit is odd for men (GB 11643). */
    boolean isMale() {
        return (number().charAt(SEQUENCE_END) - '0') % 2 == 1;
    }

    String name() {
        return holder.name();
    }

    String number() {
        return holder.code().value();
    }

    @Override
    public String toString() {
        return "Person";
    }
}
