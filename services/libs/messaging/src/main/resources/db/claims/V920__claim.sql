-- Work whose effect is outside of the database: claimed until a time, or done when there is none.
CREATE TABLE IF NOT EXISTS claim (
    name          VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    holder        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claimed_until DATETIME(6)  NULL,
    created_at    DATETIME(6)  NOT NULL,
    updated_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (name),
    KEY claim_age (created_at)
) ENGINE = InnoDB
  DEFAULT CHARSET = utf8mb4;
