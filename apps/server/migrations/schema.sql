-- Written by `npm run db` from the migrated database, for reading. Do not edit, do not run.

table app.absences (row security forced)
  company_id uuid not null
  id uuid not null
  person_id uuid not null
  from_date date not null
  until_date date not null
  stand_in_id uuid
  note text
  created_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  CHECK ((until_date >= from_date))
  CHECK ((stand_in_id IS DISTINCT FROM person_id))
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, stand_in_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX absences_person ON app.absences USING btree (company_id, person_id, from_date) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX absences_pkey ON app.absences USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.acceptance_things (row security forced)
  company_id uuid not null
  acceptance_id uuid not null
  asset_id uuid not null
  position integer not null
  asset_tag text not null
  name text not null
  serial_number text
  condition text
  ended_at timestamp with time zone
  FOREIGN KEY (company_id, acceptance_id) REFERENCES app.acceptances(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, acceptance_id, asset_id)
  CREATE INDEX acceptance_things_asset ON app.acceptance_things USING btree (company_id, asset_id)
  CREATE UNIQUE INDEX acceptance_things_pkey ON app.acceptance_things USING btree (company_id, acceptance_id, asset_id)
  policy as_its_acceptance restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.acceptances a
  WHERE ((a.company_id = acceptance_things.company_id) AND (a.id = acceptance_things.acceptance_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.acceptances (row security forced)
  company_id uuid not null
  id uuid not null
  person_id uuid not null
  state text not null default 'PENDING'::text
  asked_by_id uuid
  asked_at timestamp with time zone not null
  expires_at timestamp with time zone
  reminded_at timestamp with time zone
  policies jsonb not null
  decided_at timestamp with time zone
  via text
  witness_id uuid
  signed_as text
  strokes jsonb
  hash bytea
  reason text
  request_id uuid
  version integer not null default 1
  kind text not null default 'AGREEMENT'::text
  note text
  accessories jsonb not null default '[]'::jsonb
  CHECK (((state = 'DECLINED'::text) = (reason IS NOT NULL)))
  FOREIGN KEY (company_id, asked_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id)
  FOREIGN KEY (company_id, witness_id) REFERENCES app.people(company_id, id)
  CHECK (((kind = 'RECEIPT'::text) = (expires_at IS NULL)))
  CHECK ((length(hash) = 32))
  CHECK (((state = ANY (ARRAY['ACCEPTED'::text, 'RECEIVED'::text, 'VOID'::text])) = (hash IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['AGREEMENT'::text, 'RECEIPT'::text])))
  CHECK (((kind = 'RECEIPT'::text) = (state = ANY (ARRAY['RECEIVED'::text, 'VOID'::text]))))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'WITHDRAWN'::text, 'RECEIVED'::text, 'VOID'::text])))
  CHECK ((via = ANY (ARRAY['APP'::text, 'LINK'::text, 'SCREEN'::text])))
  CREATE INDEX acceptances_asked ON app.acceptances USING btree (company_id, asked_at DESC, id DESC)
  CREATE INDEX acceptances_pending ON app.acceptances USING btree (company_id, expires_at) WHERE (state = 'PENDING'::text)
  CREATE INDEX acceptances_person ON app.acceptances USING btree (company_id, person_id, asked_at DESC, id DESC)
  CREATE UNIQUE INDEX acceptances_pkey ON app.acceptances USING btree (company_id, id)
  CREATE INDEX acceptances_request ON app.acceptances USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  policy asked_or_staff restrictive for all to deskhand_app using ((( SELECT app.pid() AS pid) IS NULL) OR (person_id = ( SELECT app.pid() AS pid)) OR ( SELECT app.is_staff() AS is_staff)) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.agents (row security forced)
  company_id uuid not null
  id uuid not null
  key text not null
  kind text not null
  name text
  version_text text
  state text not null default 'ALLOWED'::text
  reported_tag text
  tag text
  contact_hours integer
  token_id uuid
  ip inet
  first_seen_at timestamp with time zone not null
  last_contact_at timestamp with time zone not null
  last_inventory_at timestamp with time zone
  updated_at timestamp with time zone not null
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, token_id) REFERENCES app.enrollment_tokens(company_id, id)
  CHECK (((contact_hours >= 1) AND (contact_hours <= 720)))
  CHECK ((kind = ANY (ARRAY['GLPI'::text, 'FUSION'::text, 'OCS'::text, 'OTHER'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['ALLOWED'::text, 'HELD'::text, 'BLOCKED'::text])))
  CREATE INDEX agents_contact ON app.agents USING btree (company_id, last_contact_at DESC, id DESC)
  CREATE UNIQUE INDEX agents_key ON app.agents USING btree (company_id, key)
  CREATE UNIQUE INDEX agents_pkey ON app.agents USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.alert_rules (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  days integer
  is_active boolean not null default true
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK (((days >= 0) AND (days <= 1000)))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX alert_rules_kind ON app.alert_rules USING btree (company_id, kind)
  CREATE UNIQUE INDEX alert_rules_pkey ON app.alert_rules USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.alerts (row security forced)
  company_id uuid not null
  id uuid not null default gen_random_uuid()
  kind text not null
  key text not null
  subject_type text not null
  subject_id uuid not null
  subject_ref text not null
  desk_id uuid
  severity text not null
  day date not null
  facts jsonb not null default '{}'::jsonb
  state text not null default 'OPEN'::text
  opened_at timestamp with time zone not null
  acknowledged_at timestamp with time zone
  acknowledged_by_id uuid
  snoozed_until timestamp with time zone
  resolved_at timestamp with time zone
  resolved_by_id uuid
  ended_at timestamp with time zone
  request_id uuid
  updated_at timestamp with time zone not null
  version integer not null default 1
  CHECK (((state = 'SNOOZED'::text) = (snoozed_until IS NOT NULL)))
  CHECK (((state = 'RESOLVED'::text) = (resolved_at IS NOT NULL)))
  CHECK (((ended_at IS NULL) OR (state = 'RESOLVED'::text)))
  FOREIGN KEY (company_id, acknowledged_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE SET NULL (request_id)
  FOREIGN KEY (company_id, resolved_by_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((severity = ANY (ARRAY['INFO'::text, 'WARNING'::text, 'CRITICAL'::text])))
  CHECK ((state = ANY (ARRAY['OPEN'::text, 'ACKNOWLEDGED'::text, 'SNOOZED'::text, 'RESOLVED'::text])))
  CREATE INDEX alerts_day ON app.alerts USING btree (company_id, day, id)
  CREATE UNIQUE INDEX alerts_key ON app.alerts USING btree (company_id, key) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX alerts_pkey ON app.alerts USING btree (company_id, id)
  CREATE INDEX alerts_snoozed ON app.alerts USING btree (company_id, snoozed_until) WHERE (snoozed_until IS NOT NULL)
  CREATE INDEX alerts_standing ON app.alerts USING btree (company_id, kind, state) WHERE (ended_at IS NULL)
  CREATE INDEX alerts_subject ON app.alerts USING btree (company_id, subject_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approval_links (row security forced)
  company_id uuid not null
  id uuid not null
  vote_id uuid not null
  person_id uuid not null
  hash bytea not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  superseded_at timestamp with time zone
  UNIQUE (company_id, hash)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, vote_id) REFERENCES app.approval_votes(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX approval_links_company_id_hash_key ON app.approval_links USING btree (company_id, hash)
  CREATE UNIQUE INDEX approval_links_pkey ON app.approval_links USING btree (company_id, id)
  CREATE INDEX approval_links_vote ON app.approval_links USING btree (company_id, vote_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approval_policies (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  place integer not null default 0
  is_active boolean not null default true
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX approval_policies_pkey ON app.approval_policies USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approval_policy_versions (row security forced)
  company_id uuid not null
  policy_id uuid not null
  version integer not null
  definition jsonb not null
  created_by_id uuid
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, policy_id) REFERENCES app.approval_policies(company_id, id)
  PRIMARY KEY (company_id, policy_id, version)
  CREATE UNIQUE INDEX approval_policy_versions_pkey ON app.approval_policy_versions USING btree (company_id, policy_id, version)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approval_steps (row security forced)
  company_id uuid not null
  id uuid not null
  approval_id uuid not null
  position integer not null
  name text not null
  definition jsonb not null
  status text not null default 'WAITING'::text
  reason text
  is_stuck boolean not null default false
  activated_at timestamp with time zone
  ended_at timestamp with time zone
  FOREIGN KEY (company_id, approval_id) REFERENCES app.approvals(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, approval_id, "position")
  PRIMARY KEY (company_id, id)
  CHECK ((status = ANY (ARRAY['WAITING'::text, 'ACTIVE'::text, 'APPROVED'::text, 'REJECTED'::text, 'SKIPPED'::text])))
  CREATE INDEX approval_steps_approval ON app.approval_steps USING btree (company_id, approval_id, "position")
  CREATE UNIQUE INDEX approval_steps_company_id_approval_id_position_key ON app.approval_steps USING btree (company_id, approval_id, "position")
  CREATE UNIQUE INDEX approval_steps_pkey ON app.approval_steps USING btree (company_id, id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.approvals a
  WHERE ((a.company_id = approval_steps.company_id) AND (a.id = approval_steps.approval_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approval_votes (row security forced)
  company_id uuid not null
  id uuid not null
  approval_id uuid not null
  step_id uuid not null
  request_id uuid not null
  seat integer not null
  person_id uuid not null
  for_person_id uuid
  passed_on text
  state text not null default 'PENDING'::text
  comment text
  question text
  via text
  signature jsonb
  asked_at timestamp with time zone not null
  due_at timestamp with time zone not null
  remind_at timestamp with time zone
  expires_at timestamp with time zone
  paused_at timestamp with time zone
  reminded_at timestamp with time zone
  stuck_at timestamp with time zone
  decided_at timestamp with time zone
  FOREIGN KEY (company_id, approval_id) REFERENCES app.approvals(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, for_person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, step_id) REFERENCES app.approval_steps(company_id, id) ON DELETE CASCADE
  CHECK ((passed_on = ANY (ARRAY['ABSENT'::text, 'DELEGATED'::text, 'EXPIRED'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['PENDING'::text, 'APPROVED'::text, 'REJECTED'::text, 'INFO_REQUESTED'::text, 'DELEGATED'::text, 'ABSTAINED'::text, 'EXPIRED'::text])))
  CHECK ((via = ANY (ARRAY['APP'::text, 'LINK'::text])))
  CREATE INDEX approval_votes_approval ON app.approval_votes USING btree (company_id, approval_id, seat, asked_at, id)
  CREATE INDEX approval_votes_expire ON app.approval_votes USING btree (company_id, expires_at) WHERE ((state = 'PENDING'::text) AND (expires_at IS NOT NULL))
  CREATE INDEX approval_votes_person ON app.approval_votes USING btree (company_id, person_id, asked_at DESC, id DESC)
  CREATE UNIQUE INDEX approval_votes_pkey ON app.approval_votes USING btree (company_id, id)
  CREATE INDEX approval_votes_remind ON app.approval_votes USING btree (company_id, remind_at) WHERE ((state = 'PENDING'::text) AND (remind_at IS NOT NULL))
  CREATE INDEX approval_votes_request ON app.approval_votes USING btree (company_id, request_id) WHERE (state = 'PENDING'::text)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = approval_votes.company_id) AND (r.id = approval_votes.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.approvals (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  round integer not null
  policy_id uuid not null
  policy_version integer not null
  status text not null default 'PENDING'::text
  fingerprint text not null
  bound jsonb not null
  amount bigint
  currency text
  own_amount bigint
  own_currency text
  cost_center text
  justification text
  needs_signature boolean not null default false
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  end_reason text
  end_comment text
  changes jsonb
  is_asked boolean not null default false
  FOREIGN KEY (company_id, policy_id, policy_version) REFERENCES app.approval_policy_versions(company_id, policy_id, version)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, request_id, round)
  PRIMARY KEY (company_id, id)
  CHECK ((status = ANY (ARRAY['PENDING'::text, 'APPROVED'::text, 'REJECTED'::text, 'CANCELLED'::text, 'EXPIRED'::text, 'VOID'::text])))
  CREATE UNIQUE INDEX approvals_company_id_request_id_round_key ON app.approvals USING btree (company_id, request_id, round)
  CREATE UNIQUE INDEX approvals_open ON app.approvals USING btree (company_id, request_id) WHERE (status = 'PENDING'::text)
  CREATE UNIQUE INDEX approvals_pkey ON app.approvals USING btree (company_id, id)
  CREATE INDEX approvals_recent ON app.approvals USING btree (company_id, started_at DESC, id DESC)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = approvals.company_id) AND (r.id = approvals.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_categories (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  tag_prefix text not null
  tag_digits integer not null default 5
  next_number integer not null default 1
  desk_id uuid
  icon text not null default 'box'::text
  fields jsonb not null default '[]'::jsonb
  requires_acceptance boolean not null default false
  policy_text text
  policy_version integer not null default 1
  bears_data boolean not null default false
  depreciation jsonb
  lifetime_months integer
  retired_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  is_requestable boolean not null default false
  loan_buffer_minutes integer not null default 0
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((lifetime_months > 0))
  CHECK (((loan_buffer_minutes >= 0) AND (loan_buffer_minutes <= 43200)))
  PRIMARY KEY (company_id, id)
  CHECK (((tag_digits >= 1) AND (tag_digits <= 10)))
  CHECK ((tag_prefix ~ '^[A-Z][A-Z0-9]{0,9}$'::text))
  CREATE UNIQUE INDEX asset_categories_name ON app.asset_categories USING btree (company_id, lower(name))
  CREATE UNIQUE INDEX asset_categories_pkey ON app.asset_categories USING btree (company_id, id)
  CREATE UNIQUE INDEX asset_categories_prefix ON app.asset_categories USING btree (company_id, tag_prefix)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_files (row security forced)
  company_id uuid not null
  id uuid not null
  asset_id uuid not null
  kind text not null
  hand_over text
  person_id uuid
  file_name text not null
  file_size bigint not null
  mime_type text not null
  storage_path text not null
  preview_path text
  uploaded_by_id uuid
  uploaded_by_name text not null
  created_at timestamp with time zone not null
  deleted_at timestamp with time zone
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, uploaded_by_id) REFERENCES app.people(company_id, id)
  CHECK ((file_size > 0))
  CHECK ((hand_over = ANY (ARRAY['OUT'::text, 'BACK'::text])))
  CHECK ((kind = ANY (ARRAY['PHOTO'::text, 'INVOICE'::text, 'WARRANTY'::text, 'WIPE_PROOF'::text, 'OTHER'::text])))
  PRIMARY KEY (company_id, id)
  CREATE INDEX asset_files_asset ON app.asset_files USING btree (company_id, asset_id, created_at DESC) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX asset_files_pkey ON app.asset_files USING btree (company_id, id)
  policy as_its_asset restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR ((kind = 'PHOTO'::text) AND ((person_id IS NULL) OR (person_id = ( SELECT app.pid() AS pid))) AND (EXISTS ( SELECT
   FROM app.assets a
  WHERE ((a.company_id = asset_files.company_id) AND (a.id = asset_files.asset_id)))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_holdings (row security forced)
  company_id uuid not null
  asset_id uuid not null
  since_version integer not null
  person_id uuid
  parent_asset_id uuid
  location_id uuid
  during tstzrange not null
  EXCLUDE USING gist (company_id WITH =, asset_id WITH =, during WITH &&)
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, asset_id, since_version)
  CREATE INDEX asset_holdings_company_id_asset_id_during_excl ON app.asset_holdings USING gist (company_id, asset_id, during)
  CREATE INDEX asset_holdings_open ON app.asset_holdings USING btree (company_id, asset_id) WHERE upper_inf(during)
  CREATE INDEX asset_holdings_person ON app.asset_holdings USING btree (company_id, person_id, lower(during) DESC) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX asset_holdings_pkey ON app.asset_holdings USING btree (company_id, asset_id, since_version)
  policy as_its_asset restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR (person_id = ( SELECT app.pid() AS pid))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_models (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  model_number text
  manufacturer_id uuid
  category_id uuid not null
  fields jsonb not null default '[]'::jsonb
  depreciation jsonb
  lifetime_months integer
  warranty_months integer
  is_requestable boolean not null default false
  minimum_in_stock integer
  notes text
  picture_file_id uuid
  retired_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  loan_buffer_minutes integer
  FOREIGN KEY (company_id, category_id) REFERENCES app.asset_categories(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, manufacturer_id) REFERENCES app.manufacturers(company_id, id)
  CHECK ((lifetime_months > 0))
  CHECK (((loan_buffer_minutes >= 0) AND (loan_buffer_minutes <= 43200)))
  CHECK ((minimum_in_stock >= 0))
  PRIMARY KEY (company_id, id)
  CHECK ((warranty_months > 0))
  CREATE INDEX asset_models_category ON app.asset_models USING btree (company_id, category_id)
  CREATE UNIQUE INDEX asset_models_name ON app.asset_models USING btree (company_id, COALESCE(manufacturer_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name), lower(COALESCE(model_number, ''::text))) WHERE (retired_at IS NULL)
  CREATE UNIQUE INDEX asset_models_pkey ON app.asset_models USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_relations (row security forced)
  company_id uuid not null
  id uuid not null
  asset_id uuid not null
  other_id uuid not null
  kind text not null
  created_at timestamp with time zone not null default now()
  CHECK ((asset_id <> other_id))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, other_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['RUNS_ON'::text, 'DEPENDS_ON'::text, 'PART_OF'::text, 'CONNECTED_TO'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX asset_relations_once ON app.asset_relations USING btree (company_id, asset_id, other_id, kind)
  CREATE INDEX asset_relations_other ON app.asset_relations USING btree (company_id, other_id, kind)
  CREATE UNIQUE INDEX asset_relations_pkey ON app.asset_relations USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff_alone restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.asset_reservations (row security forced)
  company_id uuid not null
  id uuid not null
  state text not null
  asset_id uuid
  asset_tag text
  asked text not null
  model_id uuid
  category_id uuid not null
  person_id uuid not null
  reserved_by_id uuid
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  free_at timestamp with time zone not null
  blocked tstzrange not null generated tstzrange(starts_at, free_at, '[)'::text)
  note text
  reason text
  is_set_aside boolean not null default false
  handed_out_at timestamp with time zone
  returned_at timestamp with time zone
  holder_chased_at timestamp with time zone
  desk_chased_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK ((asked = ANY (ARRAY['ASSET'::text, 'MODEL'::text, 'CATEGORY'::text])))
  CHECK (((ends_at > starts_at) AND (free_at >= ends_at)))
  CHECK (((asset_id IS NOT NULL) OR (state = ANY (ARRAY['DRAFT'::text, 'CANCELLED'::text, 'EXPIRED'::text]))))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, category_id) REFERENCES app.asset_categories(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, model_id) REFERENCES app.asset_models(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, reserved_by_id) REFERENCES app.people(company_id, id)
  EXCLUDE USING gist (company_id WITH =, asset_id WITH =, blocked WITH &&) WHERE ((state = ANY (ARRAY['REQUESTED'::text, 'RESERVED'::text, 'ONGOING'::text, 'OVERDUE'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['DRAFT'::text, 'REQUESTED'::text, 'RESERVED'::text, 'ONGOING'::text, 'OVERDUE'::text, 'COMPLETE'::text, 'CANCELLED'::text, 'EXPIRED'::text])))
  CREATE INDEX asset_reservations_asset ON app.asset_reservations USING btree (company_id, asset_id, starts_at DESC) WHERE (asset_id IS NOT NULL)
  CREATE INDEX asset_reservations_once ON app.asset_reservations USING gist (company_id, asset_id, blocked) WHERE (state = ANY (ARRAY['REQUESTED'::text, 'RESERVED'::text, 'ONGOING'::text, 'OVERDUE'::text]))
  CREATE INDEX asset_reservations_open ON app.asset_reservations USING btree (company_id, ends_at) WHERE (state = ANY (ARRAY['DRAFT'::text, 'REQUESTED'::text, 'RESERVED'::text, 'ONGOING'::text, 'OVERDUE'::text]))
  CREATE INDEX asset_reservations_person ON app.asset_reservations USING btree (company_id, person_id, starts_at DESC)
  CREATE UNIQUE INDEX asset_reservations_pkey ON app.asset_reservations USING btree (company_id, id)
  CREATE INDEX asset_reservations_starts ON app.asset_reservations USING btree (company_id, starts_at, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))
  policy who_sees restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR (person_id = ( SELECT app.pid() AS pid))) with check true

table app.asset_sightings (row security forced)
  company_id uuid not null
  asset_id uuid not null
  seen_at timestamp with time zone not null
  seen_by text not null
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, asset_id)
  CHECK ((seen_by = ANY (ARRAY['agent'::text, 'scan'::text, 'stock_take'::text, 'holder'::text])))
  CREATE UNIQUE INDEX asset_sightings_pkey ON app.asset_sightings USING btree (company_id, asset_id)
  policy as_its_asset restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.assets a
  WHERE ((a.company_id = asset_sightings.company_id) AND (a.id = asset_sightings.asset_id))))
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.assets (row security forced)
  company_id uuid not null
  id uuid not null
  asset_tag text not null
  name text
  serial_number text
  category_id uuid not null
  model_id uuid
  status text not null
  sub_status text
  person_id uuid
  parent_asset_id uuid
  location_id uuid
  due_at timestamp with time zone
  condition text
  acceptance text not null default 'NONE'::text
  is_disputed boolean not null default false
  ownership text not null default 'OWNED'::text
  lease_ends_on date
  lessor text
  supplier text
  order_number text
  purchase_date date
  purchase_cost bigint
  purchase_currency text
  warranty_ends_on date
  end_of_life_on date
  cost_center_id uuid
  custom_fields jsonb not null default '{}'::jsonb
  notes text
  source text not null default 'manual'::text
  successor_id uuid
  locked_fields text[] not null default '{}'::text[]
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  version integer not null default 1
  tag_key text generated upper(asset_tag)
  serial_key text generated upper(serial_number)
  CHECK ((acceptance = ANY (ARRAY['NONE'::text, 'PENDING'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text])))
  CHECK (((purchase_cost IS NULL) = (purchase_currency IS NULL)))
  CHECK ((num_nonnulls(person_id, parent_asset_id) <= 1))
  CHECK ((parent_asset_id IS DISTINCT FROM id))
  FOREIGN KEY (company_id, category_id) REFERENCES app.asset_categories(company_id, id)
  FOREIGN KEY (company_id, cost_center_id) REFERENCES app.cost_centers(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, model_id) REFERENCES app.asset_models(company_id, id)
  FOREIGN KEY (company_id, parent_asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, successor_id) REFERENCES app.assets(company_id, id)
  CHECK ((condition = ANY (ARRAY['NEW'::text, 'GOOD'::text, 'MARKED'::text, 'DAMAGED'::text, 'BROKEN'::text])))
  CHECK ((ownership = ANY (ARRAY['OWNED'::text, 'LEASED'::text, 'RENTED'::text, 'PRIVATE'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((purchase_cost >= 0))
  CHECK ((purchase_currency ~ '^[A-Z]{3}$'::text))
  CHECK ((source = ANY (ARRAY['manual'::text, 'import'::text, 'agent'::text])))
  CHECK ((status = ANY (ARRAY['ORDERED'::text, 'IN_STOCK'::text, 'DEPLOYED'::text, 'IN_TRANSIT'::text, 'IN_MAINTENANCE'::text, 'MISSING'::text, 'RETIRED'::text, 'VOID'::text])))
  CREATE INDEX assets_category ON app.assets USING btree (company_id, category_id, asset_tag) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_created ON app.assets USING btree (company_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_due ON app.assets USING btree (company_id, due_at) WHERE ((deleted_at IS NULL) AND (due_at IS NOT NULL))
  CREATE INDEX assets_lease_order ON app.assets USING btree (company_id, COALESCE(lease_ends_on, 'infinity'::date), id) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_location ON app.assets USING btree (company_id, location_id, asset_tag) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_model ON app.assets USING btree (company_id, model_id, asset_tag) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_parent ON app.assets USING btree (company_id, parent_asset_id) WHERE (parent_asset_id IS NOT NULL)
  CREATE INDEX assets_person ON app.assets USING btree (company_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX assets_pkey ON app.assets USING btree (company_id, id)
  CREATE UNIQUE INDEX assets_serial ON app.assets USING btree (company_id, serial_key) WHERE ((serial_key IS NOT NULL) AND (deleted_at IS NULL))
  CREATE INDEX assets_status ON app.assets USING btree (company_id, status, sub_status, asset_tag) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_successor ON app.assets USING btree (company_id, successor_id) WHERE (successor_id IS NOT NULL)
  CREATE UNIQUE INDEX assets_tag ON app.assets USING btree (company_id, tag_key)
  CREATE INDEX assets_tags ON app.assets USING btree (company_id, asset_tag, id) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_updated ON app.assets USING btree (company_id, updated_at, id) WHERE (deleted_at IS NULL)
  CREATE INDEX assets_warranty_order ON app.assets USING btree (company_id, COALESCE(warranty_ends_on, 'infinity'::date), id) WHERE (deleted_at IS NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))
  policy who_sees restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR (person_id = ( SELECT app.pid() AS pid))) with check true

table app.assignees (row security forced)
  company_id uuid not null
  person_id uuid not null
  desk_id uuid not null
  takes_work boolean not null default true
  capacity integer
  skills text[] not null default '{}'::text[]
  given_at timestamp with time zone
  CHECK ((capacity > 0))
  FOREIGN KEY (company_id, person_id, desk_id) REFERENCES app.desk_members(company_id, person_id, desk_id) ON DELETE CASCADE
  PRIMARY KEY (company_id, person_id, desk_id)
  CREATE INDEX assignees_desk ON app.assignees USING btree (company_id, desk_id)
  CREATE UNIQUE INDEX assignees_pkey ON app.assignees USING btree (company_id, person_id, desk_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.attachments (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  activity_id uuid
  uploaded_by_id uuid
  uploaded_by_name text not null
  file_name text not null
  file_size bigint not null
  mime_type text not null
  storage_path text not null
  preview_path text
  is_internal boolean not null default false
  is_scanned boolean not null default false
  scan_result text
  created_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  FOREIGN KEY (company_id, activity_id) REFERENCES app.request_activities(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  CHECK ((file_size > 0))
  PRIMARY KEY (company_id, id)
  CREATE INDEX attachments_activity ON app.attachments USING btree (company_id, activity_id) WHERE (activity_id IS NOT NULL)
  CREATE UNIQUE INDEX attachments_pkey ON app.attachments USING btree (company_id, id)
  CREATE INDEX attachments_request ON app.attachments USING btree (company_id, request_id, created_at)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = attachments.company_id) AND (r.id = attachments.request_id) AND ((NOT attachments.is_internal) OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.availability (row security forced)
  company_id uuid not null
  person_id uuid not null
  state text not null
  changed_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, person_id)
  CHECK ((state = ANY (ARRAY['ONLINE'::text, 'BUSY'::text, 'AWAY'::text])))
  CREATE UNIQUE INDEX availability_pkey ON app.availability USING btree (company_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.business_units (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  parent_id uuid
  path uuid[] not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, parent_id) REFERENCES app.business_units(company_id, id)
  CHECK ((kind = ANY (ARRAY['UNIT'::text, 'REGION'::text, 'SITE'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX business_units_name ON app.business_units USING btree (company_id, kind, lower(name))
  CREATE INDEX business_units_parent ON app.business_units USING btree (company_id, parent_id)
  CREATE UNIQUE INDEX business_units_pkey ON app.business_units USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for select to deskhand_platform using true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.calendar_desks (row security forced)
  company_id uuid not null
  desk_id uuid not null
  calendar_id uuid not null
  FOREIGN KEY (company_id, calendar_id) REFERENCES app.calendars(company_id, id)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, desk_id)
  CREATE INDEX calendar_desks_calendar ON app.calendar_desks USING btree (company_id, calendar_id)
  CREATE UNIQUE INDEX calendar_desks_pkey ON app.calendar_desks USING btree (company_id, desk_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.calendar_holidays (row security forced)
  company_id uuid not null
  calendar_id uuid not null
  date date not null
  name text not null
  FOREIGN KEY (company_id, calendar_id) REFERENCES app.calendars(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, calendar_id, date)
  CREATE UNIQUE INDEX calendar_holidays_pkey ON app.calendar_holidays USING btree (company_id, calendar_id, date)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.calendars (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  zone text not null
  week jsonb not null
  sites text[] not null default '{}'::text[]
  is_default boolean not null default false
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  UNIQUE (company_id, name)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX calendars_company_id_name_key ON app.calendars USING btree (company_id, name)
  CREATE UNIQUE INDEX calendars_default ON app.calendars USING btree (company_id) WHERE is_default
  CREATE UNIQUE INDEX calendars_pkey ON app.calendars USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.canned_responses (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid
  owner_id uuid
  language text not null
  name text not null
  message text not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK (((desk_id IS NULL) <> (owner_id IS NULL)))
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX canned_responses_name ON app.canned_responses USING btree (company_id, COALESCE(desk_id, owner_id), language, lower(name))
  CREATE UNIQUE INDEX canned_responses_pkey ON app.canned_responses USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own_or_of_desk restrictive for all to deskhand_app using ((owner_id = ( SELECT app.pid() AS pid)) OR (desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ((desk_id IS NOT NULL) AND ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.categories (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid not null
  name text not null
  description text
  icon text
  display_order integer not null default 0
  is_active boolean not null default true
  version integer not null default 1
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX categories_desk ON app.categories USING btree (company_id, desk_id, display_order)
  CREATE UNIQUE INDEX categories_pkey ON app.categories USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.certificates (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  issuer text
  expires_on date not null
  renews_itself boolean not null default false
  owner_id uuid
  asset_id uuid
  cost_amount bigint
  cost_currency text
  remind_days integer not null default 30
  notes text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  desk_id uuid
  CHECK (((cost_amount IS NULL) = (cost_currency IS NULL)))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  CHECK ((cost_amount >= 0))
  CHECK ((kind = ANY (ARRAY['CERTIFICATE'::text, 'DOMAIN'::text])))
  PRIMARY KEY (company_id, id)
  CHECK (((remind_days >= 1) AND (remind_days <= 365)))
  CREATE INDEX certificates_asset ON app.certificates USING btree (company_id, asset_id) WHERE ((asset_id IS NOT NULL) AND (deleted_at IS NULL))
  CREATE INDEX certificates_desk ON app.certificates USING btree (company_id, desk_id) WHERE (desk_id IS NOT NULL)
  CREATE INDEX certificates_expires ON app.certificates USING btree (company_id, expires_on, id) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX certificates_pkey ON app.certificates USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.chat_sessions (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  service_desk_id uuid not null
  state text not null default 'WAITING'::text
  started_by_id uuid not null
  technician_id uuid
  team_id uuid
  started_at timestamp with time zone not null default now()
  waiting_since timestamp with time zone not null default now()
  accepted_at timestamp with time zone
  ended_at timestamp with time zone
  CHECK (((state <> 'ACTIVE'::text) OR (technician_id IS NOT NULL)))
  CHECK (((state = 'ENDED'::text) = (ended_at IS NOT NULL)))
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, service_desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, started_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, team_id) REFERENCES app.teams(company_id, id)
  FOREIGN KEY (company_id, technician_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['WAITING'::text, 'ACTIVE'::text, 'ENDED'::text])))
  CREATE INDEX chat_sessions_ended ON app.chat_sessions USING btree (company_id, service_desk_id, ended_at DESC) WHERE (accepted_at IS NOT NULL)
  CREATE UNIQUE INDEX chat_sessions_open ON app.chat_sessions USING btree (company_id, request_id) WHERE (state <> 'ENDED'::text)
  CREATE UNIQUE INDEX chat_sessions_pkey ON app.chat_sessions USING btree (company_id, id)
  CREATE INDEX chat_sessions_waiting ON app.chat_sessions USING btree (company_id, service_desk_id, state, waiting_since, id) WHERE (state <> 'ENDED'::text)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = chat_sessions.company_id) AND (r.id = chat_sessions.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.checklist_templates (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid not null
  name text not null
  items jsonb not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX checklist_templates_name ON app.checklist_templates USING btree (company_id, desk_id, lower(name))
  CREATE UNIQUE INDEX checklist_templates_pkey ON app.checklist_templates USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_its_desk restrictive for all to deskhand_app using ((desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.clock_settings (row security forced)
  company_id uuid not null
  version integer not null default 1
  recompute_total integer not null default 0
  recompute_started_at timestamp with time zone
  recompute_finished_at timestamp with time zone
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id)
  CREATE UNIQUE INDEX clock_settings_pkey ON app.clock_settings USING btree (company_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.companies (row security forced)
  company_id uuid not null
  name text not null
  slug text not null
  zone text not null
  locale text not null default 'en'::text
  state text not null default 'ACTIVE'::text
  is_demo boolean not null default false
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  allows_free_tags boolean not null default true
  PRIMARY KEY (company_id)
  CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'SUSPENDED'::text])))
  CREATE UNIQUE INDEX companies_pkey ON app.companies USING btree (company_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy relay permissive for select to deskhand_relay using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.corrections (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  state text not null default 'PROPOSED'::text
  reason text not null
  wanted jsonb not null
  changes jsonb not null
  proposed_by_id uuid not null
  proposed_at timestamp with time zone not null default now()
  decided_by_id uuid
  decided_at timestamp with time zone
  refusal text
  FOREIGN KEY (company_id, decided_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, proposed_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'CONFIRMED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
  CHECK (((state <> ALL (ARRAY['CONFIRMED'::text, 'REFUSED'::text])) OR (decided_by_id <> proposed_by_id)))
  CREATE UNIQUE INDEX corrections_one_waits ON app.corrections USING btree (company_id, request_id) WHERE (state = 'PROPOSED'::text)
  CREATE UNIQUE INDEX corrections_pkey ON app.corrections USING btree (company_id, id)
  CREATE INDEX corrections_request ON app.corrections USING btree (company_id, request_id, proposed_at DESC)
  CREATE INDEX corrections_waiting ON app.corrections USING btree (company_id, proposed_at) WHERE (state = 'PROPOSED'::text)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = corrections.company_id) AND (r.id = corrections.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ((NOT r.is_confidential) AND ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.cost_centers (row security forced)
  company_id uuid not null
  id uuid not null
  code text not null
  name text not null
  owner_id uuid
  department text
  is_active boolean not null default true
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  budget_owner_id uuid
  FOREIGN KEY (company_id, budget_owner_id) REFERENCES app.people(company_id, id)
  UNIQUE (company_id, code)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX cost_centers_company_id_code_key ON app.cost_centers USING btree (company_id, code)
  CREATE INDEX cost_centers_department ON app.cost_centers USING btree (company_id, department) WHERE (department IS NOT NULL)
  CREATE UNIQUE INDEX cost_centers_pkey ON app.cost_centers USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.counters (row security forced)
  company_id uuid not null
  name text not null
  value integer not null default 0
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, name)
  CREATE UNIQUE INDEX counters_pkey ON app.counters USING btree (company_id, name)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.custom_field_values (row security forced)
  company_id uuid not null
  request_id uuid not null
  field_id uuid not null
  value jsonb not null
  text text not null
  updated_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, field_id) REFERENCES app.custom_fields(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, field_id)
  CREATE INDEX custom_field_values_field ON app.custom_field_values USING btree (company_id, field_id, request_id)
  CREATE UNIQUE INDEX custom_field_values_pkey ON app.custom_field_values USING btree (company_id, request_id, field_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM (app.requests r
     JOIN app.custom_fields f ON ((f.company_id = r.company_id)))
  WHERE ((r.company_id = custom_field_values.company_id) AND (r.id = custom_field_values.request_id) AND (f.id = custom_field_values.field_id) AND ((f.shown_to = 'EVERYBODY'::text) OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ((NOT r.is_confidential) AND ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.custom_fields (row security forced)
  company_id uuid not null
  id uuid not null
  key text not null
  label text not null
  help text
  type text not null
  options jsonb not null default '[]'::jsonb
  desk_id uuid
  request_type_id uuid
  is_required boolean not null default false
  shown_to text not null default 'STAFF'::text
  edited_by text not null default 'STAFF'::text
  retired_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, request_type_id) REFERENCES app.request_types(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX custom_fields_key ON app.custom_fields USING btree (company_id, key)
  CREATE UNIQUE INDEX custom_fields_pkey ON app.custom_fields USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.desk_members (row security forced)
  company_id uuid not null
  person_id uuid not null
  desk_id uuid not null
  role text not null
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, person_id, desk_id)
  CHECK ((role = ANY (ARRAY['TECHNICIAN'::text, 'SUPERVISOR'::text])))
  CREATE INDEX desk_members_desk ON app.desk_members USING btree (company_id, desk_id, person_id)
  CREATE UNIQUE INDEX desk_members_pkey ON app.desk_members USING btree (company_id, person_id, desk_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.desk_scopes (row security forced)
  company_id uuid not null
  person_id uuid not null
  desk_id uuid not null
  unit_id uuid not null
  FOREIGN KEY (company_id, person_id, desk_id) REFERENCES app.desk_members(company_id, person_id, desk_id) ON DELETE CASCADE
  FOREIGN KEY (company_id, unit_id) REFERENCES app.business_units(company_id, id)
  PRIMARY KEY (company_id, person_id, desk_id, unit_id)
  CREATE UNIQUE INDEX desk_scopes_pkey ON app.desk_scopes USING btree (company_id, person_id, desk_id, unit_id)
  CREATE INDEX desk_scopes_unit ON app.desk_scopes USING btree (company_id, unit_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.desks (row security forced)
  company_id uuid not null
  id uuid not null
  code text not null
  name text not null
  prefix text not null
  description text
  promise text
  is_active boolean not null default true
  display_order integer not null default 0
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  is_confidential boolean not null default false
  survey_percent integer not null default 100
  contact_email text
  contact_phone text
  contact_place text
  closes_after_days integer not null default 5
  settles_after_days integer not null default 10
  reopen_days integer not null default 14
  appeal_days integer not null default 10
  CHECK (((appeal_days >= 0) AND (appeal_days <= 90)))
  CHECK (((closes_after_days >= 1) AND (closes_after_days <= 60)))
  UNIQUE (company_id, code)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  UNIQUE (company_id, prefix)
  PRIMARY KEY (company_id, id)
  CHECK (((reopen_days >= 0) AND (reopen_days <= 365)))
  CHECK (((settles_after_days >= 1) AND (settles_after_days <= 120)))
  CHECK (((survey_percent >= 0) AND (survey_percent <= 100)))
  CREATE UNIQUE INDEX desks_company_id_code_key ON app.desks USING btree (company_id, code)
  CREATE UNIQUE INDEX desks_company_id_prefix_key ON app.desks USING btree (company_id, prefix)
  CREATE UNIQUE INDEX desks_pkey ON app.desks USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.device_sections (row security forced)
  company_id uuid not null
  device_id uuid not null
  section text not null
  hash bytea not null
  lines jsonb not null default '[]'::jsonb
  changed_at timestamp with time zone not null
  FOREIGN KEY (company_id, device_id) REFERENCES app.devices(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, device_id, section)
  CREATE UNIQUE INDEX device_sections_pkey ON app.device_sections USING btree (company_id, device_id, section)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.devices (row security forced)
  company_id uuid not null
  id uuid not null
  key text not null
  agent_id uuid not null
  item_type text not null
  asset_id uuid
  state text not null default 'FOUND'::text
  name text
  hardware_uuid text
  serial_number text
  macs text[] not null default '{}'::text[]
  manufacturer text
  model text
  kind text not null
  os text
  wrote jsonb not null default '{}'::jsonb
  first_seen_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  FOREIGN KEY (company_id, agent_id) REFERENCES app.agents(company_id, id)
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((item_type = ANY (ARRAY['Computer'::text, 'Phone'::text, 'NetworkEquipment'::text, 'Printer'::text, 'Unmanaged'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['FOUND'::text, 'IGNORED'::text])))
  CREATE INDEX devices_agent ON app.devices USING btree (company_id, agent_id)
  CREATE INDEX devices_asset ON app.devices USING btree (company_id, asset_id, last_seen_at DESC) WHERE (asset_id IS NOT NULL)
  CREATE UNIQUE INDEX devices_key ON app.devices USING btree (company_id, key)
  CREATE INDEX devices_macs ON app.devices USING gin (company_id, macs)
  CREATE UNIQUE INDEX devices_pkey ON app.devices USING btree (company_id, id)
  CREATE INDEX devices_serial ON app.devices USING btree (company_id, upper(serial_number)) WHERE (serial_number IS NOT NULL)
  CREATE INDEX devices_uuid ON app.devices USING btree (company_id, hardware_uuid) WHERE (hardware_uuid IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.discovery_conflicts (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  key text not null
  device_id uuid
  reason text not null
  candidates jsonb not null default '[]'::jsonb
  ip inet
  count integer not null default 1
  created_at timestamp with time zone not null
  last_at timestamp with time zone not null
  resolved_at timestamp with time zone
  resolved_by_id uuid
  resolution text
  asset_id uuid
  FOREIGN KEY (company_id, device_id) REFERENCES app.devices(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, resolved_by_id) REFERENCES app.people(company_id, id)
  CHECK ((kind = ANY (ARRAY['SEVERAL'::text, 'CONTRADICTION'::text, 'NOTHING_TO_MATCH'::text, 'UNMATCHED'::text, 'REFUSED'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((resolution = ANY (ARRAY['MATCHED'::text, 'CREATED'::text, 'IGNORED'::text, 'SETTLED'::text])))
  CREATE INDEX discovery_conflicts_last ON app.discovery_conflicts USING btree (company_id, last_at DESC, id DESC)
  CREATE UNIQUE INDEX discovery_conflicts_open ON app.discovery_conflicts USING btree (company_id, key) WHERE (resolved_at IS NULL)
  CREATE UNIQUE INDEX discovery_conflicts_pkey ON app.discovery_conflicts USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.discovery_rules (row security forced)
  company_id uuid not null
  rules jsonb not null
  updated_at timestamp with time zone not null
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id)
  CREATE UNIQUE INDEX discovery_rules_pkey ON app.discovery_rules USING btree (company_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.disposal_things (row security forced)
  company_id uuid not null
  disposal_id uuid not null
  asset_id uuid not null
  wipe_method text
  wiped_by text
  wiped_on date
  wipe_reference text
  wipe_file_id uuid
  book_value bigint
  book_currency text
  ended_at timestamp with time zone
  CHECK ((book_currency ~ '^[A-Z]{3}$'::text))
  CHECK (((wipe_method IS NULL) = (wiped_by IS NULL)))
  CHECK (((wipe_method IS NULL) = (wiped_on IS NULL)))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, disposal_id) REFERENCES app.disposals(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, wipe_file_id) REFERENCES app.asset_files(company_id, id)
  PRIMARY KEY (company_id, disposal_id, asset_id)
  CHECK ((wipe_method = ANY (ARRAY['OVERWRITTEN'::text, 'CRYPTO_ERASED'::text, 'RESET'::text, 'DEGAUSSED'::text, 'DESTROYED'::text])))
  CREATE INDEX disposal_things_asset ON app.disposal_things USING btree (company_id, asset_id)
  CREATE UNIQUE INDEX disposal_things_once ON app.disposal_things USING btree (company_id, asset_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX disposal_things_pkey ON app.disposal_things USING btree (company_id, disposal_id, asset_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff_sees restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.disposals (row security forced)
  company_id uuid not null
  id uuid not null
  number integer not null
  name text not null
  outcome text not null
  state text not null default 'DRAFT'::text
  partner text
  notes text
  reason text
  created_by_id uuid
  created_at timestamp with time zone not null
  approved_by_id uuid
  approved_at timestamp with time zone
  handed_over_by_id uuid
  handed_over_at timestamp with time zone
  completed_by_id uuid
  completed_at timestamp with time zone
  receipt_id uuid
  receipt_name text
  receipt_size bigint
  receipt_type text
  receipt_path text
  version integer not null default 1
  CHECK (((approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM created_by_id)))
  FOREIGN KEY (company_id, approved_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, completed_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, handed_over_by_id) REFERENCES app.people(company_id, id)
  UNIQUE (company_id, number)
  CHECK ((outcome = ANY (ARRAY['DISPOSED'::text, 'SOLD'::text, 'DONATED'::text, 'RETURNED_TO_LESSOR'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['DRAFT'::text, 'APPROVED'::text, 'HANDED_OVER'::text, 'COMPLETED'::text, 'CANCELLED'::text])))
  CREATE UNIQUE INDEX disposals_company_id_number_key ON app.disposals USING btree (company_id, number)
  CREATE INDEX disposals_newest ON app.disposals USING btree (company_id, number DESC)
  CREATE UNIQUE INDEX disposals_pkey ON app.disposals USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff_sees restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.enrollment_tokens (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  hash bytea not null
  created_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX enrollment_tokens_hash ON app.enrollment_tokens USING btree (company_id, hash)
  CREATE UNIQUE INDEX enrollment_tokens_name ON app.enrollment_tokens USING btree (company_id, lower(name)) WHERE (revoked_at IS NULL)
  CREATE UNIQUE INDEX enrollment_tokens_pkey ON app.enrollment_tokens USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.equipment_confirmations (row security forced)
  company_id uuid not null
  asset_id uuid not null
  person_id uuid not null
  confirmed_at timestamp with time zone not null
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, asset_id, person_id)
  CREATE INDEX equipment_confirmations_person ON app.equipment_confirmations USING btree (company_id, person_id)
  CREATE UNIQUE INDEX equipment_confirmations_pkey ON app.equipment_confirmations USING btree (company_id, asset_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own_or_staff restrictive for all to deskhand_app using ((person_id = ( SELECT app.pid() AS pid)) OR ( SELECT app.is_staff() AS is_staff)) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.escalation_policies (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  steps jsonb not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX escalation_policies_name ON app.escalation_policies USING btree (company_id, lower(name))
  CREATE UNIQUE INDEX escalation_policies_pkey ON app.escalation_policies USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.events (row security forced)
  company_id uuid not null
  txid xid8 not null default pg_current_xact_id()
  id bigint not null default nextval('app.event_ids'::regclass)
  name text not null
  subject_type text not null
  subject_id uuid
  subject_ref text
  desk_id uuid
  people uuid[] not null default '{}'::uuid[]
  audience text not null
  is_confidential boolean not null default false
  actor_id uuid
  actor_name text
  actor_kind text not null
  data jsonb not null default '{}'::jsonb
  changes jsonb not null default '{}'::jsonb
  ip inet
  request_id text
  caused_by_id bigint
  at timestamp with time zone not null default now()
  operation_id uuid
  subject_version integer
  CHECK ((actor_kind = ANY (ARRAY['person'::text, 'system'::text, 'platform'::text])))
  CHECK ((audience = ANY (ARRAY['everyone'::text, 'staff'::text, 'person'::text, 'company'::text, 'nobody'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((subject_version > 0))
  CREATE INDEX events_actor ON app.events USING btree (company_id, actor_id, id DESC)
  CREATE UNIQUE INDEX events_id ON app.events USING btree (id)
  CREATE INDEX events_name ON app.events USING btree (company_id, name, id DESC)
  CREATE INDEX events_operation ON app.events USING btree (company_id, operation_id, id) WHERE (operation_id IS NOT NULL)
  CREATE UNIQUE INDEX events_pkey ON app.events USING btree (company_id, id)
  CREATE UNIQUE INDEX events_stream ON app.events USING btree (company_id, subject_id, subject_version) WHERE (subject_version IS NOT NULL)
  CREATE INDEX events_subject ON app.events USING btree (company_id, subject_id, id DESC)
  policy as_its_asset restrictive for select to deskhand_app using ((subject_type <> 'asset'::text) OR (EXISTS ( SELECT
   FROM app.assets a
  WHERE ((a.company_id = events.company_id) AND (a.id = events.subject_id)))))
  policy as_its_request restrictive for select to deskhand_app using ((subject_type <> 'request'::text) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = events.company_id) AND (r.id = events.subject_id)))))
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_platform, deskhand_worker using true with check true
  policy relay permissive for select to deskhand_relay using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_platform, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.exchange_rates (row security forced)
  company_id uuid not null
  currency text not null
  rate numeric(20,10) not null
  is_own boolean not null default false
  updated_at timestamp with time zone not null default now()
  updated_by_id uuid
  CHECK (((NOT is_own) OR (rate = (1)::numeric)))
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  PRIMARY KEY (company_id, currency)
  CHECK ((rate > (0)::numeric))
  CREATE UNIQUE INDEX exchange_rates_pkey ON app.exchange_rates USING btree (company_id, currency)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.finish_curves (row security forced)
  company_id uuid not null
  basis_id uuid not null
  basis text not null
  sample_count integer not null
  quantiles integer[] not null
  learnt_at timestamp with time zone not null default now()
  CHECK ((basis = ANY (ARRAY['type'::text, 'desk'::text])))
  PRIMARY KEY (company_id, basis_id)
  CHECK ((cardinality(quantiles) = 101))
  CHECK ((sample_count > 0))
  CREATE UNIQUE INDEX finish_curves_pkey ON app.finish_curves USING btree (company_id, basis_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.floor_plans (row security forced)
  company_id uuid not null
  id uuid not null
  unit_id uuid not null
  name text not null
  width integer not null
  height integer not null
  picture bytea not null
  created_at timestamp with time zone not null default now()
  retired_at timestamp with time zone
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, unit_id) REFERENCES app.business_units(company_id, id) ON DELETE CASCADE
  CHECK ((height > 0))
  PRIMARY KEY (company_id, id)
  CHECK ((width > 0))
  CREATE UNIQUE INDEX floor_plans_name ON app.floor_plans USING btree (company_id, unit_id, lower(name)) WHERE (retired_at IS NULL)
  CREATE UNIQUE INDEX floor_plans_pkey ON app.floor_plans USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.form_versions (row security forced)
  company_id uuid not null
  id uuid not null
  form_id uuid not null
  number integer not null
  state text not null
  definition jsonb not null
  note text
  created_by_id uuid
  created_at timestamp with time zone not null default now()
  saved_at timestamp with time zone not null default now()
  published_by_id uuid
  published_at timestamp with time zone
  CHECK (((state = 'PUBLISHED'::text) = (published_at IS NOT NULL)))
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, form_id) REFERENCES app.forms(company_id, id)
  UNIQUE (company_id, form_id, number)
  FOREIGN KEY (company_id, published_by_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PUBLISHED'::text])))
  CREATE UNIQUE INDEX form_versions_company_id_form_id_number_key ON app.form_versions USING btree (company_id, form_id, number)
  CREATE UNIQUE INDEX form_versions_draft ON app.form_versions USING btree (company_id, form_id) WHERE (state = 'DRAFT'::text)
  CREATE UNIQUE INDEX form_versions_pkey ON app.form_versions USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.forms (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  description text
  published_version_id uuid
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, published_version_id) REFERENCES app.form_versions(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX forms_name ON app.forms USING btree (company_id, name) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX forms_pkey ON app.forms USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.found_pages (row security forced)
  company_id uuid not null
  is_open boolean not null default true
  shows_name boolean not null default true
  thanks text
  how_to_return text
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id)
  CREATE UNIQUE INDEX found_pages_pkey ON app.found_pages USING btree (company_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.fulfilments (row security forced)
  company_id uuid not null
  request_id uuid not null
  facts jsonb not null default '{}'::jsonb
  updated_by_id uuid not null
  updated_at timestamp with time zone not null
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, updated_by_id) REFERENCES app.people(company_id, id)
  CHECK ((jsonb_typeof(facts) = 'object'::text))
  PRIMARY KEY (company_id, request_id)
  CREATE UNIQUE INDEX fulfilments_pkey ON app.fulfilments USING btree (company_id, request_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = fulfilments.company_id) AND (r.id = fulfilments.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.idempotency_keys (row security forced)
  company_id uuid not null
  person_id uuid not null
  key text not null
  route text not null
  body_hash text not null
  status integer
  headers jsonb
  body text
  created_at timestamp with time zone not null default now()
  PRIMARY KEY (company_id, person_id, key)
  CREATE INDEX idempotency_keys_age ON app.idempotency_keys USING btree (company_id, created_at)
  CREATE UNIQUE INDEX idempotency_keys_pkey ON app.idempotency_keys USING btree (company_id, person_id, key)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.import_faults (row security forced)
  company_id uuid not null
  import_id uuid not null
  number integer not null
  row_number integer not null
  column_name text
  cell text
  message text not null
  FOREIGN KEY (company_id, import_id) REFERENCES app.imports(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, import_id, number)
  CREATE UNIQUE INDEX import_faults_pkey ON app.import_faults USING btree (company_id, import_id, number)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.imports (row security forced)
  company_id uuid not null
  id uuid not null
  resource text not null
  file_name text not null
  size integer not null
  file_place text
  form jsonb not null default '{"format": "csv", "encoding": "utf-8", "delimiter": ","}'::jsonb
  preset text
  columns jsonb not null default '[]'::jsonb
  mapping jsonb not null default '[]'::jsonb
  day_order text not null default 'DMY'::text
  currency text not null default 'EUR'::text
  existing text not null default 'UPDATE'::text
  makes_missing boolean not null default true
  state text not null default 'UPLOADED'::text
  run integer not null default 0
  done_rows integer not null default 0
  row_count integer
  new_count integer not null default 0
  changed_count integer not null default 0
  unchanged_count integer not null default 0
  faulty_count integer not null default 0
  fault_count integer not null default 0
  makes jsonb not null default '{}'::jsonb
  problem text
  operation_id uuid
  created_by_id uuid not null
  created_by_name text not null
  created_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  version integer not null default 1
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, operation_id) REFERENCES app.operations(company_id, id)
  CHECK ((day_order = ANY (ARRAY['DMY'::text, 'MDY'::text])))
  CHECK ((existing = ANY (ARRAY['UPDATE'::text, 'SKIP'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['UPLOADED'::text, 'CHECKING'::text, 'CHECKED'::text, 'IMPORTING'::text, 'DONE'::text, 'STOPPED'::text])))
  CREATE INDEX imports_newest ON app.imports USING btree (company_id, created_at DESC, id DESC)
  CREATE UNIQUE INDEX imports_pkey ON app.imports USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.incident_affected (row security forced)
  company_id uuid not null
  incident_id uuid not null
  person_id uuid not null
  created_at timestamp with time zone not null
  FOREIGN KEY (company_id, incident_id) REFERENCES app.incidents(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, incident_id, person_id)
  CREATE INDEX incident_affected_person ON app.incident_affected USING btree (company_id, person_id)
  CREATE UNIQUE INDEX incident_affected_pkey ON app.incident_affected USING btree (company_id, incident_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own_or_staff restrictive for all to deskhand_app using ((person_id = ( SELECT app.pid() AS pid)) OR (EXISTS ( SELECT
   FROM (app.incidents i
     JOIN app.requests r ON (((r.company_id = i.company_id) AND (r.id = i.request_id))))
  WHERE ((i.company_id = incident_affected.company_id) AND (i.id = incident_affected.incident_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.incident_updates (row security forced)
  company_id uuid not null
  id uuid not null
  incident_id uuid not null
  message text not null
  author_id uuid
  author_name text not null
  created_at timestamp with time zone not null
  FOREIGN KEY (company_id, author_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, incident_id) REFERENCES app.incidents(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CREATE INDEX incident_updates_incident ON app.incident_updates USING btree (company_id, incident_id, created_at DESC)
  CREATE UNIQUE INDEX incident_updates_pkey ON app.incident_updates USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.incidents (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  title text not null
  message text not null
  site text
  declared_by_id uuid
  declared_by_name text not null
  declared_at timestamp with time zone not null
  ended_at timestamp with time zone
  affected_count integer not null default 0
  FOREIGN KEY (company_id, declared_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CREATE INDEX incidents_declarer ON app.incidents USING btree (company_id, declared_by_id)
  CREATE UNIQUE INDEX incidents_pkey ON app.incidents USING btree (company_id, id)
  CREATE INDEX incidents_request ON app.incidents USING btree (company_id, request_id)
  CREATE UNIQUE INDEX incidents_running ON app.incidents USING btree (company_id, request_id) WHERE (ended_at IS NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.insurance_claims (row security forced)
  company_id uuid not null
  asset_id uuid not null
  insurer text not null
  number text
  state text not null
  filed_on date not null
  paid_amount bigint
  paid_currency text
  note text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  version integer not null default 1
  CHECK (((paid_amount IS NULL) = (paid_currency IS NULL)))
  CHECK (((paid_amount IS NULL) OR (state = 'PAID'::text)))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  PRIMARY KEY (company_id, asset_id)
  CHECK ((state = ANY (ARRAY['FILED'::text, 'PAID'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
  CREATE INDEX insurance_claims_newest ON app.insurance_claims USING btree (company_id, filed_on DESC, asset_id DESC)
  CREATE UNIQUE INDEX insurance_claims_pkey ON app.insurance_claims USING btree (company_id, asset_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.journey_tasks (row security forced)
  company_id uuid not null
  parent_id uuid not null
  request_id uuid not null
  position integer not null
  title text not null
  due_on date
  CHECK ((parent_id <> request_id))
  FOREIGN KEY (company_id, parent_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, parent_id, "position")
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id)
  CHECK ((title <> ''::text))
  CREATE UNIQUE INDEX journey_tasks_company_id_parent_id_position_key ON app.journey_tasks USING btree (company_id, parent_id, "position")
  CREATE UNIQUE INDEX journey_tasks_pkey ON app.journey_tasks USING btree (company_id, request_id)
  policy as_its_parent restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = journey_tasks.company_id) AND (r.id = journey_tasks.parent_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.journey_templates (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  department text
  name text not null
  steps jsonb not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK ((department <> ''::text))
  CHECK ((kind = ANY (ARRAY['ONBOARDING'::text, 'OFFBOARDING'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((jsonb_typeof(steps) = 'array'::text))
  CREATE UNIQUE INDEX journey_templates_for ON app.journey_templates USING btree (company_id, kind, COALESCE(lower(department), ''::text))
  CREATE UNIQUE INDEX journey_templates_pkey ON app.journey_templates USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.kit_hand_out_things (row security forced)
  company_id uuid not null
  hand_out_id uuid not null
  asset_id uuid not null
  position integer not null
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, hand_out_id) REFERENCES app.kit_hand_outs(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, hand_out_id, asset_id)
  CREATE INDEX kit_hand_out_things_asset ON app.kit_hand_out_things USING btree (company_id, asset_id)
  CREATE UNIQUE INDEX kit_hand_out_things_pkey ON app.kit_hand_out_things USING btree (company_id, hand_out_id, asset_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.kit_hand_outs (row security forced)
  company_id uuid not null
  id uuid not null
  kit_id uuid not null
  person_id uuid
  parent_asset_id uuid
  location_id uuid
  handed_out_by_id uuid
  handed_out_at timestamp with time zone not null
  due_at timestamp with time zone
  lacking jsonb not null default '[]'::jsonb
  items jsonb not null default '[]'::jsonb
  FOREIGN KEY (company_id, handed_out_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, kit_id) REFERENCES app.kits(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, parent_asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX kit_hand_outs_at ON app.kit_hand_outs USING btree (company_id, handed_out_at DESC, id DESC)
  CREATE INDEX kit_hand_outs_kit ON app.kit_hand_outs USING btree (company_id, kit_id, handed_out_at DESC)
  CREATE INDEX kit_hand_outs_person ON app.kit_hand_outs USING btree (company_id, person_id, handed_out_at DESC) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX kit_hand_outs_pkey ON app.kit_hand_outs USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.kit_parts (row security forced)
  company_id uuid not null
  kit_id uuid not null
  position integer not null
  model_id uuid
  category_id uuid
  count integer not null
  stock_item_id uuid
  FOREIGN KEY (company_id, category_id) REFERENCES app.asset_categories(company_id, id)
  FOREIGN KEY (company_id, kit_id) REFERENCES app.kits(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, model_id) REFERENCES app.asset_models(company_id, id)
  FOREIGN KEY (company_id, stock_item_id) REFERENCES app.stock_items(company_id, id)
  CHECK ((count > 0))
  CHECK ((num_nonnulls(model_id, category_id, stock_item_id) = 1))
  PRIMARY KEY (company_id, kit_id, "position")
  CHECK (("position" >= 0))
  CREATE INDEX kit_parts_category ON app.kit_parts USING btree (company_id, category_id) WHERE (category_id IS NOT NULL)
  CREATE INDEX kit_parts_model ON app.kit_parts USING btree (company_id, model_id) WHERE (model_id IS NOT NULL)
  CREATE UNIQUE INDEX kit_parts_pkey ON app.kit_parts USING btree (company_id, kit_id, "position")
  CREATE INDEX kit_parts_stock ON app.kit_parts USING btree (company_id, stock_item_id) WHERE (stock_item_id IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.kits (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  description text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  version integer not null default 1
  desk_id uuid
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX kits_desk ON app.kits USING btree (company_id, desk_id) WHERE (desk_id IS NOT NULL)
  CREATE UNIQUE INDEX kits_name ON app.kits USING btree (company_id, lower(name)) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX kits_pkey ON app.kits USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.leave_allowances (row security forced)
  company_id uuid not null
  id uuid not null
  leave_type text not null
  year integer not null
  person_id uuid
  days numeric(5,1) not null
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  CHECK (((days >= (0)::numeric) AND (days <= (366)::numeric)))
  CHECK ((leave_type <> ''::text))
  PRIMARY KEY (company_id, id)
  CHECK (((year >= 1900) AND (year <= 2999)))
  CREATE UNIQUE INDEX leave_allowances_for ON app.leave_allowances USING btree (company_id, leave_type, year, COALESCE(person_id, '00000000-0000-0000-0000-000000000000'::uuid))
  CREATE UNIQUE INDEX leave_allowances_pkey ON app.leave_allowances USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own_or_of_the_desk restrictive for all to deskhand_app using ((person_id IS NULL) OR (person_id = ( SELECT app.pid() AS pid)) OR (EXISTS ( SELECT
   FROM (app.desk_members m
     JOIN app.request_types t ON (((t.company_id = m.company_id) AND (t.desk_id = m.desk_id) AND (t.kind = 'LEAVE'::text))))
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))) OR (EXISTS ( SELECT
   FROM app.people p
  WHERE ((p.company_id = leave_allowances.company_id) AND (p.id = leave_allowances.person_id) AND (p.manager_id = ( SELECT app.pid() AS pid))))) OR (EXISTS ( SELECT
   FROM ((app.request_approvers v
     JOIN app.requests r ON (((r.company_id = v.company_id) AND (r.id = v.request_id))))
     JOIN app.request_types t ON (((t.company_id = r.company_id) AND (t.id = r.request_type_id) AND (t.kind = 'LEAVE'::text))))
  WHERE ((v.company_id = leave_allowances.company_id) AND (v.person_id = ( SELECT app.pid() AS pid)) AND (r.requester_id = leave_allowances.person_id))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.leave_cancellations (row security forced)
  company_id uuid not null
  request_id uuid not null
  reason text
  cancelled_by_id uuid not null
  cancelled_at timestamp with time zone not null
  FOREIGN KEY (company_id, cancelled_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id)
  CREATE UNIQUE INDEX leave_cancellations_pkey ON app.leave_cancellations USING btree (company_id, request_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = leave_cancellations.company_id) AND (r.id = leave_cancellations.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.licence_seats (row security forced)
  company_id uuid not null
  id uuid not null
  licence_id uuid not null
  person_id uuid
  asset_id uuid
  note text
  assigned_at timestamp with time zone not null
  assigned_by_id uuid
  freed_at timestamp with time zone
  freed_by_id uuid
  freed_because text
  CHECK (((person_id IS NULL) <> (asset_id IS NULL)))
  CHECK (((freed_at IS NULL) = (freed_because IS NULL)))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, licence_id) REFERENCES app.licences(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  CHECK ((freed_because = ANY (ARRAY['FREED'::text, 'CHECKED_IN'::text, 'THING_GONE'::text, 'PERSON_LEFT'::text, 'RETIRED'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX licence_seats_asset ON app.licence_seats USING btree (company_id, asset_id, licence_id) WHERE ((freed_at IS NULL) AND (asset_id IS NOT NULL))
  CREATE INDEX licence_seats_licence ON app.licence_seats USING btree (company_id, licence_id, assigned_at DESC, id DESC)
  CREATE UNIQUE INDEX licence_seats_person ON app.licence_seats USING btree (company_id, person_id, licence_id) WHERE ((freed_at IS NULL) AND (person_id IS NOT NULL))
  CREATE UNIQUE INDEX licence_seats_pkey ON app.licence_seats USING btree (company_id, id)
  CREATE INDEX licence_seats_thing ON app.licence_seats USING btree (company_id, asset_id, assigned_at DESC) WHERE (asset_id IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.licence_terms (row security forced)
  company_id uuid not null
  id uuid not null
  licence_id uuid not null
  state text not null
  starts_on date not null
  ends_on date
  renews_on date
  notice_count integer
  notice_unit text
  notice_by date generated 
CASE
    WHEN ((ends_on IS NULL) OR (notice_count IS NULL)) THEN NULL::date
    WHEN (notice_unit = 'DAYS'::text) THEN (ends_on - notice_count)
    ELSE ((ends_on - ((notice_count)::double precision * '1 mon'::interval)))::date
END
  notice_given_on date
  renews_itself boolean not null default false
  cost_amount bigint
  cost_currency text
  cost_per text
  contract_number text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  EXCLUDE USING gist (company_id WITH =, licence_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&)
  CHECK ((ends_on >= starts_on))
  CHECK ((renews_on >= starts_on))
  CHECK (((notice_count IS NULL) = (notice_unit IS NULL)))
  CHECK ((((cost_amount IS NULL) = (cost_currency IS NULL)) AND ((cost_amount IS NULL) = (cost_per IS NULL))))
  FOREIGN KEY (company_id, licence_id) REFERENCES app.licences(company_id, id)
  CHECK ((cost_amount >= 0))
  CHECK ((cost_per = ANY (ARRAY['MONTH'::text, 'YEAR'::text, 'TERM'::text])))
  CHECK ((notice_count > 0))
  CHECK ((notice_unit = ANY (ARRAY['DAYS'::text, 'MONTHS'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['PLANNED'::text, 'ACTIVE'::text, 'IN_NOTICE'::text, 'RENEWED'::text, 'ENDED'::text])))
  CREATE INDEX licence_terms_apart ON app.licence_terms USING gist (company_id, licence_id, daterange(starts_on, ends_on, '[]'::text))
  CREATE INDEX licence_terms_licence ON app.licence_terms USING btree (company_id, licence_id, starts_on DESC)
  CREATE INDEX licence_terms_open ON app.licence_terms USING btree (company_id, ends_on) WHERE (state = ANY (ARRAY['PLANNED'::text, 'ACTIVE'::text, 'IN_NOTICE'::text]))
  CREATE UNIQUE INDEX licence_terms_pkey ON app.licence_terms USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.licences (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  publisher text
  kind text not null
  seats integer not null
  used integer not null default 0
  minimum_free integer
  owner_id uuid
  software_title_id uuid
  supplier text
  order_number text
  notes text
  sealed_key bytea
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  desk_id uuid
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, software_title_id) REFERENCES app.software_titles(company_id, id)
  CHECK ((kind = ANY (ARRAY['PER_PERSON'::text, 'PER_DEVICE'::text, 'FLOATING'::text])))
  CHECK ((minimum_free >= 0))
  CHECK (((used >= 0) AND (used <= seats)))
  PRIMARY KEY (company_id, id)
  CHECK (((seats >= 0) AND (seats <= 99999)))
  CREATE INDEX licences_desk ON app.licences USING btree (company_id, desk_id) WHERE (desk_id IS NOT NULL)
  CREATE INDEX licences_name ON app.licences USING btree (company_id, lower(name), id)
  CREATE UNIQUE INDEX licences_pkey ON app.licences USING btree (company_id, id)
  CREATE INDEX licences_title ON app.licences USING btree (company_id, software_title_id) WHERE (software_title_id IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.locations (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  parent_id uuid
  path uuid[] not null
  unit_id uuid
  address text
  is_store boolean not null default false
  retired_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, parent_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, unit_id) REFERENCES app.business_units(company_id, id)
  CHECK ((kind = ANY (ARRAY['SITE'::text, 'BUILDING'::text, 'FLOOR'::text, 'ROOM'::text, 'SHELF'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX locations_name ON app.locations USING btree (company_id, COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name)) WHERE (retired_at IS NULL)
  CREATE INDEX locations_path ON app.locations USING gin (company_id, path)
  CREATE UNIQUE INDEX locations_pkey ON app.locations USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.macros (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid not null
  name text not null
  steps jsonb not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  key integer
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  CHECK (((key >= 1) AND (key <= 9)))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX macros_key ON app.macros USING btree (company_id, desk_id, key) WHERE (key IS NOT NULL)
  CREATE UNIQUE INDEX macros_name ON app.macros USING btree (company_id, desk_id, lower(name))
  CREATE UNIQUE INDEX macros_pkey ON app.macros USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_its_desk restrictive for all to deskhand_app using ((desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.mails (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  cause text not null
  person_id uuid
  to_address text not null
  message_id text not null
  in_reply_to text
  subject text not null
  data jsonb not null default '{}'::jsonb
  sealed bytea
  state text not null default 'WAITING'::text
  attempts integer not null default 0
  claimed_until timestamp with time zone
  error text
  created_at timestamp with time zone not null default now()
  sent_at timestamp with time zone
  request_id uuid
  UNIQUE (company_id, cause, to_address)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['WAITING'::text, 'SENT'::text, 'KEPT'::text, 'FAILED'::text])))
  CREATE UNIQUE INDEX mails_company_id_cause_to_address_key ON app.mails USING btree (company_id, cause, to_address)
  CREATE UNIQUE INDEX mails_pkey ON app.mails USING btree (company_id, id)
  CREATE INDEX mails_recent ON app.mails USING btree (company_id, created_at DESC, id DESC)
  CREATE INDEX mails_request ON app.mails USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  policy as_its_request restrictive for select to deskhand_app using ((request_id IS NULL) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = mails.company_id) AND (r.id = mails.request_id)))))
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy mailbox permissive for select to deskhand_platform using (company_id IN ( SELECT c.company_id
   FROM app.companies c
  WHERE c.is_demo))
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.manufacturers (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  website text
  support_website text
  support_phone text
  support_email text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX manufacturers_name ON app.manufacturers USING btree (company_id, lower(name))
  CREATE UNIQUE INDEX manufacturers_pkey ON app.manufacturers USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.notifications (row security forced)
  company_id uuid not null
  id uuid not null
  person_id uuid not null
  event_id bigint not null
  kind text not null
  because text not null
  request_id uuid
  actor_name text
  body text
  data jsonb not null default '{}'::jsonb
  read_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  incident_id uuid
  plan_id uuid
  webhook_id uuid
  reservation_id uuid
  asset_id uuid
  alert_kind text
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, incident_id) REFERENCES app.incidents(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, person_id, event_id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, plan_id) REFERENCES app.request_plans(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, reservation_id) REFERENCES app.asset_reservations(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, webhook_id) REFERENCES app.webhooks(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CREATE INDEX notifications_asset ON app.notifications USING btree (company_id, asset_id) WHERE (asset_id IS NOT NULL)
  CREATE UNIQUE INDEX notifications_company_id_person_id_event_id_key ON app.notifications USING btree (company_id, person_id, event_id)
  CREATE INDEX notifications_incident ON app.notifications USING btree (company_id, incident_id) WHERE (incident_id IS NOT NULL)
  CREATE INDEX notifications_person ON app.notifications USING btree (company_id, person_id, created_at DESC, id DESC)
  CREATE UNIQUE INDEX notifications_pkey ON app.notifications USING btree (company_id, id)
  CREATE INDEX notifications_plan ON app.notifications USING btree (company_id, plan_id) WHERE (plan_id IS NOT NULL)
  CREATE INDEX notifications_reservation ON app.notifications USING btree (company_id, reservation_id) WHERE (reservation_id IS NOT NULL)
  CREATE INDEX notifications_unread ON app.notifications USING btree (company_id, person_id) WHERE (read_at IS NULL)
  CREATE INDEX notifications_webhook ON app.notifications USING btree (company_id, webhook_id) WHERE (webhook_id IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own restrictive for all to deskhand_app using (person_id = ( SELECT app.pid() AS pid)) with check (person_id = ( SELECT app.pid() AS pid))
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.operation_items (row security forced)
  company_id uuid not null
  operation_id uuid not null
  position integer not null
  subject_type text not null
  subject_id uuid not null
  subject_ref text
  desk_id uuid
  state text not null default 'PENDING'::text
  status integer
  code text
  detail text
  allowed text[]
  changes jsonb not null default '{}'::jsonb
  FOREIGN KEY (company_id, operation_id) REFERENCES app.operations(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, operation_id, subject_id)
  PRIMARY KEY (company_id, operation_id, "position")
  CHECK ((state = ANY (ARRAY['PENDING'::text, 'CHANGED'::text, 'UNCHANGED'::text, 'REFUSED'::text])))
  CREATE UNIQUE INDEX operation_items_company_id_operation_id_subject_id_key ON app.operation_items USING btree (company_id, operation_id, subject_id)
  CREATE INDEX operation_items_pending ON app.operation_items USING btree (company_id, operation_id, "position") WHERE (state = 'PENDING'::text)
  CREATE UNIQUE INDEX operation_items_pkey ON app.operation_items USING btree (company_id, operation_id, "position")
  policy as_its_request restrictive for select to deskhand_app using ((subject_type <> 'request'::text) OR (subject_ref IS NULL) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = operation_items.company_id) AND (r.id = operation_items.subject_id)))))
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.operations (row security forced)
  company_id uuid not null
  id uuid not null
  kind text not null
  summary text not null
  state text not null default 'RUNNING'::text
  payload jsonb
  total integer not null default 0
  changed integer not null default 0
  unchanged integer not null default 0
  refused integer not null default 0
  started_by_id uuid
  started_by_name text not null
  started_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  undoes_id uuid
  FOREIGN KEY (company_id, started_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, undoes_id) REFERENCES app.operations(company_id, id)
  UNIQUE (company_id, undoes_id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'CANCELLED'::text])))
  CREATE UNIQUE INDEX operations_company_id_undoes_id_key ON app.operations USING btree (company_id, undoes_id)
  CREATE INDEX operations_doer ON app.operations USING btree (company_id, started_by_id, started_at DESC)
  CREATE INDEX operations_newest ON app.operations USING btree (company_id, started_at DESC, id DESC) WHERE (started_by_id IS NOT NULL)
  CREATE UNIQUE INDEX operations_pkey ON app.operations USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.participants (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  person_id uuid
  email text
  added_by_id uuid
  created_at timestamp with time zone not null default now()
  left_at timestamp with time zone
  CHECK (((person_id IS NULL) <> (email IS NULL)))
  FOREIGN KEY (company_id, added_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  UNIQUE (company_id, request_id, email)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, request_id, person_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX participants_company_id_request_id_email_key ON app.participants USING btree (company_id, request_id, email)
  CREATE UNIQUE INDEX participants_company_id_request_id_person_id_key ON app.participants USING btree (company_id, request_id, person_id)
  CREATE INDEX participants_person ON app.participants USING btree (company_id, person_id, request_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX participants_pkey ON app.participants USING btree (company_id, id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = participants.company_id) AND (r.id = participants.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.payment_batch_claims (row security forced)
  company_id uuid not null
  batch_id uuid not null
  request_id uuid not null
  amount bigint not null
  CHECK ((amount > 0))
  FOREIGN KEY (company_id, batch_id) REFERENCES app.payment_batches(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, batch_id, request_id)
  CREATE UNIQUE INDEX payment_batch_claims_pkey ON app.payment_batch_claims USING btree (company_id, batch_id, request_id)
  CREATE INDEX payment_batch_claims_request ON app.payment_batch_claims USING btree (company_id, request_id)
  policy as_its_batch restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.payment_batches b
  WHERE ((b.company_id = payment_batch_claims.company_id) AND (b.id = payment_batch_claims.batch_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.payment_batches (row security forced)
  company_id uuid not null
  id uuid not null
  number integer not null
  currency text not null
  created_by_id uuid not null
  created_at timestamp with time zone not null
  paid_on date
  bank_reference text
  version integer not null default 1
  CHECK (((paid_on IS NULL) = (bank_reference IS NULL)))
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  UNIQUE (company_id, number)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX payment_batches_company_id_number_key ON app.payment_batches USING btree (company_id, number)
  CREATE UNIQUE INDEX payment_batches_pkey ON app.payment_batches USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_the_desk restrictive for all to deskhand_app using ((EXISTS ( SELECT
   FROM (app.desk_members m
     JOIN app.request_types t ON (((t.company_id = m.company_id) AND (t.desk_id = m.desk_id) AND (t.kind = 'EXPENSE'::text))))
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.people (row security forced)
  company_id uuid not null
  id uuid not null
  account_id uuid not null
  email text not null
  first_name text not null
  last_name text not null
  name text not null generated ((first_name || ' '::text) || last_name)
  job_title text
  department text
  site text
  phone text
  manager_id uuid
  is_admin boolean not null default false
  state text not null default 'INVITED'::text
  preferences jsonb not null default '{}'::jsonb
  notification_preferences jsonb not null default '{}'::jsonb
  last_sign_in_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  version integer not null default 1
  is_vip boolean not null default false
  site_id uuid
  is_anonymous boolean not null default false
  UNIQUE (company_id, account_id)
  UNIQUE (company_id, email)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, manager_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, site_id) REFERENCES app.business_units(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['INVITED'::text, 'ACTIVE'::text, 'BLOCKED'::text])))
  CREATE UNIQUE INDEX people_company_id_account_id_key ON app.people USING btree (company_id, account_id)
  CREATE UNIQUE INDEX people_company_id_email_key ON app.people USING btree (company_id, email)
  CREATE INDEX people_manager ON app.people USING btree (company_id, manager_id)
  CREATE INDEX people_name ON app.people USING btree (company_id, last_name, first_name, id)
  CREATE UNIQUE INDEX people_pkey ON app.people USING btree (company_id, id)
  CREATE INDEX people_site ON app.people USING btree (company_id, site_id)
  policy anonymous restrictive for update to deskhand_app, deskhand_auth using (NOT is_anonymous)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.priority_cells (row security forced)
  company_id uuid not null
  impact text not null
  urgency text not null
  priority text not null
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((impact = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])))
  PRIMARY KEY (company_id, impact, urgency)
  CHECK ((priority = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text, 'CRITICAL'::text])))
  CHECK ((urgency = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])))
  CREATE UNIQUE INDEX priority_cells_pkey ON app.priority_cells USING btree (company_id, impact, urgency)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.priority_names (row security forced)
  company_id uuid not null
  priority text not null
  name text not null
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, priority)
  CHECK ((priority = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text, 'CRITICAL'::text])))
  CREATE UNIQUE INDEX priority_names_pkey ON app.priority_names USING btree (company_id, priority)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.reply_drafts (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  person_id uuid not null
  kind text not null
  message text not null
  mentions jsonb not null default '[]'::jsonb
  is_shared boolean not null default false
  hands jsonb not null default '[]'::jsonb
  updated_at timestamp with time zone not null default now()
  CHECK (((NOT is_shared) OR (kind = 'reply'::text)))
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, request_id, person_id, kind)
  CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX reply_drafts_company_id_request_id_person_id_kind_key ON app.reply_drafts USING btree (company_id, request_id, person_id, kind)
  CREATE UNIQUE INDEX reply_drafts_pkey ON app.reply_drafts USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own_or_shared restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = reply_drafts.company_id) AND (r.id = reply_drafts.request_id) AND ((reply_drafts.person_id = ( SELECT app.pid() AS pid)) OR (reply_drafts.is_shared AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_access (row security forced)
  company_id uuid not null
  request_id uuid not null
  person_id uuid not null
  added_by_id uuid
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, person_id)
  CREATE INDEX request_access_person ON app.request_access USING btree (company_id, person_id, request_id)
  CREATE UNIQUE INDEX request_access_pkey ON app.request_access USING btree (company_id, request_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_activities (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  author_id uuid
  author_name text not null
  author_role text
  activity_type text not null
  message text not null
  is_system_generated boolean not null default false
  is_internal boolean not null default false
  metadata jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null default now()
  via_request_id uuid
  private_to_id uuid
  words tsvector generated 
CASE
    WHEN ((activity_type = 'COMMENT'::text) AND (private_to_id IS NULL)) THEN to_tsvector('app.words'::regconfig, "left"(message, 20000))
    ELSE NULL::tsvector
END
  edited_at timestamp with time zone
  withdrawn_at timestamp with time zone
  CHECK ((activity_type = ANY (ARRAY['COMMENT'::text, 'STATUS_CHANGE'::text, 'ASSIGNMENT'::text, 'ATTACHMENT'::text, 'SYSTEM'::text, 'APPROVAL'::text, 'REJECTION'::text])))
  FOREIGN KEY (company_id, author_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, private_to_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, via_request_id) REFERENCES app.requests(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX request_activities_pkey ON app.request_activities USING btree (company_id, id)
  CREATE INDEX request_activities_request ON app.request_activities USING btree (company_id, request_id, created_at, id)
  CREATE INDEX request_activities_via ON app.request_activities USING btree (company_id, via_request_id, created_at, id) WHERE (via_request_id IS NOT NULL)
  CREATE INDEX request_activities_words ON app.request_activities USING gin (company_id, words) WHERE (words IS NOT NULL)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_activities.company_id) AND (r.id = request_activities.request_id) AND ((NOT request_activities.is_internal) OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy private restrictive for all to deskhand_app using ((private_to_id IS NULL) OR (private_to_id = ( SELECT app.pid() AS pid)) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_activities.company_id) AND (r.id = request_activities.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_aliases (row security forced)
  company_id uuid not null
  reference_number text not null
  request_id uuid not null
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, reference_number)
  CREATE UNIQUE INDEX request_aliases_pkey ON app.request_aliases USING btree (company_id, reference_number)
  CREATE INDEX request_aliases_request ON app.request_aliases USING btree (company_id, request_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_aliases.company_id) AND (r.id = request_aliases.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_approvers (row security forced)
  company_id uuid not null
  request_id uuid not null
  person_id uuid not null
  is_deciding boolean not null
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, person_id)
  CREATE INDEX request_approvers_person ON app.request_approvers USING btree (company_id, person_id, request_id)
  CREATE UNIQUE INDEX request_approvers_pkey ON app.request_approvers USING btree (company_id, request_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_assets (row security forced)
  company_id uuid not null
  request_id uuid not null
  asset_id uuid not null
  linked_by_id uuid
  linked_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, linked_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, asset_id)
  CREATE INDEX request_assets_asset ON app.request_assets USING btree (company_id, asset_id, linked_at DESC)
  CREATE UNIQUE INDEX request_assets_pkey ON app.request_assets USING btree (company_id, request_id, asset_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_assets.company_id) AND (r.id = request_assets.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_drafts (row security forced)
  company_id uuid not null
  person_id uuid not null
  key text not null
  sealed bytea not null
  saved_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, person_id, key)
  CREATE UNIQUE INDEX request_drafts_pkey ON app.request_drafts USING btree (company_id, person_id, key)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own restrictive for all to deskhand_app using (person_id = ( SELECT app.pid() AS pid)) with check (person_id = ( SELECT app.pid() AS pid))
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_links (row security forced)
  company_id uuid not null
  id uuid not null
  from_id uuid not null
  to_id uuid not null
  kind text not null
  created_by_id uuid
  created_at timestamp with time zone not null default now()
  CHECK ((from_id <> to_id))
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, from_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, from_id, to_id, kind)
  FOREIGN KEY (company_id, to_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['parent'::text, 'blocks'::text, 'caused-by'::text, 'duplicate'::text, 'relates'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX request_links_company_id_from_id_to_id_kind_key ON app.request_links USING btree (company_id, from_id, to_id, kind)
  CREATE UNIQUE INDEX request_links_parent ON app.request_links USING btree (company_id, from_id) WHERE (kind = 'parent'::text)
  CREATE UNIQUE INDEX request_links_pkey ON app.request_links USING btree (company_id, id)
  CREATE INDEX request_links_to ON app.request_links USING btree (company_id, to_id, kind)
  policy as_its_requests restrictive for all to deskhand_app using ((EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_links.company_id) AND (r.id = request_links.from_id)))) AND (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_links.company_id) AND (r.id = request_links.to_id))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_plan_runs (row security forced)
  company_id uuid not null
  plan_id uuid not null
  occurs_at timestamp with time zone not null
  outcome text not null
  reason text
  request_id uuid
  ran_at timestamp with time zone not null
  FOREIGN KEY (company_id, plan_id) REFERENCES app.request_plans(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE SET NULL (request_id)
  CHECK ((outcome = ANY (ARRAY['CREATED'::text, 'SKIPPED'::text, 'FAILED'::text])))
  PRIMARY KEY (company_id, plan_id, occurs_at)
  CREATE UNIQUE INDEX request_plan_runs_pkey ON app.request_plan_runs USING btree (company_id, plan_id, occurs_at)
  CREATE INDEX request_plan_runs_request ON app.request_plan_runs USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  policy as_its_plan restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.request_plans p
  WHERE ((p.company_id = request_plan_runs.company_id) AND (p.id = request_plan_runs.plan_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_plans (row security forced)
  company_id uuid not null
  id uuid not null
  service_desk_id uuid not null
  owner_id uuid not null
  name text not null
  rule text not null
  starts_on date not null
  at_time text not null
  zone text not null
  template jsonb not null
  catch_up text not null
  is_paused boolean not null
  next_run_at timestamp with time zone
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  deleted_at timestamp with time zone
  version integer not null default 1
  CHECK ((catch_up = ANY (ARRAY['SKIP'::text, 'ONE'::text])))
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, service_desk_id) REFERENCES app.desks(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX request_plans_desk ON app.request_plans USING btree (company_id, service_desk_id)
  CREATE INDEX request_plans_due ON app.request_plans USING btree (company_id, next_run_at) WHERE ((deleted_at IS NULL) AND (NOT is_paused) AND (next_run_at IS NOT NULL))
  CREATE INDEX request_plans_owner ON app.request_plans USING btree (company_id, owner_id)
  CREATE UNIQUE INDEX request_plans_pkey ON app.request_plans USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_its_desk restrictive for all to deskhand_app using ((service_desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_reads (row security forced)
  company_id uuid not null
  person_id uuid not null
  request_id uuid not null
  read_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, person_id, request_id)
  CREATE UNIQUE INDEX request_reads_pkey ON app.request_reads USING btree (company_id, person_id, request_id)
  CREATE INDEX request_reads_recent ON app.request_reads USING btree (company_id, person_id, read_at DESC)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_secrets (row security forced)
  company_id uuid not null
  request_id uuid not null
  field text not null
  sealed bytea not null
  updated_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, field)
  CREATE UNIQUE INDEX request_secrets_pkey ON app.request_secrets USING btree (company_id, request_id, field)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_secrets.company_id) AND (r.id = request_secrets.request_id) AND ((r.requester_id = ( SELECT app.pid() AS pid)) OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_seen (row security forced)
  company_id uuid not null
  request_id uuid not null
  side text not null
  activity_id uuid not null
  written_at timestamp with time zone not null
  at timestamp with time zone not null
  FOREIGN KEY (company_id, activity_id) REFERENCES app.request_activities(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, side)
  CHECK ((side = ANY (ARRAY['desk'::text, 'requester'::text])))
  CREATE UNIQUE INDEX request_seen_pkey ON app.request_seen USING btree (company_id, request_id, side)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_seen.company_id) AND (r.id = request_seen.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_snoozes (row security forced)
  company_id uuid not null
  request_id uuid not null
  snoozed_by_id uuid
  snoozed_by_name text not null
  snoozed_at timestamp with time zone not null default now()
  until_at timestamp with time zone
  until_reply boolean not null default false
  until_request_id uuid
  woke_at timestamp with time zone
  woke_because text
  CHECK (((until_at IS NOT NULL) OR until_reply OR (until_request_id IS NOT NULL)))
  CHECK (((woke_at IS NULL) = (woke_because IS NULL)))
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, snoozed_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, until_request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id)
  CHECK ((woke_because = ANY (ARRAY['TIME'::text, 'REPLY'::text, 'REQUEST'::text, 'PERSON'::text])))
  CREATE INDEX request_snoozes_due ON app.request_snoozes USING btree (company_id, until_at) WHERE ((woke_at IS NULL) AND (until_at IS NOT NULL))
  CREATE INDEX request_snoozes_event ON app.request_snoozes USING btree (company_id, until_request_id) WHERE ((woke_at IS NULL) AND (until_request_id IS NOT NULL))
  CREATE UNIQUE INDEX request_snoozes_pkey ON app.request_snoozes USING btree (company_id, request_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_snoozes.company_id) AND (r.id = request_snoozes.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_tasks (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  title text not null
  note text
  checklist text
  is_mandatory boolean not null default false
  is_visible boolean not null default false
  assigned_to_id uuid
  due_at timestamp with time zone
  position integer not null
  done_at timestamp with time zone
  done_by_id uuid
  created_by_id uuid
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  reminded_due_at timestamp with time zone
  FOREIGN KEY (company_id, assigned_to_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, done_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, id)
  CREATE INDEX request_tasks_due ON app.request_tasks USING btree (company_id, due_at) WHERE ((done_at IS NULL) AND (deleted_at IS NULL) AND (assigned_to_id IS NOT NULL))
  CREATE INDEX request_tasks_holder ON app.request_tasks USING btree (company_id, assigned_to_id, due_at, id) WHERE ((done_at IS NULL) AND (deleted_at IS NULL) AND (assigned_to_id IS NOT NULL))
  CREATE UNIQUE INDEX request_tasks_pkey ON app.request_tasks USING btree (company_id, id)
  CREATE INDEX request_tasks_request ON app.request_tasks USING btree (company_id, request_id, "position", id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = request_tasks.company_id) AND (r.id = request_tasks.request_id) AND (request_tasks.is_visible OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_templates (row security forced)
  company_id uuid not null
  id uuid not null
  request_type_id uuid not null
  name text not null
  summary text
  description text
  answers jsonb not null default '{}'::jsonb
  display_order integer not null default 0
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, request_type_id) REFERENCES app.request_types(company_id, id)
  UNIQUE (company_id, request_type_id, name)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX request_templates_company_id_request_type_id_name_key ON app.request_templates USING btree (company_id, request_type_id, name)
  CREATE UNIQUE INDEX request_templates_pkey ON app.request_templates USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.request_types (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid not null
  category_id uuid not null
  name text not null
  description text
  promise text
  icon text
  requires_approval boolean not null default false
  is_confidential boolean not null default false
  sla_hours integer
  default_priority text not null default 'MEDIUM'::text
  display_order integer not null default 0
  is_active boolean not null default true
  form_id uuid
  kind text
  state_words jsonb not null default '{}'::jsonb
  version integer not null default 1
  FOREIGN KEY (company_id, category_id) REFERENCES app.categories(company_id, id)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, form_id) REFERENCES app.forms(company_id, id)
  CHECK ((default_priority = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text, 'CRITICAL'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((sla_hours > 0))
  CHECK ((jsonb_typeof(state_words) = 'object'::text))
  CREATE INDEX request_types_desk ON app.request_types USING btree (company_id, desk_id, display_order)
  CREATE INDEX request_types_form ON app.request_types USING btree (company_id, form_id) WHERE (form_id IS NOT NULL)
  CREATE UNIQUE INDEX request_types_kind ON app.request_types USING btree (company_id, kind) WHERE (kind IS NOT NULL)
  CREATE UNIQUE INDEX request_types_pkey ON app.request_types USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.requests (row security forced)
  company_id uuid not null
  id uuid not null
  reference_number text not null
  number integer not null
  service_desk_id uuid not null
  request_type_id uuid
  requester_id uuid not null
  requester_email text not null
  requester_phone text
  created_by_id uuid not null
  summary text not null
  description text
  priority text not null default 'MEDIUM'::text
  priority_rank smallint not null generated 
CASE priority
    WHEN 'CRITICAL'::text THEN 4
    WHEN 'HIGH'::text THEN 3
    WHEN 'MEDIUM'::text THEN 2
    ELSE 1
END
  impact text
  urgency text
  status text not null default 'SUBMITTED'::text
  review_kind text
  assigned_to_id uuid
  assigned_team_id uuid
  is_confidential boolean not null default false
  access_includes_desk boolean not null default true
  tags text[] not null default '{}'::text[]
  custom_fields jsonb not null default '{}'::jsonb
  question text
  wait_reason text
  wait_until timestamp with time zone
  rejection_reason text
  resolution_code text
  resolution_text text
  reopen_count integer not null default 0
  appeal_count integer not null default 0
  sla_due_at timestamp with time zone
  first_response_at timestamp with time zone
  status_changed_at timestamp with time zone not null default now()
  resolved_at timestamp with time zone
  closed_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  updated_by_id uuid
  deleted_at timestamp with time zone
  version integer not null default 1
  words tsvector not null generated ((setweight(to_tsvector('app.words'::regconfig, summary), 'A'::"char") || setweight(to_tsvector('app.words'::regconfig, reference_number), 'A'::"char")) || setweight(to_tsvector('app.words'::regconfig, COALESCE("left"(description, 20000), ''::text)), 'B'::"char"))
  sla jsonb
  sla_at_risk_at timestamp with time zone
  sla_step_at timestamp with time zone
  sla_version integer not null default 0
  form_version_id uuid
  merged_into_id uuid
  merged_at timestamp with time zone
  follow_up_of_id uuid
  site_id uuid
  snoozed_at timestamp with time zone
  woke_at timestamp with time zone
  open_mandatory_tasks text[] not null default '{}'::text[]
  secret_marks jsonb not null default '{}'::jsonb
  asked_from text
  question_reminders smallint not null default 0
  is_ordered boolean not null default false
  wait_for_id uuid
  CHECK (((closed_at IS NULL) OR (status = ANY (ARRAY['RESOLVED'::text, 'REJECTED'::text]))))
  CHECK (((status <> 'WAITING'::text) OR (wait_reason IS NOT NULL)))
  CHECK (((status <> 'RESOLVED'::text) OR (resolution_code IS NOT NULL)))
  CHECK ((merged_into_id IS DISTINCT FROM id))
  CHECK (((merged_into_id IS NULL) OR ((closed_at IS NOT NULL) AND (resolution_code = 'DUPLICATE'::text))))
  CHECK (((wait_for_id IS NULL) OR (status = 'WAITING'::text)))
  FOREIGN KEY (company_id, assigned_team_id) REFERENCES app.teams(company_id, id)
  FOREIGN KEY (company_id, assigned_to_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, follow_up_of_id) REFERENCES app.requests(company_id, id)
  FOREIGN KEY (company_id, form_version_id) REFERENCES app.form_versions(company_id, id)
  FOREIGN KEY (company_id, merged_into_id) REFERENCES app.requests(company_id, id)
  UNIQUE (company_id, reference_number)
  FOREIGN KEY (company_id, request_type_id) REFERENCES app.request_types(company_id, id)
  FOREIGN KEY (company_id, requester_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, service_desk_id) REFERENCES app.desks(company_id, id)
  UNIQUE (company_id, service_desk_id, number)
  FOREIGN KEY (company_id, site_id) REFERENCES app.business_units(company_id, id)
  FOREIGN KEY (company_id, wait_for_id) REFERENCES app.requests(company_id, id) ON DELETE SET NULL (wait_for_id)
  CHECK ((impact = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((priority = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text, 'CRITICAL'::text])))
  CHECK ((review_kind = ANY (ARRAY['TRIAGE'::text, 'APPROVAL'::text])))
  CHECK ((status = ANY (ARRAY['SUBMITTED'::text, 'IN_REVIEW'::text, 'ACTION_REQUIRED'::text, 'APPROVED'::text, 'REJECTED'::text, 'RESOLVED'::text, 'IN_PROGRESS'::text, 'WAITING'::text])))
  CHECK ((urgency = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])))
  CHECK ((wait_reason = ANY (ARRAY['VENDOR'::text, 'PART'::text, 'DELIVERY'::text, 'CHANGE'::text, 'APPOINTMENT'::text, 'DATE'::text, 'OTHER'::text])))
  CREATE INDEX requests_assignee ON app.requests USING btree (company_id, assigned_to_id, sla_due_at, id) WHERE ((deleted_at IS NULL) AND (closed_at IS NULL) AND (status <> ALL (ARRAY['RESOLVED'::text, 'REJECTED'::text])))
  CREATE INDEX requests_assignee_resolved ON app.requests USING btree (company_id, assigned_to_id, resolved_at) WHERE (resolved_at IS NOT NULL)
  CREATE UNIQUE INDEX requests_company_id_reference_number_key ON app.requests USING btree (company_id, reference_number)
  CREATE UNIQUE INDEX requests_company_id_service_desk_id_number_key ON app.requests USING btree (company_id, service_desk_id, number)
  CREATE INDEX requests_created ON app.requests USING btree (company_id, created_at DESC, id DESC)
  CREATE INDEX requests_creator ON app.requests USING btree (company_id, created_by_id, created_at DESC, id DESC) WHERE (created_by_id <> requester_id)
  CREATE INDEX requests_desk_created ON app.requests USING btree (company_id, service_desk_id, created_at DESC, id DESC)
  CREATE INDEX requests_desk_updated ON app.requests USING btree (company_id, service_desk_id, updated_at DESC, id DESC)
  CREATE INDEX requests_follow_ups ON app.requests USING btree (company_id, follow_up_of_id) WHERE (follow_up_of_id IS NOT NULL)
  CREATE INDEX requests_form_version ON app.requests USING btree (company_id, form_version_id) WHERE (form_version_id IS NOT NULL)
  CREATE INDEX requests_leave ON app.requests USING btree (company_id, requester_id, ((custom_fields ->> 'endDate'::text))) WHERE ((custom_fields ? 'leaveType'::text) AND (deleted_at IS NULL))
  CREATE INDEX requests_merged ON app.requests USING btree (company_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
  CREATE UNIQUE INDEX requests_pkey ON app.requests USING btree (company_id, id)
  CREATE INDEX requests_queue ON app.requests USING btree (company_id, service_desk_id, sla_due_at, id) WHERE ((deleted_at IS NULL) AND (closed_at IS NULL) AND (status <> ALL (ARRAY['RESOLVED'::text, 'REJECTED'::text])))
  CREATE INDEX requests_requester ON app.requests USING btree (company_id, requester_id, created_at DESC, id DESC)
  CREATE INDEX requests_settling ON app.requests USING btree (company_id, status, status_changed_at) WHERE ((closed_at IS NULL) AND (deleted_at IS NULL) AND (status = ANY (ARRAY['RESOLVED'::text, 'REJECTED'::text, 'ACTION_REQUIRED'::text])))
  CREATE INDEX requests_site_queue ON app.requests USING btree (company_id, site_id, sla_due_at, id) WHERE ((deleted_at IS NULL) AND (closed_at IS NULL) AND (status <> ALL (ARRAY['RESOLVED'::text, 'REJECTED'::text])))
  CREATE INDEX requests_sla_step ON app.requests USING btree (company_id, sla_step_at) WHERE ((sla_step_at IS NOT NULL) AND (deleted_at IS NULL))
  CREATE INDEX requests_sla_version ON app.requests USING btree (company_id, sla_version) WHERE ((closed_at IS NULL) AND (deleted_at IS NULL))
  CREATE INDEX requests_summary ON app.requests USING gin (company_id, summary ext.gin_trgm_ops)
  CREATE INDEX requests_tagged ON app.requests USING btree (company_id, id) WHERE (tags <> '{}'::text[])
  CREATE INDEX requests_waiting_for ON app.requests USING btree (company_id, wait_for_id) WHERE (wait_for_id IS NOT NULL)
  CREATE INDEX requests_waking ON app.requests USING btree (company_id, wait_until) WHERE ((status = 'WAITING'::text) AND (wait_until IS NOT NULL) AND (deleted_at IS NULL))
  CREATE INDEX requests_woken ON app.requests USING btree (company_id, service_desk_id, woke_at) WHERE (woke_at IS NOT NULL)
  CREATE INDEX requests_words ON app.requests USING gin (company_id, words)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy confidential restrictive for all to deskhand_app using ((NOT is_confidential) OR (requester_id = ( SELECT app.pid() AS pid)) OR (access_includes_desk AND (service_desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid)))))) OR (EXISTS ( SELECT
   FROM app.request_access a
  WHERE ((a.company_id = requests.company_id) AND (a.request_id = requests.id) AND (a.person_id = ( SELECT app.pid() AS pid))))) OR (EXISTS ( SELECT
   FROM app.request_approvers v
  WHERE ((v.company_id = requests.company_id) AND (v.request_id = requests.id) AND (v.person_id = ( SELECT app.pid() AS pid)) AND v.is_deciding)))) with check true
  policy scope restrictive for all to deskhand_app using (( SELECT ((NOT (EXISTS ( SELECT
           FROM app.desk_scopes s
          WHERE ((s.company_id = ( SELECT app.cid() AS cid)) AND (s.person_id = ( SELECT app.pid() AS pid)))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))) OR (NOT (service_desk_id IN ( SELECT s.desk_id
   FROM app.desk_scopes s
  WHERE ((s.company_id = ( SELECT app.cid() AS cid)) AND (s.person_id = ( SELECT app.pid() AS pid)))))) OR ((service_desk_id, site_id) IN ( SELECT s.desk_id,
    b.id
   FROM (app.desk_scopes s
     JOIN app.business_units b ON (((b.company_id = s.company_id) AND (s.unit_id = ANY (b.path)))))
  WHERE ((s.company_id = ( SELECT app.cid() AS cid)) AND (s.person_id = ( SELECT app.pid() AS pid))))) OR (requester_id = ( SELECT app.pid() AS pid)) OR (created_by_id = ( SELECT app.pid() AS pid)) OR (EXISTS ( SELECT
   FROM app.request_access a
  WHERE ((a.company_id = requests.company_id) AND (a.request_id = requests.id) AND (a.person_id = ( SELECT app.pid() AS pid))))) OR (EXISTS ( SELECT
   FROM app.request_approvers v
  WHERE ((v.company_id = requests.company_id) AND (v.request_id = requests.id) AND (v.person_id = ( SELECT app.pid() AS pid)))))) with check true
  policy search permissive for select to deskhand_search using true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.resolution_codes (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid
  code text not null
  name text not null
  display_order integer not null default 0
  UNIQUE NULLS NOT DISTINCT (company_id, desk_id, code)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX resolution_codes_company_id_desk_id_code_key ON app.resolution_codes USING btree (company_id, desk_id, code) NULLS NOT DISTINCT
  CREATE UNIQUE INDEX resolution_codes_pkey ON app.resolution_codes USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy platform permissive for all to deskhand_platform using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.rule_differences (row security forced)
  company_id uuid not null
  dry_run_id uuid not null
  position integer not null
  request_id uuid not null
  at timestamp with time zone not null
  field text not null
  before text
  after text
  refusal text
  FOREIGN KEY (company_id, dry_run_id) REFERENCES app.rule_dry_runs(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, dry_run_id, "position")
  CREATE UNIQUE INDEX rule_differences_pkey ON app.rule_differences USING btree (company_id, dry_run_id, "position")
  CREATE INDEX rule_differences_request ON app.rule_differences USING btree (company_id, request_id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = rule_differences.company_id) AND (r.id = rule_differences.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.rule_dry_runs (row security forced)
  company_id uuid not null
  id uuid not null
  rule_id uuid
  rule_name text not null
  rule jsonb not null
  request_id uuid
  most integer not null
  state text not null default 'RUNNING'::text
  total integer not null default 0
  done integer not null default 0
  matched integer not null default 0
  refused integer not null default 0
  differences integer not null default 0
  started_by_id uuid not null
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, rule_id) REFERENCES app.rules(company_id, id)
  FOREIGN KEY (company_id, started_by_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'FAILED'::text])))
  CREATE INDEX rule_dry_runs_age ON app.rule_dry_runs USING btree (company_id, started_at)
  CREATE UNIQUE INDEX rule_dry_runs_pkey ON app.rule_dry_runs USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.rule_modes (row security forced)
  company_id uuid not null
  group_id uuid not null
  mode text not null
  CHECK ((mode = ANY (ARRAY['ALL'::text, 'FIRST_MATCH'::text])))
  PRIMARY KEY (company_id, group_id)
  CREATE UNIQUE INDEX rule_modes_pkey ON app.rule_modes USING btree (company_id, group_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.rule_runs (row security forced)
  company_id uuid not null
  id uuid not null
  rule_id uuid not null
  rule_version integer not null
  request_id uuid not null
  event_id bigint
  moment timestamp with time zone
  outcome text not null
  detail text not null
  changes jsonb not null default '{}'::jsonb
  operation_id uuid
  chain uuid[] not null default '{}'::uuid[]
  at timestamp with time zone not null
  CHECK (((event_id IS NULL) <> (moment IS NULL)))
  FOREIGN KEY (company_id, operation_id) REFERENCES app.operations(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE NULLS NOT DISTINCT (company_id, request_id, rule_id, event_id, moment)
  FOREIGN KEY (company_id, rule_id) REFERENCES app.rules(company_id, id)
  CHECK ((outcome = ANY (ARRAY['APPLIED'::text, 'UNCHANGED'::text, 'REFUSED'::text, 'STOPPED'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX rule_runs_company_id_request_id_rule_id_event_id_moment_key ON app.rule_runs USING btree (company_id, request_id, rule_id, event_id, moment) NULLS NOT DISTINCT
  CREATE INDEX rule_runs_operation ON app.rule_runs USING btree (company_id, operation_id) WHERE (operation_id IS NOT NULL)
  CREATE UNIQUE INDEX rule_runs_pkey ON app.rule_runs USING btree (company_id, id)
  CREATE INDEX rule_runs_request ON app.rule_runs USING btree (company_id, request_id, at DESC)
  CREATE INDEX rule_runs_rule ON app.rule_runs USING btree (company_id, rule_id, at DESC, id DESC)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = rule_runs.company_id) AND (r.id = rule_runs.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.rules (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  desk_id uuid
  position integer not null
  is_enabled boolean not null default true
  trigger jsonb not null
  condition jsonb not null
  actions jsonb not null
  checked_until timestamp with time zone not null default now()
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX rules_enabled ON app.rules USING btree (company_id, "position") WHERE (is_enabled AND (deleted_at IS NULL))
  CREATE INDEX rules_order ON app.rules USING btree (company_id, "position", id) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX rules_pkey ON app.rules USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.scan_sessions (row security forced)
  company_id uuid not null
  id uuid not null
  started_by_id uuid not null
  mode text not null
  person_id uuid
  location_id uuid
  asset_id uuid
  due_at timestamp with time zone
  note text
  condition text
  started_at timestamp with time zone not null
  committed_at timestamp with time zone
  operation_id uuid
  CHECK ((num_nonnulls(person_id, location_id, asset_id) <= 1))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, started_by_id) REFERENCES app.people(company_id, id)
  CHECK ((mode = ANY (ARRAY['CHECK_OUT'::text, 'CHECK_IN'::text, 'MOVE'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX scan_sessions_pkey ON app.scan_sessions USING btree (company_id, id)
  CREATE INDEX scan_sessions_started ON app.scan_sessions USING btree (company_id, started_by_id, started_at DESC)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own restrictive for all to deskhand_app using (started_by_id = ( SELECT app.pid() AS pid)) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.scans (row security forced)
  company_id uuid not null
  session_id uuid not null
  code text not null
  position integer not null
  asset_id uuid
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, session_id) REFERENCES app.scan_sessions(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, session_id, code)
  CREATE UNIQUE INDEX scans_asset ON app.scans USING btree (company_id, session_id, asset_id) WHERE (asset_id IS NOT NULL)
  CREATE UNIQUE INDEX scans_pkey ON app.scans USING btree (company_id, session_id, code)
  policy as_its_session restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.scan_sessions s
  WHERE ((s.company_id = scans.company_id) AND (s.id = scans.session_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.signing_keys (row security forced)
  company_id uuid not null
  id text not null
  public_key text not null
  sealed bytea not null
  created_at timestamp with time zone not null
  retired_at timestamp with time zone
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX signing_keys_current ON app.signing_keys USING btree (company_id) WHERE (retired_at IS NULL)
  CREATE UNIQUE INDEX signing_keys_pkey ON app.signing_keys USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.sla_entries (row security forced)
  company_id uuid not null
  request_id uuid not null
  id bigint not null
  target text not null
  round integer not null
  kind text not null
  at timestamp with time zone not null
  reason text not null
  cause text not null
  txid xid8 not null default pg_current_xact_id()
  target_seconds integer
  due_at timestamp with time zone
  policy_id uuid
  policy_version integer
  calendar_id uuid
  calendar_name text
  is_late boolean
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['STARTED'::text, 'PAUSED'::text, 'RESUMED'::text, 'STOPPED'::text, 'RECOMPUTED'::text])))
  PRIMARY KEY (company_id, request_id, id)
  CHECK ((target = ANY (ARRAY['FIRST_RESPONSE'::text, 'NEXT_RESPONSE'::text, 'RESOLUTION'::text])))
  CREATE UNIQUE INDEX sla_entries_pkey ON app.sla_entries USING btree (company_id, request_id, id)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = sla_entries.company_id) AND (r.id = sla_entries.request_id)))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.sla_policies (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  position integer not null
  is_active boolean not null default true
  desk_id uuid
  request_type_id uuid
  site text
  is_vip boolean
  calendar_id uuid
  targets jsonb not null
  pauses jsonb not null
  at_risk_percent integer not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  retired_at timestamp with time zone
  version integer not null default 1
  escalation_policy_id uuid
  CHECK (((at_risk_percent >= 1) AND (at_risk_percent <= 99)))
  FOREIGN KEY (company_id, calendar_id) REFERENCES app.calendars(company_id, id)
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, escalation_policy_id) REFERENCES app.escalation_policies(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, request_type_id) REFERENCES app.request_types(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE INDEX sla_policies_calendar ON app.sla_policies USING btree (company_id, calendar_id) WHERE (calendar_id IS NOT NULL)
  CREATE INDEX sla_policies_escalation ON app.sla_policies USING btree (company_id, escalation_policy_id) WHERE (escalation_policy_id IS NOT NULL)
  CREATE UNIQUE INDEX sla_policies_pkey ON app.sla_policies USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.sla_policy_versions (row security forced)
  company_id uuid not null
  policy_id uuid not null
  version integer not null
  body jsonb not null
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, policy_id) REFERENCES app.sla_policies(company_id, id)
  PRIMARY KEY (company_id, policy_id, version)
  CREATE UNIQUE INDEX sla_policy_versions_pkey ON app.sla_policy_versions USING btree (company_id, policy_id, version)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.sla_steps (row security forced)
  company_id uuid not null
  request_id uuid not null
  target text not null
  round integer not null
  step text not null
  policy_id uuid not null
  action jsonb not null
  due_at timestamp with time zone not null
  taken_at timestamp with time zone not null
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, target, round, step)
  CREATE UNIQUE INDEX sla_steps_pkey ON app.sla_steps USING btree (company_id, request_id, target, round, step)
  policy as_its_request restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = sla_steps.company_id) AND (r.id = sla_steps.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.software_installs (row security forced)
  company_id uuid not null
  device_id uuid not null
  title_id uuid not null
  version_text text not null
  installed_on date
  found_at timestamp with time zone not null
  FOREIGN KEY (company_id, device_id) REFERENCES app.devices(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, title_id) REFERENCES app.software_titles(company_id, id)
  PRIMARY KEY (company_id, device_id, title_id, version_text)
  CREATE UNIQUE INDEX software_installs_pkey ON app.software_installs USING btree (company_id, device_id, title_id, version_text)
  CREATE INDEX software_installs_title ON app.software_installs USING btree (company_id, title_id, device_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.software_titles (row security forced)
  company_id uuid not null
  id uuid not null
  key text not null
  name text not null
  publisher text
  is_forbidden boolean not null default false
  merged_into_id uuid
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  version integer not null default 1
  CHECK ((merged_into_id IS DISTINCT FROM id))
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, merged_into_id) REFERENCES app.software_titles(company_id, id)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX software_titles_key ON app.software_titles USING btree (company_id, key)
  CREATE INDEX software_titles_merged ON app.software_titles USING btree (company_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
  CREATE INDEX software_titles_name ON app.software_titles USING btree (company_id, lower(name), id) WHERE (merged_into_id IS NULL)
  CREATE UNIQUE INDEX software_titles_pkey ON app.software_titles USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.staged_files (row security forced)
  company_id uuid not null
  id uuid not null
  person_id uuid not null
  file_name text not null
  file_size bigint not null
  mime_type text not null
  storage_path text not null
  preview_path text
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  CHECK ((file_size > 0))
  PRIMARY KEY (company_id, id)
  CREATE INDEX staged_files_person ON app.staged_files USING btree (company_id, person_id, created_at)
  CREATE UNIQUE INDEX staged_files_pkey ON app.staged_files USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy own restrictive for all to deskhand_app using (person_id = ( SELECT app.pid() AS pid)) with check (person_id = ( SELECT app.pid() AS pid))
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_balances (row security forced)
  company_id uuid not null
  item_id uuid not null
  account text not null
  holder_id uuid not null
  quantity bigint not null
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  PRIMARY KEY (company_id, item_id, account, holder_id)
  CHECK (((quantity >= 0) OR (account = ANY (ARRAY['USED'::text, 'SUPPLIER'::text, 'ADJUSTMENT'::text]))))
  CREATE INDEX stock_balances_holder ON app.stock_balances USING btree (company_id, holder_id) WHERE (quantity <> 0)
  CREATE UNIQUE INDEX stock_balances_pkey ON app.stock_balances USING btree (company_id, item_id, account, holder_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff_or_own restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR ((account = 'PERSON'::text) AND (holder_id = ( SELECT app.pid() AS pid)))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_fits (row security forced)
  company_id uuid not null
  item_id uuid not null
  model_id uuid not null
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, model_id) REFERENCES app.asset_models(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, item_id, model_id)
  CREATE INDEX stock_fits_model ON app.stock_fits USING btree (company_id, model_id)
  CREATE UNIQUE INDEX stock_fits_pkey ON app.stock_fits USING btree (company_id, item_id, model_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_items (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  kind text not null
  sku text
  unit text not null default 'piece'::text
  supplier text
  unit_cost bigint
  unit_cost_currency text
  notes text
  desk_id uuid
  retired_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK (((unit_cost IS NULL) = (unit_cost_currency IS NULL)))
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((kind = ANY (ARRAY['CONSUMABLE'::text, 'ACCESSORY'::text, 'PART'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((unit_cost >= 0))
  CREATE UNIQUE INDEX stock_items_name ON app.stock_items USING btree (company_id, lower(name)) WHERE (retired_at IS NULL)
  CREATE UNIQUE INDEX stock_items_pkey ON app.stock_items USING btree (company_id, id)
  CREATE UNIQUE INDEX stock_items_sku ON app.stock_items USING btree (company_id, lower(sku)) WHERE (retired_at IS NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff_or_own restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM app.stock_balances b
  WHERE ((b.company_id = stock_items.company_id) AND (b.item_id = stock_items.id) AND (b.account = 'PERSON'::text) AND (b.holder_id = ( SELECT app.pid() AS pid)) AND (b.quantity > 0))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_levels (row security forced)
  company_id uuid not null
  item_id uuid not null
  location_id uuid not null
  minimum integer
  reorder_point integer
  maximum integer
  CHECK ((minimum <= reorder_point))
  CHECK ((minimum <= maximum))
  CHECK ((reorder_point <= maximum))
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  CHECK ((maximum >= 0))
  CHECK ((minimum >= 0))
  PRIMARY KEY (company_id, item_id, location_id)
  CHECK ((reorder_point >= 0))
  CREATE INDEX stock_levels_location ON app.stock_levels USING btree (company_id, location_id)
  CREATE UNIQUE INDEX stock_levels_pkey ON app.stock_levels USING btree (company_id, item_id, location_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_lines (row security forced)
  company_id uuid not null
  movement_id uuid not null
  position integer not null
  item_id uuid not null
  account text not null
  location_id uuid
  person_id uuid
  asset_id uuid
  holder_id uuid not null generated COALESCE(location_id, person_id, asset_id, '00000000-0000-0000-0000-000000000000'::uuid)
  quantity integer not null
  CHECK ((account = ANY (ARRAY['PLACE'::text, 'RESERVED'::text, 'PERSON'::text, 'ASSET'::text, 'USED'::text, 'SUPPLIER'::text, 'ADJUSTMENT'::text])))
  CHECK (((location_id IS NOT NULL) = (account = ANY (ARRAY['PLACE'::text, 'RESERVED'::text]))))
  CHECK (((person_id IS NOT NULL) = (account = 'PERSON'::text)))
  CHECK (((asset_id IS NOT NULL) = (account = 'ASSET'::text)))
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, movement_id) REFERENCES app.stock_movements(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, movement_id, "position")
  CHECK ((quantity <> 0))
  CREATE INDEX stock_lines_account ON app.stock_lines USING btree (company_id, item_id, account, holder_id)
  CREATE INDEX stock_lines_location ON app.stock_lines USING btree (company_id, location_id) WHERE (location_id IS NOT NULL)
  CREATE UNIQUE INDEX stock_lines_pkey ON app.stock_lines USING btree (company_id, movement_id, "position")
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_movements (row security forced)
  company_id uuid not null
  id uuid not null
  item_id uuid not null
  kind text not null
  quantity integer not null
  note text
  person_id uuid
  asset_id uuid
  request_id uuid
  reservation_id uuid
  undoes_id uuid
  operation_id uuid
  actor_id uuid
  actor_name text not null
  at timestamp with time zone not null
  CHECK (((kind = 'UNDO'::text) = (undoes_id IS NOT NULL)))
  FOREIGN KEY (company_id, actor_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id)
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE SET NULL (request_id)
  FOREIGN KEY (company_id, reservation_id) REFERENCES app.stock_reservations(company_id, id)
  FOREIGN KEY (company_id, undoes_id) REFERENCES app.stock_movements(company_id, id)
  CHECK ((kind = ANY (ARRAY['RECEIVE'::text, 'ISSUE'::text, 'RETURN'::text, 'ADJUST'::text, 'TRANSFER'::text, 'RESERVE'::text, 'RELEASE'::text, 'UNDO'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((quantity > 0))
  CREATE INDEX stock_movements_asset ON app.stock_movements USING btree (company_id, asset_id, at DESC) WHERE (asset_id IS NOT NULL)
  CREATE INDEX stock_movements_item ON app.stock_movements USING btree (company_id, item_id, at DESC, id DESC)
  CREATE INDEX stock_movements_person ON app.stock_movements USING btree (company_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX stock_movements_pkey ON app.stock_movements USING btree (company_id, id)
  CREATE INDEX stock_movements_request ON app.stock_movements USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  CREATE UNIQUE INDEX stock_movements_undone ON app.stock_movements USING btree (company_id, undoes_id) WHERE (undoes_id IS NOT NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_orders (row security forced)
  company_id uuid not null
  request_id uuid not null
  item_id uuid not null
  location_id uuid not null
  quantity integer not null
  ordered_at timestamp with time zone not null
  ended_at timestamp with time zone
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, request_id, item_id, location_id)
  CHECK ((quantity > 0))
  CREATE INDEX stock_orders_location ON app.stock_orders USING btree (company_id, location_id)
  CREATE UNIQUE INDEX stock_orders_open ON app.stock_orders USING btree (company_id, item_id, location_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX stock_orders_pkey ON app.stock_orders USING btree (company_id, request_id, item_id, location_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy for_staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_reservations (row security forced)
  company_id uuid not null
  id uuid not null
  item_id uuid not null
  location_id uuid not null
  request_id uuid
  quantity integer not null
  state text not null
  created_by_id uuid
  created_by_name text not null
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, item_id) REFERENCES app.stock_items(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE SET NULL (request_id)
  PRIMARY KEY (company_id, id)
  CHECK ((quantity > 0))
  CHECK ((state = ANY (ARRAY['WAITING'::text, 'READY'::text, 'ISSUED'::text, 'RELEASED'::text])))
  CREATE INDEX stock_reservations_location ON app.stock_reservations USING btree (company_id, location_id)
  CREATE INDEX stock_reservations_open ON app.stock_reservations USING btree (company_id, item_id, created_at) WHERE (state = ANY (ARRAY['WAITING'::text, 'READY'::text]))
  CREATE UNIQUE INDEX stock_reservations_pkey ON app.stock_reservations USING btree (company_id, id)
  CREATE INDEX stock_reservations_request ON app.stock_reservations USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  policy as_its_request restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) AND ((request_id IS NULL) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = stock_reservations.company_id) AND (r.id = stock_reservations.request_id)))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_take_assignees (row security forced)
  company_id uuid not null
  stock_take_id uuid not null
  person_id uuid not null
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, stock_take_id) REFERENCES app.stock_takes(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, stock_take_id, person_id)
  CREATE INDEX stock_take_assignees_person ON app.stock_take_assignees USING btree (company_id, person_id)
  CREATE UNIQUE INDEX stock_take_assignees_pkey ON app.stock_take_assignees USING btree (company_id, stock_take_id, person_id)
  policy as_its_stock_take restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_take_items (row security forced)
  company_id uuid not null
  stock_take_id uuid not null
  asset_id uuid not null
  state text not null
  expected_location_id uuid
  expected_person_id uuid
  held jsonb
  is_asked boolean not null default false
  found_location_id uuid
  found_at timestamp with time zone
  found_by_id uuid
  condition text
  note text
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, expected_location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, expected_person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, found_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, found_location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, stock_take_id) REFERENCES app.stock_takes(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, stock_take_id, asset_id)
  CHECK ((state = ANY (ARRAY['EXPECTED'::text, 'FOUND'::text, 'MISSING'::text, 'UNEXPECTED'::text, 'SELF_CONFIRMED'::text])))
  CREATE INDEX stock_take_items_asked ON app.stock_take_items USING btree (company_id, expected_person_id) WHERE is_asked
  CREATE INDEX stock_take_items_asset ON app.stock_take_items USING btree (company_id, asset_id)
  CREATE UNIQUE INDEX stock_take_items_pkey ON app.stock_take_items USING btree (company_id, stock_take_id, asset_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy holder_or_staff restrictive for all to deskhand_app using (( SELECT app.is_staff() AS is_staff) OR (is_asked AND (expected_person_id = ( SELECT app.pid() AS pid)))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_take_scans (row security forced)
  company_id uuid not null
  stock_take_id uuid not null
  client_scan_id uuid not null
  code text not null
  asset_id uuid
  location_id uuid
  at timestamp with time zone not null
  received_at timestamp with time zone not null
  by_id uuid not null
  condition text
  note text
  photo_id uuid
  FOREIGN KEY (company_id, asset_id) REFERENCES app.assets(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, location_id) REFERENCES app.locations(company_id, id)
  FOREIGN KEY (company_id, photo_id) REFERENCES app.asset_files(company_id, id) ON DELETE SET NULL (photo_id)
  FOREIGN KEY (company_id, stock_take_id) REFERENCES app.stock_takes(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, stock_take_id, client_scan_id)
  CREATE INDEX stock_take_scans_asset ON app.stock_take_scans USING btree (company_id, stock_take_id, asset_id)
  CREATE INDEX stock_take_scans_photo ON app.stock_take_scans USING btree (company_id, photo_id) WHERE (photo_id IS NOT NULL)
  CREATE UNIQUE INDEX stock_take_scans_pkey ON app.stock_take_scans USING btree (company_id, stock_take_id, client_scan_id)
  policy as_its_stock_take restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.stock_takes (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  state text not null default 'PENDING'::text
  note text
  scope jsonb not null
  sample jsonb
  is_blind boolean not null default false
  asks_holders boolean not null default false
  due_on date
  created_by_id uuid
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  completed_at timestamp with time zone
  population integer
  reason text
  operation_id uuid
  report text
  signature bytea
  version integer not null default 1
  public_key text
  CHECK (((report IS NULL) = (signature IS NULL)))
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['PENDING'::text, 'ACTIVE'::text, 'REVIEW'::text, 'COMPLETED'::text, 'ARCHIVED'::text, 'CANCELLED'::text])))
  CREATE INDEX stock_takes_created ON app.stock_takes USING btree (company_id, created_at DESC, id DESC)
  CREATE UNIQUE INDEX stock_takes_pkey ON app.stock_takes USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy staff restrictive for all to deskhand_app using ( SELECT app.is_staff() AS is_staff) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.surveys (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  person_id uuid not null
  solver_id uuid
  event_id bigint not null
  mailed_event_id bigint not null
  asked_at timestamp with time zone not null
  word text
  comment text
  answered_at timestamp with time zone
  changed_at timestamp with time zone
  withdrawn_at timestamp with time zone
  CHECK (((word IS NULL) = (answered_at IS NULL)))
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  UNIQUE (company_id, request_id)
  FOREIGN KEY (company_id, solver_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((word = ANY (ARRAY['VERY_GOOD'::text, 'GOOD'::text, 'FAIR'::text, 'BAD'::text, 'VERY_BAD'::text])))
  CREATE INDEX surveys_answered ON app.surveys USING btree (company_id, answered_at DESC, id DESC) WHERE (answered_at IS NOT NULL)
  CREATE UNIQUE INDEX surveys_company_id_request_id_key ON app.surveys USING btree (company_id, request_id)
  CREATE INDEX surveys_person ON app.surveys USING btree (company_id, person_id, asked_at DESC)
  CREATE UNIQUE INDEX surveys_pkey ON app.surveys USING btree (company_id, id)
  CREATE INDEX surveys_solver ON app.surveys USING btree (company_id, solver_id) WHERE (solver_id IS NOT NULL)
  policy asked_or_staff restrictive for all to deskhand_app using (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = surveys.company_id) AND (r.id = surveys.request_id) AND ((( SELECT app.pid() AS pid) IS NULL) OR (surveys.person_id = ( SELECT app.pid() AS pid)) OR (r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid)))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.tag_merges (row security forced)
  company_id uuid not null
  operation_id uuid not null
  request_id uuid not null
  became text not null
  had_both boolean not null
  FOREIGN KEY (company_id, operation_id) REFERENCES app.operations(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, operation_id, request_id)
  CREATE UNIQUE INDEX tag_merges_pkey ON app.tag_merges USING btree (company_id, operation_id, request_id)
  CREATE INDEX tag_merges_request ON app.tag_merges USING btree (company_id, request_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.tags (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  merged_into_id uuid
  created_by_id uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK ((merged_into_id IS DISTINCT FROM id))
  FOREIGN KEY (company_id, created_by_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  FOREIGN KEY (company_id, merged_into_id) REFERENCES app.tags(company_id, id)
  UNIQUE (company_id, name)
  CHECK ((name = lower(name)))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX tags_company_id_name_key ON app.tags USING btree (company_id, name)
  CREATE INDEX tags_merged ON app.tags USING btree (company_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
  CREATE UNIQUE INDEX tags_pkey ON app.tags USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.team_members (row security forced)
  company_id uuid not null
  team_id uuid not null
  person_id uuid not null
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, team_id) REFERENCES app.teams(company_id, id) ON DELETE CASCADE
  PRIMARY KEY (company_id, team_id, person_id)
  CREATE INDEX team_members_person ON app.team_members USING btree (company_id, person_id)
  CREATE UNIQUE INDEX team_members_pkey ON app.team_members USING btree (company_id, team_id, person_id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.teams (row security forced)
  company_id uuid not null
  id uuid not null
  desk_id uuid not null
  name text not null
  created_at timestamp with time zone not null default now()
  is_active boolean not null default true
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  UNIQUE (company_id, desk_id, name)
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX teams_company_id_desk_id_name_key ON app.teams USING btree (company_id, desk_id, name)
  CREATE UNIQUE INDEX teams_pkey ON app.teams USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.time_entries (row security forced)
  company_id uuid not null
  id uuid not null
  request_id uuid not null
  person_id uuid not null
  kind text not null default 'WORK'::text
  note text
  started_at timestamp with time zone not null
  seconds integer
  is_billable boolean not null default false
  rate_amount bigint
  rate_currency text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  corrected_at timestamp with time zone
  deleted_at timestamp with time zone
  reference text
  CHECK (((rate_amount IS NULL) = (rate_currency IS NULL)))
  CHECK ((is_billable OR (rate_amount IS NULL)))
  CHECK (((deleted_at IS NULL) OR (seconds IS NOT NULL)))
  CHECK (((seconds IS NOT NULL) OR (reference IS NOT NULL)))
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['WORK'::text, 'CALL'::text, 'TRAVEL'::text, 'RESEARCH'::text, 'OTHER'::text])))
  PRIMARY KEY (company_id, id)
  CHECK ((rate_amount >= 0))
  CHECK ((rate_currency ~ '^[A-Z]{3}$'::text))
  CHECK (((seconds >= 1) AND (seconds <= 86400)))
  CREATE UNIQUE INDEX time_entries_pkey ON app.time_entries USING btree (company_id, id)
  CREATE INDEX time_entries_request ON app.time_entries USING btree (company_id, request_id, started_at DESC, id DESC)
  CREATE UNIQUE INDEX time_entries_running ON app.time_entries USING btree (company_id, person_id) WHERE (seconds IS NULL)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_staff restrictive for all to deskhand_app using ((person_id = ( SELECT app.pid() AS pid)) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = time_entries.company_id) AND (r.id = time_entries.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.view_places (row security forced)
  company_id uuid not null
  person_id uuid not null
  view_key text not null
  position integer not null
  is_pinned boolean not null default false
  FOREIGN KEY (company_id, person_id) REFERENCES app.people(company_id, id)
  PRIMARY KEY (company_id, person_id, view_key)
  CREATE UNIQUE INDEX view_places_pkey ON app.view_places USING btree (company_id, person_id, view_key)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy of_its_person restrictive for all to deskhand_app using (person_id = ( SELECT app.pid() AS pid)) with check (person_id = ( SELECT app.pid() AS pid))
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.views (row security forced)
  company_id uuid not null
  id uuid not null
  owner_id uuid not null
  name text not null
  sharing text not null default 'ME'::text
  desk_id uuid
  query text not null
  sort text not null default 'slaDueAt'::text
  grouping text
  columns text[] not null default '{}'::text[]
  density text
  layout text not null default 'list'::text
  limits jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  team_id uuid
  CHECK (((sharing = ANY (ARRAY['TEAM'::text, 'DESK'::text])) = (desk_id IS NOT NULL)))
  CHECK (((sharing = 'TEAM'::text) = (team_id IS NOT NULL)))
  FOREIGN KEY (company_id, desk_id) REFERENCES app.desks(company_id, id)
  FOREIGN KEY (company_id, owner_id) REFERENCES app.people(company_id, id)
  FOREIGN KEY (company_id, team_id) REFERENCES app.teams(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((sharing = ANY (ARRAY['ME'::text, 'TEAM'::text, 'DESK'::text, 'COMPANY'::text])))
  CREATE INDEX views_desk ON app.views USING btree (company_id, desk_id) WHERE (desk_id IS NOT NULL)
  CREATE INDEX views_owner ON app.views USING btree (company_id, owner_id)
  CREATE UNIQUE INDEX views_pkey ON app.views USING btree (company_id, id)
  CREATE INDEX views_team ON app.views USING btree (company_id, team_id) WHERE (team_id IS NOT NULL)
  policy as_shared restrictive for all to deskhand_app using ((owner_id = ( SELECT app.pid() AS pid)) OR (sharing = 'COMPANY'::text) OR ((sharing = 'TEAM'::text) AND (team_id IN ( SELECT m.team_id
   FROM app.team_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid)))))) OR ((sharing = ANY (ARRAY['TEAM'::text, 'DESK'::text])) AND ((desk_id IN ( SELECT m.desk_id
   FROM app.desk_members m
  WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid)) AND ((views.sharing = 'DESK'::text) OR (m.role = 'SUPERVISOR'::text))))) OR ( SELECT p.is_admin
   FROM app.people p
  WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.webhook_deliveries (row security forced)
  company_id uuid not null
  id uuid not null
  webhook_id uuid not null
  request_id uuid
  rule_id uuid
  type text not null
  body text not null
  state text not null
  attempts integer not null default 0
  claimed_until timestamp with time zone
  status integer
  answer text
  error text
  created_at timestamp with time zone not null
  tried_at timestamp with time zone
  sent_at timestamp with time zone
  FOREIGN KEY (company_id, request_id) REFERENCES app.requests(company_id, id) ON DELETE CASCADE
  FOREIGN KEY (company_id, rule_id) REFERENCES app.rules(company_id, id)
  FOREIGN KEY (company_id, webhook_id) REFERENCES app.webhooks(company_id, id)
  PRIMARY KEY (company_id, id)
  CHECK ((state = ANY (ARRAY['WAITING'::text, 'SENT'::text, 'FAILED'::text, 'HELD'::text])))
  CREATE INDEX webhook_deliveries_age ON app.webhook_deliveries USING btree (company_id, created_at)
  CREATE UNIQUE INDEX webhook_deliveries_pkey ON app.webhook_deliveries USING btree (company_id, id)
  CREATE INDEX webhook_deliveries_request ON app.webhook_deliveries USING btree (company_id, request_id) WHERE (request_id IS NOT NULL)
  CREATE INDEX webhook_deliveries_webhook ON app.webhook_deliveries USING btree (company_id, webhook_id, created_at DESC, id DESC)
  policy as_its_request restrictive for all to deskhand_app using ((request_id IS NULL) OR (EXISTS ( SELECT
   FROM app.requests r
  WHERE ((r.company_id = webhook_deliveries.company_id) AND (r.id = webhook_deliveries.request_id) AND ((r.service_desk_id IN ( SELECT m.desk_id
           FROM app.desk_members m
          WHERE ((m.company_id = ( SELECT app.cid() AS cid)) AND (m.person_id = ( SELECT app.pid() AS pid))))) OR ( SELECT p.is_admin
           FROM app.people p
          WHERE ((p.company_id = ( SELECT app.cid() AS cid)) AND (p.id = ( SELECT app.pid() AS pid))))))))) with check true
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

table app.webhooks (row security forced)
  company_id uuid not null
  id uuid not null
  name text not null
  url text not null
  conversation text not null default 'NONE'::text
  is_active boolean not null default true
  sealed bytea not null
  old_sealed bytea
  old_until timestamp with time zone
  failing_since timestamp with time zone
  failures integer not null default 0
  stopped_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  deleted_at timestamp with time zone
  CHECK (((old_sealed IS NULL) = (old_until IS NULL)))
  FOREIGN KEY (company_id) REFERENCES app.companies(company_id)
  CHECK ((conversation = ANY (ARRAY['NONE'::text, 'REPLIES'::text, 'ALL'::text])))
  PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX webhooks_name ON app.webhooks USING btree (company_id, lower(name)) WHERE (deleted_at IS NULL)
  CREATE UNIQUE INDEX webhooks_pkey ON app.webhooks USING btree (company_id, id)
  policy base permissive for all to deskhand_app, deskhand_auth, deskhand_worker using true with check true
  policy tenant restrictive for all to deskhand_app, deskhand_auth, deskhand_worker using (company_id = ( SELECT app.cid() AS cid)) with check (company_id = ( SELECT app.cid() AS cid))

CREATE OR REPLACE FUNCTION app.cid()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid


CREATE OR REPLACE FUNCTION app.is_staff()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((EXISTS (SELECT FROM app.desk_members m WHERE ((m.company_id = app.cid()) AND (m.person_id = app.pid())))) OR COALESCE((SELECT p.is_admin FROM app.people p WHERE ((p.company_id = app.cid()) AND (p.id = app.pid()))), false))


CREATE OR REPLACE FUNCTION app.kit_is_out(company uuid, hand_out uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM ((app.kit_hand_outs o JOIN app.kit_hand_out_things h ON (((h.company_id = o.company_id) AND (h.hand_out_id = o.id)))) JOIN app.assets a ON (((a.company_id = h.company_id) AND (a.id = h.asset_id)))) WHERE ((o.company_id = kit_is_out.company) AND (o.id = kit_is_out.hand_out) AND (app.kit_thing_state(h.*, o.*, a.*) = ANY (ARRAY['OUT'::text, 'MISSING'::text])))))


CREATE OR REPLACE FUNCTION app.kit_thing_state(h app.kit_hand_out_things, o app.kit_hand_outs, a app.assets)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (EXISTS (SELECT FROM (app.kit_hand_out_things other JOIN app.kit_hand_outs later ON (((later.company_id = other.company_id) AND (later.id = other.hand_out_id)))) WHERE ((other.company_id = (kit_thing_state.h).company_id) AND (other.asset_id = (kit_thing_state.h).asset_id) AND (ROW(later.handed_out_at, later.id) > ROW((kit_thing_state.o).handed_out_at, (kit_thing_state.o).id))))) THEN 'BACK'::text WHEN ((a).status = 'MISSING'::text) THEN 'MISSING'::text WHEN ((a).status <> ALL (ARRAY['DEPLOYED'::text, 'IN_MAINTENANCE'::text])) THEN 'BACK'::text WHEN ((NOT ((a).person_id IS DISTINCT FROM (o).person_id)) AND (NOT ((a).parent_asset_id IS DISTINCT FROM (o).parent_asset_id)) AND (((o).location_id IS NULL) OR ((a).location_id = (o).location_id))) THEN 'OUT'::text ELSE 'ELSEWHERE'::text END


CREATE OR REPLACE FUNCTION app.pid()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid


CREATE OR REPLACE PROCEDURE app_priv."analyze"()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'app' loop
    execute format('analyze app.%I', name);
  end loop;
end $procedure$


CREATE OR REPLACE FUNCTION app_priv.chat_queue(desk uuid, since timestamp with time zone, session uuid)
 RETURNS TABLE(ahead integer, typical_seconds integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
AS $function$
  select
    (select count(*)::int from app.chat_sessions s
      where s.company_id = (select app.cid()) and s.service_desk_id = desk and s.state = 'WAITING'
        and (since is null or (s.waiting_since, s.id) < (since, session))),
    (select percentile_cont(0.5) within group (order by extract(epoch from last.ended_at - last.accepted_at))::int
      from (select s.ended_at, s.accepted_at from app.chat_sessions s
        where s.company_id = (select app.cid()) and s.service_desk_id = desk and s.accepted_at is not null
          and s.ended_at is not null
        order by s.ended_at desc limit 20) last)
$function$


CREATE OR REPLACE FUNCTION app_priv.count_form()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update app.request_types t set version = t.version + 1 where t.company_id = new.company_id and t.form_id = new.id;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app_priv.count_licence_seats()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'DELETE' and new.freed_at is null and (tg_op = 'INSERT' or old.freed_at is not null) then
    update app.licences set used = used + 1 where company_id = new.company_id and id = new.licence_id;
  elsif tg_op <> 'INSERT' and old.freed_at is null and (tg_op = 'DELETE' or new.freed_at is not null) then
    update app.licences set used = used - 1 where company_id = old.company_id and id = old.licence_id;
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app_priv.count_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.version := old.version + 1;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app_priv.find_site()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.site_id := (select b.id from app.business_units b
    where b.company_id = new.company_id and b.kind = 'SITE' and lower(b.name) = lower(new.site));
  return new;
end $function$


CREATE OR REPLACE FUNCTION app_priv.is_in_scope(company uuid, person uuid, desk uuid, site uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (select from app.desk_scopes s
      where s.company_id = company and s.person_id = person and s.desk_id = desk)
    or exists (select from app.desk_scopes s
      join app.business_units b on b.company_id = s.company_id and b.id = site and s.unit_id = any (b.path)
      where s.company_id = company and s.person_id = person and s.desk_id = desk)
$function$


CREATE OR REPLACE FUNCTION app_priv.labelled_thing(tag text)
 RETURNS TABLE(id uuid, asset_tag text, desk_id uuid, person_id uuid, name text, place text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
AS $function$
  select a.id, a.asset_tag, c.desk_id, a.person_id,
    coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name),
    -- Where its holder sits would say who that is.
    case when a.person_id is null then (
      select string_agg(above.name, ', ' order by step.at)
      from unnest(l.path) with ordinality step(id, at)
      join app.locations above on above.company_id = l.company_id and above.id = step.id) end
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.locations l on l.company_id = a.company_id and l.id = a.location_id
  where a.company_id = (select app.cid()) and a.tag_key = upper(tag) and a.deleted_at is null
    and a.status not in ('RETIRED', 'VOID')
$function$


CREATE OR REPLACE FUNCTION app_priv.loan_catalogue(now_is timestamp with time zone)
 RETURNS TABLE(model_id uuid, category_id uuid, name text, kind text, icon text, thing_count integer, free_count integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app', 'ext'
AS $function$
  with offered as (
    select m.id as model_id, null::uuid as category_id, concat_ws(' ', f.name, m.name) as name, c.name as kind, c.icon
    from app.asset_models m
    join app.asset_categories c on c.company_id = m.company_id and c.id = m.category_id
    left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
    where m.company_id = app.cid() and m.is_requestable and m.retired_at is null
    union all
    select null, c.id, c.name, c.name, c.icon from app.asset_categories c
    where c.company_id = app.cid() and c.is_requestable and c.retired_at is null)
  select o.model_id, o.category_id, o.name, o.kind, o.icon, t.things, t.free from offered o
  cross join lateral (
    select count(*)::int as things, (count(*) filter (where l.is_here and not exists (
        select from jsonb_to_recordset(l.busy) b("from" timestamptz, "until" timestamptz)
        where b."from" <= now_is and b."until" > now_is)))::int as free
    from app_priv.loan_things(null, o.model_id, o.category_id, null, now_is) l) t
  where app.pid() is not null
  order by o.kind, o.name
$function$


CREATE OR REPLACE FUNCTION app_priv.loan_things(asset uuid, model uuid, category uuid, own uuid, now_is timestamp with time zone)
 RETURNS TABLE(id uuid, asset_tag text, model_id uuid, category_id uuid, desk_id uuid, name text, icon text, is_requestable boolean, is_here boolean, buffer_minutes integer, busy jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app', 'ext'
AS $function$
  select a.id, a.asset_tag, a.model_id, a.category_id, c.desk_id,
    coalesce(nullif(concat_ws(' ', f.name, m.name), ''), a.name, c.name), c.icon,
    c.is_requestable or coalesce(m.is_requestable, false), a.status = 'IN_STOCK' and a.sub_status in ('AVAILABLE', 'RESERVED'),
    coalesce(m.loan_buffer_minutes, c.loan_buffer_minutes), coalesce(taken.busy, '[]')
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('from', t.starts, 'until', t.ends) order by t.starts) as busy
    from (
      select r.starts_at as starts, case when r.state in ('ONGOING', 'OVERDUE') and r.ends_at <= now_is
          then greatest(r.free_at, now_is + interval '1 day') else r.free_at end as ends
      from app.asset_reservations r
      where r.company_id = a.company_id and r.asset_id = a.id and r.id is distinct from own
        and r.state in ('REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE')
      union all
      select least(now_is, a.due_at), case when a.due_at <= now_is then now_is + interval '1 day' else a.due_at end
        + make_interval(mins => coalesce(m.loan_buffer_minutes, c.loan_buffer_minutes))
      where a.status = 'DEPLOYED' and not exists (
        select from app.asset_reservations r where r.company_id = a.company_id and r.asset_id = a.id
          and r.state in ('ONGOING', 'OVERDUE'))) t) taken on true
  where a.company_id = app.cid() and app.pid() is not null and a.deleted_at is null
    and (asset is null or a.id = asset) and (model is null or a.model_id = model)
    and (category is null or a.category_id = category) and num_nonnulls(asset, model, category) = 1
    and (a.status = 'IN_STOCK' and a.sub_status in ('AVAILABLE', 'RESERVED', 'TO_INSPECT', 'TO_WIPE')
        and (a.sub_status <> 'RESERVED' or exists (
          select from app.asset_reservations r where r.company_id = a.company_id and r.asset_id = a.id and r.is_set_aside))
      or a.status = 'DEPLOYED' and a.due_at is not null)
  -- What can be taken at once comes first, then what lies here, then what is out.
  order by a.status = 'IN_STOCK' and a.sub_status = 'AVAILABLE' desc, a.status = 'IN_STOCK' desc, a.asset_tag
$function$


CREATE OR REPLACE FUNCTION app_priv.note_open_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update app.requests r set open_mandatory_tasks = now_open.titles
  from (select one.company_id, one.request_id, coalesce((select array_agg(t.title order by t.position, t.id)
      from app.request_tasks t where t.company_id = one.company_id and t.request_id = one.request_id
        and t.is_mandatory and t.done_at is null and t.deleted_at is null), '{}') as titles
    from (select distinct company_id, request_id from touched) one) now_open
  where r.company_id = now_open.company_id and r.id = now_open.request_id
    and r.open_mandatory_tasks is distinct from now_open.titles;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app_priv.note_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update app.requests r set is_ordered = noted.is_ordered
  from (select coalesce(new.facts ->> 'procurementStatus' in ('ORDERED', 'SHIPPED', 'DELIVERED'), false) as is_ordered) noted
  where r.company_id = new.company_id and r.id = new.request_id and r.is_ordered is distinct from noted.is_ordered;
  return null;
end $function$


CREATE OR REPLACE PROCEDURE app_priv.put_under_tenancy(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table app.%I enable row level security', name);
  execute format('alter table app.%I force row level security', name);
  execute format($sql$create policy tenant on app.%I as restrictive for all
    to deskhand_app, deskhand_auth, deskhand_worker
    using (company_id = (select app.cid())) with check (company_id = (select app.cid()))$sql$, name);
  execute format($sql$create policy base on app.%I as permissive for all
    to deskhand_app, deskhand_auth, deskhand_worker using (true) with check (true)$sql$, name);
  execute format('grant select, insert, update, delete on app.%I to deskhand_app, deskhand_auth, deskhand_worker', name);
end $procedure$


CREATE OR REPLACE FUNCTION app_priv.search_requests(query tsquery, fragment text, most integer)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app', 'ext'
AS $function$
declare
  me uuid := app.pid();
  company uuid := app.cid();
  my_desks uuid[];
  my_list uuid[];
  my_follows uuid[];
  sees_all boolean;
  at_desk text := 'r.service_desk_id = any ($4)';
  visible text;
begin
  select p.is_admin into sees_all from app.people p where p.company_id = company and p.id = me and p.deleted_at is null;
  if sees_all is null then return; end if;
  my_desks := array(select m.desk_id from app.desk_members m where m.company_id = company and m.person_id = me);
  my_list := array(select a.request_id from app.request_access a where a.company_id = company and a.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me and v.is_deciding);
  my_follows := array(select w.request_id from app.participants w where w.company_id = company and w.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me);
  if not sees_all and exists (select from app.desk_scopes s where s.company_id = company and s.person_id = me) then
    my_follows := array(select w.request_id from app.participants w
        join app.requests q on q.company_id = w.company_id and q.id = w.request_id
        where w.company_id = company and w.person_id = me
          and app_priv.is_in_scope(company, me, q.service_desk_id, q.site_id)
      union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me);
    at_desk := '(r.service_desk_id = any ($4) and app_priv.is_in_scope($2, $3, r.service_desk_id, r.site_id))';
  end if;
  visible := format($v$(case when r.is_confidential
    then r.requester_id = $3 or (r.access_includes_desk and %1$s) or r.id = any ($5)
    else $6 or r.requester_id = $3 or r.created_by_id = $3 or %1$s or r.id = any ($9) end)$v$, at_desk);
  return query execute format($sql$
    with said as materialized (
      select newest.id, ts_rank(newest.words, $1) + 0.1 as rank, newest.created_at from (
        select r.id, r.words, r.created_at from app.requests r
        where r.company_id = $2 and r.words @@ $1 and r.deleted_at is null and %1$s
        order by r.created_at desc limit 500) newest
      union all
      (select r.id, ts_rank(c.words, $1) * 0.5, r.created_at
        from app.request_activities c join app.requests r on r.company_id = c.company_id and r.id = c.request_id
        where c.company_id = $2 and c.words @@ $1 and r.deleted_at is null and %1$s
          and (not c.is_internal or r.service_desk_id = any ($4) or ($6 and not r.is_confidential))
        order by c.created_at desc limit 500)),
    found as (
      select * from said
      union all
      (select r.id, 0.3::real, r.created_at from app.requests r
        where length($7) >= 3 and (select count(distinct said.id) from said) < $8 and r.company_id = $2 and r.deleted_at is null
          and r.summary ilike '%%' || replace(replace(replace($7, '\', '\\'), '%%', '\%%'), '_', '\_') || '%%' and %1$s
        order by r.created_at desc limit 100))
    select f.id, max(f.rank)::real as best from found f group by f.id order by best desc, max(f.created_at) desc limit $8
  $sql$, visible) using query, company, me, my_desks, my_list, sees_all, fragment, most, my_follows;
end $function$


CREATE OR REPLACE FUNCTION app_priv.stock_sums_to_zero()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from written group by company_id, movement_id having sum(quantity) <> 0 or count(distinct item_id) > 1) then
    raise exception 'The lines of a movement of stock do not sum to zero.' using errcode = '23514';
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app_priv.take_site()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.site_id := coalesce(new.site_id,
    (select p.site_id from app.people p where p.company_id = new.company_id and p.id = new.requester_id));
  return new;
end $function$


table auth.accounts
  id uuid not null
  email text not null
  name text not null
  password_hash text
  password_set_at timestamp with time zone
  is_super_admin boolean not null default false
  created_at timestamp with time zone not null default now()
  UNIQUE (email)
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX accounts_email_key ON auth.accounts USING btree (email)
  CREATE UNIQUE INDEX accounts_pkey ON auth.accounts USING btree (id)

table auth.anonymous_codes
  hash bytea not null
  company_id uuid not null
  person_id uuid not null
  PRIMARY KEY (hash)
  CREATE UNIQUE INDEX anonymous_codes_pkey ON auth.anonymous_codes USING btree (hash)

table auth.attempts
  key text not null
  count integer not null
  window_ends_at timestamp with time zone not null
  PRIMARY KEY (key)
  CREATE INDEX attempts_end ON auth.attempts USING btree (window_ends_at)
  CREATE UNIQUE INDEX attempts_pkey ON auth.attempts USING btree (key)

table auth.memberships
  company_id uuid not null
  account_id uuid not null
  person_id uuid not null
  state text not null default 'INVITED'::text
  last_used_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (account_id) REFERENCES auth.accounts(id)
  PRIMARY KEY (company_id, account_id)
  CHECK ((state = ANY (ARRAY['INVITED'::text, 'ACTIVE'::text, 'BLOCKED'::text, 'REMOVED'::text])))
  CREATE INDEX memberships_account ON auth.memberships USING btree (account_id)
  CREATE UNIQUE INDEX memberships_pkey ON auth.memberships USING btree (company_id, account_id)

table auth.one_time_tokens
  id uuid not null
  purpose text not null
  hash bytea not null
  flow_hash bytea
  code_hash bytea
  account_id uuid
  company_id uuid
  tries integer not null default 0
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  browser_hash bytea
  FOREIGN KEY (account_id) REFERENCES auth.accounts(id) ON DELETE CASCADE
  UNIQUE (flow_hash)
  UNIQUE (hash)
  PRIMARY KEY (id)
  CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'invitation'::text, 'password_reset'::text])))
  CREATE INDEX one_time_tokens_account ON auth.one_time_tokens USING btree (account_id, purpose)
  CREATE INDEX one_time_tokens_end ON auth.one_time_tokens USING btree (expires_at)
  CREATE UNIQUE INDEX one_time_tokens_flow_hash_key ON auth.one_time_tokens USING btree (flow_hash)
  CREATE UNIQUE INDEX one_time_tokens_hash_key ON auth.one_time_tokens USING btree (hash)
  CREATE UNIQUE INDEX one_time_tokens_pkey ON auth.one_time_tokens USING btree (id)

table auth.refresh_tokens
  hash bytea not null
  session_id uuid not null
  issued_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  expires_at timestamp with time zone not null
  PRIMARY KEY (hash)
  FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX refresh_tokens_pkey ON auth.refresh_tokens USING btree (hash)
  CREATE INDEX refresh_tokens_session ON auth.refresh_tokens USING btree (session_id, issued_at DESC)

table auth.sessions
  id uuid not null
  account_id uuid not null
  company_id uuid
  person_id uuid
  method text not null
  device text not null
  ip inet
  created_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  end_reason text
  proved_at timestamp with time zone default now()
  FOREIGN KEY (account_id) REFERENCES auth.accounts(id)
  PRIMARY KEY (id)
  CREATE INDEX sessions_account ON auth.sessions USING btree (account_id) WHERE (ended_at IS NULL)
  CREATE INDEX sessions_history ON auth.sessions USING btree (account_id, expires_at)
  CREATE UNIQUE INDEX sessions_pkey ON auth.sessions USING btree (id)

table ops.cursors
  name text not null
  id bigint not null default 0
  PRIMARY KEY (name)
  CREATE UNIQUE INDEX cursors_pkey ON ops.cursors USING btree (name)

table ops.settings
  name text not null
  value jsonb not null
  updated_at timestamp with time zone not null default now()
  PRIMARY KEY (name)
  CREATE UNIQUE INDEX settings_pkey ON ops.settings USING btree (name)

table ops.workers
  id text not null
  seen_at timestamp with time zone not null default now()
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX workers_pkey ON ops.workers USING btree (id)
