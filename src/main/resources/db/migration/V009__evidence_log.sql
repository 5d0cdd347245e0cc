-- The evidence log: each node's own Merkle tree over its records. What stands in /*! … */ only the MySQL family knows; H2 reads
-- it as a comment. Times are UTC. The service's user may add and read, never change, but for log_head.

CREATE TABLE `log_head` (
  `log` INT NOT NULL COMMENT 'number of the log, from 1',
  `origin` VARCHAR(255) NOT NULL COMMENT 'its name in checkpoints (C2SP tlog-checkpoint)',
  `epoch` BIGINT NOT NULL COMMENT 'counts its owners: whoever has an older one can append no more',
  `owner` BINARY(16) NOT NULL COMMENT '128 random bits of the node that owns it',
  `leased_until` DATETIME(6) NOT NULL COMMENT 'from then on another node may claim it',
  `size` BIGINT NOT NULL COMMENT 'leaves it has',
  PRIMARY KEY (`log`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who may append to which log, and how far it is' */;

CREATE TABLE `log_leaf` (
  `log` INT NOT NULL COMMENT 'the log',
  `leaf_index` BIGINT NOT NULL COMMENT 'from 0, without a gap',
  `kind` CHAR(3) NOT NULL COMMENT 'USE: access_record has the record; ACT: act_record has it',
  `entry` BINARY(32) NOT NULL COMMENT 'SHA-256 of nonce and canonical record',
  PRIMARY KEY (`log`, `leaf_index`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the leaves; rows are added, never changed' */;

CREATE TABLE `log_node` (
  `log` INT NOT NULL COMMENT 'the log',
  `level` TINYINT NOT NULL COMMENT 'level of tiles that the hash stands in, from 1 (C2SP tlog-tiles)',
  `node_index` BIGINT NOT NULL COMMENT 'its place in that level, from 0',
  `hash` BINARY(32) NOT NULL COMMENT 'Merkle tree hash over a full tile of the level below',
  PRIMARY KEY (`log`, `level`, `node_index`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='hashes above the leaves; rows are added, never changed' */;

CREATE TABLE `log_checkpoint` (
  `log` INT NOT NULL COMMENT 'the log',
  `size` BIGINT NOT NULL COMMENT 'leaves that it speaks of',
  `first` BIGINT NOT NULL COMMENT 'leaves that the checkpoint before it speaks of: the first leaf of its group',
  `at` DATETIME(6) NOT NULL COMMENT 'when it was signed',
  `seal_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` VARBINARY(2048) NOT NULL COMMENT 'sealed, so that a change shows: the signed note (C2SP tlog-checkpoint)',
  PRIMARY KEY (`log`, `size`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='signed checkpoints; rows are added, never changed' */;

-- Records lie in the order of their leaves. Those from before the log get numbers in log 0, which has no leaves.
ALTER TABLE `access_record` RENAME TO `access_record_before`;

CREATE TABLE `access_record` (
  `log` INT NOT NULL COMMENT 'the log that has its leaf; 0: recorded before there was a log',
  `leaf_index` BIGINT NOT NULL COMMENT 'its leaf',
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
  `body` BLOB NOT NULL COMMENT 'sealed: case number, purpose, operator, holder, licences; in log 0 the receipt, too',
  PRIMARY KEY (`log`, `leaf_index`),
  UNIQUE KEY `access_record_by_id` (`record_id`),
  KEY `access_record_of_holder` (`holder_index`, `at`, `record_id`),
  KEY `access_record_of_office` (`office_code`, `at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='every use and every refusal; rows are added, never changed' */;

INSERT INTO `access_record` (`log`, `leaf_index`, `record_id`, `at`, `office_code`, `caller`, `basis`, `channel`, `item_code`,
  `type_code`, `holder_index`, `index_key_id`, `outcome`, `answer_digest`, `nonce`, `seal_key_id`, `body`)
SELECT 0, ROW_NUMBER() OVER (ORDER BY `at`, `record_id`) - 1, `record_id`, `at`, `office_code`, `caller`, `basis`, `channel`,
  `item_code`, `type_code`, `holder_index`, `index_key_id`, `outcome`, `answer_digest`, `nonce`, `seal_key_id`, `body`
FROM `access_record_before`;

DROP TABLE `access_record_before`;

ALTER TABLE `act_record` ADD COLUMN `log` INT DEFAULT 0 NOT NULL COMMENT 'the log that has its leaf; 0: recorded before there was a log';
ALTER TABLE `act_record` ADD COLUMN `leaf_index` BIGINT NULL COMMENT 'its leaf; null in log 0';
CREATE UNIQUE INDEX `act_record_by_leaf` ON `act_record` (`log`, `leaf_index`);
