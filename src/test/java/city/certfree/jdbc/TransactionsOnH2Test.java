package city.certfree.jdbc;

import city.certfree.fixture.OnH2;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

@MicronautTest(transactional = false)
class TransactionsOnH2Test extends TransactionsContract implements OnH2 {
    @Override
    void createTable() {
        execute("CREATE TABLE `counter` (`name` CHAR(1) PRIMARY KEY, `value` INT NOT NULL)");
    }
}
