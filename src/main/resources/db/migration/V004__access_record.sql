-- Every use of a licence and every refusal. The service's user may add and read, never change.

CREATE TABLE `access_record` (
  `record_id` BINARY(16) NOT NULL COMMENT '128 random bits, the public name of the record',
  `at` DATETIME(6) NOT NULL COMMENT 'when the answer was decided, UTC',
  `office_code` VARCHAR(11) NOT NULL COMMENT 'the office that asked',
  `caller` VARCHAR(64) NOT NULL COMMENT 'the account or client that asked',
  `basis` VARCHAR(16) NOT NULL COMMENT 'a word of LegalBasis',
  `channel` VARCHAR(8) NOT NULL COMMENT 'a word of Channel',
  `item_code` VARCHAR(64) NOT NULL COMMENT 'the item it was asked for, known or not',
  `type_code` VARCHAR(21) NULL COMMENT 'licence type (GB/T 36904); null: never became known',
  `holder_index` BINARY(32) NULL COMMENT 'HMAC of the holder''s code; null: never became known',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of holder_index',
  `outcome` VARCHAR(40) NOT NULL COMMENT 'a word of Outcome',
  `answer_digest` BINARY(32) NOT NULL COMMENT 'SHA-256 of the answer in canonical form (RFC 8785)',
  `nonce` BINARY(16) NOT NULL COMMENT '128 random bits, so that a digest of the record tells nothing about it',
  `seal_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` BLOB NOT NULL COMMENT 'sealed: case number, purpose, operator, holder, licences, receipt',
  PRIMARY KEY (`record_id`),
  KEY `access_record_by_holder` (`holder_index`, `at`, `record_id`),
  KEY `access_record_by_office` (`office_code`, `at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='every use and every refusal; rows are added, never changed' */;
