package graph

import (
	"context"
	"fmt"
)

// CitedQuote is one quote with the document in which it stands.
type CitedQuote struct {
	Quote string
	Title string
}

// Explain gives the sentence of the claim behind an edge, as it stands in the edge's stretch, and the quotes of its live supports for
// these days, each once, as far as the rights of their documents let them be shown.
func (v *View) Explain(ctx context.Context, e *Edge) (string, []CitedQuote, error) {
	claims, err := v.Claims(ctx, []ClaimID{e.Claim})
	if err != nil {
		return "", nil, err
	}
	if claims[e.Claim] == nil {
		return "", nil, notFound("claim", string(e.Claim))
	}
	sentences, err := v.sentences(ctx, []*ClaimRow{claims[e.Claim]}, []*Stretch{&e.Stretch})
	if err != nil {
		return "", nil, fmt.Errorf("sentence: %w", err)
	}
	quotes, err := v.quotesOf(ctx, e)
	return sentences[0], quotes, err
}

// quotesOf gives the quotes of the live supports that may speak of the edge's days, in the order in which they were recorded.
func (v *View) quotesOf(ctx context.Context, e *Edge) ([]CitedQuote, error) {
	said, err := v.hear(ctx, []ClaimID{e.Claim})
	if err != nil {
		return nil, err
	}
	rows := said[e.Claim].backingOf(e.Stretch.DayRange)
	sources, err := v.sourcesOf(ctx, rows)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var out []CitedQuote
	for _, a := range rows {
		for i := range a.Evidence {
			n := sources.evidence(a, i)
			if n.Quote == nil {
				continue
			}
			if key := string(n.Document) + " " + *n.Quote; !seen[key] {
				seen[key] = true
				out = append(out, CitedQuote{*n.Quote, sources.documents[n.Document].Title})
			}
		}
	}
	return out, nil
}
