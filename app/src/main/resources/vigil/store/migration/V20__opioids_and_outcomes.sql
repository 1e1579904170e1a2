-- What accompanies an infusion: opioid regimens, scores before and after, and what was shown beside the dose.

CREATE TABLE opioid_regimen (
    sequence        BIGINT PRIMARY KEY,
    occasion        CHARACTER VARYING(20) NOT NULL,         -- ADMISSION, CHANGE, DISCHARGE
    taken_on        DATE NOT NULL,                          -- first day of this regimen
    table_version   CHARACTER VARYING(20) NOT NULL          -- of the conversion table, for example 2021-06
);

CREATE TABLE opioid_dose (
    sequence        BIGINT NOT NULL,
    number          INTEGER NOT NULL,                       -- from 1, as entered
    substance       CHARACTER VARYING NOT NULL,
    route           CHARACTER VARYING(20) NOT NULL,
    with_naloxone   BOOLEAN NOT NULL,
    amount          DECFLOAT(34) NOT NULL,
    unit            CHARACTER VARYING(20) NOT NULL,         -- MG_PER_DAY, MICROGRAM_PER_DAY, MICROGRAM_PER_H
    factor          DECFLOAT(34),                           -- NULL: not convertible with that table
    omedd_mg_per_day DECFLOAT(34),                          -- compares regimens; not a switching dose
    PRIMARY KEY (sequence, number)
);

-- Scores of instruments, never their questions.
CREATE TABLE outcome_score (
    sequence        BIGINT PRIMARY KEY,
    occasion        CHARACTER VARYING(10) NOT NULL,         -- BEFORE, AFTER
    scored_on       DATE NOT NULL,
    bpi_severity    DECFLOAT(34),                           -- 0 to 10
    bpi_interference DECFLOAT(34),                          -- 0 to 10
    pseq            INTEGER,                                -- 0 to 60
    other           CHARACTER VARYING NOT NULL,
    waived_because  CHARACTER VARYING NOT NULL
);

-- A published regimen shown as a band, by its id. Not an order.
CREATE TABLE reference_choice (
    sequence        BIGINT PRIMARY KEY,
    regimen         CHARACTER VARYING                       -- NULL: none any more
);

CREATE TABLE plasma_choice (
    sequence        BIGINT PRIMARY KEY,
    shown           BOOLEAN NOT NULL,
    exclusions      CHARACTER VARYING NOT NULL              -- words with spaces between; any of them hides the estimate
);
