package graph

import (
	"context"
	"fmt"
	"slices"
)

// checkParty refuses the voice of a party to whoever is none. It is asked when all that the draft says is laid over the reader,
// since that may be what makes somebody a party.
func (pl *planner) checkParty(ctx context.Context, c *Claim, a *Assertion) error {
	if a.Voice != PartyVoice {
		return nil
	}
	party, err := pl.isParty(ctx, c, a.Body())
	if err != nil || party {
		return err
	}
	return Invalid("voice", string(a.Voice), fmt.Sprintf(
		"%s only for the subject, the object, their group, or who is on file as representing one; %s is none", PartyVoice, a.Body()))
}

// isParty says whether a body is subject or object of a claim, or safely on file as their group or as representing one of them.
func (pl *planner) isParty(ctx context.Context, c *Claim, body EntityID) (bool, error) {
	parties := []EntityID{c.Subject}
	if c.Object != "" {
		parties = append(parties, c.Object)
	}
	if slices.Contains(parties, body) {
		return true, nil
	}
	lists, err := pl.over.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(parties), Role: AnyEnd, Predicates: pl.vocabulary.speakingFor(),
	})
	if err != nil {
		return false, err
	}
	var grounds []ClaimID
	for i, list := range lists {
		for _, row := range list {
			if pl.vocabulary.letsSpeak(&row.Claim, body, parties[i]) {
				grounds = append(grounds, row.ID)
			}
		}
	}
	return pl.anySafe(ctx, sortedSet(grounds))
}

// anySafe says whether one of the claims stands in the safe tier on some day, with all that the draft says.
func (pl *planner) anySafe(ctx context.Context, ids []ClaimID) (bool, error) {
	d := newDeriver(pl.over, pl.vocabulary)
	if err := d.deriveStates(ctx, ids); err != nil {
		return false, err
	}
	for _, id := range ids {
		if slices.ContainsFunc(d.states[id].Stretches, func(s Stretch) bool { return s.Tier == Safe }) {
			return true, nil
		}
	}
	return false, nil
}
