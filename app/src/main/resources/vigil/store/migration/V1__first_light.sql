-- The session database of Vigil. Everything in it is projected from the journal and can be made anew from it; nothing is
-- ever changed here that does not stand there. Times are UTC. Units stand at the end of a name: ml, mg, ml_per_h,
-- mg_per_kg_per_h, kg, s (seconds). NULL means not known or not taken, never zero. Decimals are exact (DECFLOAT), not binary.
--
-- "sequence" is the number of the journal entry a row comes from; "elapsed_s" is time on the session's own clock, which
-- runs through suspends and does not step with the wall clock.

CREATE TABLE projection (
    only_row        INTEGER PRIMARY KEY CHECK (only_row = 1),
    sequence        BIGINT NOT NULL,                        -- last journal entry contained in these tables
    chain_hash      CHARACTER VARYING(64) NOT NULL,         -- of that entry
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,   -- of that entry
    readings        BIGINT NOT NULL,                        -- rows that table reading must have
    entries         BIGINT NOT NULL,                        -- rows that table entry must have
    schema_hash     CHARACTER VARYING(64) NOT NULL          -- of the script that made these tables
);

-- One row a patient's course, as it stands at the last projected entry of that session.
CREATE TABLE session (
    session_id      CHARACTER VARYING(40) PRIMARY KEY,
    opened_sequence BIGINT NOT NULL,
    opened_utc      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    opened_by_user  CHARACTER VARYING NOT NULL,
    opened_by_name  CHARACTER VARYING NOT NULL,
    opened_by_role  CHARACTER VARYING(20) NOT NULL,
    zone            CHARACTER VARYING NOT NULL,             -- of the ward, for example Australia/Brisbane
    simulated       BOOLEAN NOT NULL,
    program_version CHARACTER VARYING NOT NULL,
    family_name     CHARACTER VARYING NOT NULL,
    given_names     CHARACTER VARYING NOT NULL,
    mrn             CHARACTER VARYING NOT NULL,
    date_of_birth   DATE NOT NULL,
    allergies       CHARACTER VARYING NOT NULL,
    room            CHARACTER VARYING NOT NULL,
    phase           CHARACTER VARYING(30) NOT NULL,         -- PLANNED to CLOSED, state machine of the clinical rules
    started_utc     TIMESTAMP(9) WITH TIME ZONE,            -- first delivery
    t0_utc          TIMESTAMP(9) WITH TIME ZONE,            -- start of the four hours after cessation
    t0_elapsed_s    DECFLOAT(34),
    total_mg        DECFLOAT(34) NOT NULL,
    total_mg_per_kg DECFLOAT(34),                           -- rounded to 2 decimals
    last_24h_mg     DECFLOAT(34) NOT NULL,
    total_is_at_least BOOLEAN NOT NULL,                     -- parts of the course were missed: the total is a lower bound
    max_mg_per_kg_per_h DECFLOAT(34),                       -- highest dose rate seen, rounded to 3 decimals
    max_utc         TIMESTAMP(9) WITH TIME ZONE
);

-- What persons did: who, when, what. The tables below that carry the same sequence say the rest.
CREATE TABLE entry (
    sequence        BIGINT PRIMARY KEY,
    session_id      CHARACTER VARYING(40),                  -- NULL: before any session was opened
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    elapsed_s       DECFLOAT(34) NOT NULL,
    action          CHARACTER VARYING(40) NOT NULL,         -- for example WEIGHT_CONFIRMED
    by_user         CHARACTER VARYING NOT NULL,
    by_name         CHARACTER VARYING NOT NULL,
    by_role         CHARACTER VARYING(20) NOT NULL
);
CREATE INDEX entry_of_session ON entry (session_id, action, sequence);

CREATE TABLE weight (
    sequence        BIGINT PRIMARY KEY,
    weight_kg       DECFLOAT(34) NOT NULL,
    basis           CHARACTER VARYING(20) NOT NULL,         -- MEASURED, STATED, ESTIMATED
    source          CHARACTER VARYING NOT NULL,
    weighed_on      DATE NOT NULL
);

