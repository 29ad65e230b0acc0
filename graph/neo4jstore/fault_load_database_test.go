package neo4jstore

import (
	"slices"
	"time"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// smallLoad is the open load of the small database.
type smallLoad struct {
	op      string
	digest  []byte
	history bool
	token   string
	texts   string // the token of the clock of search terms
	lease   int64  // until when, in milliseconds since 1970
}

// loadStatements are those of a load that the small database obeys.
func loadStatements() []smallStatement {
	return []smallStatement{
		{exactly(statement("load_open")), (*smallDatabase).openLoad},
		{exactly(statement("load_renew")), changing((*smallDatabase).renewLoad)},
		{beginningLike("write_load"), (*smallDatabase).writeLoad},
		{beginningLike("write_load_terms"), (*smallDatabase).writeTerms},
		{exactly(statement("load_token")), (*smallDatabase).lastToken},
		{exactly(statement("publish_stamp")), (*smallDatabase).stampLoad},
		{exactly(statement("publish_load")), (*smallDatabase).publishLoad},
		{exactly(statement("publish_marks")), changing((*smallDatabase).nothing)},
		{exactly(statement("load_take")), (*smallDatabase).takeLoad},
		{containing("Removes some of what a load wrote"), (*smallDatabase).removeSome},
		{exactly(statement("abandon_end")), (*smallDatabase).endLoad},
	}
}

// locked is the answer of a statement that writes where the clock allows it, which is asked when the statement runs and again when
// it commits: the small database has no locks, and lets the first one to commit win.
func (d *smallDatabase) locked(allows func() bool, answer any, change func() error) (fakebolt.Result, error) {
	if !allows() {
		return fakebolt.Result{Fields: []string{"value"}, Commit: func() error { return nil }}, nil
	}
	return fakebolt.Result{Fields: []string{"value"}, Records: [][]any{{answer}}, Commit: func() error {
		d.mu.Lock()
		defer d.mu.Unlock()
		if !allows() {
			return deadlock()
		}
		return change()
	}}, nil
}

// holds says whether the open load is that of an operation, with one of some tokens.
func (d *smallDatabase) holds(op any, tokens ...any) bool {
	return d.load != nil && d.load.op == op && slices.Contains(tokens, any(d.load.token))
}

func (l *smallLoad) extend(params map[string]any) {
	length, _ := params["lease"].(int64)
	l.lease = time.Now().UnixMilli() + length
}

func (l *smallLoad) passed() bool { return l.lease < time.Now().UnixMilli() }

// loadRow is what head.cypher tells of the open load.
func (d *smallDatabase) loadRow() []any {
	if d.load == nil {
		return []any{nil, nil, nil, nil, nil}
	}
	return []any{d.load.op, d.load.digest, d.load.history, d.load.token, d.load.passed()}
}

// openLoad is load_open.cypher.
func (d *smallDatabase) openLoad(params map[string]any) (fakebolt.Result, error) {
	return d.locked(func() bool { return d.stands(params) }, params["base"], func() error {
		d.load = &smallLoad{}
		d.load.op, _ = params["op"].(string)
		d.load.digest, _ = params["digest"].([]byte)
		d.load.history, _ = params["history"].(bool)
		d.load.token, _ = params["token"].(string)
		d.load.texts = d.load.token
		d.load.extend(params)
		return nil
	})
}

// renewLoad is load_renew.cypher.
func (d *smallDatabase) renewLoad(params map[string]any) {
	tokens, _ := params["tokens"].([]any)
	if d.holds(params["op"], tokens...) {
		d.load.extend(params)
		d.renewed++
	}
}

// writeLoad is write_load.cypher with its section of entities.
func (d *smallDatabase) writeLoad(params map[string]any) (fakebolt.Result, error) {
	allows := func() bool { return d.holds(params["load"], params["token"]) }
	return d.locked(allows, params["rev"], func() error {
		if err := d.apply(params); err != nil {
			return err
		}
		d.load.token, _ = params["next"].(string)
		d.load.extend(params)
		d.chunks++
		return nil
	})
}

// writeTerms is write_load_terms.cypher with its section of layers.
func (d *smallDatabase) writeTerms(params map[string]any) (fakebolt.Result, error) {
	allows := func() bool { return d.load != nil && d.load.op == params["load"] && d.load.texts == params["token"] }
	return d.locked(allows, params["rev"], func() error {
		rows, _ := params["rows"].(map[string]any)
		layers, _ := rows["layer_terms"].([]any)
		for _, layer := range layers {
			row, _ := layer.([]any)
			rev, _ := params["rev"].(int64)
			d.terms = append(d.terms, smallTerms{rev, row})
		}
		d.load.texts, _ = params["next"].(string)
		return nil
	})
}

// lastToken is load_token.cypher.
func (d *smallDatabase) lastToken(params map[string]any) (fakebolt.Result, error) {
	record := []any{nil, nil}
	switch {
	case d.load != nil && params["clock"] == int64(storeClock):
		record = []any{d.load.op, d.load.token}
	case d.load != nil:
		record = []any{d.load.op, d.load.texts}
	}
	return giving(record)(d, nil)
}

// stampLoad is publish_stamp.cypher.
func (d *smallDatabase) stampLoad(params map[string]any) (fakebolt.Result, error) {
	return d.locked(func() bool { return d.holds(params["op"], params["token"]) }, d.rev, func() error {
		for i := range d.revisions {
			if d.revisions[i].rev == d.rev {
				d.revisions[i].time, _ = params["time"].(int64)
			}
		}
		d.load.extend(params)
		return nil
	})
}

// publishLoad is publish_load.cypher.
func (d *smallDatabase) publishLoad(params map[string]any) (fakebolt.Result, error) {
	return d.locked(func() bool { return d.holds(params["op"], params["token"]) }, d.rev, func() error {
		d.published, d.load = d.rev, nil
		return nil
	})
}

// takeLoad is load_take.cypher.
func (d *smallDatabase) takeLoad(params map[string]any) (fakebolt.Result, error) {
	allows := func() bool { return d.holds(params["load"], params["was"], params["token"]) }
	return d.locked(allows, d.rev, func() error {
		d.load.token, _ = params["token"].(string)
		d.load.texts = d.load.token
		d.load.extend(params)
		return nil
	})
}

// removeSome is abandon_step.cypher, whichever it removes: all of the entities and terms at once, then all of the revisions.
func (d *smallDatabase) removeSome(params map[string]any) (fakebolt.Result, error) {
	entities := slices.DeleteFunc(slices.Clone(d.entities), func(e smallEntity) bool { return e.rev > d.published })
	revisions := slices.DeleteFunc(slices.Clone(d.revisions), func(r smallRevision) bool { return r.rev > d.published })
	removed := len(d.entities) - len(entities)
	if removed > 0 {
		revisions = d.revisions
	} else {
		removed = len(d.revisions) - len(revisions)
	}
	return d.locked(func() bool { return d.holds(params["load"], params["token"]) }, int64(removed), func() error {
		d.entities, d.revisions = entities, revisions
		d.terms = slices.DeleteFunc(d.terms, func(t smallTerms) bool { return t.rev > d.published })
		return nil
	})
}

// endLoad is abandon_end.cypher.
func (d *smallDatabase) endLoad(params map[string]any) (fakebolt.Result, error) {
	return d.locked(func() bool { return d.holds(params["load"], params["token"]) }, d.rev, func() error {
		d.rev, d.load = d.published, nil
		return nil
	})
}
