-- The newest alarm before a moment: the days of the alarm log are found day by day, not by looking at every alarm.
CREATE INDEX alarm_start ON alarm (start_utc DESC);
