// The server plans a statement anew when a name in it comes into the database for the first time. So it is given all names that
// statements have.
UNWIND [
  'Assertion', 'Change', 'Claim', 'Clock', 'Competence', 'Decision', 'Document', 'Entity', 'EntityState', 'Evidence', 'Judgement',
  'Layer', 'Named', 'Restated', 'Restored', 'Revision', 'Stretch', 'Term'
] AS label
CALL db.createLabel(label)
RETURN count(*);
UNWIND [
  'ABOUT', 'DECIDES', 'EVIDENCE', 'FOUND_BY', 'IN', 'LAYER', 'NAMES', 'OBJECT', 'OF', 'SPOKEN_BY', 'STANDS', 'STATE', 'SUBJECT',
  'TEXT_TERM'
] AS type
CALL db.createRelationshipType(type)
RETURN count(*);
UNWIND [
  'allegation', 'assertion', 'body', 'caption', 'certain', 'claim', 'contested', 'counts', 'degree', 'digest', 'document',
  'documents', 'end', 'entities', 'entity', 'entries', 'extractor', 'fence', 'firstDay', 'for', 'from', 'id', 'kind', 'language',
  'layer', 'layers', 'lease', 'load', 'loadDigest', 'loadHistory', 'loadToken', 'modality', 'more', 'name', 'object', 'op',
  'ordinal', 'page', 'predicate', 'published', 'publisher', 'qualifiers', 'quote', 'raw', 'record', 'refers', 'rev', 'review',
  'rows', 'shareMax', 'shareMin', 'since', 'sort', 'speaker', 'specificity', 'stance', 'standing', 'start', 'subject', 'target',
  'terms', 'termsRev', 'text', 'tier', 'time', 'title', 'to', 'turn', 'until', 'url', 'value', 'verdict', 'voice'
] AS property
CALL db.createProperty(property)
RETURN count(*);
