-- Who may ask what: grants to offices and systems, from the application on.

CREATE TABLE `access_grant` (
  `id` BINARY(16) NOT NULL COMMENT '128 random bits, the public name of the grant',
  `grantee_kind` VARCHAR(8) NOT NULL COMMENT 'a word of Grantee.Kind',
  `grantee` VARCHAR(64) NOT NULL COMMENT 'the code of the office, or the id of the client',
  `type_code` VARCHAR(21) NULL COMMENT 'licence type (GB/T 36904); null: any',
  `item_code` VARCHAR(64) NULL COMMENT 'item of the registry; null: any',
  `channel` VARCHAR(8) NULL COMMENT 'a word of Channel; null: any',
  `valid_from` DATE NOT NULL COMMENT 'first day, Asia/Shanghai',
  `valid_to` DATE NULL COMMENT 'last day, through its end; null: until withdrawn',
  `hours` VARCHAR(11) NULL COMMENT 'hh:mm-hh:mm of every day, Asia/Shanghai; null: at any time',
  `uses_per_day` INT NULL COMMENT 'at most so many uses a day; null: no limit of its own',
  `reason` VARCHAR(200) NOT NULL COMMENT 'why it is needed, in the words of the applicant; nobody''s personal matter',
  `state` VARCHAR(16) NOT NULL COMMENT 'a word of GrantState',
  `applied_by` VARCHAR(64) NOT NULL COMMENT 'the account that applied',
  `applicant_office` VARCHAR(11) NOT NULL COMMENT 'the office that applied',
  `applied_at` DATETIME(6) NOT NULL COMMENT 'when, UTC',
  `reviewed_by` VARCHAR(64) NULL COMMENT 'the account that reviewed, another one; null: not yet',
  `reviewed_at` DATETIME(6) NULL COMMENT 'when, UTC',
  `recommended` BOOLEAN NULL COMMENT 'whether the reviewer is for it',
  `review_comment` VARCHAR(200) NULL COMMENT 'what the reviewer says to it',
  `decided_by` VARCHAR(64) NULL COMMENT 'the account that approved or refused, a third one; null: not yet',
  `decided_at` DATETIME(6) NULL COMMENT 'when, UTC',
  `withdrawn_by` VARCHAR(64) NULL COMMENT 'the account that withdrew it; null: nobody',
  `withdrawn_at` DATETIME(6) NULL COMMENT 'when, UTC',
  PRIMARY KEY (`id`),
  KEY `access_grant_by_state` (`state`),
  KEY `access_grant_by_applicant` (`applicant_office`, `applied_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what offices and systems may ask' */;

CREATE TABLE `access_grant_head` (
  `id` INT NOT NULL COMMENT 'always 1',
  `version` BIGINT NOT NULL COMMENT 'raised by every change of what is approved; nodes read it at every use',
  PRIMARY KEY (`id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the version of the grants in force' */;

INSERT INTO `access_grant_head` (`id`, `version`) VALUES (1, 0);
