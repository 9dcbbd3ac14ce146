-- launched: occurrences that became a run, ever, which max_runs bounds.
ALTER TABLE clock ADD COLUMN launched INTEGER NOT NULL DEFAULT 0;
