package graph

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph/text"
)

// anchorPaths says of each path whether one sentence of one document anchors every hop, by any of the claims that tie it.
func (v *View) anchorPaths(ctx context.Context, paths []*Path) error {
	var claims []ClaimID
	for _, p := range paths {
		for _, h := range p.Hops {
			for i := range h.edges {
				claims = append(claims, h.edges[i].Claim)
			}
		}
	}
	claims = sortedSet(claims)
	if len(claims) == 0 {
		return nil
	}
	sentences, err := v.sentencesOf(ctx, claims)
	if err != nil {
		return err
	}
	for _, p := range paths {
		p.AsWhole = len(p.sharedSentences(sentences)) > 0
	}
	return nil
}

// sharedSentences are those in which evidence of every hop stands.
func (p *Path) sharedSentences(of map[ClaimID]map[string]bool) map[string]bool {
	var shared map[string]bool
	for _, h := range p.Hops {
		here := map[string]bool{}
		for i := range h.edges {
			for sentence := range of[h.edges[i].Claim] {
				if shared == nil || shared[sentence] {
					here[sentence] = true
				}
			}
		}
		shared = here
	}
	return shared
}

// sentencesOf gives for each claim the sentences in which evidence of a live support stands.
func (v *View) sentencesOf(ctx context.Context, claims []ClaimID) (map[ClaimID]map[string]bool, error) {
	lists, err := v.liveSupports(ctx, claims)
	if err != nil {
		return nil, err
	}
	var layerIDs []LayerID
	for _, list := range lists {
		for _, a := range list {
			for _, e := range a.Evidence {
				layerIDs = append(layerIDs, e.Layer)
			}
		}
	}
	layers, err := v.Layers(ctx, sortedSet(layerIDs))
	if err != nil {
		return nil, err
	}
	indexes := map[LayerID]*text.Index{}
	for id, layer := range layers {
		indexes[id] = text.NewIndex(layer.Text)
	}
	out := map[ClaimID]map[string]bool{}
	for i, list := range lists {
		out[claims[i]] = anchoredSentences(list, indexes)
	}
	return out, nil
}

// liveSupports gives for each claim the assertions that speak for it: accepted, corrections of supports too, and not withdrawn.
func (v *View) liveSupports(ctx context.Context, claims []ClaimID) ([][]*AssertionRow, error) {
	lists, err := v.ListAssertions(ctx, AssertionQuery{Owners: asStrings(claims), Role: AboutClaim})
	if err != nil {
		return nil, err
	}
	dossiers, rows := make([]*dossier, len(lists)), map[AssertionID]*AssertionRow{}
	for i, list := range lists {
		dossiers[i] = newDossier(&ClaimRow{Claim: Claim{ID: claims[i]}}, list)
		for _, a := range list {
			rows[a.ID] = a
		}
	}
	if err := newDeriver(v.facts(), v.Vocabulary).addOrigins(ctx, dossiers); err != nil {
		return nil, err
	}
	withdrawn, err := v.withdrawnBy(ctx, rows)
	if err != nil {
		return nil, err
	}
	out := make([][]*AssertionRow, len(lists))
	for i, f := range dossiers {
		for _, a := range lists[i] {
			if a.counts() && withdrawn[a.ID] == nil && supports(f.origin(a).Stance) {
				out[i] = append(out[i], a)
			}
		}
	}
	return out, nil
}

func anchoredSentences(list []*AssertionRow, indexes map[LayerID]*text.Index) map[string]bool {
	out := map[string]bool{}
	for _, a := range list {
		for _, e := range a.Evidence {
			index := indexes[e.Layer]
			if index == nil {
				continue
			}
			s := index.Sentence(text.Span{Start: e.Start, End: e.End})
			out[fmt.Sprintf("%s %d %d", e.Layer, s.Start, s.End)] = true
		}
	}
	return out
}
