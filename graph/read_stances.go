package graph

import "context"

// stancesSaid gives the stances of assertions as they were spoken: of a correction that of what it corrects, followed back to the
// first. What was corrected is read whether it was public or not.
func (v *View) stancesSaid(ctx context.Context, lists [][]*AssertionRow) (map[AssertionID]Stance, error) {
	f := &dossier{origins: map[AssertionID]*AssertionRow{}}
	for _, rows := range lists {
		f.spoken = append(f.spoken, rows...)
		for _, a := range rows {
			f.origins[a.ID] = a
		}
	}
	d := newDeriver(v.facts(), v.Vocabulary)
	if err := d.addOrigins(ctx, []*dossier{f}); err != nil {
		return nil, err
	}
	out := map[AssertionID]Stance{}
	for _, a := range f.spoken {
		out[a.ID] = f.origin(a).Stance
	}
	return out, nil
}
