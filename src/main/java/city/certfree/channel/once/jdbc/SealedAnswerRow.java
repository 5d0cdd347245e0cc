package city.certfree.channel.once.jdbc;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/** What bringing an answer under another key reads; arrays because the columns are binary. */
@Introspected
@SuppressWarnings("ArrayRecordComponent")
record SealedAnswerRow(
        String caller, byte[] keyDigest, String sealKeyId, @TypeDef(type = DataType.BYTE_ARRAY) byte[] answer) {}
