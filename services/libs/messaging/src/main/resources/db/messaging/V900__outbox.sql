-- Events that wait for the broker, and for a while those that it has taken.
-- next_attempt_at starts as due_at and is retry time and lease in one: a relay moves it ahead before it publishes, so that
-- a relay killed half-way gives its events back by itself. All times are UTC of the database's own clock.
CREATE TABLE IF NOT EXISTS outbox (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    event_id        VARCHAR(64)  NOT NULL,
    type            VARCHAR(100) NOT NULL,
    payload         MEDIUMTEXT   NOT NULL,
    traceparent     VARCHAR(55)  NULL,
    attempts        INT          NOT NULL DEFAULT 0,
    last_error      VARCHAR(300) NULL,
    due_at          DATETIME(6)  NOT NULL,
    next_attempt_at DATETIME(6)  NOT NULL,
    published_at    DATETIME(6)  NULL,
    created_at      DATETIME(6)  NOT NULL,
    updated_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY outbox_event (event_id),
    KEY outbox_next (published_at, next_attempt_at)
) ENGINE = InnoDB
  DEFAULT CHARSET = utf8mb4;
