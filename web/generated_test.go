package web_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
)

// generated is a made-up graph behind an API that answers as the real one does, with its bounds: at most 100 ids, and a limit. Names are
// those of some entities, of which more ties are on file than there are here; the others are named by their number.
type generated struct {
	ids   []string
	ties  []madeTie
	names map[string]string
}

type madeTie struct {
	from, to, standing, words string
	accusatory                bool
}

// generate makes n entities: each tied to the one before, half of them to one of a few hubs, every seventh tie alleged.
func generate(n int) *generated {
	g := &generated{}
	for i := range n {
		g.ids = append(g.ids, fmt.Sprintf("ent_made-%03d", i))
	}
	tie := func(i, j int) {
		standing := "STATED"
		if len(g.ties)%7 == 0 {
			standing = "ALLEGED"
		}
		g.ties = append(g.ties, madeTie{g.ids[i], g.ids[j], standing, "cooperates with", standing == "ALLEGED"})
	}
	for i := 1; i < n; i++ {
		tie(i-1, i)
		if i%2 == 0 {
			tie(i, i*i%12)
		}
	}
	return g
}

// scatter makes n entities with names of many widths and scripts, and half as many ties again, of many words and standings: each from one of a few
// hubs to any other. Equal seeds make equal graphs.
func scatter(seed uint64, n int) *generated {
	parts := strings.Fields("Kaspersky Laboratory Illimited MMMM illi of and Ministry Affairs Łódź ООО Лаборатория Касперского 株式会社 شركة GmbH AO (Kyiv) 24/7 Wien")
	words := []string{"employs", "owns", "is the parent of", "cooperates with", "has the office", "is a citizen of"}
	standings := []string{"STATED", "REPORTED", "RECORDED", "DETERMINED", "STATED", "ALLEGED", "DISPUTED", "REFUTED"}
	random := rand.New(rand.NewPCG(seed, 0))
	g := &generated{names: map[string]string{}}
	for i := range n {
		id := fmt.Sprintf("ent_made-%d-%03d", seed, i)
		name := make([]string, 1+random.IntN(6))
		for k := range name {
			name[k] = parts[random.IntN(len(parts))]
		}
		g.ids, g.names[id] = append(g.ids, id), strings.Join(name, " ")
	}
	for range n * 3 / 2 {
		standing := standings[random.IntN(len(standings))]
		g.ties = append(g.ties, madeTie{g.ids[random.IntN(12)], g.ids[random.IntN(n)], standing, words[random.IntN(len(words))], strings.HasPrefix(standing, "D")})
	}
	return g
}

func (g *generated) ServeHTTP(w http.ResponseWriter, r *http.Request) { oneByOne(g.answer)(w, r) }

func (g *generated) answer(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Query     string
		Variables struct {
			IDs    []string
			Hops   int
			Limit  int
			Filter struct{ With []string }
		}
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil || len(asked.Variables.IDs) > 100 || len(asked.Variables.Filter.With) > 100 {
		http.Error(w, "more than may be asked for", http.StatusBadRequest)
		return
	}
	v := asked.Variables
	var data any
	switch {
	case strings.HasPrefix(asked.Query, "query Members"):
		data = map[string]any{"nodes": each(v.IDs, g.entity)}
	case strings.Contains(asked.Query, "query SetTies"):
		data = map[string]any{"subgraph": g.subgraph(v.IDs, v.Hops, v.Filter.With)}
	case strings.HasPrefix(asked.Query, "query SetAround"):
		data = map[string]any{"subgraph": g.around(v.IDs, v.Limit)}
	case strings.HasPrefix(asked.Query, "query Stamp"):
		data = map[string]any{"stats": map[string]any{"revision": "7", "recordedAt": "2026-01-02T03:04:05.678Z"}}
	default:
		http.Error(w, "no such question here", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/graphql-response+json")
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data}) // a page that went away reads no answer
}

func (g *generated) entity(id string) map[string]any {
	degree := 0
	for _, t := range g.ties {
		if t.from == id || t.to == id {
			degree++
		}
	}
	name := "Made-up entity " + strings.TrimPrefix(id, "ent_made-")
	if own := g.names[id]; own != "" {
		name, degree = own, degree+len(own)%3
	}
	return map[string]any{"id": id, "name": name, "kind": "COMPANY", "degree": degree, "specificity": "NAMED", "count": nil}
}

// subgraph gives the ties among some entities; one hop takes in those tied to them, of which `with` are all that are wanted.
func (g *generated) subgraph(ids []string, hops int, with []string) map[string]any {
	wanted := func(id string) bool { return len(with) == 0 || slices.Contains(with, id) }
	here := slices.Clone(ids)
	for _, t := range g.ties {
		for near, far := range map[string]string{t.from: t.to, t.to: t.from} {
			if hops == 1 && slices.Contains(ids, near) && wanted(far) && !slices.Contains(here, far) {
				here = append(here, far)
			}
		}
	}
	ties := []any{}
	for i, t := range g.ties {
		if slices.Contains(here, t.from) && slices.Contains(here, t.to) && (wanted(t.from) || wanted(t.to)) {
			ties = append(ties, g.tie(i))
		}
	}
	return map[string]any{"entities": each(here, g.entity), "ties": ties, "truncated": nil}
}

// around gives some entities and those tied to them, as many as the limit lets through.
func (g *generated) around(ids []string, limit int) map[string]any {
	all := g.subgraph(ids, 1, nil)["entities"].([]map[string]any)
	if len(all) <= limit {
		return map[string]any{"entities": all, "truncated": nil}
	}
	return map[string]any{"entities": all[:limit], "truncated": map[string]any{"reason": "LIMIT", "limit": limit}}
}

func (g *generated) tie(i int) map[string]any {
	t := g.ties[i]
	none := map[string]any{"totalCount": 0, "nodes": []any{}}
	return map[string]any{
		"from": g.entity(t.from), "to": g.entity(t.to), "standing": t.standing, "contested": false, "modality": "FACT", "shareMin": nil, "shareMax": nil,
		"predicate": map[string]any{"name": "COOPERATES_WITH", "label": t.words, "inverse": t.words},
		"period":    map[string]any{"text": "on any day", "from": nil, "to": nil},
		"claim": map[string]any{
			"id": fmt.Sprintf("clm_made-%03d", i), "sentence": "Somebody says so.", "accusatory": t.accusatory, "support": none, "denials": []any{}, "generalDenials": []any{},
		},
	}
}

func each[A, B any](list []A, do func(A) B) []B {
	out := make([]B, len(list))
	for i, one := range list {
		out[i] = do(one)
	}
	return out
}
