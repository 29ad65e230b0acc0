package graph

import (
	"context"
	"slices"
)

// publicFacts are the facts of a reader as far as they were public by a day: what is said counts from then on, judgements about it
// with it. Single assertions are given whether public or not, since a correction is read by what it corrects.
type publicFacts struct {
	Reader
	day Day
}

var _ facts = (*publicFacts)(nil)

// ListAssertions gives those that were public.
func (f *publicFacts) ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	limit := q.Limit
	q.Limit = maxScanned + 1
	lists, err := f.Reader.ListAssertions(ctx, q)
	if err != nil {
		return nil, err
	}
	for i, rows := range lists {
		if len(rows) > maxScanned {
			return nil, tooMany("assertions of "+q.Owners[i], maxScanned)
		}
	}
	if err := f.keepPublic(ctx, lists); err != nil {
		return nil, err
	}
	for i, rows := range lists {
		if limit > 0 && len(rows) > limit {
			lists[i] = rows[:limit]
		}
	}
	return lists, nil
}

// keepPublic leaves out of lists what was not public.
func (f *publicFacts) keepPublic(ctx context.Context, lists [][]*AssertionRow) error {
	var wanted []DocumentID
	for _, rows := range lists {
		for _, a := range rows {
			wanted = append(wanted, a.datingDocuments()...)
		}
	}
	var docs map[DocumentID]*DocumentRow
	if len(wanted) > 0 {
		var err error
		if docs, err = f.Documents(ctx, sortedSet(wanted)); err != nil {
			return err
		}
	}
	for i, rows := range lists {
		lists[i] = slices.DeleteFunc(rows, func(a *AssertionRow) bool { return publicDay(a, docs) > f.day })
	}
	return nil
}

// datingDocuments are the documents whose publication may tell when an assertion became public.
func (a *Assertion) datingDocuments() []DocumentID {
	var works []DocumentID
	dated := !a.PublishedAt.IsZero()
	for _, r := range a.ReportedBy {
		if r.Published.IsZero() && r.Work != "" {
			works = append(works, r.Work)
		}
		dated = dated || !r.Published.IsZero()
	}
	if dated || !a.SaidAt.IsZero() {
		return works
	}
	for _, e := range a.Evidence {
		works = append(works, e.Document)
	}
	return works
}

// publicDay is the day from which an assertion was certainly public: that of the earliest publication in its chain, which is the
// original's and not that of the document on file, else the day on which it was said, else the publication of its document. MaxDay
// without any.
func publicDay(a *AssertionRow, docs map[DocumentID]*DocumentRow) Day {
	day := MaxDay
	if !a.PublishedAt.IsZero() {
		day = a.PublishedAt.Latest()
	}
	for _, r := range a.ReportedBy {
		published := r.Published
		if work := docs[r.Work]; published.IsZero() && work != nil {
			published = work.Published
		}
		if !published.IsZero() {
			day = min(day, published.Latest())
		}
	}
	if day != MaxDay {
		return day
	}
	if !a.SaidAt.IsZero() {
		return a.SaidAt.Latest()
	}
	for _, e := range a.Evidence {
		if d := docs[e.Document]; d != nil && !d.Published.IsZero() {
			day = min(day, d.Published.Latest())
		}
	}
	return day
}

// ListJudgements leaves out judgements on denials that were not public.
func (f *publicFacts) ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error) {
	lists, err := f.Reader.ListJudgements(ctx, owners)
	if err != nil {
		return nil, err
	}
	var denials []AssertionID
	for _, list := range lists {
		for _, j := range list {
			if j.Kind == Coverage {
				denials = append(denials, j.Denial)
			}
		}
	}
	if len(denials) == 0 {
		return lists, nil
	}
	public, err := f.publicOf(ctx, sortedSet(denials))
	if err != nil {
		return nil, err
	}
	for i, list := range lists {
		lists[i] = slices.DeleteFunc(list, func(j *JudgementRow) bool { return j.Kind == Coverage && public[j.Denial] == nil })
	}
	return lists, nil
}

// publicOf gives those of the assertions that were public.
func (f *publicFacts) publicOf(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	rows, err := f.Assertions(ctx, ids)
	if err != nil {
		return nil, err
	}
	list := make([]*AssertionRow, 0, len(rows))
	for _, id := range sortedIDs(rows) {
		list = append(list, rows[id])
	}
	lists := [][]*AssertionRow{list}
	if err := f.keepPublic(ctx, lists); err != nil {
		return nil, err
	}
	out := map[AssertionID]*AssertionRow{}
	for _, a := range lists[0] {
		out[a.ID] = a
	}
	return out, nil
}
