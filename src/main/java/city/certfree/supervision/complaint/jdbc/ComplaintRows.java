package city.certfree.supervision.complaint.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ComplaintRows extends GenericRepository<ComplaintRow, String> {
    String SELECT =
            """
            SELECT `number`, `kind`, `received_at`, `use_record`, `item_code`, `office_code`, `index_key_id`, `holder_index`,
              `body_key_id`, `body`
            FROM `complaint`\s""";

    /** 0 when the number is taken. */
    @Query(
            """
            INSERT IGNORE INTO `complaint` (`number`, `kind`, `received_at`, `use_record`, `item_code`, `office_code`,
              `index_key_id`, `holder_index`, `body_key_id`, `body`)
            VALUES (:number, :kind, :receivedAt, :useRecord, :itemCode, :officeCode, :indexKeyId, :holderIndex, :bodyKeyId,
              :body)""")
    int add(
            String number,
            String kind,
            Instant receivedAt,
            @Nullable String useRecord,
            @Nullable String itemCode,
            @Nullable String officeCode,
            String indexKeyId,
            byte[] holderIndex,
            String bodyKeyId,
            byte[] body);

    @Query(SELECT + "WHERE `number` = :number AND `holder_index` = :holder")
    Optional<ComplaintRow> find(byte[] holder, String number);

    @Query(SELECT + "WHERE `holder_index` = :holder ORDER BY `received_at` DESC, `number` DESC LIMIT :limit")
    List<ComplaintRow> latestOf(byte[] holder, int limit);

    @Query("SELECT COUNT(*) FROM `complaint` WHERE `body_key_id` <> :seal OR `index_key_id` <> :index")
    long countOtherwise(String seal, String index);

    @Query(SELECT + "WHERE `body_key_id` <> :seal OR `index_key_id` <> :index LIMIT :limit")
    List<ComplaintRow> otherwise(String seal, String index, int limit);

    @Query(
            """
            UPDATE `complaint` SET `index_key_id` = :indexKeyId, `holder_index` = :holderIndex, `body_key_id` = :bodyKeyId,
              `body` = :body
            WHERE `number` = :number""")
    int reseal(String number, String indexKeyId, byte[] holderIndex, String bodyKeyId, byte[] body);
}
