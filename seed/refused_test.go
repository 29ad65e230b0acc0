package seed_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// wrong is a pack that is refused as a whole: what is changed, the place that the error names, and what it says.
type wrong struct {
	name    string
	old     string
	new     string
	at      string // words on the line that the error names; "" for a file of which no line can be told
	says    []string
	because error
}

// refusedForms are packs that cannot be read as what they should be.
func refusedForms() []wrong {
	return []wrong{
		{
			name: "a quote that stands nowhere", old: "quote: Acme Works has over 400 million users}",
			new: "quote: Acme Works has over 400 million happy users}", at: "id: users",
			says: []string{"evidence[0]", "Acme Works has over 400 million happy users"}, because: graph.ErrEvidenceMismatch,
		},
		{
			name: "a quote in two places", old: "quote: Jane Roe directs Acme Works as its chief executive}",
			new: "quote: Acme Works was founded by an engineer.}\n    resolved: for the test", at: "id: directs",
			says: []string{"evidence[0]", "Acme Works was founded by an engineer"}, because: graph.ErrConflict,
		},
		{
			name: "an unknown predicate", old: "predicate: DIRECTS", new: "predicate: DIRECTZ", at: "id: directs",
			says: []string{`"DIRECTZ"`, "DIRECTS"}, because: graph.ErrInvalid,
		},
		{
			name: "a kind that the predicate does not take", old: "predicate: HEADQUARTERED_IN", new: "predicate: INCORPORATED_IN",
			at: "id: seat", says: []string{"CITY", "COUNTRY"}, because: graph.ErrInvalid,
		},
		{
			name: "no speaker", old: "speaker: echo\n    evidence:\n      - {document: gazette, quote: Jane", new: "evidence:\n      - {document: gazette, quote: Jane",
			at: "id: directs", says: []string{"speaker", "the entity that says it"}, because: graph.ErrInvalid,
		},
		{
			name: "two statements of one name", old: "id: seat", new: "id: mark", at: "id: mark\n    subject: acme\n    predicate: HEADQUARTERED_IN",
			says: []string{`id: "mark"`, "no other statement has"}, because: graph.ErrInvalid,
		},
		{
			name: "two entities of one name", old: "{id: jane,", new: "{id: port,", at: "{id: port, kind: PERSON",
			says: []string{`id: "port"`}, because: graph.ErrInvalid,
		},
		{
			name: "two documents of one name", old: "id: echo-work", new: "id: gazette", at: "id: gazette\n    title: On Acme",
			says: []string{`id: "gazette"`}, because: graph.ErrInvalid,
		},
		{
			name: "an entity without a name", old: "{id: jane, kind", new: "{kind", at: "{kind: PERSON", says: []string{"id"}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown field", old: "stance: DENIES", new: "stanze: DENIES", at: "id: denied", says: []string{"stanze"},
			because: graph.ErrInvalid,
		},
		{
			name: "an unknown part", old: "identities:", new: "identity:", at: "identity:",
			says: []string{"identity", "statements"}, because: graph.ErrInvalid,
		},
		{name: "a missing file", old: "file: acme.txt", new: "file: none.txt", at: "id: gazette", says: []string{"none.txt"}},
		{
			name: "a date that is none", old: `said: "2024-05-03"`, new: `said: "3 May 2024"`, at: "id: cooperates",
			says: []string{"said", "3 May 2024"},
		},
		{
			name: "a bound that is none", old: `period: {asOf: "2024-05-04"}`, new: `period: {to: "2024-13-40"}`, at: "id: users",
			says: []string{"period.to", "2024-13-40"},
		},
		{name: "no YAML", old: "pack: Acme", new: "pack: [Acme", says: []string{"pack.yaml"}, because: graph.ErrInvalid},
		{
			name: "a list that is none", old: "identities:\n  - id: other\n    entities: [acme, gazette]\n    verdict: DIFFERENT\n    by: A. Reader\n    reason: a firm and a newspaper",
			new: "identities: none", at: "identities: none", says: []string{"a sequence"}, because: graph.ErrInvalid,
		},
	}
}

