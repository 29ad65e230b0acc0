package graph

import (
	"context"
	"sync/atomic"
	"time"
)

// View is one reading of the store: at one revision, for one day, or for any. It is used by one goroutine at a time.
type View struct {
	Reader
	Vocabulary *Vocabulary
	// At is the day for which the reading asks how things stood; nil: any day.
	At *Day
	// PublicAt restricts what is derived to what was public by that day; nil: all that is on file.
	PublicAt *Day

	// derived counts the claims that readings of what was public work out, all of one operation together.
	derived *atomic.Int64
	memory  *memory
}

// View opens a reading of the newest published revision, or of the one that was newest at knownAt. It must be closed.
func (s *Service) View(ctx context.Context, knownAt *time.Time) (*View, error) {
	var rev Revision
	if knownAt != nil {
		var err error
		if rev, err = s.store.RevisionAt(ctx, *knownAt); err != nil {
			return nil, err
		}
	}
	return s.ViewAt(ctx, rev)
}

// ViewAt opens a reading of a revision; 0 is the newest.
func (s *Service) ViewAt(ctx context.Context, rev Revision) (*View, error) {
	reader, err := s.store.Snapshot(ctx, rev)
	if err != nil {
		return nil, err
	}
	return &View{Reader: newRounds(reader), Vocabulary: s.vocabulary, derived: &atomic.Int64{}, memory: &memory{}}, nil
}

// On is the same reading for other days; it shares the reader, which is closed once, and nothing that it has met, so that what it
// reads depends on no other.
func (v *View) On(at, publicAt *Day) *View {
	base := newRounds(v.base().rounds().Reader)
	on := &View{Reader: base, Vocabulary: v.Vocabulary, At: at, PublicAt: publicAt, derived: v.derived, memory: &memory{}}
	if on.derived == nil {
		on.derived = &atomic.Int64{}
	}
	if publicAt != nil {
		on.Reader = newPublicReader(base, v.Vocabulary, *publicAt, on.derived)
	}
	return on
}

// rounds reads the rows of the view, and of those that share its reader.
func (v *View) rounds() *rounds {
	switch r := v.Reader.(type) {
	case *rounds:
		return r
	case *publicReader:
		return r.rounds
	default:
		return newRounds(r)
	}
}
