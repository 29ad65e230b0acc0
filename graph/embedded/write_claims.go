package embedded

import (
	"context"
	"encoding/json"

	"github.com/redthread-graph/redthread/graph"
)

func (t *tx) putClaims(ctx context.Context, b *batch) error {
	if len(b.claims) == 0 {
		return nil
	}
	var ends []string
	for _, p := range b.claims {
		ends = append(ends, string(p.record.Subject), string(p.record.Object))
	}
	if err := t.findNames(ctx, ends); err != nil {
		return err
	}
	var again []placed[*graph.Claim]
	for _, p := range b.claims {
		fresh, err := t.putClaim(ctx, b, p)
		if err != nil {
			return err
		}
		if !fresh {
			again = append(again, p)
		}
	}
	if len(again) == 0 {
		return nil
	}
	rows, err := t.reader().claims(ctx, idsOf(again, func(c *graph.Claim) graph.ClaimID { return c.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(c *graph.Claim) (*graph.Claim, bool) {
		row, ok := rows[c.ID]
		if !ok {
			return nil, false
		}
		return &row.Claim, true
	})
}

// putClaim writes one claim, or puts it off; fresh is false when its id is on file.
func (t *tx) putClaim(ctx context.Context, b *batch, p placed[*graph.Claim]) (fresh bool, err error) {
	c := p.record
	key := claimKey{modality: c.Modality, bare: true}
	var ok bool
	if key.subject, ok = t.entityKey(c.Subject); !ok {
		wait(b, p, "entity", string(c.Subject))
		return true, nil
	}
	if key.object, ok = t.entityKey(c.Object); !ok && c.Object != "" {
		wait(b, p, "entity", string(c.Object))
		return true, nil
	}
	if key.key, fresh, err = t.insertClaim(ctx, c, &key); err != nil || !fresh {
		return fresh, err
	}
	t.keys.claims[c.ID] = &key
	t.counts[graph.ClaimRecord]++
	t.note(p.place, graph.ClaimRecord, key.key)
	return true, nil
}

func (t *tx) insertClaim(ctx context.Context, c *graph.Claim, key *claimKey) (int64, bool, error) {
	words, err := t.wordList(ctx, c.Predicate, string(c.Modality))
	if err != nil {
		return 0, false, err
	}
	key.predicate = words[0]
	var object, value, qualifiers, refers any
	if key.object != 0 {
		object = key.object
	}
	if c.Value != nil {
		text, err := graph.MarshalValue(c.Value)
		if err != nil {
			return 0, false, err
		}
		value = string(text)
	}
	if ref, ok := c.Value.(graph.ClaimRef); ok {
		refers = pack(ref.Claim)
	}
	if len(c.Qualifiers) > 0 {
		text, err := json.Marshal(c.Qualifiers)
		if err != nil {
			return 0, false, err
		}
		qualifiers = string(text)
	}
	return t.insertNew(ctx, `INSERT INTO claim (uid, rev, subject, predicate, object, modality, value, qualifiers, refers)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING`,
		pack(c.ID), t.rev, key.subject, words[0], object, words[1], value, qualifiers, refers)
}
