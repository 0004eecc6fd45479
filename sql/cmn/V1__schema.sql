-- Entries of all dictionaries. A row without parent is the root of a dictionary and has its code; every other row has a
-- value that is unique in its dictionary. Ids below 1,000,000 are given by the seed, later ones by the database.
CREATE TABLE IF NOT EXISTS dictionary_entry (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    root_id    BIGINT       NULL COMMENT 'the root above; null for a root',
    parent_id  BIGINT       NULL,
    depth      TINYINT      NOT NULL COMMENT 'steps to the root; 0 for a root',
    code       VARCHAR(64)  NULL COMMENT 'only of a root',
    value      VARCHAR(64)  NULL COMMENT 'of everything else',
    name       VARCHAR(200) NOT NULL,
    created_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY dictionary_entry_code (code),
    UNIQUE KEY dictionary_entry_value (root_id, value),
    KEY dictionary_entry_parent (parent_id),
    KEY dictionary_entry_depth (depth, id),
    CONSTRAINT dictionary_entry_root FOREIGN KEY (root_id) REFERENCES dictionary_entry (id),
    CONSTRAINT dictionary_entry_parent FOREIGN KEY (parent_id) REFERENCES dictionary_entry (id),
    CONSTRAINT dictionary_entry_shape CHECK (
        (depth = 0 AND root_id IS NULL AND parent_id IS NULL AND code IS NOT NULL AND value IS NULL)
        OR (depth > 0 AND root_id IS NOT NULL AND parent_id IS NOT NULL AND code IS NULL AND value IS NOT NULL))
) ENGINE = InnoDB AUTO_INCREMENT = 1000000 DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row. Each edit replaces the word in its own transaction: its row lock puts edits in line, and cached reads that
-- were stored under the old word are not asked for any more.
CREATE TABLE IF NOT EXISTS dictionary_generation (
    id         TINYINT     NOT NULL,
    generation CHAR(36)    NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A word, not a number: a database made anew or restored next to a Redis that was kept never meets its old entries.
INSERT IGNORE INTO dictionary_generation (id, generation) VALUES (1, UUID());
