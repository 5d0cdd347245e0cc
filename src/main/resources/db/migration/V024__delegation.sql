-- Whom citizens let show a licence of theirs (委托授权): one licence, for one item, until a moment, revocable at once.

CREATE TABLE `delegation` (
  `delegation_id` BINARY(16) NOT NULL COMMENT '128 random bits',
  `principal_index` BINARY(32) NOT NULL COMMENT 'HMAC of the number of the citizen who delegates',
  `agent_index` BINARY(32) NOT NULL COMMENT 'HMAC of the number of the citizen who may show',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of both indices',
  `identifier` VARCHAR(100) NOT NULL COMMENT 'the licence (GB/T 36904); its serial is random',
  `item_code` VARCHAR(64) NOT NULL COMMENT 'the item for which it may be shown',
  `given_at` DATETIME(6) NOT NULL COMMENT 'when it was given, UTC',
  `valid_until` DATETIME(6) NOT NULL COMMENT 'from this moment on it is over, UTC',
  `revoked_at` DATETIME(6) NULL COMMENT 'when it was revoked, UTC; null: it was not',
  `seal_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` BLOB NOT NULL COMMENT 'sealed: the numbers of principal, holder and agent, and the agent''s name',
  PRIMARY KEY (`delegation_id`),
  KEY `delegation_of_principal` (`principal_index`, `given_at`),
  KEY `delegation_of_agent` (`agent_index`, `given_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='delegations; a row is added, and revoked once' */;

ALTER TABLE `presentation` ADD COLUMN `delegation_id` BINARY(16) NULL COMMENT 'the delegation under which it is shown; null: by the holder, or a representative';
