package neo4jstore

import (
	"slices"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// revision gives a revision as the statements return it: rev, time, op, digest, then the sums if wanted.
func (d *smallDatabase) revision(rev int64) (smallRevision, bool) {
	i := slices.IndexFunc(d.revisions, func(r smallRevision) bool { return r.rev == rev })
	if i < 0 {
		return smallRevision{}, false
	}
	return d.revisions[i], true
}

// head is head.cypher.
func (d *smallDatabase) head(params map[string]any) (fakebolt.Result, error) {
	firsts, revisions := []any{}, []any{}
	for _, r := range d.revisions {
		if r.op == params["op"] && r.rev <= d.published && len(firsts) == 0 {
			firsts = append(firsts, []any{r.rev, r.digest})
		}
		if r.rev == d.published || r.rev == d.rev {
			revisions = append(revisions, []any{r.rev, r.time, r.op, r.digest, r.counts, r.entries, r.raw})
		}
	}
	row := append([]any{d.rev, d.published, d.fence}, d.loadRow()...)
	return giving(append(row, firsts, revisions))(d, nil)
}

// lookup is lookup.cypher, which finds entities alone.
func (d *smallDatabase) lookup(params map[string]any) (fakebolt.Result, error) {
	names, _ := params["names"].(map[string]any)
	ids, _ := names["entities"].([]any)
	found := []any{}
	for _, e := range d.entities {
		if slices.Contains(ids, e.id()) {
			found = append(found, []any{e.row[1], e.rev, e.row[2], e.row[3], e.row[4], e.row[5]})
		}
	}
	var record []any
	for _, c := range newFiled().columns() {
		switch c.name {
		case "entities":
			record = append(record, found)
		case "layers":
			record = append(record, d.layers(names["layers"]))
		default:
			record = append(record, []any{})
		}
	}
	return giving(record)(d, nil)
}

// layers are those that are asked for: each is on file, of one document.
func (d *smallDatabase) layers(ids any) []any {
	found := []any{}
	asked, _ := ids.([]any)
	for _, id := range asked {
		row := []any{id, int64(0), "doc", "", nil}
		for _, t := range d.terms {
			if t.row[0] == id {
				row[4] = t.row[1]
			}
		}
		found = append(found, row)
	}
	return found
}

// settle is settle.cypher.
func (d *smallDatabase) settle(map[string]any) {
	d.fence++
	if d.load == nil {
		d.published = max(d.published, d.rev)
	}
}

// publish is publish.cypher.
func (d *smallDatabase) publish(params map[string]any) {
	if rev, _ := params["rev"].(int64); d.rev >= rev {
		d.published = max(d.published, rev)
	}
}

// snapshot is snapshot.cypher.
func (d *smallDatabase) snapshot(params map[string]any) (fakebolt.Result, error) {
	at, _ := params["at"].(int64)
	if at == 0 {
		at = d.published
	}
	row := []any{d.published, nil, nil, nil, nil}
	if r, ok := d.revision(at); ok && at <= d.published {
		row = []any{d.published, r.rev, r.time, r.op, r.digest}
	}
	return giving([]any{[]any{row}})(d, nil)
}

// stamps is revision_stamps.cypher.
func (d *smallDatabase) stamps(params map[string]any) (fakebolt.Result, error) {
	revs, _ := params["revs"].([]any)
	found := []any{}
	for _, r := range d.revisions {
		if slices.Contains(revs, any(r.rev)) {
			found = append(found, []any{r.rev, r.time, r.op, r.digest})
		}
	}
	return giving([]any{found})(d, nil)
}

// entityRows is entities.cypher.
func (d *smallDatabase) entityRows(params map[string]any) (fakebolt.Result, error) {
	ids, _ := params["ids"].([]any)
	rev, _ := params["rev"].(int64)
	found := []any{}
	for _, e := range d.entities {
		if slices.Contains(ids, e.id()) && e.rev <= rev {
			r := e.row
			found = append(found, []any{r[1], e.rev, r[2], r[3], r[4], r[5], r[6], r[8], r[9]})
		}
	}
	return giving([]any{found})(d, nil)
}

// write is write_update.cypher with its section of entities.
func (d *smallDatabase) write(params map[string]any) (fakebolt.Result, error) {
	return d.locked(func() bool { return d.stands(params) }, params["rev"], func() error { return d.apply(params) })
}

func (d *smallDatabase) stands(params map[string]any) bool {
	return d.load == nil && d.rev == d.published && params["base"] == d.rev && params["fence"] == d.fence
}

// apply writes rows as their revision, which may be there: of a load.
func (d *smallDatabase) apply(params map[string]any) error {
	written := smallRevision{}
	written.rev, _ = params["rev"].(int64)
	written.time, _ = params["time"].(int64)
	written.op, _ = params["op"].(string)
	written.digest, _ = params["digest"].([]byte)
	written.counts, _ = params["counts"].(string)
	written.entries, _ = params["entries"].(int64)
	written.raw, _ = params["raw"].(int64)
	sections, _ := params["rows"].(map[string]any)
	entities, _ := sections["entities"].([]any)
	for _, row := range entities {
		e := smallEntity{rev: written.rev}
		e.row, _ = row.([]any)
		if slices.ContainsFunc(d.entities, func(on smallEntity) bool { return on.id() == e.id() }) {
			return &fakebolt.RefusalError{Code: fakebolt.ConstraintViolated, Message: "the entity is there"}
		}
		d.entities = append(d.entities, e)
	}
	if last := len(d.revisions) - 1; last >= 0 && d.revisions[last].rev == written.rev {
		d.revisions[last] = written
	} else {
		d.revisions = append(d.revisions, written)
	}
	d.rev = written.rev
	return nil
}