CREATE TABLE solution (
    sequence        BIGINT PRIMARY KEY,
    drug            CHARACTER VARYING NOT NULL,
    concentration_mg_per_ml DECFLOAT(34) NOT NULL,
    preparation     CHARACTER VARYING NOT NULL,
    checked_by_user CHARACTER VARYING NOT NULL,
    checked_by_name CHARACTER VARYING NOT NULL,
    checked_by_role CHARACTER VARYING(20) NOT NULL
);

CREATE TABLE infusion_line (
    sequence        BIGINT PRIMARY KEY,
    route           CHARACTER VARYING(20) NOT NULL,         -- SUBCUTANEOUS, INTRAVENOUS
    dedicated       BOOLEAN NOT NULL,
    site            CHARACTER VARYING NOT NULL
);

CREATE TABLE assessment (
    sequence        BIGINT PRIMARY KEY,
    purposes        CHARACTER VARYING NOT NULL,             -- words of rule R1, with spaces between
    central_sensitisation BOOLEAN NOT NULL,
    opioid_reasons  CHARACTER VARYING NOT NULL,             -- words of rule R2, with spaces between
    assessed        BOOLEAN NOT NULL,
    opioid_plan     CHARACTER VARYING(20) NOT NULL          -- REDUCE, CEASE, SWITCH
);

CREATE TABLE rate_order (
    sequence        BIGINT PRIMARY KEY,
    flow_rate_ml_per_h DECFLOAT(34) NOT NULL,
    lowest_mg_per_kg_per_h DECFLOAT(34) NOT NULL,
    highest_mg_per_kg_per_h DECFLOAT(34) NOT NULL,
    kind            CHARACTER VARYING(20) NOT NULL,         -- START, CHANGE, WEAN_STEP
    prescriber      CHARACTER VARYING NOT NULL
);

CREATE TABLE pump_binding (
    sequence        BIGINT PRIMARY KEY,
    model           CHARACTER VARYING NOT NULL,
    serial_number   CHARACTER VARYING NOT NULL
);

CREATE TABLE observation (
    sequence        BIGINT PRIMARY KEY,
    kind            CHARACTER VARYING(10) NOT NULL,         -- CORE, FULL
    sedation        INTEGER NOT NULL,                       -- 0 awake to 3 hard to rouse
    respiratory_rate_per_min INTEGER,
    spo2_percent    INTEGER,
    oxygen_l_per_min DECFLOAT(34),
    heart_rate_per_min INTEGER,
    systolic_mmhg   INTEGER,
    diastolic_mmhg  INTEGER,
    temperature_cel DECFLOAT(34),
    consciousness   CHARACTER VARYING(20),
    pain_at_rest    INTEGER,                                -- 0 to 10
    pain_moving     INTEGER,
    nausea          INTEGER,                                -- 0 none to 3 vomiting
    site            INTEGER,                                -- 0 clear to 4 leak or dislodged
    knows_person    BOOLEAN,
    knows_place     BOOLEAN,
    knows_date      BOOLEAN,
    items_recalled  INTEGER,                                -- of 3
    early_warning   INTEGER,                                -- NULL: no score, a parameter is missing
    note            CHARACTER VARYING NOT NULL,
    circumstances   CHARACTER VARYING NOT NULL              -- ASKS_TO_STOP and so on, with spaces between
);

CREATE TABLE side_effect (
    sequence        BIGINT NOT NULL,
    item            CHARACTER VARYING(3) NOT NULL,          -- S1 to S14
    grade           INTEGER NOT NULL,                       -- 0 to 3
    PRIMARY KEY (sequence, item)
);

CREATE TABLE dissociation (
    sequence        BIGINT NOT NULL,
    item            CHARACTER VARYING(3) NOT NULL,          -- D1 to D8
    answer          CHARACTER VARYING(10) NOT NULL,         -- NO, UNSURE, YES, NOT_ASKED
    PRIMARY KEY (sequence, item)
);

