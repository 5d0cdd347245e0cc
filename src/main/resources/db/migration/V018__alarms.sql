-- What a supervisor should look at.

CREATE TABLE `alarm` (
  `id` BINARY(16) NOT NULL COMMENT '128 random bits; of a report the number that the citizen gets',
  `occasion` BINARY(32) NOT NULL COMMENT 'keyed index of what it is about and when, so that it is raised once',
  `pattern` VARCHAR(24) NOT NULL COMMENT 'a word of AlarmPattern',
  `office_code` VARCHAR(11) NOT NULL COMMENT 'where it happened',
  `caller` VARCHAR(64) NOT NULL COMMENT 'the account or client that asked',
  `at` DATETIME(6) NOT NULL COMMENT 'when, UTC',
  `happened` INT NOT NULL COMMENT 'how often, when it was raised',
  `use_record` VARCHAR(22) NOT NULL COMMENT 'the record of the use that raised it or is reported',
  `words_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of words',
  `words` VARBINARY(2048) NOT NULL COMMENT 'sealed: what the citizen says; empty when nobody does',
  `seen_by` VARCHAR(64) NULL COMMENT 'the supervisor who has looked at it; null: nobody yet',
  `seen_at` DATETIME(6) NULL COMMENT 'when, UTC',
  PRIMARY KEY (`id`),
  UNIQUE KEY `alarm_by_occasion` (`occasion`),
  KEY `alarm_by_time` (`at`, `id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='alarms to the supervisor' */;
