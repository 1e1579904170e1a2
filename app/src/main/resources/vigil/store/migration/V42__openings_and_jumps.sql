-- The same entries lead to other rows than before: an opening begins a session of its own even where the end of the one
-- before is not in the record, and a rate that jumps tenfold is an alarm. What an older program made is made anew.
COMMENT ON COLUMN projection.schema_hash IS 'of all scripts that made these tables; another one means that all of it is made anew';