// refusedReferences are packs whose parts do not fit each other.
func refusedReferences() []wrong {
	return []wrong{
		{
			name: "a statement about itself", old: "about: cooperates", new: "about: denied", at: "id: denied",
			says: []string{`about: "denied"`, "another statement"}, because: graph.ErrInvalid,
		},
		{
			name: "a statement about no statement", old: "about: cooperates", new: "about: nothing", at: "id: denied",
			says: []string{`about: "nothing"`, "a statement of this pack"}, because: graph.ErrInvalid,
		},
		{
			name: "a statement with a claim twice", old: "about: cooperates", new: "about: cooperates\n    subject: acme", at: "id: denied",
			says: []string{"about", "either about, or subject"}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown subject", old: "subject: jane", new: "subject: joan", at: "id: directs", says: []string{`subject: "joan"`},
			because: graph.ErrInvalid,
		},
		{
			name: "an unknown reporter", old: "{who: echo, work: echo-work", new: "{who: nobody, work: echo-work", at: "id: denied",
			says: []string{`reported.who: "nobody"`}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown work", old: "work: echo-work", new: "work: nothing", at: "id: denied",
			says: []string{`reported.work: "nothing"`}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown document", old: "{document: gazette, quote: Jane", new: "{document: paper, quote: Jane", at: "id: directs",
			says: []string{`evidence.document: "paper"`}, because: graph.ErrInvalid,
		},
		{
			name: "no document", old: "{document: gazette, quote: Jane", new: "{quote: Jane", at: "id: directs",
			says: []string{"evidence.document"}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown publisher", old: "publisher: echo", new: "publisher: nobody", at: "id: echo-work",
			says: []string{`publisher: "nobody"`}, because: graph.ErrInvalid,
		},
		{
			name: "an unknown body", old: "body: ministry", new: "body: nobody", at: "body: nobody", says: []string{`body: "nobody"`},
			because: graph.ErrInvalid,
		},
		{
			name: "two values", old: `{quantity: {min: "400000000", unit: users}}`, new: `{quantity: {min: "400000000", unit: users}, date: "2024"}`,
			at: "id: users", says: []string{"2 values", "exactly one value"}, because: graph.ErrInvalid,
		},
		{
			name: "a judgement of one entity", old: "entities: [acme, gazette]", new: "entities: [acme, acme]", at: "id: other",
			says: []string{"two different entities"}, because: graph.ErrInvalid,
		},
		{
			name: "a judgement without a name", old: "- id: other\n    entities", new: "- entities", at: "entities: [acme, gazette]",
			says: []string{"a name for the judgement"}, because: graph.ErrInvalid,
		},
		{
			name: "a quote cut out of its negation", old: "quote: Acme Works does not cooperate with the Sylvanian Security Service}",
			new: "quote: Acme Works does not cooperate with the Sylvanian Security Service}\n  - id: cut\n    about: cooperates\n    stance: ASSERTS\n    voice: OTHER\n    speaker: acme\n    evidence:\n      - {document: gazette, quote: cooperate with the Sylvanian Security Service}\n    resolved: the sentence names it",
			at:  "id: cut", says: []string{"polarity", "not"}, because: graph.ErrInvalid,
		},
	}
}

func refused() []wrong { return append(refusedForms(), refusedReferences()...) }

func TestWrongPackIsRefusedAsAWhole(t *testing.T) {
	for _, c := range refused() {
		t.Run(c.name, func(t *testing.T) { refuses(t, c) })
	}
}

func refuses(t *testing.T, c wrong) {
	t.Helper()
	s := newService()
	empty := export(t, s)
	f := files(t, c.old, c.new)
	_, err := load(t, s, f)
	require.Error(t, err)
	if c.because != nil {
		require.ErrorIs(t, err, c.because)
	}
	place := "pack.yaml"
	if c.at != "" {
		place = fmt.Sprintf("pack.yaml:%d:", lineOf(t, f, c.at))
	}
	require.ErrorContains(t, err, place)
	for _, words := range c.says {
		require.ErrorContains(t, err, words)
	}
	assert.Equal(t, empty, export(t, s), "nothing of the pack is on file")
}

func TestNearestPlaceIsTold(t *testing.T) {
	f := files(t, "quote: Acme Works has over 400 million users}", "quote: Acme Works has over 400 million happy users}")
	_, err := load(t, newService(), f)
	var mismatch *graph.MismatchError
	require.ErrorAs(t, err, &mismatch)
	f = files(t)
	_, err = load(t, newService(), f)
	require.NoError(t, err)
}

func TestCandidatesOfAnAmbiguousQuoteAreTold(t *testing.T) {
	f := files(t, "quote: Jane Roe directs Acme Works as its chief executive}", "quote: Acme Works was founded by an engineer.}\n    resolved: for the test")
	_, err := load(t, newService(), f)
	var ambiguous *graph.AmbiguousQuoteError
	require.ErrorAs(t, err, &ambiguous)
	assert.Len(t, ambiguous.Candidates, 2)
}

func TestAfterTellsPlacesApart(t *testing.T) {
	f := files(t, "quote: Jane Roe directs Acme Works as its chief executive}",
		"quote: Acme Works was founded by an engineer., after: engineer.}\n    inferred: true\n    resolved: for the test")
	s := newService()
	_, err := load(t, s, f)
	require.NoError(t, err)
	assert.Contains(t, export(t, s), `"start":756`, "the second of two places")
}

func TestAllThatIsWrongIsTold(t *testing.T) {
	f := files(t, "subject: jane", "subject: joan", "object: port", "object: harbour", "stance: DENIES", "stance: DENIES\n    target: nothing")
	_, err := load(t, newService(), f)
	for _, words := range []string{`"joan"`, `"harbour"`, `target: "nothing"`} {
		assert.ErrorContains(t, err, words)
	}
}

func TestLoadingAFullStoreKeepsItsBytes(t *testing.T) {
	s := newService()
	_, err := load(t, s, files(t))
	require.NoError(t, err)
	before := export(t, s)
	for _, c := range refused() {
		_, err := load(t, s, files(t, c.old, c.new))
		require.Error(t, err, c.name)
	}
	assert.Equal(t, before, export(t, s))
}
