-- All times are UTC. Appointments, the count of each schedule, and what the hospital still has to be told.

-- The one place where a slot is counted. A reservation is "active = active + 1 WHERE active < total"; active is the
-- number of this schedule's appointments in REQUESTED, CONFIRMED, PAID or FETCHED. Total and version come from the
-- catalogue; revision grows with every change, so that a projection can tell newer from older.
CREATE TABLE IF NOT EXISTS schedule_slot (
    schedule_id      VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    hospital_code    VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,
    total            INT         NOT NULL,
    active           INT         NOT NULL,
    revision         BIGINT      NOT NULL,
    schedule_version BIGINT      NOT NULL,
    withdrawn        BOOLEAN     NOT NULL, -- the hospital cancelled the schedule
    created_at       DATETIME(3) NOT NULL,
    updated_at       DATETIME(3) NOT NULL,
    PRIMARY KEY (schedule_id),
    KEY schedule_slot_withdrawn (withdrawn, updated_at),
    CONSTRAINT schedule_slot_count CHECK (active >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS appointment (
    number                     CHAR(20)       COLLATE utf8mb4_bin NOT NULL,
    status                     VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    version                    INT            NOT NULL,
    -- One active appointment per patient, department, date and session: a hash of these while active, else NULL.
    active_key                 CHAR(64)       COLLATE utf8mb4_bin NULL,
    user_id                    VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    user_phone                 VARCHAR(20)    COLLATE utf8mb4_bin NOT NULL,
    patient_id                 VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    patient_name               VARCHAR(50)    NOT NULL,
    patient_certificate_type   VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    patient_certificate_number VARCHAR(255)   COLLATE utf8mb4_bin NOT NULL, -- encrypted
    patient_sex                VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    patient_birth_date         DATE           NOT NULL,
    patient_phone              VARCHAR(20)    COLLATE utf8mb4_bin NOT NULL,
    patient_insured            BOOLEAN        NOT NULL,
    patient_card_number        VARCHAR(64)    COLLATE utf8mb4_bin NULL,
    schedule_id                VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    hospital_code              VARCHAR(32)    COLLATE utf8mb4_bin NOT NULL,
    hospital_name              VARCHAR(100)   NOT NULL,
    hospital_schedule_id       VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    department_code            VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    department_name            VARCHAR(100)   NOT NULL,
    title                      VARCHAR(100)   NULL,
    doctor                     VARCHAR(100)   NULL,
    skill                      VARCHAR(1000)  NULL,
    visit_date                 DATE           NOT NULL,
    session                    VARCHAR(2)     COLLATE utf8mb4_bin NOT NULL,
    fee                        DECIMAL(10, 2) NOT NULL,
    quit_deadline              DATETIME(3)    NOT NULL,
    -- What the hospital gave.
    hospital_record_id         VARCHAR(64)    COLLATE utf8mb4_bin NULL,
    sequence_number            INT            NULL,
    fetch_time                 VARCHAR(100)   NULL,
    fetch_address              VARCHAR(200)   NULL,
    expires_at                 DATETIME(3)    NULL, -- an unpaid one is given up then
    reason                     VARCHAR(300)   NULL, -- of a refusal or a cancellation
    cancelled_by               VARCHAR(10)    COLLATE utf8mb4_bin NULL,
    reminded_at                DATETIME(3)    NULL,
    -- When the hospital is asked again; NULL unless REQUESTED.
    ask_at                     DATETIME(3)    NULL,
    asked                      INT            NOT NULL,
    created_at                 DATETIME(3)    NOT NULL,
    updated_at                 DATETIME(3)    NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY appointment_active (active_key),
    KEY appointment_user (user_id, created_at),
    KEY appointment_ask (ask_at),
    KEY appointment_expiry (status, expires_at),
    KEY appointment_schedule (schedule_id, status),
    KEY appointment_visit (visit_date, hospital_code, status),
    KEY appointment_record (hospital_code, hospital_record_id),
    KEY appointment_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a hospital has to be told, written with the change that it tells of and sent outside any transaction.
CREATE TABLE IF NOT EXISTS hospital_notice (
    number          CHAR(20)     COLLATE utf8mb4_bin NOT NULL,
    kind            VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    schedule_id     VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    attempts        INT          NOT NULL,
    next_attempt_at DATETIME(3)  NULL, -- NULL once it is told or given up
    outcome         VARCHAR(300) NULL,
    created_at      DATETIME(3)  NOT NULL,
    updated_at      DATETIME(3)  NOT NULL,
    PRIMARY KEY (number, kind),
    KEY hospital_notice_due (next_attempt_at),
    KEY hospital_notice_schedule (schedule_id, next_attempt_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
