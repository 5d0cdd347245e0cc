-- What citizens hold out at the counter, each once.

CREATE TABLE `presentation` (
  `show_id` BINARY(16) NOT NULL COMMENT '128 random bits, by which the citizen''s phone asks after it',
  `jti` BINARY(16) NOT NULL COMMENT 'the one-time id in its token',
  `code_index` BINARY(32) NOT NULL COMMENT 'HMAC of its 20 digits',
  `citizen_index` BINARY(32) NOT NULL COMMENT 'HMAC of the citizen''s number',
  `index_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of both indices',
  `identifier` VARCHAR(100) NOT NULL COMMENT 'the licence that is shown (GB/T 36904); its serial is random',
  `item_code` VARCHAR(64) NULL COMMENT 'the item it is bound to; null: any',
  `fields` VARCHAR(1000) NULL COMMENT 'attribute keys that the citizen agreed to, joined by |; null: those of the item',
  `seal_key_id` VARCHAR(32) NOT NULL COMMENT 'the key of body',
  `body` BLOB NOT NULL COMMENT 'sealed: the citizen, and the holder of the licence',
  `expires_at` DATETIME(6) NOT NULL COMMENT 'from this moment on it is expired, UTC',
  `used_at` DATETIME(6) NULL COMMENT 'when it was accepted, UTC; null: not yet',
  `used_by` VARCHAR(11) NULL COMMENT 'the office that accepted it; null: not yet',
  PRIMARY KEY (`show_id`),
  UNIQUE KEY `presentation_by_jti` (`jti`),
  UNIQUE KEY `presentation_by_code` (`code_index`),
  KEY `presentation_by_end` (`expires_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='show tokens and codes, each accepted once' */;
