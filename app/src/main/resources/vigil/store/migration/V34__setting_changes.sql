-- A setting that the record depends on, changed by a person at the console: the entry says who and when.
CREATE TABLE setting_change (
    sequence        BIGINT PRIMARY KEY,
    setting         CHARACTER VARYING NOT NULL,             -- for example pump line
    before_value    CHARACTER VARYING NOT NULL,             -- empty where nothing was set
    after_value     CHARACTER VARYING NOT NULL
);
