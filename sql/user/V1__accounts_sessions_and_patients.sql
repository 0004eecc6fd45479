-- All times are UTC. Ids are random UUIDs, so that they can't be guessed or counted.

CREATE TABLE IF NOT EXISTS account (
    id                  CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    phone               VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    open_id             VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    status              VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    verification        VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    name                VARCHAR(50)  NULL,
    certificate_type    CHAR(2)      COLLATE utf8mb4_bin NULL,
    certificate_number  VARCHAR(255) COLLATE utf8mb4_bin NULL, -- encrypted
    certificate_file_id VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    submitted_at        DATETIME(3)  NULL,
    decided_at          DATETIME(3)  NULL,
    decided_by          CHAR(36)     COLLATE utf8mb4_bin NULL,
    decision_reason     VARCHAR(200) NULL,
    created_at          DATETIME(3)  NOT NULL,
    updated_at          DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY account_phone (phone),
    UNIQUE KEY account_open_id (open_id),
    KEY account_created (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS patient (
    id                 CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    account_id         CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    name               VARCHAR(50)  NOT NULL,
    certificate_type   CHAR(2)      COLLATE utf8mb4_bin NOT NULL,
    certificate_number VARCHAR(255) COLLATE utf8mb4_bin NOT NULL, -- encrypted
    sex                VARCHAR(6)   COLLATE utf8mb4_bin NOT NULL,
    birth_date         DATE         NOT NULL,
    phone              VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    province_code      CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    city_code          CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    district_code      CHAR(6)      COLLATE utf8mb4_bin NOT NULL,
    address            VARCHAR(200) NOT NULL,
    insured            BOOLEAN      NOT NULL,
    card_number        VARCHAR(40)  COLLATE utf8mb4_bin NULL,
    contact_name       VARCHAR(50)  NULL,
    contact_phone      VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    created_at         DATETIME(3)  NOT NULL,
    updated_at         DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY patient_account (account_id, created_at),
    CONSTRAINT patient_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS operator (
    id            CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    username      VARCHAR(50)  COLLATE utf8mb4_bin NOT NULL,
    name          VARCHAR(50)  NOT NULL,
    password_hash VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY operator_username (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Failed operator sign-ins by user name, whether it exists or not: a lock-out must not tell which names exist.
CREATE TABLE IF NOT EXISTS operator_attempt (
    username_index CHAR(64)    COLLATE utf8mb4_bin NOT NULL, -- keyed hash
    failures       INT         NOT NULL,
    locked_until   DATETIME(3) NULL,
    created_at     DATETIME(3) NOT NULL,
    updated_at     DATETIME(3) NOT NULL,
    PRIMARY KEY (username_index),
    KEY operator_attempt_age (updated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One sign-in and what was refreshed from it; the owner is an account or an operator.
CREATE TABLE IF NOT EXISTS session (
    id         CHAR(36)    COLLATE utf8mb4_bin NOT NULL,
    owner_id   CHAR(36)    COLLATE utf8mb4_bin NOT NULL,
    owner_kind VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NULL,
    end_reason VARCHAR(20) COLLATE utf8mb4_bin NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY session_owner (owner_id, ended_at),
    KEY session_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Used tokens stay until their session is cleaned away: that is how a reuse is recognised.
CREATE TABLE IF NOT EXISTS refresh_token (
    token_hash CHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    session_id CHAR(36)    COLLATE utf8mb4_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at    DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (token_hash),
    KEY refresh_token_session (session_id),
    KEY refresh_token_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Revocations that still have to reach the list in Redis; a row goes when they have.
CREATE TABLE IF NOT EXISTS pending_revocation (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    member     VARCHAR(50) COLLATE utf8mb4_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE IF NOT EXISTS sign_in_record (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    account_id CHAR(36)    COLLATE utf8mb4_bin NULL,
    phone      VARCHAR(20) COLLATE utf8mb4_bin NULL, -- of the attempt
    kind       VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    outcome    VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    address    VARCHAR(45) COLLATE utf8mb4_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY sign_in_record_account (account_id, id),
    KEY sign_in_record_phone (phone, id),
    KEY sign_in_record_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Signing keys of access tokens; the newest signs. A replaced key stays published until its tokens have expired.
CREATE TABLE IF NOT EXISTS token_key (
    sequence     BIGINT        NOT NULL AUTO_INCREMENT,
    id           VARCHAR(43)   COLLATE utf8mb4_bin NOT NULL,
    public_part  VARCHAR(500)  COLLATE utf8mb4_bin NOT NULL,
    private_part VARCHAR(1000) COLLATE utf8mb4_bin NOT NULL, -- encrypted
    expires_at   DATETIME(3)   NULL,
    created_at   DATETIME(3)   NOT NULL,
    updated_at   DATETIME(3)   NOT NULL,
    PRIMARY KEY (sequence),
    UNIQUE KEY token_key_id (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Rows that instances lock to do something one after the other.
CREATE TABLE IF NOT EXISTS turn (
    name       VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT IGNORE INTO turn (name, created_at, updated_at) VALUES ('token-key', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
