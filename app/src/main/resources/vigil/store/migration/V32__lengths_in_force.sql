-- How long a pause and the observation after cessation are to last, as the site had chosen when they began (R14, R15).
ALTER TABLE pause ADD COLUMN wanted_s DECFLOAT(34) DEFAULT 3600 NOT NULL;
ALTER TABLE cessation ADD COLUMN observation_s DECFLOAT(34) DEFAULT 14400 NOT NULL;
