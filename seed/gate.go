package seed

import (
	"fmt"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// Bounds of a quote in code points. A name or identifier may be shorter.
const (
	shortestQuote = 20
	longestQuote  = 600
)

// gate holds the statements of a pack to what a quote must show for itself: that it is about these two, names these numbers and
// days, and is said by this speaker. That the quote stands in the document, and is no negation cut short, the graph checks.
type gate struct {
	*drafter
	names nameIndex
	texts map[string]*page // by the document's name in the pack
}

// page is the text of a document with its sentences.
type page struct {
	folded    *text.Folded
	sentences []text.Span
}

func newGate(d *drafter) *gate {
	return &gate{drafter: d, names: newNameIndex(d.pack), texts: map[string]*page{}}
}

// checkAll notes an error for every statement that its quotes do not ground.
func (g *gate) checkAll() {
	for i := range g.pack.Statements {
		s := &g.pack.Statements[i]
		about := g.proposition(s)
		if about == nil {
			continue // noted already
		}
		g.checkLengths(s, about)
		if s.Resolved == "" {
			g.checkNamed(s, "subject", about.Subject)
			g.checkNamed(s, "object", about.Object)
		}
		g.checkValue(s, about.Value)
		g.checkSpeaker(s)
	}
}

// proposition is the statement that gives the parts of the claim; nil when there is none.
func (g *gate) proposition(s *Statement) *Statement {
	for range g.pack.Statements {
		if s == nil || s.About == "" {
			return s
		}
		s = g.statement[s.About]
	}
	return nil
}

func (g *gate) checkLengths(s, about *Statement) {
	for _, q := range s.Evidence {
		n := utf8.RuneCountInString(q.Quote)
		mark := about.Value != nil && (about.Value.Name != nil || about.Value.Identifier != nil)
		if n > longestQuote || n < shortestQuote && !mark {
			g.fail(s.line, fmt.Errorf("%d characters: %w", n, graph.Invalid("evidence.quote", q.Quote,
				fmt.Sprintf("%d to %d characters; only a name or an identifier may be shorter", shortestQuote, longestQuote))))
		}
	}
}

// checkNamed fails unless a quote of the statement names the entity.
func (g *gate) checkNamed(s *Statement, field, entity string) {
	if entity == "" || !g.entities[entity] {
		return
	}
	for _, q := range s.Evidence {
		if g.names.in(entity, q.Quote) {
			return
		}
	}
	g.invalid(s.line, field, entity, fmt.Sprintf(
		"a quote that calls it %s; else a mention, a second quote, or the reason in resolved; the quote is %q",
		g.names.list(entity), firstQuote(s)))
}

func firstQuote(s *Statement) string {
	if len(s.Evidence) == 0 {
		return ""
	}
	return s.Evidence[0].Quote
}

// page reads a document once; nil when it has no text.
func (g *gate) page(document string) *page {
	if p, ok := g.texts[document]; ok {
		return p
	}
	g.texts[document] = nil
	for i := range g.draft.Documents {
		if g.draft.Documents[i].ID != g.documents[document] || g.draft.Documents[i].Text == "" {
			continue
		}
		if body, err := text.Normalize(g.draft.Documents[i].Text); err == nil {
			g.texts[document] = &page{text.Fold(body), text.Sentences(body)}
		}
	}
	return g.texts[document]
}
