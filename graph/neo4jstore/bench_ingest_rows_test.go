package neo4jstore

import (
	"github.com/redthread-graph/redthread/graph"
)

// rawStatement writes the rows of one list.
type rawStatement struct{ list, text string }

// rawStatements are what somebody would write who imports once into an empty database, and needs no clock, no repetition and no
// check of what is on file. They create what a load does.
func rawStatements() []rawStatement {
	return []rawStatement{
		{"terms", "UNWIND $rows AS t MERGE (:Term {text: t})"},
		{"entities", `UNWIND $rows AS r CREATE (:Entity:$(r[0]) {id: r[1], rev: $rev, kind: r[2], specificity: r[3], caption: r[4]})`},
		{"states", `UNWIND $rows AS r MATCH (e:Entity {id: r[0]})
CREATE (e)-[:STATE]->(:EntityState {entity: r[0], kind: e.kind, specificity: e.specificity, since: $rev, until: $open,
  name: r[1], sort: r[2], degree: r[3], firstDay: r[4]})`},
		{"found", `UNWIND $rows AS r MATCH (e:Entity {id: r[0]}) UNWIND r[1] AS text MATCH (t:Term {text: text})
CREATE (e)-[:FOUND_BY {since: $rev, until: $open}]->(t)`},
		{"documents", `UNWIND $rows AS r CREATE (:Document {id: r[0], rev: $rev, title: r[1], language: r[2], publisher: r[3], url: r[4], body: r[5]})`},
		{"layers", `UNWIND $rows AS r MATCH (d:Document {id: r[1]})
CREATE (d)-[:LAYER]->(:Layer {id: r[0], rev: $rev, document: r[1], extractor: r[2], text: r[3]})`},
		{"layerTerms", `UNWIND $rows AS r MATCH (l:Layer {id: r[0]}) SET l.terms = r[1], l.termsRev = $rev`},
		{"textTerms", `UNWIND $rows AS r MATCH (d:Document {id: r[0]}) UNWIND r[1] AS text MATCH (t:Term {text: text})
CREATE (d)-[:TEXT_TERM {since: $rev}]->(t)`},
		{"ties", `UNWIND $rows AS r MATCH (s:Entity {id: r[1]}) MATCH (o:Entity {id: r[3]})
CREATE (o)<-[:OBJECT]-(:Claim {id: r[0], rev: $rev, subject: r[1], predicate: r[2], object: r[3], modality: r[4]})-[:SUBJECT]->(s)`},
		{"values", `UNWIND $rows AS r MATCH (s:Entity {id: r[1]})
CREATE (:Claim {id: r[0], rev: $rev, subject: r[1], predicate: r[2], modality: r[3], value: r[4]})-[:SUBJECT]->(s)`},
		{"stretches", `UNWIND $rows AS r MATCH (c:Claim {id: r[0]})
CREATE (c)-[:STANDS]->(:Stretch {claim: r[0], standing: r[1], tier: r[2], contested: r[3], allegation: r[4], from: r[5], to: r[6],
  shareMin: r[7], shareMax: r[8], certain: r[9], since: $rev, until: $open})`},
		{"edges", `UNWIND $rows AS r MATCH (s:Entity {id: r[0]}) MATCH (o:Entity {id: r[1]})
CREATE (s)-[:$(r[2]) {claim: r[3], predicate: r[4], modality: r[5], standing: r[6], tier: r[7], contested: r[8], from: r[9], to: r[10],
  shareMin: r[11], shareMax: r[12], certain: r[13], since: $rev, until: $open}]->(o)`},
		{"assertions", `UNWIND $rows AS r MATCH (c:Claim {id: r[1]}) MATCH (e:Entity {id: r[4]})
CREATE (e)<-[:SPOKEN_BY]-(:Assertion {id: r[0], rev: $rev, claim: r[1], stance: r[2], voice: r[3], speaker: r[4], review: r[5], body: r[6]})
  -[:ABOUT]->(c)`},
		{"evidence", `UNWIND $rows AS r MATCH (a:Assertion {id: r[0]}) MATCH (d:Document {id: r[2]})
CREATE (a)-[:EVIDENCE]->(:Evidence {assertion: r[0], ordinal: r[1], document: r[2], layer: r[3], start: r[4], end: r[5], page: r[6],
  quote: r[7]})-[:IN]->(d)`},
		{"changes", "UNWIND $rows AS r CREATE (:Change {rev: $rev, ordinal: r[0], raw: r[1], kind: r[2], record: r[3]})"},
	}
}

