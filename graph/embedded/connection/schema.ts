/**
 * Schema version 1. Every node and edge row holds the whole node as JSON in `props`; the other columns repeat what
 * filters, joins and orders need. `position` is the rank in the order of the text within the document.
 */
export const SCHEMA_1 = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (alias TEXT PRIMARY KEY, id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE INDEX alias_id ON alias(id);

CREATE TABLE document (
  id TEXT PRIMARY KEY, ingested INTEGER NOT NULL CHECK (ingested IN (0, 1)),
  number_key TEXT, title_key TEXT NOT NULL, carried_title_key TEXT, search_text TEXT NOT NULL,
  level TEXT, place_id TEXT, document_kind TEXT, legal_force TEXT,
  issued_on TEXT, effective_from TEXT, effective_until TEXT, sha256 TEXT, props TEXT NOT NULL);
CREATE INDEX document_order ON document(ingested, issued_on DESC, id);
CREATE INDEX document_number ON document(number_key);
CREATE INDEX document_title ON document(title_key);
CREATE INDEX document_carried ON document(carried_title_key);
CREATE INDEX document_sha256 ON document(sha256);
CREATE INDEX document_place ON document(place_id);
CREATE TABLE issuer (document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, agency_id TEXT NOT NULL, PRIMARY KEY (document_id, agency_id)) WITHOUT ROWID;
CREATE INDEX issuer_agency ON issuer(agency_id);
CREATE TABLE body (document_id TEXT PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, text BLOB NOT NULL, source_text BLOB NOT NULL, source_bytes BLOB NOT NULL);

CREATE TABLE annex (id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, position INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX annex_document ON annex(document_id);
CREATE TABLE section (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  annex_id TEXT REFERENCES annex(id) DEFERRABLE INITIALLY DEFERRED, parent_id TEXT REFERENCES section(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX section_document ON section(document_id);
CREATE INDEX section_annex ON section(annex_id);
CREATE INDEX section_parent ON section(parent_id);
CREATE TABLE clause (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  section_id TEXT REFERENCES section(id) DEFERRABLE INITIALLY DEFERRED, annex_id TEXT REFERENCES annex(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX clause_document ON clause(document_id, position, parent_id);
CREATE INDEX clause_section ON clause(section_id);
CREATE INDEX clause_annex ON clause(annex_id);
CREATE INDEX clause_parent ON clause(parent_id);

CREATE TABLE place (id TEXT PRIMARY KEY, code TEXT, level TEXT NOT NULL, parent_id TEXT, props TEXT NOT NULL);
CREATE INDEX place_parent ON place(parent_id);
CREATE TABLE agency (
  id TEXT PRIMARY KEY, search_text TEXT NOT NULL, agency_kind TEXT NOT NULL, function TEXT, place_id TEXT, parent_id TEXT, props TEXT NOT NULL);
CREATE INDEX agency_parent ON agency(parent_id);
CREATE INDEX agency_place ON agency(place_id);
CREATE TABLE product_type (id TEXT PRIMARY KEY, broader_id TEXT, props TEXT NOT NULL);
CREATE INDEX product_type_broader ON product_type(broader_id);
-- what each document says of the agencies and zones that it shares with others; the shared node is made of these
CREATE TABLE share (node_id TEXT NOT NULL, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, props TEXT NOT NULL, PRIMARY KEY (node_id, document_id)) WITHOUT ROWID;
CREATE INDEX share_document ON share(document_id);

CREATE TABLE target (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  clause_id TEXT NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL, target_kind TEXT NOT NULL, metric TEXT,
  unit TEXT, amount REAL, amount_unit TEXT, deadline TEXT, props TEXT NOT NULL);
CREATE INDEX target_document ON target(document_id, position);
CREATE INDEX target_clause ON target(clause_id);
CREATE TABLE target_product (target_id TEXT NOT NULL REFERENCES target(id) ON DELETE CASCADE, product_type_id TEXT NOT NULL, PRIMARY KEY (target_id, product_type_id)) WITHOUT ROWID;
CREATE TABLE ledger_row (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  clause_id TEXT REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX ledger_row_document ON ledger_row(document_id, position);
CREATE INDEX ledger_row_clause ON ledger_row(clause_id);
CREATE TABLE ledger_agency (
  ledger_row_id TEXT NOT NULL REFERENCES ledger_row(id) ON DELETE CASCADE, agency_id TEXT NOT NULL REFERENCES agency(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (ledger_row_id, agency_id)) WITHOUT ROWID;
CREATE INDEX ledger_agency_agency ON ledger_agency(agency_id);

CREATE TABLE responsibility (
  document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  clause_id TEXT NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  agency_id TEXT NOT NULL REFERENCES agency(id) DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL, props TEXT NOT NULL,
  PRIMARY KEY (document_id, position), UNIQUE (clause_id, agency_id)) WITHOUT ROWID;
CREATE INDEX responsibility_agency ON responsibility(agency_id, role);
CREATE TABLE citation (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  clause_id TEXT REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
  target_id TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED, relation TEXT NOT NULL, props TEXT NOT NULL);
CREATE INDEX citation_document ON citation(document_id, position);
CREATE INDEX citation_clause ON citation(clause_id);
CREATE INDEX citation_target ON citation(target_id, relation);
CREATE TABLE about (
  clause_id TEXT NOT NULL REFERENCES clause(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, product_type_id TEXT NOT NULL, position INTEGER NOT NULL, props TEXT NOT NULL,
  PRIMARY KEY (clause_id, product_type_id)) WITHOUT ROWID;
CREATE INDEX about_product ON about(product_type_id);
CREATE TABLE mention (
  clause_id TEXT NOT NULL REFERENCES clause(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL, props TEXT NOT NULL,
  PRIMARY KEY (clause_id, position)) WITHOUT ROWID;

-- words of a clause: \`tokens\` as given (JSON), \`words\` as indexed
CREATE TABLE term (clause_seq INTEGER PRIMARY KEY REFERENCES clause(seq) ON DELETE CASCADE, length INTEGER NOT NULL, tokens TEXT NOT NULL, words TEXT NOT NULL);
CREATE INDEX term_length ON term(length);
CREATE VIRTUAL TABLE term_index USING fts5(words, content = 'term', content_rowid = 'clause_seq', tokenize = 'unicode61 remove_diacritics 0');
CREATE TRIGGER term_insert AFTER INSERT ON term BEGIN
  INSERT INTO term_index(rowid, words) VALUES (new.clause_seq, new.words);
END;
CREATE TRIGGER term_delete AFTER DELETE ON term BEGIN
  INSERT INTO term_index(term_index, rowid, words) VALUES ('delete', old.clause_seq, old.words);
END;
CREATE VIRTUAL TABLE term_frequency USING fts5vocab(term_index, 'row');

-- all passages of a clause: the whole clause first; \`windows\` holds a JSON list of [start, end], \`vectors\` float32 rows.
-- seq never comes again, so that a copy in memory can be brought up to date by comparing seqs
CREATE TABLE passage (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, clause_seq INTEGER NOT NULL UNIQUE REFERENCES clause(seq) ON DELETE CASCADE,
  windows TEXT NOT NULL, vectors BLOB NOT NULL);
`
