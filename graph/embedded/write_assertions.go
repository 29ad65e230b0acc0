package embedded

import (
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func (t *tx) putAssertions(ctx context.Context, b *batch) error {
	if len(b.assertions) == 0 {
		return nil
	}
	if err := t.findNamed(ctx, b.assertions); err != nil {
		return err
	}
	var again []placed[*graph.Assertion]
	for _, p := range b.assertions {
		fresh, err := t.putAssertion(ctx, b, p)
		if err != nil {
			return err
		}
		if !fresh {
			again = append(again, placed[*graph.Assertion]{withoutQuotes(p.record), p.place})
		}
	}
	if len(again) == 0 {
		return nil
	}
	rows, err := t.reader().assertions(ctx, idsOf(again, func(a *graph.Assertion) graph.AssertionID { return a.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(a *graph.Assertion) (*graph.Assertion, bool) {
		row, ok := rows[a.ID]
		if !ok {
			return nil, false
		}
		return withoutQuotes(&row.Assertion), true
	})
}

// findNamed looks up all that the assertions name.
func (t *tx) findNamed(ctx context.Context, assertions []placed[*graph.Assertion]) error {
	var names []string
	var layers []graph.LayerID
	for _, p := range assertions {
		names = append(names, string(p.record.Speaker), string(p.record.Capacity.For))
		for _, e := range p.record.Evidence {
			names, layers = append(names, string(e.Document)), append(layers, e.Layer)
		}
	}
	if err := t.giveNames(ctx, names); err != nil {
		return err
	}
	if err := t.findLayers(ctx, layers); err != nil {
		return err
	}
	return t.findClaims(ctx, idsOf(assertions, func(a *graph.Assertion) graph.ClaimID { return a.Claim }))
}

// withoutQuotes leaves out what is read back as a slice of the layer.
func withoutQuotes(a *graph.Assertion) *graph.Assertion {
	kept := *a
	kept.Evidence = slices.Clone(a.Evidence)
	for i := range kept.Evidence {
		kept.Evidence[i].Quote, kept.Evidence[i].Prefix = "", ""
	}
	return &kept
}

// putAssertion writes one assertion, or puts it off; fresh is false when its id is on file.
func (t *tx) putAssertion(ctx context.Context, b *batch, p placed[*graph.Assertion]) (fresh bool, err error) {
	a := p.record
	claim := t.keys.claims[a.Claim]
	if claim == nil {
		wait(b, p, "claim", string(a.Claim))
		return true, nil
	}
	anchors := make([]anchor, len(a.Evidence))
	for i, e := range a.Evidence {
		layer, ok := t.keys.layers[e.Layer]
		if !ok {
			wait(b, p, "text layer", string(e.Layer))
			return true, nil
		}
		anchors[i] = anchor{layer: layer.key, start: e.Start, end: e.End, page: e.Page}
		if name := t.keys.names[string(e.Document)]; name != nil {
			anchors[i].document = name.key
		}
	}
	key, fresh, err := t.insertAssertion(ctx, a, claim.key, anchors)
	if err != nil || !fresh {
		return fresh, err
	}
	t.counts[graph.AssertionRecord]++
	t.note(p.place, graph.AssertionRecord, key)
	return true, t.cite(ctx, key, claim, anchors)
}

func (t *tx) insertAssertion(ctx context.Context, a *graph.Assertion, claim int64, anchors []anchor) (int64, bool, error) {
	words, err := t.wordList(ctx, string(a.Stance), string(a.Voice), string(a.SpeakerBasis), string(a.Review), a.RecordedBy)
	if err != nil {
		return 0, false, err
	}
	rest := *a
	rest.ID, rest.Claim, rest.Stance, rest.Voice, rest.Target, rest.Speaker = "", "", "", "", "", ""
	rest.Capacity.For, rest.SpeakerBasis, rest.Review, rest.RecordedBy = "", "", "", ""
	rest.SaidAt, rest.PublishedAt, rest.Period, rest.Evidence = edtf.Date{}, edtf.Date{}, graph.Period{}, nil
	rest.ReportedBy = some(rest.ReportedBy)
	more, err := moreOf(rest)
	if err != nil {
		return 0, false, err
	}
	var target any
	if a.Target != "" {
		target = pack(a.Target)
	}
	return t.insertNew(ctx, `INSERT INTO assertion (uid, rev, claim, stance, voice, basis, review, recorded_by, speaker, body, target,
		said, published, valid_from, valid_to, as_of, anchors, more)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING`,
		pack(a.ID), t.rev, claim, words[0], words[1], words[2], words[3], words[4],
		t.name(string(a.Speaker)), t.name(string(a.Capacity.For)), target,
		dateColumn(a.SaidAt), dateColumn(a.PublishedAt), boundColumn(a.Period.From), boundColumn(a.Period.To),
		dateColumn(a.Period.AsOf), packAnchors(anchors), more)
}

// cite notes in which documents the assertion stands, and so the claim's ends.
func (t *tx) cite(ctx context.Context, assertion int64, claim *claimKey, anchors []anchor) error {
	var documents []int64
	for _, a := range anchors {
		if a.document != 0 && !slices.Contains(documents, a.document) {
			documents = append(documents, a.document)
		}
	}
	for _, document := range documents {
		if err := t.run(ctx, "INSERT INTO cited VALUES (?, ?)", document, assertion); err != nil {
			return err
		}
		for _, end := range []int64{claim.subject, claim.object} {
			if end == 0 {
				continue
			}
			if err := t.run(ctx, "INSERT INTO about VALUES (?, ?, ?) ON CONFLICT DO NOTHING", end, document, t.rev); err != nil {
				return err
			}
		}
	}
	return nil
}
