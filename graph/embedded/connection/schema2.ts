/**
 * Schema version 2: links between clauses, what people found of them, and indexes for relationship queries.
 * `verdict` repeats the review of the pair, so that lists and counts need not join.
 */
export const SCHEMA_2 = `
CREATE TABLE correspondence (
  id TEXT PRIMARY KEY, first_id TEXT NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  second_id TEXT NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  first_document_id TEXT NOT NULL, second_document_id TEXT NOT NULL, degree TEXT NOT NULL, score REAL NOT NULL, certainty REAL NOT NULL,
  verdict TEXT, props TEXT NOT NULL);
CREATE INDEX correspondence_first ON correspondence(first_id);
CREATE INDEX correspondence_second ON correspondence(second_id);
CREATE INDEX correspondence_first_document ON correspondence(first_document_id, second_document_id);
CREATE INDEX correspondence_second_document ON correspondence(second_document_id, first_document_id);
CREATE INDEX correspondence_best ON correspondence(score DESC, id, verdict);
CREATE INDEX correspondence_certainty ON correspondence(certainty, id, verdict);
CREATE INDEX correspondence_reviewed ON correspondence(verdict) WHERE verdict IS NOT NULL;

-- under which key the links of a document were computed
CREATE TABLE link_state (document_id TEXT PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, key TEXT NOT NULL) WITHOUT ROWID;

-- clauses may be gone: a review outlives the version of the document that it was made on
CREATE TABLE review (
  first_id TEXT NOT NULL, second_id TEXT NOT NULL, first_document_id TEXT NOT NULL, second_document_id TEXT NOT NULL, props TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id)) WITHOUT ROWID;
CREATE INDEX review_first_document ON review(first_document_id);
CREATE INDEX review_second_document ON review(second_document_id);

CREATE INDEX agency_function ON agency(function);
-- with their other end, so that the edges of an agency with many duties, or of a document that many cite, are read from the index alone
DROP INDEX responsibility_agency;
CREATE INDEX responsibility_agency ON responsibility(agency_id, clause_id, role);
DROP INDEX citation_target;
CREATE INDEX citation_target ON citation(target_id, relation, clause_id, document_id);
`
