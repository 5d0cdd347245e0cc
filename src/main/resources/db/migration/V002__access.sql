-- Who may use the service. What stands in /*! … */ only the MySQL family knows; H2 reads it as a comment. Times are UTC.

CREATE TABLE `account` (
  `name` VARCHAR(64) NOT NULL COMMENT 'sign-in name',
  `role` VARCHAR(16) NOT NULL COMMENT 'a word of Role',
  `office_code` VARCHAR(11) NOT NULL COMMENT 'the office it works for',
  `password_hash` VARCHAR(255) NOT NULL COMMENT 'Argon2id, PHC string form',
  `password_set_at` DATETIME(6) NOT NULL COMMENT 'sessions begun before are over',
  `demo` BOOLEAN NOT NULL COMMENT 'works only on a database that is marked as demo',
  `disabled_at` DATETIME(6) NULL COMMENT 'null while it works',
  `created_at` DATETIME(6) NOT NULL COMMENT 'when it was added',
  PRIMARY KEY (`name`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='members of offices'' staff' */;

CREATE TABLE `client` (
  `id` VARCHAR(64) NOT NULL COMMENT 'OAuth 2 client id',
  `office_code` VARCHAR(11) NOT NULL COMMENT 'the office on whose behalf it asks',
  `secret_hash` VARCHAR(255) NULL COMMENT 'Argon2id, PHC string form; null: it has keys',
  `jwks` TEXT NULL COMMENT 'its public keys (RFC 7517); null: it has a secret',
  `demo` BOOLEAN NOT NULL COMMENT 'works only on a database that is marked as demo',
  `disabled_at` DATETIME(6) NULL COMMENT 'null while it works',
  `created_at` DATETIME(6) NOT NULL COMMENT 'when it was added',
  PRIMARY KEY (`id`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='other offices'' systems' */;

CREATE TABLE `client_assertion` (
  `digest` BINARY(32) NOT NULL COMMENT 'SHA-256 of client id and jti',
  `expires_at` DATETIME(6) NOT NULL COMMENT 'may be forgotten from then on',
  PRIMARY KEY (`digest`),
  KEY `client_assertion_by_expiry` (`expires_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='assertions of clients that were used: each only once' */;

CREATE TABLE `session` (
  `digest` BINARY(32) NOT NULL COMMENT 'SHA-256 of the token that the browser holds',
  `kind` VARCHAR(16) NOT NULL COMMENT 'STAFF or CITIZEN',
  `account` VARCHAR(64) NOT NULL COMMENT 'account.name of STAFF; otherwise empty',
  `citizen_key_id` VARCHAR(32) NOT NULL COMMENT 'key under which citizen is sealed; empty for STAFF',
  `citizen` VARBINARY(2048) NOT NULL COMMENT 'number and name of CITIZEN, sealed; otherwise empty',
  `created_at` DATETIME(6) NOT NULL COMMENT 'sign-in',
  `last_seen_at` DATETIME(6) NOT NULL COMMENT 'last use, to a thirtieth of the idle time',
  `expires_at` DATETIME(6) NOT NULL COMMENT 'over from then on in any case',
  PRIMARY KEY (`digest`),
  KEY `session_by_expiry` (`expires_at`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who is signed in' */;

CREATE TABLE `attempt_count` (
  `kind` VARCHAR(16) NOT NULL COMMENT 'a word of Attempts.Kind',
  `subject_index` BINARY(32) NOT NULL COMMENT 'keyed index of who and what',
  `window_start` DATETIME(6) NOT NULL COMMENT 'when the window began',
  `attempts` INT NOT NULL COMMENT 'how many in this window',
  `last_at` DATETIME(6) NOT NULL COMMENT 'the last one',
  PRIMARY KEY (`kind`, `subject_index`, `window_start`),
  KEY `attempt_count_by_window` (`window_start`)
) /*! ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what must not be tried too often' */;
