package city.certfree.licence.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Arrays;

/** Who represents whom; the key spans the two indices, of which Micronaut Data needs to know one. */
@MappedEntity("representation")
@SuppressWarnings("ArrayRecordComponent")
record RepresentationRow(
        @Id byte[] personIndex, byte[] organisationIndex, String indexKeyId, String bodyKeyId, byte[] body) {
    /** Whether both say that the same person represents the same organisation. */
    boolean isSame(RepresentationRow other) {
        return Arrays.equals(personIndex, other.personIndex)
                && Arrays.equals(organisationIndex, other.organisationIndex);
    }
}
