-- A second factor for people: the secret of their one-time passwords.

ALTER TABLE `account` ADD COLUMN `otp_key_id` VARCHAR(32) NULL COMMENT 'the key of otp_secret; null: no second factor';
ALTER TABLE `account` ADD COLUMN `otp_secret` VARBINARY(128) NULL COMMENT 'sealed: 160 bits shared with an authenticator app (RFC 6238); null: no second factor';
