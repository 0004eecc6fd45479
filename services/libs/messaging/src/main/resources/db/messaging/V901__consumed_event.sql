-- Events whose effect is committed: a redelivered one does nothing.
CREATE TABLE IF NOT EXISTS consumed_event (
    queue      VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (queue, event_id),
    KEY consumed_event_age (created_at)
) ENGINE = InnoDB
  DEFAULT CHARSET = utf8mb4;
