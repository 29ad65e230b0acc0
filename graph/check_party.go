package graph

import (
	"context"
	"fmt"
	"slices"
)

// checkParty refuses the voice of a party to whoever is none, and an admission to whoever does not speak for the accused. It is
// asked when all that the draft says is laid over the reader, since that may be what makes somebody a party.
func (pl *planner) checkParty(ctx context.Context, c *Claim, a *Assertion) error {
	body := a.Body()
	if a.Speaker != body && supports(a.Stance) {
		if err := pl.checkAdmission(ctx, c, a); err != nil {
			return err
		}
	}
	if a.Voice != PartyVoice {
		return nil
	}
	party, err := pl.isParty(ctx, c, body)
	if err != nil || party {
		return err
	}
	return Invalid("voice", string(a.Voice), fmt.Sprintf(
		"%s only for the subject, the object, their group, or who is on file as representing one; %s is none", PartyVoice, body))
}

// checkAdmission refuses a support in the name of the accused by a speaker who is not on file as speaking for it: a capacity alone
// is anybody's word, and an admission would make the accusation safe.
func (pl *planner) checkAdmission(ctx context.Context, c *Claim, a *Assertion) error {
	predicate, err := pl.vocabulary.Predicate(c.Predicate)
	if err != nil {
		return err
	}
	rows, err := pl.over.Entities(ctx, endsOf(c))
	if err != nil {
		return err
	}
	kinds := kindsOfEnds(c, rows)
	if !predicate.accusatory(kinds) || !predicate.accused(c, kinds, a.Body()) {
		return nil
	}
	speaks, err := pl.letSpeak(ctx, a.Speaker, []EntityID{a.Body()})
	if err != nil || speaks {
		return err
	}
	return Invalid("capacity.for", string(a.Body()), fmt.Sprintf("a body for which %s is on file as speaking, by a claim in the "+
		"safe tier such as REPRESENTS: the accused itself would admit it", a.Speaker))
}

// endsOf are the entities at the ends of a claim.
func endsOf(c *Claim) []EntityID {
	if c.Object == "" {
		return []EntityID{c.Subject}
	}
	return []EntityID{c.Subject, c.Object}
}

func kindsOfEnds(c *Claim, rows map[EntityID]*EntityRow) ends {
	kinds := ends{subject: rows[c.Subject].Kind}
	if c.Object != "" {
		kinds.object = rows[c.Object].Kind
	}
	return kinds
}

// isParty says whether a body is subject or object of a claim, or safely on file as their group or as representing one of them.
func (pl *planner) isParty(ctx context.Context, c *Claim, body EntityID) (bool, error) {
	parties := endsOf(c)
	if slices.Contains(parties, body) {
		return true, nil
	}
	return pl.letSpeak(ctx, body, parties)
}

// letSpeak says whether a claim in the safe tier lets somebody speak for one of the parties.
func (pl *planner) letSpeak(ctx context.Context, who EntityID, parties []EntityID) (bool, error) {
	lists, err := pl.over.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(parties), Role: AnyEnd, Predicates: pl.vocabulary.speakingFor(),
	})
	if err != nil {
		return false, err
	}
	var grounds []ClaimID
	for i, party := range parties {
		for _, row := range lists[i] {
			if pl.vocabulary.letsSpeak(&row.Claim, who, party) {
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