// rawRows are the rows of each list.
type rawRows map[string][]any

func (r rawRows) add(list string, values ...any) { r[list] = append(r[list], values) }

func (l *rawLoad) rowsOf(records []graph.Record) (rawRows, error) {
	rows, terms := rawRows{}, map[graph.Term]bool{}
	for _, record := range records {
		l.log(rows, record)
		if err := rows.addThing(record); err != nil {
			return nil, err
		}
		switch r := record.(type) {
		case *graph.EntityState:
			rows.add("states", string(r.Entity), r.Name, graph.SortName(r.Name), r.Degree, int64(r.FirstDay))
			rows.add("found", string(r.Entity), rows.named(terms, r.Terms))
		case *graph.LayerTerms:
			rows.add("layerTerms", string(r.Layer), digestOfTerms(r))
			rows.add("textTerms", string(r.Document), rows.named(terms, r.Terms))
		}
	}
	return rows, nil
}

// log adds a record to the change log.
func (l *rawLoad) log(rows rawRows, record graph.Record) {
	kind := graph.KindOfRecord(record)
	if kind == "" {
		return
	}
	l.entries++
	var raw any
	if kind != graph.StandingRecord {
		l.raws++
		raw = l.raws
	}
	rows.add("changes", l.entries, raw, string(kind), graph.RecordID(record))
}

// named are terms, each of which gets a node if it has none.
func (r rawRows) named(known map[graph.Term]bool, terms []graph.Term) []string {
	for _, term := range terms {
		if !known[term] {
			known[term] = true
			r["terms"] = append(r["terms"], string(term))
		}
	}
	return textsOf(terms)
}

func (r rawRows) addThing(record graph.Record) error {
	switch e := record.(type) {
	case *graph.Entity:
		r.add("entities", []string{kindLabel(e.Kind)}, string(e.ID), string(e.Kind), string(e.Specificity), e.Caption)
	case *graph.Document:
		body, err := graph.MarshalRecord(e)
		r.add("documents", string(e.ID), e.Title, e.Language, string(e.Publisher), e.URL, string(body))
		return err
	case *graph.Layer:
		r.add("layers", string(e.ID), string(e.Document), e.Extractor, e.Text)
	case *graph.Claim:
		if e.Object != "" {
			r.add("ties", string(e.ID), string(e.Subject), e.Predicate, string(e.Object), string(e.Modality))
			return nil
		}
		value, err := graph.MarshalValue(e.Value)
		r.add("values", string(e.ID), string(e.Subject), e.Predicate, string(e.Modality), string(value))
		return err
	case *graph.ClaimState:
		r.addState(e)
	case *graph.Assertion:
		return r.addAssertion(e)
	}
	return nil
}

func (r rawRows) addState(s *graph.ClaimState) {
	for _, st := range s.Stretches {
		certain := []int64{}
		for _, run := range st.Certain {
			certain = append(certain, int64(run.From), int64(run.To))
		}
		r.add("stretches", string(s.Claim), string(st.Standing), string(st.Tier), st.Contested, s.Allegation, int64(st.From), int64(st.To),
			int64(st.ShareMin), int64(st.ShareMax), certain)
		if s.Object != "" {
			r.add("edges", string(s.Subject), string(s.Object), typeOf(s.Predicate, s.Modality, st.Tier), string(s.Claim), s.Predicate,
				string(s.Modality), string(st.Standing), string(st.Tier), st.Contested, int64(st.From), int64(st.To),
				int64(st.ShareMin), int64(st.ShareMax), certain)
		}
	}
}

func (r rawRows) addAssertion(a *graph.Assertion) error {
	kept := *a
	kept.Evidence = make([]graph.Evidence, len(a.Evidence))
	for i, e := range a.Evidence {
		r.add("evidence", string(a.ID), i, string(e.Document), string(e.Layer), e.Start, e.End, e.Page, e.Quote)
		e.Quote = ""
		kept.Evidence[i] = e
	}
	body, err := graph.MarshalRecord(&kept)
	r.add("assertions", string(a.ID), string(a.Claim), string(a.Stance), string(a.Voice), string(a.Speaker), string(a.Review), string(body))
	return err
}
