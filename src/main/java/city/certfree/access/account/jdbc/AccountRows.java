package city.certfree.access.account.jdbc;

import city.certfree.access.account.Role;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRows extends GenericRepository<AccountRow, String> {
    Optional<AccountRow> findByName(String name);

    List<AccountRow> findAllOrderByName();

    /** 0 when the name is taken. */
    @Query(
            """
            INSERT IGNORE INTO `account` (`name`, `role`, `office_code`, `password_hash`, `password_set_at`, `demo`, `created_at`)
            VALUES (:name, :role, :officeCode, :passwordHash, :passwordSetAt, :demo, :createdAt)""")
    int add(
            String name,
            Role role,
            String officeCode,
            String passwordHash,
            Instant passwordSetAt,
            boolean demo,
            Instant createdAt);

    @Query("UPDATE `account` SET `disabled_at` = COALESCE(`disabled_at`, :at) WHERE `name` = :name")
    int disable(String name, Instant at);

    @Query(
            """
            UPDATE `account` SET `password_hash` = :hash, `password_set_at` = :at, `disabled_at` = NULL
            WHERE `name` = :name""")
    int reset(String name, String hash, Instant at);

    @Query(
            """
            UPDATE `account` SET `otp_key_id` = :otpKeyId, `otp_secret` = :otpSecret, `password_set_at` = :at
            WHERE `name` = :name""")
    int setSecondFactor(String name, String otpKeyId, byte[] otpSecret, Instant at);

    /** The same secret under another key, so that sessions go on. */
    @Query(
            """
            UPDATE `account` SET `otp_key_id` = :otpKeyId, `otp_secret` = :otpSecret
            WHERE `name` = :name AND `otp_key_id` = :before""")
    int resealSecondFactor(String name, String before, String otpKeyId, byte[] otpSecret);
}
