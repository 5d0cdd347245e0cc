-- How often offices' people and systems ask: what all nodes together have counted. Subjects are kept as keyed indices only.

CREATE TABLE `quota_count` (
  `subject_index` BINARY(32) NOT NULL COMMENT 'keyed index of the caller, operator or grant',
  `span` VARCHAR(8) NOT NULL COMMENT 'a word of QuotaSpan',
  `span_start` DATETIME(6) NOT NULL COMMENT 'when the span began, UTC',
  `uses` BIGINT NOT NULL COMMENT 'how many uses',
  PRIMARY KEY (`subject_index`, `span`, `span_start`),
  KEY `quota_count_by_start` (`span_start`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='uses counted against quotas' */;

CREATE TABLE `quota_holders` (
  `subject_index` BINARY(32) NOT NULL COMMENT 'keyed index of the caller or operator',
  `span_start` DATETIME(6) NOT NULL COMMENT 'when the day began, UTC',
  `sketch` VARBINARY(2048) NOT NULL COMMENT 'one bit for each holder, chosen by a keyed index (linear counting)',
  PRIMARY KEY (`subject_index`, `span_start`),
  KEY `quota_holders_by_start` (`span_start`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='how many different holders were asked about' */;
