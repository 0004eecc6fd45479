-- All times are UTC. What the platform and a hospital have agreed on; the catalogue itself is in MongoDB.

CREATE TABLE IF NOT EXISTS hospital_setting (
    id            CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    hospital_code VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    name          VARCHAR(100) NOT NULL,
    api_url       VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
    contact_name  VARCHAR(50)  NULL,
    contact_phone VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    status        VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY hospital_setting_code (hospital_code),
    KEY hospital_setting_status (status, hospital_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A key without a time of retirement is the newest of its hospital.
CREATE TABLE IF NOT EXISTS hospital_key (
    key_id        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    hospital_code VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    number        INT          NOT NULL,
    value         VARCHAR(255) COLLATE utf8mb4_bin NOT NULL, -- encrypted
    used_at       DATETIME(3)  NULL, -- when the hospital first signed with it
    retires_at    DATETIME(3)  NULL,
    created_at    DATETIME(3)  NOT NULL,
    updated_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (key_id),
    UNIQUE KEY hospital_key_number (hospital_code, number),
    CONSTRAINT hospital_key_of_setting FOREIGN KEY (hospital_code) REFERENCES hospital_setting (hospital_code)
        ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
