-- Answers of create calls that carried an Idempotency-Key, kept for 24 hours.
CREATE TABLE IF NOT EXISTS idempotent_answer (
    caller       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_key  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer       MEDIUMTEXT   NULL,
    created_at   DATETIME(3)  NOT NULL,
    updated_at   DATETIME(3)  NOT NULL,
    PRIMARY KEY (caller, request_key),
    KEY idempotent_answer_age (created_at)
) DEFAULT CHARSET = utf8mb4;
