package seed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// extra adds statements to the sample pack, each quoting a line that is added to its text.
func extra(t *testing.T, text, statements string) *graph.Service {
	t.Helper()
	f := files(t, "coverings: []\n", statements+"coverings: []\n")
	f["acme.txt"].Data = append(f["acme.txt"].Data, "\n"+text+"\n"...)
	s := newService()
	_, err := load(t, s, f)
	require.NoError(t, err)
	return s
}

// spoken is an assertion of a loaded pack with its claim.
func spoken(t *testing.T, s *graph.Service, id graph.AssertionID) (*graph.AssertionRow, *graph.ClaimRow) {
	t.Helper()
	v, err := s.View(t.Context(), nil)
	require.NoError(t, err)
	defer func() { assert.NoError(t, v.Close()) }()
	said, err := v.Assertions(t.Context(), []graph.AssertionID{id})
	require.NoError(t, err)
	require.NotNil(t, said[id])
	claims, err := v.Claims(t.Context(), []graph.ClaimID{said[id].Claim})
	require.NoError(t, err)
	return said[id], claims[said[id].Claim]
}

func TestValues(t *testing.T) {
	for name, c := range map[string]struct {
		predicate, value, text string
		want                   graph.Value
	}{
		"an exact number": {
			"EMPLOYEE_COUNT", `{quantity: {exact: "31", unit: employees}}`, "Acme Works has thirty-one employees.",
			graph.Quantity{Min: "31", Max: "31", Unit: "employees"},
		},
		"about a number": {
			"EMPLOYEE_COUNT", `{quantity: {exact: "3300", approximate: true, unit: employees}}`, "Acme Works has about 3,300 employees.",
			graph.Quantity{Min: "3300", Max: "3300", Approximate: true, Unit: "employees"},
		},
		"a range": {
			"EMPLOYEE_COUNT", `{quantity: {min: "20", max: "30", unit: employees}}`, "Acme Works has from twenty to thirty employees.",
			graph.Quantity{Min: "20", Max: "30", Unit: "employees"},
		},
		"money": {
			"REVENUE", `{money: {exact: "655300000", currency: USD}}`, "Revenue of Acme Works is 655.3 million US dollars.",
			graph.Money{Min: "655300000", Max: "655300000", Currency: "USD"},
		},
		"money with a bound": {
			"REVENUE", `{money: {min: "7000", approximate: true, currency: EUR}}`, "Revenue of Acme Works is over seven thousand euros.",
			graph.Money{Min: "7000", Approximate: true, Currency: "EUR"},
		},
		"a text": {
			"ACTION", `{text: {wording: closing its office, language: en}}`, "Acme Works closed its office in the spring.",
			graph.Text{Wording: "closing its office", Language: "en"},
		},
		"a name": {
			"NAME", `{name: {text: Акме, script: Cyrl, language: ru}}`, "In Russian Acme Works is called Акме.",
			graph.Name{Text: "Акме", Script: "Cyrl", Language: "ru", Strength: graph.StrongName},
		},
		"a weak name": {
			"NAME", `{name: {text: Acme, strength: WEAK}}`, "Some call Acme Works just Acme.",
			graph.Name{Text: "Acme", Strength: graph.WeakName},
		},
		"what is kept back": {
			"HAS_CLIENTS", `{undisclosed: ministry}`, "The ministry keeps the clients of Acme Works to itself.",
			graph.Undisclosed{By: "ent_ministry"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := extra(t, c.text, `  - id: added
    subject: acme
    predicate: `+c.predicate+`
    value: `+c.value+`
    stance: ASSERTS
    voice: PUBLISHER
    speaker: gazette
    evidence:
      - {document: gazette, quote: "`+c.text+`"}
`)
			_, claim := spoken(t, s, "ast_added")
			assert.Equal(t, c.want, claim.Value)
			assert.Equal(t, graph.Fact, claim.Modality)
		})
	}
}

func TestProvision(t *testing.T) {
	s := extra(t, "The decree prohibits resale of Acme products to the trade in Freedonia, and that is all of it.", `  - id: added
    subject: decree
    predicate: PROVISION
    value: {provision: {effect: PROHIBITS, act: resale, concerns: Acme products, addressees: the trade, territory: Freedonia, exhaustive: true}}
    stance: ASSERTS
    voice: PUBLISHER
    speaker: gazette
    period: {from: "2024-05-03", to: ".."}
    evidence:
      - {document: gazette, quote: The decree prohibits resale of Acme products to the trade in Freedonia}
`)
	said, claim := spoken(t, s, "ast_added")
	assert.Equal(t, graph.Provision{
		Effect: graph.Prohibits, Act: "resale", Concerns: "Acme products", Addressees: "the trade", Territory: "Freedonia", Exhaustive: true,
	}, claim.Value)
	assert.Equal(t, edtf.MustDate("2024-05-03"), said.Period.From.Date)
	assert.True(t, said.Period.To.Open, "an open end is not an unknown one")
}

