-- launched: occurrences that became a run, ever, which max_runs bounds.
ALTER TABLE clock ADD COLUMN launched bigint NOT NULL DEFAULT 0;
