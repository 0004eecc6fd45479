-- What is known of each appointment: one row a number, so that a repeated or late event changes nothing.
-- All times are UTC of the database's own clock.
CREATE TABLE IF NOT EXISTS appointment_state (
    number        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    hospital_code VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    visit_date    DATE        NOT NULL,
    active        BOOLEAN     NOT NULL,           -- confirmed, paid or fetched
    version       BIGINT      NOT NULL,           -- of the appointment in service-order; a higher one is later
    created_at    DATETIME(6) NOT NULL,
    updated_at    DATETIME(6) NOT NULL,           -- heard of last, by an event or a rebuild
    PRIMARY KEY (number),
    KEY appointment_state_day (visit_date, active),
    KEY appointment_state_hospital_day (hospital_code, visit_date, active),
    KEY appointment_state_heard (updated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
