package graph

import (
	"context"
	"strings"
)

// Nodes gives what the ids name, aligned with them; nil for an id that is not on file.
func (v *View) Nodes(ctx context.Context, ids []string) ([]Node, error) {
	found := map[string]Node{}
	for _, read := range []func(context.Context, []string, map[string]Node) error{
		v.addEntities, v.addClaims, v.addAssertions, v.addDocuments, v.addLayers, v.addJudgements,
	} {
		if err := read(ctx, ids, found); err != nil {
			return nil, err
		}
	}
	nodes := make([]Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

// withPrefix keeps the ids of one type.
func withPrefix[K ~string](ids []string, prefix string) []K {
	var out []K
	for _, id := range ids {
		if strings.HasPrefix(id, prefix) {
			out = append(out, K(id))
		}
	}
	return out
}

// addRows reads the ids of one type and notes the rows by id.
func addRows[K ~string, N Node](
	ctx context.Context, v *View, ids []string, prefix string, read rowsByID[K, N], found map[string]Node,
) error {
	rows, err := readSome(ctx, v, withPrefix[K](ids, prefix), read)
	for id, row := range rows {
		found[string(id)] = row
	}
	return err
}

func (v *View) addEntities(ctx context.Context, ids []string, found map[string]Node) error {
	return addRows(ctx, v, ids, "ent_", entitiesByID, found)
}

func (v *View) addClaims(ctx context.Context, ids []string, found map[string]Node) error {
	return addRows(ctx, v, ids, "clm_", claimsByID, found)
}

func (v *View) addAssertions(ctx context.Context, ids []string, found map[string]Node) error {
	return addRows(ctx, v, ids, "ast_", assertionsByID, found)
}

func (v *View) addDocuments(ctx context.Context, ids []string, found map[string]Node) error {
	return addRows(ctx, v, ids, "doc_", documentsByID, found)
}

func (v *View) addLayers(ctx context.Context, ids []string, found map[string]Node) error {
	return addRows(ctx, v, ids, "lay_", layersByID, found)
}

// layersByID reads layers as far as their documents' rights allow.
func layersByID(ctx context.Context, v *View, ids []LayerID) (map[LayerID]*LayerNode, error) {
	layers, err := v.Layers(ctx, ids)
	if err != nil {
		return nil, err
	}
	var docs []DocumentID
	for _, l := range layers {
		docs = append(docs, l.Document)
	}
	rows, err := readSome(ctx, v, docs, documentsByID)
	if err != nil {
		return nil, err
	}
	out := map[LayerID]*LayerNode{}
	for id, l := range layers {
		out[id] = layerNode(l, rightsOf(rows[l.Document]))
	}
	return out, nil
}

// addJudgements asks for judgements under their own ids.
func (v *View) addJudgements(ctx context.Context, ids []string, found map[string]Node) error {
	owners := withPrefix[string](ids, "jdg_")
	if len(owners) == 0 {
		return nil
	}
	lists, err := v.ListJudgements(ctx, owners)
	if err != nil {
		return err
	}
	for i, owner := range owners {
		for _, j := range lists[i] {
			if string(j.ID) == owner {
				found[owner] = j
			}
		}
	}
	return nil
}
