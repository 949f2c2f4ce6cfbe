/** One table per record kind with the winning values, derived from `record`: for lists, rules and reports. */
export const migration = {
  number: 2,
  name: 'record-kinds',
  sql: `
CREATE TABLE residential_unit (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  name TEXT,
  kind TEXT,
  commune_id TEXT,
  valid_from TEXT,
  valid_to TEXT,
  predecessor_ids TEXT,
  household_count INTEGER,
  minority_area INTEGER
) STRICT;
CREATE INDEX residential_unit_by_office ON residential_unit (office_id, sort_key, id);
CREATE INDEX residential_unit_by_commune ON residential_unit (commune_id) WHERE commune_id IS NOT NULL;

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  number TEXT,
  decided_on TEXT,
  kind TEXT,
  issuer TEXT,
  signer TEXT,
  signer_title TEXT,
  commune_id TEXT,
  subject TEXT
) STRICT;
CREATE INDEX decision_by_office ON decision (office_id, sort_key, id);
CREATE INDEX decision_by_commune ON decision (commune_id) WHERE commune_id IS NOT NULL;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  full_name TEXT,
  sort_name TEXT,
  sex TEXT,
  birth_date TEXT,
  ethnic_group TEXT,
  residential_unit_id TEXT,
  citizen_id TEXT,
  phone TEXT,
  general_education TEXT,
  professional_level TEXT,
  law_degree TEXT,
  occupation TEXT,
  position TEXT,
  organisation TEXT,
  backgrounds TEXT,
  note TEXT
) STRICT;
CREATE INDEX person_by_office ON person (office_id, sort_key, id);
CREATE INDEX person_by_residential_unit ON person (residential_unit_id) WHERE residential_unit_id IS NOT NULL;

CREATE TABLE team (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  name TEXT,
  commune_id TEXT,
  residential_unit_ids TEXT,
  established_on TEXT,
  decision_id TEXT,
  fixed_member_count INTEGER,
  dissolved_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX team_by_office ON team (office_id, sort_key, id);
CREATE INDEX team_by_decision ON team (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX team_by_commune ON team (commune_id) WHERE commune_id IS NOT NULL;

CREATE TABLE membership (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  person_id TEXT,
  team_id TEXT,
  role TEXT,
  elected_on TEXT,
  election_method TEXT,
  voter_count INTEGER,
  votes_for INTEGER,
  recognized_on TEXT,
  decision_id TEXT,
  leader_decision_id TEXT,
  ceased_on TEXT,
  cease_reason TEXT,
  cease_detail TEXT,
  cease_decision_id TEXT
) STRICT;
CREATE INDEX membership_by_office ON membership (office_id, sort_key, id);
CREATE INDEX membership_by_person ON membership (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX membership_by_team ON membership (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX membership_by_decision ON membership (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX membership_by_leader_decision ON membership (leader_decision_id) WHERE leader_decision_id IS NOT NULL;
CREATE INDEX membership_by_cease_decision ON membership (cease_decision_id) WHERE cease_decision_id IS NOT NULL;

CREATE TABLE trainer (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  person_id TEXT,
  pool TEXT,
  source TEXT,
  position TEXT,
  agency TEXT,
  qualification TEXT,
  field_of_law TEXT,
  decision_id TEXT,
  appointed_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  method_training_year INTEGER
) STRICT;
CREATE INDEX trainer_by_office ON trainer (office_id, sort_key, id);
CREATE INDEX trainer_by_person ON trainer (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX trainer_by_decision ON trainer (decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  title TEXT,
  kind TEXT,
  plan_number TEXT,
  plan_date TEXT,
  invitation_number TEXT,
  invitation_date TEXT,
  host_agency TEXT,
  lead_agency TEXT,
  coordinating_agencies TEXT,
  combined_with TEXT,
  place TEXT,
  commune_id TEXT,
  starts_on TEXT,
  ends_on TEXT,
  day_count INTEGER,
  sitting_count INTEGER,
  periods_per_sitting INTEGER,
  topics TEXT,
  materials TEXT,
  planned_amount INTEGER,
  spent_amount INTEGER,
  result TEXT,
  recommendations TEXT
) STRICT;
CREATE INDEX session_by_office ON session (office_id, sort_key, id);
CREATE INDEX session_by_commune ON session (commune_id) WHERE commune_id IS NOT NULL;

CREATE TABLE session_speaker (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  session_id TEXT,
  trainer_id TEXT,
  guest_name TEXT,
  guest_position TEXT,
  topic TEXT,
  period_count INTEGER
) STRICT;
CREATE INDEX session_speaker_by_office ON session_speaker (office_id, sort_key, id);
CREATE INDEX session_speaker_by_session ON session_speaker (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX session_speaker_by_trainer ON session_speaker (trainer_id) WHERE trainer_id IS NOT NULL;

CREATE TABLE funding_line (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  session_id TEXT,
  source TEXT,
  planned_amount INTEGER,
  spent_amount INTEGER,
  note TEXT
) STRICT;
CREATE INDEX funding_line_by_office ON funding_line (office_id, sort_key, id);
CREATE INDEX funding_line_by_session ON funding_line (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE participant (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  session_id TEXT,
  person_id TEXT,
  guest_name TEXT,
  guest_position TEXT,
  guest_unit TEXT,
  on_state_payroll INTEGER,
  result TEXT,
  certificate_number TEXT
) STRICT;
CREATE INDEX participant_by_office ON participant (office_id, sort_key, id);
CREATE INDEX participant_by_session ON participant (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX participant_by_person ON participant (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE presence (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  participant_id TEXT,
  sitting INTEGER,
  present INTEGER
) STRICT;
CREATE INDEX presence_by_office ON presence (office_id, sort_key, id);
CREATE INDEX presence_by_participant ON presence (participant_id) WHERE participant_id IS NOT NULL;

CREATE TABLE nomination (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  subject_kind TEXT,
  person_id TEXT,
  team_id TEXT,
  organisation_name TEXT,
  level TEXT,
  form TEXT,
  basis TEXT,
  year INTEGER,
  achievements TEXT,
  council_votes_for INTEGER,
  council_member_count INTEGER,
  stage TEXT,
  decision_number TEXT,
  decided_on TEXT,
  refusal_reason TEXT
) STRICT;
CREATE INDEX nomination_by_office ON nomination (office_id, sort_key, id);
CREATE INDEX nomination_by_person ON nomination (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX nomination_by_team ON nomination (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE dossier_item (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  nomination_id TEXT,
  item TEXT,
  present INTEGER,
  note TEXT
) STRICT;
CREATE INDEX dossier_item_by_office ON dossier_item (office_id, sort_key, id);
CREATE INDEX dossier_item_by_nomination ON dossier_item (nomination_id) WHERE nomination_id IS NOT NULL;
`,
} as const;
