-- Administrative acts. The service's user may add and read, never change.

CREATE TABLE `act_record` (
  `record_id` BINARY(16) NOT NULL COMMENT '128 random bits, the public name of the record',
  `at` DATETIME(6) NOT NULL COMMENT 'when the act was decided, UTC',
  `office_code` VARCHAR(11) NOT NULL COMMENT 'the office of whoever acted',
  `actor` VARCHAR(64) NOT NULL COMMENT 'the account or client that acted',
  `event` VARCHAR(40) NOT NULL COMMENT 'a word of AuditEvent',
  `subject` VARCHAR(100) NOT NULL COMMENT 'what was changed, such as a licence identifier; never personal',
  `nonce` BINARY(16) NOT NULL COMMENT '128 random bits, so that a digest of the record tells nothing about it',
  `seal_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` BLOB NOT NULL COMMENT 'sealed: what was said and set, in canonical JSON (RFC 8785)',
  PRIMARY KEY (`record_id`),
  KEY `act_record_by_subject` (`subject`, `at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='administrative acts; rows are added, never changed' */;
