-- The published versions of the registry. One script for MySQL, MariaDB and H2 (MODE=MySQL). What only the MySQL family knows
-- stands in /*! … */, which H2 reads as a comment. Times are UTC, days are those of Asia/Shanghai.

CREATE TABLE `registry_head` (
  `id` TINYINT NOT NULL COMMENT 'always 1: there is one row',
  `number` BIGINT NOT NULL COMMENT 'the highest version number given so far; whoever publishes locks the row by raising it',
  PRIMARY KEY (`id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='gives the versions of the registry their numbers' */;

INSERT INTO `registry_head` (`id`, `number`) VALUES (1, 0);

CREATE TABLE `registry_version` (
  `number` BIGINT NOT NULL COMMENT '1, 2, 3 …',
  `effective_on` DATE NOT NULL COMMENT 'the first day it holds, unless a higher number holds',
  `publisher` VARCHAR(64) NOT NULL COMMENT 'the account or body that published it',
  `published_at` DATETIME(6) NOT NULL COMMENT 'when, UTC',
  `digest` BINARY(32) NOT NULL COMMENT 'SHA-256 over the names and contents of its files',
  PRIMARY KEY (`number`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='published versions of the registry; rows are added, never changed' */;

CREATE TABLE `registry_file` (
  `version` BIGINT NOT NULL COMMENT 'the version it belongs to',
  `name` VARCHAR(32) NOT NULL COMMENT 'such as offices.csv',
  `content` LONGBLOB NOT NULL COMMENT 'CSV in its canonical form, UTF-8, gzip (RFC 1952)',
  PRIMARY KEY (`version`, `name`),
  CONSTRAINT `registry_file_version` FOREIGN KEY (`version`) REFERENCES `registry_version` (`number`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the files of the published versions; rows are added, never changed' */;

CREATE TABLE `published_item` (
  `item_code` VARCHAR(64) NOT NULL COMMENT 'an item that some version lists',
  `first_version` BIGINT NOT NULL COMMENT 'the first version that listed it',
  PRIMARY KEY (`item_code`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='tells items that are not in force from unknown ones; rows are added, never changed' */;
