-- All times are UTC.

-- When each task is due next and which instance is at it: the table of the library db-scheduler, in its shape.
CREATE TABLE IF NOT EXISTS scheduled_tasks (
    task_name            VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    task_instance        VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    task_data            BLOB         NULL,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50)  NULL,
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT          NULL,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT     NULL,
    PRIMARY KEY (task_name, task_instance),
    KEY scheduled_tasks_due (execution_time),
    KEY scheduled_tasks_heartbeat (last_heartbeat)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What has been triggered.
CREATE TABLE IF NOT EXISTS task_run (
    id            CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    task          VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    scheduled_for DATETIME(6)  NOT NULL,
    requested_by  VARCHAR(64)  COLLATE utf8mb4_bin NULL, -- the operator; NULL when the schedule did it
    created_at    DATETIME(6)  NOT NULL,
    updated_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY task_run_latest (task, created_at),
    KEY task_run_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
