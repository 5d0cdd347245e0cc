-- What the status lists follow. The time is the database's own, so that all nodes measure by one clock.

ALTER TABLE `licence` ADD COLUMN `status_changed_at` DATETIME(6) NULL COMMENT 'when its entry in the status list last became another, by the database''s clock; null: it is as it was at first, valid';
-- Licences that came in with a final status, or were changed before.
UPDATE `licence` SET `status_changed_at` = CURRENT_TIMESTAMP(6) WHERE `revision` > 0 OR `status` <> 'VALID';
CREATE INDEX `licence_by_status` ON `licence` (`status_list`, `status`, `status_index`);
CREATE INDEX `licence_by_status_change` ON `licence` (`status_list`, `status_changed_at`);
