-- What the embedded provider delivered, for developers to read. All times are UTC.
CREATE TABLE IF NOT EXISTS inbox_message (
    id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    phone      CHAR(11)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    template   VARCHAR(100)  NOT NULL,
    text       VARCHAR(1000) NOT NULL,
    created_at DATETIME(6)   NOT NULL,
    updated_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    KEY inbox_message_phone (phone, created_at),
    KEY inbox_message_age (created_at)
) ENGINE = InnoDB
  DEFAULT CHARSET = utf8mb4;
