package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// keys are the integer keys of ids that the writer met. Nobody else writes, so what it knows stays true until a transaction or a
// load is undone.
type keys struct {
	names  map[string]*nameKey
	claims map[graph.ClaimID]*claimKey
	layers map[graph.LayerID]layerKey
	terms  map[graph.Term]int64
}

// nameKey is the key of an id of an entity or document, and whether one of the two is on file under it.
type nameKey struct {
	key              int64
	entity, document bool
}

// claimKey is the key of a claim on file with what its states repeat.
type claimKey struct {
	key                        int64
	subject, predicate, object int64
	modality                   graph.Modality
	bare                       bool // it has had no state yet
}

type layerKey struct{ key, document int64 }

// maxKeys bounds each map of keys.
const maxKeys = 200_000

func newKeys() *keys {
	k := &keys{}
	k.reset()
	return k
}

func (k *keys) reset() {
	*k = keys{map[string]*nameKey{}, map[graph.ClaimID]*claimKey{}, map[graph.LayerID]layerKey{}, map[graph.Term]int64{}}
}

// trim forgets what has grown too large.
func (k *keys) trim() {
	if max(len(k.names), len(k.claims), len(k.layers), len(k.terms)) > maxKeys {
		k.reset()
	}
}

// findNames looks up ids that are not yet known; those that nobody ever named stay unknown.
func (t *tx) findNames(ctx context.Context, ids []string) error {
	const lookUp = `SELECT n.uid, n.id, EXISTS (SELECT 1 FROM entity e WHERE e.id = n.id), EXISTS (SELECT 1 FROM document d WHERE d.id = n.id)
		FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value)`
	type named struct {
		id  string
		key nameKey
	}
	found, err := gather(ctx, t, func(rows *sql.Rows) (n named, err error) {
		var uid []byte
		err = rows.Scan(&uid, &n.key.key, &n.key.entity, &n.key.document)
		n.id = unpack[string](uid)
		return n, err
	}, lookUp, unknown(t.keys.names, ids))
	for i := range found {
		t.keys.names[found[i].id] = &found[i].key
	}
	return err
}

// unknown lists the ids that a map does not hold, each once, as a statement takes them.
func unknown[ID ~string, V any](known map[ID]V, ids []ID) string {
	var wanted []string
	seen := map[ID]bool{}
	for _, id := range ids {
		if _, ok := known[id]; !ok && !seen[id] {
			seen[id] = true
			wanted = append(wanted, packHex(id))
		}
	}
	return listOf(wanted)
}

// giveNames gives a key to every id; an empty one needs none.
func (t *tx) giveNames(ctx context.Context, ids []string) error {
	if err := t.findNames(ctx, ids); err != nil {
		return err
	}
	for _, id := range ids {
		if t.keys.names[id] != nil || id == "" {
			continue
		}
		key, err := t.insert(ctx, "INSERT INTO name (uid) VALUES (?)", pack(id))
		if err != nil {
			return err
		}
		t.keys.names[id] = &nameKey{key: key}
	}
	return nil
}

// name is the key of an id that was given one, as a column keeps it: NULL for none.
func (t *tx) name(id string) any {
	if n := t.keys.names[id]; n != nil && id != "" {
		return n.key
	}
	return nil
}

// entityKey is the key of an entity on file, once its name was looked up.
func (t *tx) entityKey(id graph.EntityID) (int64, bool) {
	n := t.keys.names[string(id)]
	if n == nil || !n.entity {
		return 0, false
	}
	return n.key, true
}

// findClaims looks up claims that are not yet known; those that are not on file stay unknown.
func (t *tx) findClaims(ctx context.Context, ids []graph.ClaimID) error {
	const lookUp = `SELECT c.uid, c.id, c.subject, c.predicate, coalesce(c.object, 0), w.text
		FROM json_each(?) j CROSS JOIN claim c ON c.uid = unhex(j.value) CROSS JOIN word w ON w.id = c.modality`
	type claim struct {
		id  graph.ClaimID
		key claimKey
	}
	found, err := gather(ctx, t, func(rows *sql.Rows) (c claim, err error) {
		var uid []byte
		err = rows.Scan(&uid, &c.key.key, &c.key.subject, &c.key.predicate, &c.key.object, &c.key.modality)
		c.id = unpack[graph.ClaimID](uid)
		return c, err
	}, lookUp, unknown(t.keys.claims, ids))
	for i := range found {
		t.keys.claims[found[i].id] = &found[i].key
	}
	return err
}

// findLayers looks up layers that are not yet known.
func (t *tx) findLayers(ctx context.Context, ids []graph.LayerID) error {
	type layer struct {
		id  graph.LayerID
		key layerKey
	}
	found, err := gather(ctx, t, func(rows *sql.Rows) (l layer, err error) {
		var uid []byte
		err = rows.Scan(&uid, &l.key.key, &l.key.document)
		l.id = unpack[graph.LayerID](uid)
		return l, err
	}, "SELECT l.uid, l.id, l.document FROM json_each(?) j CROSS JOIN layer l ON l.uid = unhex(j.value)",
		unknown(t.keys.layers, ids))
	for _, l := range found {
		t.keys.layers[l.id] = l.key
	}
	return err
}

// giveTerms gives a key to every term.
func (t *tx) giveTerms(ctx context.Context, terms []graph.Term) error {
	type term struct {
		text graph.Term
		key  int64
	}
	var wanted []string
	for _, text := range terms {
		if _, ok := t.keys.terms[text]; !ok {
			wanted = append(wanted, hexOf(text))
		}
	}
	found, err := gather(ctx, t, func(rows *sql.Rows) (one term, err error) {
		var text []byte
		err = rows.Scan(&text, &one.key)
		one.text = graph.Term(text)
		return one, err
	}, "SELECT t.text, t.id FROM json_each(?) j CROSS JOIN term t ON t.text = unhex(j.value)", listOf(wanted))
	if err != nil {
		return err
	}
	for _, one := range found {
		t.keys.terms[one.text] = one.key
	}
	for _, text := range terms {
		if _, ok := t.keys.terms[text]; ok {
			continue
		}
		if t.keys.terms[text], err = t.insert(ctx, "INSERT INTO term (text) VALUES (?)", []byte(text)); err != nil {
			return err
		}
	}
	return nil
}