-- The scheduled observations that a charted set satisfied.
CREATE TABLE duty (
    sequence        BIGINT NOT NULL,
    phase           CHARACTER VARYING(2) NOT NULL,          -- P0 to P6
    row_number      INTEGER NOT NULL,
    due_utc         TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    late            BOOLEAN NOT NULL,
    PRIMARY KEY (sequence, phase, row_number)
);

CREATE TABLE note (
    sequence        BIGINT PRIMARY KEY,
    text            CHARACTER VARYING NOT NULL
);

CREATE TABLE stop_explanation (
    sequence        BIGINT PRIMARY KEY,
    reason          CHARACTER VARYING(20) NOT NULL,
    note            CHARACTER VARYING NOT NULL,
    planned_s       DECFLOAT(34)                            -- for how long the pump is meant to stand, where it was said
);

-- What people did and said about the patient beside charting; the action of the entry says what each column means.
CREATE TABLE care_entry (
    sequence        BIGINT PRIMARY KEY,
    subject         CHARACTER VARYING NOT NULL,             -- rule, concern, EASED, prompt or date; empty where there is none
    physician       CHARACTER VARYING NOT NULL,             -- printed name; empty where none is concerned
    words           CHARACTER VARYING NOT NULL,             -- direction, reason, place or note
    called_utc      TIMESTAMP(9) WITH TIME ZONE             -- of the call for a direction
);

-- Side-effect pauses (rule R15): from the last delivering sample to the first one afterwards, or to the cessation.
CREATE TABLE pause (
    session_id      CHARACTER VARYING(40) NOT NULL,
    number          INTEGER NOT NULL,
    from_utc        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    seen_utc        TIMESTAMP(9) WITH TIME ZONE NOT NULL,   -- pump seen to stand still with the pause recorded
    ended_utc       TIMESTAMP(9) WITH TIME ZONE,
    length_s        DECFLOAT(34),                           -- elapsed
    resumed         BOOLEAN NOT NULL,                       -- ended by delivery
    early           BOOLEAN NOT NULL,                       -- resumed before 60:00
    eased           BOOLEAN,                                -- answer at the end of the hour
    PRIMARY KEY (session_id, number)
);

CREATE TABLE discharge_plan (
    sequence        BIGINT PRIMARY KEY,
    gp_letter_sent  BOOLEAN NOT NULL,
    relapse_plan    BOOLEAN NOT NULL,
    emergency_plan  BOOLEAN NOT NULL,
    practitioner_informed BOOLEAN NOT NULL,
    follow_up_booked BOOLEAN NOT NULL
);

CREATE TABLE signature (
    sequence        BIGINT PRIMARY KEY,
    meaning         CHARACTER VARYING(30) NOT NULL,
    content_hash    CHARACTER VARYING NOT NULL              -- SHA-256 of what was signed
);

-- Stretches with one weight, one concentration and one pump counter; masses are volume times concentration.
CREATE TABLE segment (
    session_id      CHARACTER VARYING(40) NOT NULL,
    number          INTEGER NOT NULL,
    start_utc       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    end_utc         TIMESTAMP(9) WITH TIME ZONE,
    opened_because  CHARACTER VARYING(20) NOT NULL,
    concentration_mg_per_ml DECFLOAT(34),
    weight_kg       DECFLOAT(34),
    volume_ml       DECFLOAT(34) NOT NULL,
    mass_mg         DECFLOAT(34) NOT NULL,
    purged_ml       DECFLOAT(34) NOT NULL,                  -- filled the line, not the patient
    quality         CHARACTER VARYING(10) NOT NULL,         -- ok, estimated
    part_missed     BOOLEAN NOT NULL,
    PRIMARY KEY (session_id, number)
);

CREATE TABLE day_total (
    session_id      CHARACTER VARYING(40) NOT NULL,
    on_day          DATE NOT NULL,                          -- calendar day of the ward
    mass_mg         DECFLOAT(34) NOT NULL,
    PRIMARY KEY (session_id, on_day)
);

