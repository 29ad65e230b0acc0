package seed

import (
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph/text"
)

// checkSpeaker fails unless the speaker is named in a quote's sentence or in the one before or after it. A document's publisher
// speaks without naming itself, and an inferred speaker is marked as such.
func (g *gate) checkSpeaker(s *Statement) {
	if s.Inferred || s.Speaker == "" || !g.entities[s.Speaker] {
		return
	}
	var read []string
	for _, q := range s.Evidence {
		if g.publisher(q.Document) == s.Speaker {
			return
		}
		near, found := g.attribution(q)
		if !found || g.names.in(s.Speaker, near) {
			return
		}
		read = append(read, near)
	}
	if len(read) == 0 {
		return
	}
	g.invalid(s.line, "speaker", s.Speaker, fmt.Sprintf(
		"who is named in the quote's sentence or next to it as %s; else inferred: true; there it says %q",
		g.names.list(s.Speaker), strings.Join(read, " / ")))
}

func (g *gate) publisher(document string) string {
	for i := range g.pack.Documents {
		if g.pack.Documents[i].ID == document {
			return g.pack.Documents[i].Publisher
		}
	}
	return ""
}

// attribution is the text in which the speaker of a quote may be named; false when the quote is not in the document, or in several
// places: the graph refuses it and tells the places.
func (g *gate) attribution(q Quote) (string, bool) {
	p := g.page(q.Document)
	if p == nil {
		return "", false
	}
	places := p.folded.Find(q.Quote, maxPlaces)
	if len(places) == 0 || len(places) > 1 && q.After == "" {
		return "", false
	}
	var near []string
	for _, at := range places {
		near = append(near, p.folded.Source().Slice(p.neighbourhood(at)))
	}
	return strings.Join(near, " / "), true
}

// maxPlaces is at how many places of a quote the speaker is looked for.
const maxPlaces = 20

// neighbourhood is the sentences of a span with the one before and the one after.
func (p *page) neighbourhood(at text.Span) text.Span {
	first, last := -1, -1
	for i, s := range p.sentences {
		if s.Start < at.End && at.Start < s.End {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return at
	}
	return p.sentences[max(first-1, 0)].Hull(p.sentences[min(last+1, len(p.sentences)-1)])
}
