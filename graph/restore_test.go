package graph_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// reforge changes the lines of an export and makes their sums right again, as whoever knows the format could.
func reforge(t testing.TB, file string, change func(kind, body string) string) string {
	t.Helper()
	var out bytes.Buffer
	var sum [32]byte
	for i, raw := range strings.Split(strings.TrimSpace(file), "\n") {
		var line struct {
			Line int             `json:"line"`
			Kind string          `json:"kind"`
			Body json.RawMessage `json:"body"`
			Sum  string          `json:"sum"`
		}
		require.NoError(t, json.Unmarshal([]byte(raw), &line))
		line.Body = json.RawMessage(change(line.Kind, string(line.Body)))
		h := sha256.New()
		h.Write(sum[:])
		fmt.Fprintf(h, "%d %s %d ", i+1, line.Kind, len(line.Body))
		h.Write(line.Body)
		sum = [32]byte(h.Sum(nil))
		line.Sum = hex.EncodeToString(sum[:8])
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		require.NoError(t, enc.Encode(line))
	}
	return out.String()
}

// forged is a file in whose records of one kind a text is another.
func forged(t testing.TB, file, kind, old, changed string) string {
	t.Helper()
	hit := false
	out := reforge(t, file, func(k, body string) string {
		if k != kind || hit || !strings.Contains(body, old) {
			return body
		}
		hit = true
		return strings.Replace(body, old, changed, 1)
	})
	require.True(t, hit, "no %s holds %s", kind, old)
	return out
}

func TestReforgedExportIsTheSame(t *testing.T) {
	file := lived(t).export(t, false)
	assert.Equal(t, file, reforge(t, file, func(_, body string) string { return body }))
}

// A file whose sums are right is still held to every rule, since anybody can make sums.
func TestForgedRecordsAreRefused(t *testing.T) {
	w := lived(t)
	w.write(t, graph.Draft{Judgements: []graph.Judgement{{
		ID: "jdg_covers", Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_denied", By: "Ada",
		Claim: w.claimID(t, w.reported()),
	}}})
	file := w.export(t, false)
	alleged := string(w.claimID(t, w.alleged()))
	tests := map[string]struct{ kind, old, changed, says string }{
		"a kind that there is not":       {"ENTITY", `"COUNTRY"`, `"BANANA"`, "kind"},
		"an entity of another kind":      {"ENTITY", `"id":"ent_beta","kind":"COMPANY"`, `"id":"ent_beta","kind":"COUNTRY"`, "COUNTRY"},
		"a spoilt id":                    {"ENTITY", `"ent_beta"`, `"ent beta"`, "id"},
		"a document's hash":              {"DOCUMENT", `"sha256":"`, `"sha256":"00`, "sha256"},
		"a document of other bytes":      {"DOCUMENT", `"sha256":"`, `"sha256":"` + strings.Repeat("0", 64) + `","author":"`, "id"},
		"rights that there are not":      {"DOCUMENT", `"FULL_TEXT"`, `"ALL"`, "rights"},
		"a publisher that is not there":  {"DOCUMENT", `"ent_daily"`, `"ent_weekly"`, "publisher"},
		"a text changed":                 {"LAYER", "over 400 million users", "over 900 million users", "hash"},
		"a claim changed":                {"CLAIM", `"ent_beta"`, `"ent_daily"`, "hash"},
		"a predicate that there is not":  {"CLAIM", `"OWNS"`, `"OWES"`, "OWES"},
		"a stance that there is not":     {"ASSERTION", `"DENIES"`, `"SHOUTS"`, "stance"},
		"a voice that there is not":      {"ASSERTION", `"PUBLISHER"`, `"SHOUTING"`, "voice"},
		"a speaker that is not there":    {"ASSERTION", `"speaker":"ent_acme"`, `"speaker":"ent_nobody"`, "ent_nobody"},
		"a claim that is not there":      {"ASSERTION", `"claim":"` + alleged, `"claim":"clm_none`, "clm_none"},
		"a quote moved":                  {"ASSERTION", `"end":`, `"end":1`, "evidence"},
		"a target of its own":            {"ASSERTION", `"target":"ast_reported"`, `"target":"ast_withdrawn"`, "target"},
		"shares of too much":             {"ASSERTION", `"shareMax":"48"`, `"shareMax":"480"`, "terms"},
		"a decision by nobody":           {"REVIEW_DECISION", `"by":"Ada"`, `"by":" "`, "by"},
		"a decision that there is not":   {"REVIEW_DECISION", `"REJECTED"`, `"BURNT"`, "state"},
		"a decision about nothing":       {"REVIEW_DECISION", `"ast_found"`, `"ast_lost"`, "ast_lost"},
		"a verdict that there is not":    {"JUDGEMENT", `"UNSURE"`, `"PERHAPS"`, "verdict"},
		"a judgement that says too much": {"JUDGEMENT", `"party":true`, `"party":false`, "party"},
		"a judgement in another order":   {"JUDGEMENT", `["ent_acme","ent_beta"]`, `["ent_beta","ent_acme"]`, "entities"},
		"a competence of a party":        {"COMPETENCE", `"AUTHORITY"`, `"PARTY"`, "voice"},
		"a competence in nothing":        {"COMPETENCE", `"OWNS"`, `"OWES"`, "OWES"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			to := openWorld(t)
			_, err := to.Import(context.Background(), strings.NewReader(forged(t, file, test.kind, test.old, test.changed)), nil)
			require.ErrorIs(t, err, graph.ErrInvalid)
			var line *graph.LineError
			require.ErrorAs(t, err, &line)
			require.ErrorContains(t, line.Err, test.says)
			info, err := to.Info(context.Background())
			require.NoError(t, err)
			assert.Zero(t, info.Revision)
			assert.Nil(t, info.Open)
		})
	}
}

// Two assertions that withdraw each other never come about by the rules; what follows from them is derived nevertheless.
func TestTargetsInACircleEnd(t *testing.T) {
	w := newWorld(t)
	claim := w.write(t, graph.Draft{Statements: []graph.Statement{w.reported()}}).Claims[0]
	withdraws := func(id, target graph.AssertionID) *graph.Assertion {
		return &graph.Assertion{
			ID: id, Claim: claim, Stance: graph.Retracts, Voice: graph.PublisherVoice, Speaker: "ent_daily", Target: target,
			Review:   graph.Accepted,
			Evidence: []graph.Evidence{{Document: w.doc, Layer: w.layer(t), Start: 0, End: 4}},
		}
	}
	w.tamper(t, withdraws("ast_hen", "ast_egg"), withdraws("ast_egg", "ast_hen"))
	w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{{Assertion: "ast_hen", State: graph.Rejected, By: "Ada", Reason: "a slip"}}})
	assert.Equal(t, graph.Reported, w.standing(t, claim))
}
