-- What citizens complain of.

CREATE TABLE `complaint` (
  `number` VARCHAR(16) NOT NULL COMMENT 'what the citizen is told: day, seven random digits, check digit',
  `kind` VARCHAR(16) NOT NULL COMMENT 'a word of Grievance.Kind',
  `received_at` DATETIME(6) NOT NULL COMMENT 'when, UTC',
  `use_record` VARCHAR(22) NULL COMMENT 'the record of the use that is complained of; null: of none',
  `item_code` VARCHAR(64) NULL COMMENT 'item of the registry for which paper was asked; null: for none',
  `office_code` VARCHAR(11) NULL COMMENT 'where paper was asked for; null: not said, or nowhere',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of holder_index',
  `holder_index` BINARY(32) NOT NULL COMMENT 'keyed index of the citizen who complains',
  `body_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` VARBINARY(2048) NOT NULL COMMENT 'sealed: the citizen, the words, and the paper that was asked for',
  PRIMARY KEY (`number`),
  KEY `complaint_by_holder` (`holder_index`, `received_at`, `number`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='complaints of citizens' */;
