-- Height, and whether doses go by the weight that was found or by one worked out from both (ruling A15).
ALTER TABLE weight ADD COLUMN height_cm DECFLOAT(34);
ALTER TABLE weight ADD COLUMN actual_kg DECFLOAT(34);
ALTER TABLE weight ADD COLUMN dosed_on CHARACTER VARYING(20);         -- ACTUAL, IDEAL, ADJUSTED
ALTER TABLE weight ADD COLUMN dosed_on_reason CHARACTER VARYING;
