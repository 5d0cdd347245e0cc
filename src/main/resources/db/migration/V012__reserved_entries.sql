-- Entries of the status lists that issuers who sign themselves were told beforehand, since what they sign names them.

CREATE TABLE `reserved_entry` (
  `identifier` VARCHAR(94) NOT NULL COMMENT 'of the licence that will have the entry, GB/T 36904',
  `status_list` BIGINT NOT NULL COMMENT 'number of the status list',
  `status_index` INT NOT NULL COMMENT 'the entry in that list, 0 to 2^20 - 1',
  PRIMARY KEY (`identifier`),
  UNIQUE KEY `reserved_entry_by_entry` (`status_list`, `status_index`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='entries of the status lists that are promised' */;
