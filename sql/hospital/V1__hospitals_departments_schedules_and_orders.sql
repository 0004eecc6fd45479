-- The hospital's own books. One instance keeps several hospitals, so every key starts with the hospital's code.
-- All times are UTC, dates are days in Asia/Shanghai. A row whose revision is above uploaded_revision has changes that
-- the platform does not have yet.

CREATE TABLE IF NOT EXISTS hospital (
    code              VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    name              VARCHAR(100) NOT NULL,
    grade             VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    province_code     CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    city_code         CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    district_code     CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    address           VARCHAR(200) NOT NULL,
    intro             VARCHAR(2000) NOT NULL,
    route             VARCHAR(1000) NOT NULL,
    fetch_address     VARCHAR(100) NOT NULL,
    cycle_days        INT          NOT NULL,
    release_time      TIME         NOT NULL,
    stop_time         TIME         NOT NULL,
    quit_day_offset   INT          NOT NULL,
    quit_time         TIME         NOT NULL,
    notices           VARCHAR(2000) NOT NULL, -- one a line
    revision          INT          NOT NULL,
    uploaded_revision INT          NOT NULL,
    upload_result     VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    upload_reason     VARCHAR(300) NULL,
    created_at        DATETIME(3)  NOT NULL,
    updated_at        DATETIME(3)  NOT NULL,
    PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How a hospital and the platform reach and recognise each other.
CREATE TABLE IF NOT EXISTS platform_connection (
    hospital_code VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    platform_url  VARCHAR(200) COLLATE utf8mb4_bin NULL, -- null: the configured one
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (hospital_code),
    CONSTRAINT connection_of_hospital FOREIGN KEY (hospital_code) REFERENCES hospital (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The key without an end signs; replaced ones are still taken for a while, because the platform may use them still.
CREATE TABLE IF NOT EXISTS signing_key (
    key_id        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    hospital_code VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    signing_key   VARCHAR(500) COLLATE utf8mb4_bin NOT NULL, -- encrypted
    valid_until   DATETIME(3)  NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (key_id),
    KEY signing_key_hospital (hospital_code),
    CONSTRAINT key_of_hospital FOREIGN KEY (hospital_code) REFERENCES hospital (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE IF NOT EXISTS used_nonce (
    key_id     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    nonce      VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (key_id, nonce),
    KEY used_nonce_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE IF NOT EXISTS department (
    hospital_code     VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    code              VARCHAR(32)  COLLATE utf8mb4_bin NOT NULL,
    name              VARCHAR(50)  NOT NULL,
    intro             VARCHAR(1000) NOT NULL,
    parent_code       VARCHAR(32)  COLLATE utf8mb4_bin NULL,
    revision          INT          NOT NULL,
    uploaded_revision INT          NOT NULL,
    upload_result     VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    upload_reason     VARCHAR(300) NULL,
    created_at        DATETIME(3)  NOT NULL,
    updated_at        DATETIME(3)  NOT NULL,
    PRIMARY KEY (hospital_code, code),
    CONSTRAINT department_of_hospital FOREIGN KEY (hospital_code) REFERENCES hospital (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The ledger: taken are the active orders, issued the sequence numbers given out, which are never given twice.
CREATE TABLE IF NOT EXISTS schedule (
    hospital_code     VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    id                VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    department_code   VARCHAR(32)  COLLATE utf8mb4_bin NOT NULL,
    title             VARCHAR(50)  NOT NULL,
    doctor            VARCHAR(50)  NOT NULL,
    skill             VARCHAR(300) NOT NULL,
    work_date         DATE         NOT NULL,
    session           VARCHAR(2)   COLLATE utf8mb4_bin NOT NULL,
    fee               DECIMAL(10, 2) NOT NULL,
    status            VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    total             INT          NOT NULL,
    taken             INT          NOT NULL,
    issued            INT          NOT NULL,
    revision          INT          NOT NULL,
    uploaded_revision INT          NOT NULL,
    upload_result     VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    upload_reason     VARCHAR(300) NULL,
    created_at        DATETIME(3)  NOT NULL,
    updated_at        DATETIME(3)  NOT NULL,
    PRIMARY KEY (hospital_code, id),
    KEY schedule_day (hospital_code, work_date),
    CONSTRAINT schedule_of_department FOREIGN KEY (hospital_code, department_code)
        REFERENCES department (hospital_code, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every number of the platform that was ever asked for, refused and cancelled ones too. A number that was cancelled
-- before it was submitted has nothing but its status.
CREATE TABLE IF NOT EXISTS appointment_order (
    hospital_code      VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    number             VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    record_id          VARCHAR(40)  COLLATE utf8mb4_bin NULL,
    status             VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    reason             VARCHAR(100) NULL,
    schedule_id        VARCHAR(40)  COLLATE utf8mb4_bin NULL,
    department_code    VARCHAR(32)  COLLATE utf8mb4_bin NULL,
    visit_date         DATE         NULL,
    session            VARCHAR(2)   COLLATE utf8mb4_bin NULL,
    fee                DECIMAL(10, 2) NULL,
    sequence_number    INT          NULL,
    fetch_time         VARCHAR(50)  NULL,
    fetch_address      VARCHAR(200) NULL,
    patient_name       VARCHAR(50)  NULL,
    certificate_type   VARCHAR(10)  COLLATE utf8mb4_bin NULL,
    certificate_number VARCHAR(255) COLLATE utf8mb4_bin NULL, -- encrypted
    sex                VARCHAR(6)   COLLATE utf8mb4_bin NULL,
    birth_date         DATE         NULL,
    phone              VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    insured            BOOLEAN      NULL,
    card_number        VARCHAR(40)  COLLATE utf8mb4_bin NULL,
    created_at         DATETIME(3)  NOT NULL,
    updated_at         DATETIME(3)  NOT NULL,
    PRIMARY KEY (hospital_code, number),
    UNIQUE KEY appointment_order_record (record_id),
    KEY appointment_order_schedule (hospital_code, schedule_id),
    KEY appointment_order_day (hospital_code, visit_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS clerk (
    username      VARCHAR(50)  COLLATE utf8mb4_bin NOT NULL,
    password_hash VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Sign-ins by user name, whether it exists or not: a lock-out must not tell which names exist.
CREATE TABLE IF NOT EXISTS clerk_attempt (
    username_index CHAR(64)    COLLATE utf8mb4_bin NOT NULL, -- keyed hash
    failures       INT         NOT NULL,
    locked_until   DATETIME(3) NULL,
    created_at     DATETIME(3) NOT NULL,
    updated_at     DATETIME(3) NOT NULL,
    PRIMARY KEY (username_index),
    KEY clerk_attempt_age (updated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
