-- What the alarm log offers to choose from, and its pauses, are found without reading all of it.
CREATE INDEX alarm_kind ON alarm (kind);
CREATE INDEX alarm_log_cause ON alarm_log (condition_key, sequence);
