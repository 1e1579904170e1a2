-- What the console did to keep the record, and the views that an analyst reads. docs/database.md says how.

CREATE TABLE keeping (
    sequence        BIGINT PRIMARY KEY,
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    action          CHARACTER VARYING(20) NOT NULL,         -- BACKUP_MADE, BACKUP_FAILED
    last_entry      BIGINT,                                 -- newest journal entry in the backup
    words           CHARACTER VARYING NOT NULL              -- why it failed
);

-- Who the patient is stands in analysis.patient only, so that everything else can be handed on without it.
CREATE SCHEMA analysis;

CREATE VIEW analysis.patient AS
SELECT session_id, family_name, given_names, mrn, date_of_birth, allergies, room
FROM public.session;

CREATE VIEW analysis.session AS
SELECT session_id, opened_utc, opened_by_user, zone, simulated, program_version, phase, started_utc, t0_utc,
       total_mg, total_mg_per_kg, last_24h_mg, total_is_at_least, max_mg_per_kg_per_h, max_utc
FROM public.session;

CREATE VIEW analysis.reading AS
SELECT session_id, sequence, at_utc, segment, phase, delivery_status, flow_rate_ml_per_h, mg_per_h, mg_per_kg_per_h,
       volume_infused_ml, volume_remaining_ml, cumulative_mg, concentration_mg_per_ml, weight_kg, quality
FROM public.reading;

-- Doses as stretches with one weight, one concentration and one pump counter.
CREATE VIEW analysis.dose AS
SELECT session_id, number, start_utc, end_utc, opened_because, concentration_mg_per_ml, weight_kg, volume_ml, mass_mg,
       purged_ml, quality, part_missed
FROM public.segment;

CREATE VIEW analysis.dose_day AS
SELECT session_id, on_day, mass_mg
FROM public.day_total;

CREATE VIEW analysis.rate_order AS
SELECT e.session_id, e.sequence, e.at_utc, e.by_user, e.by_role, o.flow_rate_ml_per_h, o.lowest_mg_per_kg_per_h,
       o.highest_mg_per_kg_per_h, o.kind
FROM public.rate_order o JOIN public.entry e ON e.sequence = o.sequence
WHERE e.session_id IS NOT NULL;

CREATE VIEW analysis.observation AS
SELECT e.session_id, e.sequence, e.at_utc, e.by_user, e.by_role, o.kind, o.sedation, o.respiratory_rate_per_min,
       o.spo2_percent, o.oxygen_l_per_min, o.heart_rate_per_min, o.systolic_mmhg, o.diastolic_mmhg, o.temperature_cel,
       o.consciousness, o.pain_at_rest, o.pain_moving, o.nausea, o.site, o.knows_person, o.knows_place, o.knows_date,
       o.items_recalled, o.early_warning, o.circumstances, o.note
FROM public.observation o JOIN public.entry e ON e.sequence = o.sequence
WHERE e.session_id IS NOT NULL;

CREATE VIEW analysis.side_effect AS
SELECT e.session_id, e.sequence, e.at_utc, s.item, s.grade
FROM public.side_effect s JOIN public.entry e ON e.sequence = s.sequence
WHERE e.session_id IS NOT NULL;

CREATE VIEW analysis.dissociation AS
SELECT e.session_id, e.sequence, e.at_utc, d.item, d.answer
FROM public.dissociation d JOIN public.entry e ON e.sequence = d.sequence
WHERE e.session_id IS NOT NULL;

-- Alarms of the pump and of the console. What the rules ask of people are prompts.
CREATE VIEW analysis.alarm AS
SELECT session_id, sequence, condition_key, start_utc, end_utc, kind, origin, priority, text, acknowledged_utc,
       acknowledged_by
FROM public.alarm
WHERE session_id IS NOT NULL AND origin <> 'PROMPT';

CREATE VIEW analysis.prompt AS
SELECT session_id, sequence, condition_key, start_utc, end_utc, kind, priority, text, acknowledged_utc, acknowledged_by
FROM public.alarm
WHERE session_id IS NOT NULL AND origin = 'PROMPT';

CREATE VIEW analysis.alarm_log AS
SELECT session_id, sequence, number, at_utc, elapsed_s, what, condition_key, catalogue_row, origin, priority, severity,
       onset, numbers, pump_words, data_age_s, by_user, reason
FROM public.alarm_log
WHERE session_id IS NOT NULL;

CREATE VIEW analysis.gap AS
SELECT session_id, sequence, start_utc, end_utc
FROM public.gap;

CREATE VIEW analysis.cessation AS
SELECT session_id, number, reason, decided_utc, t0_utc, last_delivery_utc, last_flow_rate_ml_per_h, last_mg_per_h,
       last_mg_per_kg_per_h, wean_s, voided_utc
FROM public.cessation;

CREATE VIEW analysis.signature AS
SELECT e.session_id, e.sequence, e.at_utc, e.by_user, e.by_role, s.meaning, s.content_hash
FROM public.signature s JOIN public.entry e ON e.sequence = s.sequence
WHERE e.session_id IS NOT NULL;

-- Everything persons did: who, when, what.
CREATE VIEW analysis.entry AS
SELECT session_id, sequence, at_utc, elapsed_s, action, by_user, by_role
FROM public.entry
WHERE session_id IS NOT NULL;
