-- Counters without a network: when a clerk was at work and last in touch, against which acceptances that come later are held;
-- and what citizens held out, found again by the time that is left to report them.

CREATE TABLE `shift` (
  `shift_id` BINARY(16) NOT NULL COMMENT '128 random bits',
  `session_digest` BINARY(32) NOT NULL COMMENT 'the session with which it began; that is deleted when it ends, and this stays',
  `account` VARCHAR(64) NOT NULL COMMENT 'account.name',
  `began_at` DATETIME(6) NOT NULL COMMENT 'when somebody signed in, UTC',
  `contact_at` DATETIME(6) NOT NULL COMMENT 'when the counter last had word from the service, UTC',
  `ended_at` DATETIME(6) NULL COMMENT 'when somebody signed out, UTC; null: not by hand',
  PRIMARY KEY (`shift_id`),
  UNIQUE KEY `shift_of_session` (`session_digest`),
  KEY `shift_of_account` (`account`, `began_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='shifts of staff; deleted when nothing can be reported for them any more' */;
