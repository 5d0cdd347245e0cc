package city.certfree.licence;

import city.certfree.kernel.InvalidValue;

/**
 * That a person legally represents an organisation (法定代表人), and so may use its licences.
 *
 * @param person who represents
 * @param organisation who is represented
 */
public record Representation(Holder person, Holder organisation) {
    public Representation {
        if (!person.code().type().isPerson() || organisation.code().type().isPerson()) {
            throw InvalidValue.because("a person represents an organisation");
        }
    }
}
