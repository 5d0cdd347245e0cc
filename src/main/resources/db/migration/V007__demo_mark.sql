-- Says that a database holds demo data and nothing else. Times are UTC.

CREATE TABLE `demo_mark` (
  `id` TINYINT NOT NULL COMMENT 'always 1: a database is marked once',
  `day` DATE NOT NULL COMMENT 'the day from which the dates of the demo data are counted, Asia/Shanghai',
  `begun_at` DATETIME(6) NOT NULL COMMENT 'when loading began, UTC',
  `completed_at` DATETIME(6) NULL COMMENT 'when everything was in, UTC; null: not yet',
  PRIMARY KEY (`id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the mark of a demo database; empty in production' */;
