-- Numbers that a clerk gave out and the platform has not agreed to yet. It is told until it answers; then the row goes.
CREATE TABLE IF NOT EXISTS fetched_number (
    hospital_code VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    number        VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
    created_at    DATETIME(3) NOT NULL,
    updated_at    DATETIME(3) NOT NULL, -- when it was told last
    PRIMARY KEY (hospital_code, number),
    KEY fetched_number_age (updated_at),
    CONSTRAINT fetched_number_of_order FOREIGN KEY (hospital_code, number)
        REFERENCES appointment_order (hospital_code, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
