package city.certfree.demo;

import city.certfree.access.account.AddAccount;
import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Role;
import city.certfree.access.client.AddClient;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.OfficeCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The accounts of the demo, which everybody knows and which work only while the demo's gate is open. */
@Singleton
final class DemoAccounts {
    static final OfficeCode CITY_HALL = new OfficeCode("37040010001");
    private static final OfficeCode DISTRICT_HALL = new OfficeCode("37040220001");
    /** The office for which the system asks. */
    static final OfficeCode CLIENT_OFFICE = new OfficeCode("37048120001");

    /** The system that asks, and issues, for another office. */
    static final String CLIENT = "demo-system";

    static final String CLIENT_SECRET = "demo-system-secret";

    static final List<Person> PEOPLE = List.of(
            new Person("clerk01", "Demo-clerk-01", Role.CLERK, CITY_HALL),
            new Person("clerk02", "Demo-clerk-02", Role.CLERK, DISTRICT_HALL),
            new Person("issuer01", "Demo-issuer-01", Role.ISSUER, CITY_HALL),
            new Person("supervisor01", "Demo-supervisor-01", Role.SUPERVISOR, CITY_HALL),
            new Person("auditor01", "Demo-auditor-01", Role.AUDITOR, CITY_HALL),
            new Person("sysadmin01", "Demo-sysadmin-01", Role.SYSADMIN, CITY_HALL),
            new Person("secadmin01", "Demo-secadmin-01", Role.SECADMIN, CITY_HALL),
            new Person("secadmin02", "Demo-secadmin-02", Role.SECADMIN, CITY_HALL));

    private final AddAccount addAccount;
    private final AddClient addClient;

    DemoAccounts(AddAccount addAccount, AddClient addClient) {
        this.addAccount = addAccount;
        this.addClient = addClient;
    }

    /** Adds those that are not there yet. */
    void add() {
        for (var person : PEOPLE) {
            addAccount.add(new AddAccount.NewAccount(
                    person.name(),
                    person.role(),
                    person.office(),
                    new NewPassword(person.password()),
                    true,
                    person.secondFactor().orElse(null)));
        }
        var secret = new AddClient.Credential.Secret(new NewPassword(CLIENT_SECRET));
        addClient.add(new AddClient.NewClient(CLIENT, CLIENT_OFFICE, secret, true, true));
    }

    /** A member of staff whose password and second factor are no secrets. */
    record Person(String name, String password, Role role, OfficeCode office) {
        private static final int SECRET_CHARACTERS = 32;

        /** Made of the role's name, so that it shows that it is no secret either; empty where the role needs none. */
        Optional<TotpSecret> secondFactor() {
            return role.needsSecondFactor()
                    ? Optional.of(TotpSecret.parse(("DEMO" + role).repeat(4).substring(0, SECRET_CHARACTERS)))
                    : Optional.empty();
        }
    }
}
