package graph

import (
	"context"
	"errors"
)

func (pl *planner) planEntities(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Entities(ctx, p.receipt.Entities)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.entities {
		e := &p.entities[i]
		old := rows[e.ID]
		if fresh := pl.over.entities[e.ID]; fresh != nil {
			old = fresh
		}
		if err := pl.planEntity(ctx, e, old); err != nil {
			if err := wrong.add(p.at(string(e.ID), "entity "+string(e.ID), err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}

func (pl *planner) planEntity(ctx context.Context, e *Entity, old *EntityRow) error {
	if err := e.check(); err != nil {
		return err
	}
	if old == nil {
		return pl.write(ctx, e)
	}
	if err := sameOrConflict(string(e.ID), old.Entity, *e); !errors.Is(err, errOnFile) {
		return err
	}
	return nil
}

func (pl *planner) planDocuments(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Documents(ctx, p.receipt.Documents)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.documents {
		doc := &p.documents[i]
		old := rows[doc.ID]
		if fresh := pl.over.documents[doc.ID]; fresh != nil {
			old = fresh
		}
		if err := pl.planDocument(ctx, doc, old); err != nil {
			if err := wrong.add(p.at(string(doc.ID), "document "+string(doc.ID), err)); err != nil {
				return err
			}
		}
	}
	if err := wrong.err(); err != nil {
		return err
	}
	return pl.planLayers(ctx, p, rows)
}

func (pl *planner) planDocument(ctx context.Context, doc *Document, old *DocumentRow) error {
	if err := pl.checkDocument(ctx, doc); err != nil {
		return err
	}
	if old == nil {
		return pl.write(ctx, doc)
	}
	if err := sameOrConflict(string(doc.ID), old.Document, *doc); !errors.Is(err, errOnFile) {
		return err
	}
	return nil
}

// planLayers writes the texts that are not on file, with their search terms. A layer's id is a hash of its content.
func (pl *planner) planLayers(ctx context.Context, p *prepared, docs map[DocumentID]*DocumentRow) error {
	for i := range p.layers {
		layer := &p.layers[i]
		known, err := pl.over.Layers(ctx, []LayerID{layer.ID})
		if err != nil {
			return err
		}
		if known[layer.ID] != nil {
			continue
		}
		if err := pl.write(ctx, layer); err != nil {
			return err
		}
		pl.records = append(pl.records, &LayerTerms{Layer: layer.ID, Document: layer.Document, Terms: TextTermsOf(layer.Text)})
		pl.over.attach(layer, docs[layer.Document])
	}
	return nil
}
