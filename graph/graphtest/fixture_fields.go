package graphtest

import (
	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// everyValue is one value of each type and shape.
func everyValue() []graph.Value {
	return []graph.Value{
		graph.Quantity{Min: "400000000", Approximate: true, Unit: "users"},
		graph.Quantity{Min: "-0.480", Max: "1e3", Unit: ""},
		graph.Quantity{},
		graph.Money{Min: "123456789012345678901234567890.01", Max: "123456789012345678901234567890.010", Currency: "USD"},
		graph.Money{Max: "5", Approximate: true, Currency: "RUB"},
		graph.OnDate{Date: edtf.MustDate("2024-06-21")},
		graph.OnDate{Date: edtf.MustDate("[2025-08-11..2025-12-24]")},
		graph.OnDate{},
		graph.Duration{ISO: "P90D"},
		graph.Text{Wording: "does not engage in “activities” – \u0000 nor \"will\"\n", Language: "en"},
		graph.Text{Wording: "не 𝕏 занимается", Language: "ru"},
		graph.Identifier{Scheme: "LEI", Value: "5493 00ab"},
		graph.Name{Text: "Евгений 🦊 Касперский", Script: "Cyrl", Language: "ru", Strength: graph.StrongName},
		graph.Name{Text: "K", Strength: graph.WeakName},
		graph.Provision{
			Effect: graph.Prohibits, Act: "sell", Concerns: "software", Addressees: "all", Territory: "US", Exhaustive: true,
		},
		graph.ClaimRef{Claim: "clm_1"},
		graph.Coordinates{Latitude: "55.8379", Longitude: "-37.480000"},
		graph.Undisclosed{By: "ent_a"},
	}
}

// everyEntity is an entity of each kind, specificity and shape.
func everyEntity() []graph.Record {
	var records []graph.Record
	for _, kind := range graph.EntityKinds() {
		e := entityOf(string(kind), kind)
		e.Caption = "A “caption” of " + string(kind) + " 𝕏\u200b"
		records = append(records, e)
	}
	for _, kind := range graph.MeasureKinds() {
		e := entityOf("measure-"+string(kind), graph.Measure)
		e.MeasureKind = kind
		records = append(records, e)
	}
	for _, kind := range graph.AgencyKinds() {
		e := entityOf("agency-"+string(kind), graph.Agency)
		e.AgencyKind = kind
		records = append(records, e)
	}
	unnamed, group, vague := entityOf("unnamed", graph.Person), entityOf("group", graph.RegionalUnit), entityOf("vague", graph.Company)
	unnamed.Specificity, unnamed.Anchor, unnamed.Caption = graph.Unnamed, "doc_1", ""
	group.Specificity, group.Anchor = graph.Group, "doc_1"
	group.Count = &graph.Quantity{Min: "2", Max: "2", Unit: "units"}
	vague.Specificity, vague.Anchor, vague.Count = graph.Group, "doc_1", &graph.Quantity{}
	return append(records, unnamed, group, vague)
}

// fullDocument has every field.
func fullDocument() *graph.Document {
	return &graph.Document{
		ID: "doc_1", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Title: "A “title”, 𝕏",
		Publisher: "ent_a", Author: "Ann Ö. Author", Language: "de-CH", URL: "https://example.org/?q=1&x=ä#top",
		Published: edtf.MustDate("2024-06-XX"), Retrieved: edtf.MustDate("2025-01-02T03:04:05Z"),
		Rights: graph.QuoteOnly, MediaType: "text/html; charset=utf-8",
	}
}

// fullAssertion has every field; its evidence stands in two layers.
func fullAssertion(c *graph.Claim, one, two *graph.Layer) *graph.Assertion {
	deep := graph.Evidence{Document: two.Document, Layer: two.ID, Start: 2, End: 5, Page: "xii", Quote: string([]rune(two.Text)[2:5])}
	return &graph.Assertion{
		ID: "ast_full", Claim: c.ID, Stance: graph.Corrects, Voice: graph.AuthorityVoice, Target: "ast_bare", Speaker: "ent_a",
		Capacity: graph.Capacity{Role: "Secretary of Commerce", For: "ent_b"}, SpeakerBasis: graph.InferredSpeaker,
		ReportedBy: []graph.Report{
			{Who: "ent_b", Work: "doc_2", Published: edtf.MustDate("2024-06-20")},
			{Who: "ent_a"},
			{Work: "doc_1", Published: edtf.MustDate("2024~")},
		},
		Channel: "press call", SaidAt: edtf.MustDate("2024-06-20"), PublishedAt: edtf.MustDate("XXXX-06-21"),
		Period: graph.Period{
			From: edtf.Bound{Date: edtf.MustDate("1997")}, To: edtf.Bound{Open: true}, AsOf: edtf.MustDate("2024-06-20"),
		},
		Terms:    graph.Terms{ShareMin: "48.0", ShareMax: "51"},
		Evidence: []graph.Evidence{deep, quoteOf(one, 3), {Document: one.Document, Layer: one.ID}},

		SourceReliability: "A", Credibility: "1", Extraction: 0.1 + 0.2,
		Review: graph.Machine, RecordedBy: "a reader", ConfirmedBy: "another reader",
	}
}

// periods are all shapes of a period.
func periods() map[string]graph.Period {
	day := edtf.MustDate("1985-04-12")
	return map[string]graph.Period{
		"none": {}, "unknown end": {From: edtf.Bound{Date: day}}, "unknown start": {To: edtf.Bound{Date: day}},
		"open end":   {From: edtf.Bound{Date: day}, To: edtf.Bound{Open: true}},
		"open start": {From: edtf.Bound{Open: true}, To: edtf.Bound{Date: day}},
		"all time":   {From: edtf.Bound{Open: true}, To: edtf.Bound{Open: true}},
		"as of":      {AsOf: edtf.MustDate("1985?")},
		"set":        {From: edtf.Bound{Date: edtf.MustDate("[1985..1987]")}, AsOf: day},
	}
}