func TestClaimAsValue(t *testing.T) {
	s := extra(t, "The decree rests on the claim that Acme Works cooperates with a service.", `  - id: added
    subject: decree
    predicate: GROUNDED_ON
    value: {claim: cooperates}
    stance: ASSERTS
    voice: PUBLISHER
    speaker: gazette
    evidence:
      - {document: gazette, quote: The decree rests on the claim that Acme Works cooperates}
`)
	_, ground := spoken(t, s, "ast_cooperates")
	_, claim := spoken(t, s, "ast_added")
	assert.Equal(t, graph.ClaimRef{Claim: ground.ID}, claim.Value)
}

func TestCoordinates(t *testing.T) {
	s := extra(t, "Port Acme lies at 55.84 degrees north and 37.48 degrees west.", `  - id: added
    subject: port
    predicate: COORDINATES
    value: {coordinates: {latitude: "55.84", longitude: "-37.48"}}
    stance: ASSERTS
    voice: PUBLISHER
    speaker: gazette
    evidence:
      - {document: gazette, quote: Port Acme lies at 55.84 degrees north and 37.48 degrees west}
`)
	_, claim := spoken(t, s, "ast_added")
	assert.Equal(t, graph.Coordinates{Latitude: "55.84", Longitude: "-37.48"}, claim.Value)
}

func TestSpeechAct(t *testing.T) {
	s := extra(t, "Jane Roe said on X that Acme Works owns from 20 to 30 per cent of the Daily Echo.", `  - id: added
    subject: acme
    predicate: OWNS
    object: echo
    modality: PLAN
    stance: ASSERTS
    voice: PARTY
    speaker: jane
    capacity: {role: chief executive, for: acme}
    inferred: true
    channel: X
    said: "2024-05-04"
    published: "2024-05-05"
    period: {asOf: "2024-05-04"}
    shares: {min: "20", max: "30"}
    reliability: B
    credibility: "2"
    reported:
      - {who: echo, work: echo-work, published: "2024-05-04"}
      - {who: gazette}
    evidence:
      - {document: gazette, quote: Acme Works owns from 20 to 30 per cent of the Daily Echo, page: "1"}
`)
	said, claim := spoken(t, s, "ast_added")
	assert.Equal(t, graph.Plan, claim.Modality)
	assert.Equal(t, graph.Capacity{Role: "chief executive", For: "ent_acme"}, said.Capacity)
	assert.Equal(t, graph.InferredSpeaker, said.SpeakerBasis)
	assert.Equal(t, "X", said.Channel)
	assert.Equal(t, edtf.MustDate("2024-05-04"), said.SaidAt)
	assert.Equal(t, edtf.MustDate("2024-05-05"), said.PublishedAt)
	assert.Equal(t, edtf.MustDate("2024-05-04"), said.Period.AsOf)
	assert.Equal(t, graph.Terms{ShareMin: "20", ShareMax: "30"}, said.Terms)
	assert.Equal(t, "B2", said.SourceReliability+said.Credibility)
	assert.Equal(t, "1", said.Evidence[0].Page)
	require.Len(t, said.ReportedBy, 2)
	assert.Equal(t, graph.EntityID("ent_gazette"), said.ReportedBy[1].Who)
}

func TestWithdrawalInAPack(t *testing.T) {
	s := extra(t, "The ministry of Freedonia withdrew on 6 May 2024 what it had said of Acme Works and the Sylvanian Security Service.", `  - id: added
    about: cooperates
    stance: RETRACTS
    voice: AUTHORITY
    target: cooperates
    speaker: ministry
    evidence:
      - {document: gazette, quote: withdrew on 6 May 2024 what it had said of Acme Works and the Sylvanian Security Service}
`)
	said, claim := spoken(t, s, "ast_added")
	assert.Equal(t, graph.AssertionID("ast_cooperates"), said.Target)
	assert.Equal(t, graph.Retracted, claim.State.Stretches[0].Standing)
}

func TestCoverings(t *testing.T) {
	s := newService()
	f := files(t, "coverings: []", `coverings:
  - {id: general, denial: denied, claim: users, verdict: GENERAL, by: A. Reader, reason: for the test}`)
	_, err := load(t, s, f)
	require.NoError(t, err)
	v, err := s.View(t.Context(), nil)
	require.NoError(t, err)
	defer func() { assert.NoError(t, v.Close()) }()
	judged, err := v.ListJudgements(t.Context(), []string{"ast_denied", "ent_acme"})
	require.NoError(t, err)
	require.Len(t, judged[0], 1)
	assert.Equal(t, graph.JudgementID("jdg_general"), judged[0][0].ID)
	assert.Equal(t, graph.General, judged[0][0].Verdict)
	require.Len(t, judged[1], 1)
	assert.Equal(t, graph.Different, judged[1][0].Verdict)
}

func TestCompetenceOfAPack(t *testing.T) {
	s := newService()
	_, err := load(t, s, files(t))
	require.NoError(t, err)
	v, err := s.View(t.Context(), nil)
	require.NoError(t, err)
	defer func() { assert.NoError(t, v.Close()) }()
	rows, err := v.Competence(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, map[graph.EntityID][]graph.Competence{
		"ent_ministry": {{Voice: graph.AuthorityVoice, Predicates: []string{"COOPERATES_WITH"}, Jurisdiction: "Freedonia"}},
	}, rows)
}
