-- Acts that a caller gave a key, so that a repeated request is not a second act.

CREATE TABLE `keyed_act` (
  `caller` VARCHAR(80) NOT NULL COMMENT 'the account, client or citizen index that sent the key',
  `key_digest` BINARY(32) NOT NULL COMMENT 'SHA-256 of the Idempotency-Key',
  `request_digest` BINARY(32) NOT NULL COMMENT 'SHA-256 of route and body',
  `claim` BINARY(16) NOT NULL COMMENT '128 random bits: which attempt holds the key',
  `claimed_at` DATETIME(6) NOT NULL COMMENT 'since when, UTC; kept 24 h',
  `seal_key_id` VARCHAR(32) NULL COMMENT 'the key of answer; null: still running',
  `answer` MEDIUMBLOB NULL COMMENT 'sealed: status, record id and body of the first answer; null: still running',
  PRIMARY KEY (`caller`, `key_digest`),
  KEY `keyed_act_by_age` (`claimed_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='idempotency keys and their first answers' */;