-- The decision to cease, one row a decision; a restart voids it and keeps it.
CREATE TABLE cessation (
    session_id      CHARACTER VARYING(40) NOT NULL,
    number          INTEGER NOT NULL,
    reason          CHARACTER VARYING(20) NOT NULL,
    decided_by      CHARACTER VARYING NOT NULL,
    decided_utc     TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    t0_utc          TIMESTAMP(9) WITH TIME ZONE,
    last_delivery_utc TIMESTAMP(9) WITH TIME ZONE,
    last_flow_rate_ml_per_h DECFLOAT(34),
    last_mg_per_h   DECFLOAT(34),
    last_mg_per_kg_per_h DECFLOAT(34),                      -- rounded to 3 decimals
    wean_s          DECFLOAT(34),
    voided_utc      TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (session_id, number)
);

-- The discharge gate line by line, as it stands at the last projected entry.
CREATE TABLE gate_line (
    session_id      CHARACTER VARYING(40) NOT NULL,
    number          INTEGER NOT NULL,
    met             BOOLEAN NOT NULL,
    rests_on        CHARACTER VARYING NOT NULL,
    PRIMARY KEY (session_id, number)
);

-- Every reading of the bound pump, with the dose computed from it. The readings of one session lie together: between its
-- opened_sequence and that of the next session.
CREATE TABLE reading (
    sequence        BIGINT PRIMARY KEY,
    session_id      CHARACTER VARYING(40) NOT NULL,
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    segment         INTEGER NOT NULL,                       -- 0 before the first
    phase           CHARACTER VARYING(30) NOT NULL,
    delivery_status CHARACTER VARYING(20) NOT NULL,
    flow_rate_ml_per_h DECFLOAT(34),
    mg_per_h        DECFLOAT(34),
    mg_per_kg_per_h DECFLOAT(34),                           -- rounded to 4 decimals
    volume_infused_ml DECFLOAT(34),                         -- the pump's own counter
    volume_remaining_ml DECFLOAT(34),
    cumulative_mg   DECFLOAT(34) NOT NULL,
    concentration_mg_per_ml DECFLOAT(34),
    weight_kg       DECFLOAT(34),
    quality         CHARACTER VARYING(10) NOT NULL          -- ok, estimated: first after a gap
);

-- The course at one point a minute, for overviews.
CREATE TABLE minute_point (
    session_id      CHARACTER VARYING(40) NOT NULL,
    number          INTEGER NOT NULL,
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    mg_per_kg_per_h DECFLOAT(34),                           -- rounded to 4 decimals
    cumulative_mg   DECFLOAT(34) NOT NULL,
    delivering      BOOLEAN NOT NULL,
    PRIMARY KEY (session_id, number)
);

-- The alarm log: one row an occurrence, whoever raised it.
CREATE TABLE alarm (
    sequence        BIGINT NOT NULL,                        -- journal entry at which it was raised
    session_id      CHARACTER VARYING(40),                  -- NULL: while no session was open
    condition_key   CHARACTER VARYING NOT NULL,
    start_utc       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    kind            CHARACTER VARYING(40) NOT NULL,
    origin          CHARACTER VARYING(20) NOT NULL,         -- PUMP, PROMPT, TECHNICAL
    priority        CHARACTER VARYING(20) NOT NULL,
    text            CHARACTER VARYING NOT NULL,
    end_utc         TIMESTAMP(9) WITH TIME ZONE,
    acknowledged_utc TIMESTAMP(9) WITH TIME ZONE,
    acknowledged_by CHARACTER VARYING,
    PRIMARY KEY (sequence, condition_key)
);
CREATE INDEX alarm_of_session ON alarm (session_id, sequence);
CREATE INDEX alarm_occurrence ON alarm (condition_key, start_utc);

-- Stretches of a running course without valid data of the bound pump (rule R31).
CREATE TABLE gap (
    session_id      CHARACTER VARYING(40) NOT NULL,
    sequence        BIGINT NOT NULL,                        -- journal entry at which it was noticed
    start_utc       TIMESTAMP(9) WITH TIME ZONE NOT NULL,   -- last valid reading before it
    end_utc         TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (session_id, sequence)
);

