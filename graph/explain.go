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

// Explain gives the sentence of the claim behind an edge, as it stands in the edge's stretch, and the quotes of its live supports.
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
	quotes, err := v.quotesOf(ctx, e.Claim)
	return sentences[0], quotes, err
}

func (v *View) quotesOf(ctx context.Context, claim ClaimID) ([]CitedQuote, error) {
	lists, err := v.ListAssertions(ctx, AssertionQuery{Owners: []string{string(claim)}, Role: AboutClaim})
	if err != nil {
		return nil, err
	}
	var ids []DocumentID
	for _, a := range lists[0] {
		for _, e := range a.Evidence {
			ids = append(ids, e.Document)
		}
	}
	docs, err := v.Documents(ctx, sortedSet(ids))
	if err != nil {
		return nil, err
	}
	var out []CitedQuote
	for _, a := range lists[0] {
		if !a.counts() || !supports(a.Stance) {
			continue
		}
		for _, e := range a.Evidence {
			quote := e.Quote
			if docs[e.Document].Rights == MetadataOnly {
				quote = "(its rights do not let it be shown)"
			}
			out = append(out, CitedQuote{quote, docs[e.Document].Title})
		}
	}
	return out, nil
}
