package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** What bringing the licences under other keys reads and writes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ResealRows extends GenericRepository<LicenceRow, String> {
    @Query("SELECT COUNT(*) FROM `licence` WHERE `body_key_id` <> :key OR `reason_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query("SELECT " + LicenceRows.COLUMNS + " FROM `licence` l WHERE l.`identifier` > :after"
            + " AND (l.`body_key_id` <> :key OR l.`reason_key_id` <> :key) ORDER BY l.`identifier` LIMIT :limit")
    List<LicenceRow> sealedOtherwise(String after, String key, int limit);

    @Query("UPDATE `licence` SET `reason_key_id` = :reasonKeyId, `reason` = :reason, `body_key_id` = :bodyKeyId,"
            + " `body` = :body WHERE `identifier` = :identifier AND `revision` = :revision")
    int reseal(String identifier, int revision, String reasonKeyId, byte[] reason, String bodyKeyId, byte[] body);

    @Query("SELECT COUNT(*) FROM `licence_holder` WHERE `index_key_id` <> :key")
    long countIndexedOtherwise(String key);

    /** Under which key the next holder is indexed, from this index on. */
    @Query("SELECT `index_key_id` FROM `licence_holder` WHERE `holder_index` >= :from ORDER BY `holder_index` LIMIT 1")
    Optional<String> indexKeyFrom(byte[] from);

    @Query("SELECT " + LicenceRows.COLUMNS + " FROM `licence` l WHERE l.`identifier` > :after"
            + " ORDER BY l.`identifier` LIMIT :limit")
    List<LicenceRow> page(String after, int limit);

    @Query("UPDATE `licence_holder` SET `holder_index` = :now, `index_key_id` = :nowKeyId"
            + " WHERE `holder_index` = :before AND `type_code` = :type AND `identifier` = :identifier")
    int reindex(byte[] before, String type, String identifier, byte[] now, String nowKeyId);

    @Query("SELECT COUNT(*) FROM `representation` WHERE `body_key_id` <> :seal OR `index_key_id` <> :index")
    long countRepresentationsOtherwise(String seal, String index);

    @Query("SELECT `person_index`, `organisation_index`, `index_key_id`, `body_key_id`, `body` FROM `representation`"
            + " WHERE `body_key_id` <> :seal OR `index_key_id` <> :index LIMIT :limit")
    List<RepresentationRow> representationsOtherwise(String seal, String index, int limit);

    @Query("UPDATE `representation` SET `person_index` = :newPerson, `organisation_index` = :newOrganisation,"
            + " `index_key_id` = :indexKeyId, `body_key_id` = :bodyKeyId, `body` = :body"
            + " WHERE `person_index` = :person AND `organisation_index` = :organisation")
    int resealRepresentation(
            byte[] person,
            byte[] organisation,
            byte[] newPerson,
            byte[] newOrganisation,
            String indexKeyId,
            String bodyKeyId,
            byte[] body);
}
