package seed_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// What the gate refuses, each with the place, the field and what it found.
func TestGateRefuses(t *testing.T) {
	directs := "quote: Jane Roe directs Acme Works as its chief executive}"
	for _, c := range []wrong{
		{
			name: "a short quote", old: directs, new: "quote: Jane Roe}", at: "id: directs",
			says: []string{"8 characters", `evidence.quote: "Jane Roe"`, "20 to 600"}, because: graph.ErrInvalid,
		},
		{
			name: "a long quote", old: directs, new: "quote: " + strings.Repeat("x", 601) + "}", at: "id: directs",
			says: []string{"601 characters", "20 to 600"}, because: graph.ErrInvalid,
		},
		{
			name: "a subject that the quote does not name", old: directs, new: "quote: directs Acme Works as its chief executive}",
			at: "id: directs", says: []string{`subject: "jane"`, `"jane roe"`, "directs Acme Works as its"}, because: graph.ErrInvalid,
		},
		{
			name: "an object that the quote does not name", old: directs, new: "quote: Weather in Port Acme was mild.}\n    resolved: \"\"",
			at: "id: directs", says: []string{`object: "acme"`, `"acme works" or "the firm"`}, because: graph.ErrInvalid,
		},
		{
			name: "a number that the quote does not give", old: `min: "400000000"`, new: `min: "430000000"`, at: "id: users",
			says: []string{"value.quantity.min", "430000000", "over 400 million users"}, because: graph.ErrInvalid,
		},
		{
			name: "a bound by one", old: `{min: "400000000", unit: users}`, new: `{max: "399000000", unit: users}`, at: "id: users",
			says: []string{"value.quantity.max", "399000000"}, because: graph.ErrInvalid,
		},
		{
			name: "a date that the quote does not give", old: `value: {date: "2024-05-03"}`, new: `value: {date: "2024-06-03"}`, at: "id: effect",
			says: []string{"value.date", "2024-06-03", "took effect on 3 May 2024"}, because: graph.ErrInvalid,
		},
		{
			name: "an identifier that the quote does not show", old: "value: F-77}", new: "value: F-78}", at: "id: mark",
			says: []string{"value.identifier.value", "F-78"}, because: graph.ErrInvalid,
		},
		{
			name: "a speaker who is not named nearby", old: "voice: PUBLISHER\n    speaker: echo\n    evidence:\n      - {document: gazette, quote: Jane",
			new: "voice: OTHER\n    speaker: ministry\n    evidence:\n      - {document: gazette, quote: Jane", at: "id: directs",
			says: []string{`speaker: "ministry"`, "inferred: true", "Weather in Port Acme"}, because: graph.ErrInvalid,
		},
	} {
		t.Run(c.name, func(t *testing.T) { refuses(t, c) })
	}
}

// What the gate lets pass.
func TestGateAdmits(t *testing.T) {
	directs := "quote: Jane Roe directs Acme Works as its chief executive}"
	for name, replace := range map[string][]string{
		"the sample": nil,
		"both ends in two quotes": {
			directs, "quote: directs Acme Works as its chief executive}\n      - {document: gazette, quote: Jane Roe directs Acme Works}",
		},
		"ends resolved with a reason":   {directs, "quote: as its chief executive}\n    resolved: the sentence names both"},
		"a bound written as the next":   {`{min: "400000000", unit: users}`, `{min: "400000001", unit: users}`},
		"a short identifier":            {"quote: F-77}", "quote: is F-77.}"},
		"an inferred speaker":           {"voice: PUBLISHER\n    speaker: echo\n    evidence:\n      - {document: gazette, quote: Jane", "voice: OTHER\n    inferred: true\n    speaker: ministry\n    evidence:\n      - {document: gazette, quote: Jane"},
		"a publisher that names no-one": {"voice: PUBLISHER\n    speaker: echo\n    evidence:\n      - {document: gazette, quote: Jane", "voice: PUBLISHER\n    speaker: gazette\n    evidence:\n      - {document: gazette, quote: Jane"},
		"fewer than fifty": {
			"predicate: HAS_USERS\n    value: {quantity: {min: \"400000000\", unit: users}}", "predicate: EMPLOYEE_COUNT\n    value: {quantity: {max: \"49\", unit: employees}}",
			"quote: Acme Works has over 400 million users}", "quote: Acme Works had fewer than 50 employees in May}",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := load(t, newService(), files(t, replace...))
			require.NoError(t, err)
		})
	}
}
