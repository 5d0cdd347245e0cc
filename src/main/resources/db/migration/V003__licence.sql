-- The licences. One script for MySQL, MariaDB and H2 (MODE=MySQL): what only the MySQL family knows stands in /*! … */, which H2
-- reads as a comment. Times are UTC, dates are days in Asia/Shanghai. Whatever is personal is sealed, or a keyed index.

CREATE TABLE `licence` (
  `identifier` VARCHAR(94) NOT NULL COMMENT 'GB/T 36904, with check character',
  `type_code` CHAR(21) NOT NULL COMMENT 'licence type, GB/T 36904',
  `issuer` CHAR(4) NOT NULL COMMENT 'code of the issuing department',
  `issued_on` DATE NOT NULL COMMENT 'day of issue',
  `valid_from` DATE NOT NULL COMMENT 'first day of validity',
  `valid_to` DATE NULL COMMENT 'last day of validity; null: no end',
  `status` VARCHAR(16) NOT NULL COMMENT 'a word of LicenceStatus, as last set by the issuer',
  `status_since` DATETIME(6) NOT NULL COMMENT 'when the status was set, UTC',
  `revision` INT NOT NULL COMMENT 'how often the status was changed',
  `status_list` BIGINT NOT NULL COMMENT 'number of its status list',
  `status_index` INT NOT NULL COMMENT 'its entry in that list, 0 to 2^20 - 1',
  `reason_key_id` VARCHAR(32) NOT NULL COMMENT 'the key that seals the reason',
  `reason` VARBINARY(1024) NOT NULL COMMENT 'sealed: the reason of the status, empty for none',
  `body_key_id` VARCHAR(32) NOT NULL COMMENT 'the key that seals the body',
  `body` MEDIUMBLOB NOT NULL COMMENT 'sealed: certificate number, holders, face attributes, signed token, predecessor',
  PRIMARY KEY (`identifier`),
  UNIQUE KEY `licence_by_status_list_entry` (`status_list`, `status_index`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='issued licences' */;

CREATE TABLE `licence_holder` (
  `holder_index` BINARY(32) NOT NULL COMMENT 'keyed index of the holder code',
  `type_code` CHAR(21) NOT NULL COMMENT 'licence type, GB/T 36904',
  `identifier` VARCHAR(94) NOT NULL COMMENT 'the licence',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of the index',
  PRIMARY KEY (`holder_index`, `type_code`, `identifier`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who holds what; one holder''s licences lie together' */;

CREATE TABLE `representation` (
  `person_index` BINARY(32) NOT NULL COMMENT 'keyed index of the person''s code',
  `organisation_index` BINARY(32) NOT NULL COMMENT 'keyed index of the organisation''s code',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of both indices',
  `body_key_id` VARCHAR(32) NOT NULL COMMENT 'the key that seals the body',
  `body` VARBINARY(4096) NOT NULL COMMENT 'sealed: codes and names of both',
  PRIMARY KEY (`person_index`, `organisation_index`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who legally represents which organisation' */;

CREATE TABLE `status_list_allotment` (
  `id` TINYINT NOT NULL COMMENT 'always 1: one row, locked by whoever takes places',
  `next_place` BIGINT NOT NULL COMMENT 'the next free place, counted over all lists of 2^20 from 0',
  `key_id` VARCHAR(32) NOT NULL COMMENT 'the key of the permutation in the current list; empty before the first place',
  PRIMARY KEY (`id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='how far the status lists are given out' */;

INSERT INTO `status_list_allotment` (`id`, `next_place`, `key_id`) VALUES (1, 0, '');
