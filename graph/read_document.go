package graph

import "context"

// documented is a document, or a document of which one text is meant.
type documented interface {
	Node
	document() *DocumentRow
	layer() LayerID
}

func (d *DocumentRow) document() *DocumentRow { return d }
func (n *DocumentAt) document() *DocumentRow  { return n.DocumentRow }
func (n *DocumentAt) layer() LayerID          { return n.Layer }

// layer is the newest text, or "".
func (d *DocumentRow) layer() LayerID {
	if len(d.Layers) == 0 {
		return ""
	}
	return d.Layers[len(d.Layers)-1]
}

// DocumentPublisher gives who published a document.
func DocumentPublisher() Relation {
	return toOne(func(d documented) EntityID { return d.document().Publisher }, entitiesByID)
}

// DocumentLayers gives all texts made from a document, oldest first.
func DocumentLayers() Relation {
	return toMany(func(d documented) []LayerID { return d.document().Layers }, layersByID)
}

// DocumentText gives the newest text of a document, of a *DocumentAt the one that is meant: a row of *Scalar[string], or none where
// the rights forbid it or no text is on file.
func DocumentText() Relation {
	return relate(func(ctx context.Context, v *View, parents []documented) ([]Page, error) {
		var ids []LayerID
		for _, d := range parents {
			if rightsOf(d.document()) == FullText {
				ids = append(ids, d.layer())
			}
		}
		layers, err := readSome(ctx, v, ids, func(ctx context.Context, v *View, ids []LayerID) (map[LayerID]*Layer, error) {
			return v.Layers(ctx, ids)
		})
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(d documented) (string, bool) {
			layer := layers[d.layer()]
			if layer == nil || layer.Document != d.document().ID {
				return "", false
			}
			return layer.Text, true
		}), nil
	})
}

// LayerDocument gives the document of a text.
func LayerDocument() Relation {
	return toOne(func(l *LayerNode) DocumentID { return l.Document }, documentsByID)
}
