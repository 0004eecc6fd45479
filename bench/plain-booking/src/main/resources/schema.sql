DROP TABLE IF EXISTS appointment;
DROP TABLE IF EXISTS schedule;
CREATE TABLE schedule (
  id VARCHAR(80) PRIMARY KEY,
  total INT NOT NULL,
  available INT NOT NULL
);
CREATE TABLE appointment (
  number CHAR(36) PRIMARY KEY,
  schedule_id VARCHAR(80) NOT NULL,
  patient_id VARCHAR(80) NOT NULL,
  status VARCHAR(20) NOT NULL,
  sold_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  KEY schedule (schedule_id)
);
