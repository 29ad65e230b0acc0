package graphtest

import (
	"strings"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// room is how many claims the current document has room for: the first for thousands, the others for a score.
func (s *stream) room() int {
	if s.papers == 0 {
		return min(manyClaims, max(20, s.Size.Claims/10))
	}
	return 20
}

// writeDocument yields a document whose text is the quotes of the pending claims, the claims, what is said of them and their
// states. So many of the last claims stay for the next document, as their maker may still change them.
func (s *stream) writeDocument(stay int) {
	ready := s.pending[:len(s.pending)-stay]
	if len(ready) == 0 {
		return
	}
	s.papers++
	doc := &graph.Document{
		ID: graph.DocumentID(generatedID("doc_", s.papers)), Title: s.quote(), Language: "en", Rights: graph.FullText,
		MediaType: "text/plain", Published: edtf.DateOf(graph.Day(18_000 + s.IntN(2600))),
	}
	layer := &graph.Layer{ID: graph.LayerID(generatedID("lay_", s.papers)), Document: doc.ID, Extractor: "generator 1"}
	paper := &paper{layer: layer}
	for i := range ready {
		ready[i].quote(paper)
	}
	layer.Text = paper.text.String()
	s.emit(doc, layer, &graph.LayerTerms{Layer: layer.ID, Document: doc.ID, Terms: sortedTerms(wordsOf(layer.Text))})
	for i := range ready {
		s.emit(s.told(&ready[i], paper.places[i])...)
	}
	s.pending = append([]draft(nil), s.pending[len(ready):]...)
}

// paper is a document being written.
type paper struct {
	layer  *graph.Layer
	text   strings.Builder
	length int                // in code points
	places [][]graph.Evidence // of each claim
}

// quote writes the claim's quotes into a paper.
func (d *draft) quote(p *paper) {
	var places []graph.Evidence
	for _, q := range d.quotes {
		n := letters(q)
		places = append(places, graph.Evidence{
			Document: p.layer.Document, Layer: p.layer.ID, Start: p.length, End: p.length + n, Quote: q,
		})
		p.text.WriteString(q + "\n")
		p.length += n + 1
	}
	p.places = append(p.places, places)
}

// told is a claim, what is said of it and its state.
func (s *stream) told(d *draft, places []graph.Evidence) []graph.Record {
	c := d.claim
	speaker := entityID(s.cast.of(graph.Organization).from + s.IntN(s.cast.of(graph.Organization).size()))
	a := &graph.Assertion{
		ID: graph.AssertionID("ast_" + string(c.ID[4:])), Claim: c.ID, Stance: graph.Asserts,
		Voice: graph.PublisherVoice, Speaker: speaker, SpeakerBasis: graph.StatedSpeaker, Evidence: places,
		Period: periodOf(d.stretch), Review: graph.Accepted, RecordedBy: "generator",
	}
	records := []graph.Record{c, a}
	if d.accused {
		a.Stance = graph.Alleges
	}
	if d.stretch.Standing == graph.Determined {
		a.Stance, a.Voice = graph.Determines, graph.AuthorityVoice
	}
	if d.denied {
		denial := *a
		denial.ID, denial.Stance, denial.Voice, denial.Speaker = a.ID+"-denial", graph.Denies, graph.PartyVoice, c.Subject
		records = append(records, &denial)
	}
	state := stateOf(c, d.stretch)
	state.Allegation = d.accused
	return append(records, state)
}

func periodOf(st graph.Stretch) graph.Period {
	p := graph.Period{From: edtf.Bound{Date: edtf.DateOf(st.From)}, To: edtf.Bound{Open: true}}
	if st.To != graph.MaxDay {
		p.To = edtf.Bound{Date: edtf.DateOf(st.To)}
	}
	return p
}

func wordsOf(text string) []graph.Term {
	var terms []graph.Term
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		terms = append(terms, graph.Term("w:"+strings.TrimSuffix(word, ".")))
	}
	return terms
}
