-- How many were taken when the total was lowered below them, and fewer once some are given back: so many may be above the
-- total and are not oversold. What is above it already cannot be told apart any more.
ALTER TABLE schedule_slot ADD COLUMN kept INT NOT NULL DEFAULT 0 AFTER active;

UPDATE schedule_slot SET kept = active WHERE active > total;