-- Checks of pump and line. A pump without a wire has its figures from here; its readings are marked as charted.
CREATE TABLE pump_check (
    sequence        BIGINT PRIMARY KEY,
    occasion        CHARACTER VARYING(20) NOT NULL,         -- START, HOURLY, SYRINGE_CHANGE, RATE_CHANGE, HANDOVER
    confirmed       CHARACTER VARYING NOT NULL,             -- items found in order, with spaces between
    delivering      BOOLEAN,
    flow_rate_ml_per_h DECFLOAT(34),
    volume_infused_ml DECFLOAT(34),
    volume_left_ml  DECFLOAT(34),
    battery_percent INTEGER,
    syringe         CHARACTER VARYING NOT NULL,
    change_due_utc  TIMESTAMP(9) WITH TIME ZONE,
    key_place       CHARACTER VARYING NOT NULL,
    note            CHARACTER VARYING NOT NULL,
    checked_by_user CHARACTER VARYING,                      -- second person
    checked_by_name CHARACTER VARYING,
    checked_by_role CHARACTER VARYING(20)
);

-- What the guideline advises around the course (R4, R6, R8, R13).
CREATE TABLE admission (
    sequence        BIGINT PRIMARY KEY,
    experienced_nurses BOOLEAN NOT NULL,
    single_room     BOOLEAN NOT NULL,
    line_reason     CHARACTER VARYING NOT NULL,             -- why the line is not subcutaneous and dedicated
    wean_h          INTEGER                                 -- planned; NULL: no wean planned
);

-- Weights taken during the course; the dosing weight is in table weight.
CREATE TABLE weight_measured (
    sequence        BIGINT PRIMARY KEY,
    weight_kg       DECFLOAT(34) NOT NULL,
    basis           CHARACTER VARYING(20) NOT NULL,
    source          CHARACTER VARYING NOT NULL,
    weighed_on      DATE NOT NULL
);

-- Drug and concentration before their second check (R29).
CREATE TABLE solution_entered (
    sequence        BIGINT PRIMARY KEY,
    drug            CHARACTER VARYING NOT NULL,
    concentration_mg_per_ml DECFLOAT(34) NOT NULL,
    preparation     CHARACTER VARYING NOT NULL
);

CREATE TABLE purge (
    sequence        BIGINT PRIMARY KEY,
    volume_ml       DECFLOAT(34) NOT NULL
);

-- What an unexpected bolus or fast delivery turned out to be (R26).
CREATE TABLE delivery_explanation (
    sequence        BIGINT PRIMARY KEY,
    cause           CHARACTER VARYING(20) NOT NULL,
    note            CHARACTER VARYING NOT NULL
);

-- What the site had chosen, each time the console started.
CREATE TABLE site_setting (
    sequence        BIGINT NOT NULL,
    setting_key     CHARACTER VARYING(40) NOT NULL,
    setting_value   DECFLOAT(34) NOT NULL,                  -- in the unit that the key names; switches are 1 and 0
    PRIMARY KEY (sequence, setting_key)
);

-- The alarm log line by line: every start, end, change of priority, pause, acknowledgement and repetition.
CREATE TABLE alarm_log (
    sequence        BIGINT NOT NULL,                        -- journal entry that brought it about
    number          INTEGER NOT NULL,                       -- within that entry
    session_id      CHARACTER VARYING(40),
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    elapsed_s       DECFLOAT(34) NOT NULL,
    what            CHARACTER VARYING(20) NOT NULL,         -- STARTED, ENDED, PRIORITY, ACKNOWLEDGED, RERAISED, PAUSE, PAUSE_END
    condition_key   CHARACTER VARYING,
    catalogue_row   CHARACTER VARYING(3),
    origin          CHARACTER VARYING(20),
    priority        CHARACTER VARYING(20),
    severity        CHARACTER VARYING(30),
    onset           CHARACTER VARYING(20),
    numbers         CHARACTER VARYING NOT NULL,             -- trigger, limit and worst value with their units, as sums
    pump_words      CHARACTER VARYING NOT NULL,
    data_age_s      DECFLOAT(34),                           -- age of the bound pump's newest sample
    by_user         CHARACTER VARYING,
    reason          CHARACTER VARYING NOT NULL,             -- why a pause ended, or its length
    PRIMARY KEY (sequence, number)
);
