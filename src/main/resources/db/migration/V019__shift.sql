-- A clerk's shift at a window: what of each use the clerk has had in hand, where the session is and whether it is locked, and
-- the uses of one caller in the order of time.

CREATE TABLE `slip` (
  `record_id` BINARY(16) NOT NULL COMMENT 'the use',
  `number` INT NOT NULL COMMENT '0: the answer stood on the screen of whoever asked; 1: first print of the slip; from 2 on: printed again',
  `slip_key` BINARY(16) NOT NULL COMMENT 'of the form that asked for it: sent twice, it is one print',
  `at` DATETIME(6) NOT NULL COMMENT 'when, UTC',
  PRIMARY KEY (`record_id`, `number`),
  UNIQUE KEY `slip_by_key` (`record_id`, `slip_key`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='slips of uses; rows are added, never changed' */;

ALTER TABLE `session` ADD COLUMN `window_number` VARCHAR(16) NULL COMMENT 'the window of a clerk who signed in at a counter, empty when none was told; null: of everybody else';
ALTER TABLE `session` ADD COLUMN `locked_at` DATETIME(6) NULL COMMENT 'since when only the password goes on; null: not locked by hand';

CREATE INDEX `access_record_of_caller` ON `access_record` (`caller`, `at`, `record_id`);
