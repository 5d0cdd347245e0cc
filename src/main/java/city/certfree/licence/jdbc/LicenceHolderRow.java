package city.certfree.licence.jdbc;

/** That a licence is held by somebody. */
@SuppressWarnings("ArrayRecordComponent")
record LicenceHolderRow(byte[] holderIndex, String typeCode, String identifier, String indexKeyId) {}
