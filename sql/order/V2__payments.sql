-- Payments, refunds, and what an operator has to look at. All times are UTC.

CREATE TABLE IF NOT EXISTS payment (
    out_trade_no VARCHAR(32)    COLLATE utf8mb4_bin NOT NULL, -- number of the appointment and of the attempt
    number       CHAR(20)       COLLATE utf8mb4_bin NOT NULL,
    attempt      INT            NOT NULL,
    open_number  CHAR(20)       COLLATE utf8mb4_bin NULL, -- the number while open: one open payment an appointment
    status       VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    channel      VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    amount       DECIMAL(10, 2) NOT NULL,
    code_url     VARCHAR(512)   COLLATE utf8mb4_bin NULL,
    trade_no     VARCHAR(64)    COLLATE utf8mb4_bin NULL,
    raw_receipt  MEDIUMTEXT     NULL, -- what the provider said when it was paid
    expires_at   DATETIME(3)    NOT NULL,
    ask_at       DATETIME(3)    NULL, -- when the provider is asked again; NULL once its answer is final
    asked        INT            NOT NULL,
    created_at   DATETIME(3)    NOT NULL,
    updated_at   DATETIME(3)    NOT NULL,
    PRIMARY KEY (out_trade_no),
    UNIQUE KEY payment_attempt (number, attempt),
    UNIQUE KEY payment_open (open_number),
    KEY payment_ask (ask_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One a payment, always of its whole amount.
CREATE TABLE IF NOT EXISTS refund (
    out_refund_no   VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    out_trade_no    VARCHAR(32)    COLLATE utf8mb4_bin NOT NULL,
    number          CHAR(20)       COLLATE utf8mb4_bin NOT NULL,
    amount          DECIMAL(10, 2) NOT NULL,
    reason          VARCHAR(80)    NOT NULL,
    attempts        INT            NOT NULL,
    next_attempt_at DATETIME(3)    NULL, -- NULL once the money is back
    created_at      DATETIME(3)    NOT NULL,
    updated_at      DATETIME(3)    NOT NULL,
    PRIMARY KEY (out_refund_no),
    UNIQUE KEY refund_payment (out_trade_no),
    KEY refund_due (next_attempt_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Money that does not fit what was asked for: nothing is done by itself.
CREATE TABLE IF NOT EXISTS payment_incident (
    id           BIGINT         NOT NULL AUTO_INCREMENT,
    out_trade_no VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    trade_no     VARCHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    kind         VARCHAR(20)    COLLATE utf8mb4_bin NOT NULL,
    amount       DECIMAL(10, 2) NULL,
    raw_receipt  MEDIUMTEXT     NULL,
    created_at   DATETIME(3)    NOT NULL,
    updated_at   DATETIME(3)    NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY payment_incident_once (out_trade_no, trade_no, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The fake cashier's own book; empty where a real provider is used.
CREATE TABLE IF NOT EXISTS cashier_trade (
    out_trade_no VARCHAR(32)    COLLATE utf8mb4_bin NOT NULL,
    amount       DECIMAL(10, 2) NOT NULL,
    description  VARCHAR(127)   NOT NULL,
    state        VARCHAR(10)    COLLATE utf8mb4_bin NOT NULL,
    trade_no     VARCHAR(64)    COLLATE utf8mb4_bin NULL,
    refund_no    VARCHAR(64)    COLLATE utf8mb4_bin NULL,
    expires_at   DATETIME(3)    NOT NULL,
    created_at   DATETIME(3)    NOT NULL,
    updated_at   DATETIME(3)    NOT NULL,
    PRIMARY KEY (out_trade_no),
    KEY cashier_trade_refund (refund_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
