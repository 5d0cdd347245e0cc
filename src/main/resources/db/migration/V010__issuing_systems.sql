-- Which systems may issue licences. Those that were admitted before only ask.

ALTER TABLE `client` ADD COLUMN `issues` BOOLEAN DEFAULT FALSE NOT NULL COMMENT 'whether it may issue licences of its office''s departments';
