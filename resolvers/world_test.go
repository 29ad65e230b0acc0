package resolvers_test

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// cast are the entities, the works cited, and who may find and record.
func cast(n int) graph.Draft {
	f := &fixture{}
	f.draft.Documents = []graph.DocumentDraft{{Document: graph.Document{
		ID: "doc_wire", Title: "A wire report", URL: "https://example.org/wire", Rights: graph.MetadataOnly,
	}}}
	f.entity("gazette", graph.Organization, "The Gazette")
	f.entity("acme", graph.CorporateGroup, "Acme Works")
	f.entity("acme-labs", graph.Company, "Acme Labs")
	f.entity("acme-holding", graph.Company, "Acme Holding")
	f.entity("acme-east", graph.RegionalUnit, "Acme East")
	f.entity("freedonia-gov", graph.Government, "Government of Freedonia")
	f.entity("ministry", graph.Agency, "Ministry of Trade", func(e *graph.Entity) { e.AgencyKind = graph.Ministry })
	f.entity("registry", graph.Agency, "Company Registry", func(e *graph.Entity) { e.AgencyKind = graph.Regulator })
	f.entity("service", graph.IntelligenceService, "Sylvanian Security Service")
	f.entity("ann", graph.Person, "Ann Archer")
	f.entity("bob", graph.Person, "Bob Baker")
	f.entity("twin-1", graph.Person, "Acme Twin")
	f.entity("twin-2", graph.Person, "Acme Twin")
	f.entity("office", graph.Office, "Office in Port")
	f.entity("widget", graph.Product, "Widget")
	f.entity("toys", graph.Sector, "Toys")
	f.entity("freedonia", graph.Country, "Freedonia")
	f.entity("sylvania", graph.Country, "Sylvania")
	f.entity("coast", graph.Region, "The Coast")
	f.entity("port", graph.City, "Port")
	f.entity("ban", graph.Measure, "Ban on widgets", func(e *graph.Entity) { e.MeasureKind = graph.Ban })
	f.entity("listing", graph.Measure, "Listing of Acme Labs", func(e *graph.Entity) { e.MeasureKind = graph.Listing })
	f.entity("list", graph.Measure, "List of firms", func(e *graph.Entity) { e.MeasureKind = graph.List })
	f.entity("law", graph.Measure, "Trade Act", func(e *graph.Entity) { e.MeasureKind = graph.Law })
	f.entity("two-units", graph.RegionalUnit, "Two units of Acme", func(e *graph.Entity) {
		e.Specificity, e.Anchor, e.Count = graph.Group, "doc_wire", &graph.Quantity{Min: "2", Max: "2"}
	})
	for i := range n {
		f.entity(fmt.Sprintf("branch-%03d", i), graph.Company, fmt.Sprintf("Acme Branch %03d", i))
	}
	f.draft.Competence = []graph.BodyCompetence{
		{Body: ent("registry"), Rows: []graph.Competence{{Voice: graph.RegisterVoice, Jurisdiction: "Freedonia"}}},
		{Body: ent("ministry"), Rows: []graph.Competence{{
			Voice: graph.AuthorityVoice, Predicates: []string{"SUPPLIES", "TARGETS"}, Subject: "trade",
			Standard: "reasonable cause to believe", Appealable: true,
		}}},
	}
	return f.draft
}

// article is what a newspaper writes.
func article(n int) graph.Draft {
	f := &fixture{}
	f.document("article", "gazette", "All about Acme", "2024-06-21", graph.FullText)
	f.tell("acme", "INCLUDES", "acme-labs")
	f.tell("acme", "HAS_UNIT", "acme-east")
	f.tell("acme", "HAS_UNIT", "two-units")
	f.tell("acme", "HAS_OFFICE", "office", from("2001", ""))
	f.tell("acme", "HEADQUARTERED_IN", "port")
	f.tell("acme-labs", "HEADQUARTERED_IN", "freedonia")
	f.tell("office", "LOCATED_IN", "port")
	f.tell("port", "LOCATED_IN", "coast")
	f.tell("coast", "LOCATED_IN", "freedonia")
	f.tell("acme", "MAKES", "widget")
	f.tell("widget", "COMES_FROM", "freedonia")
	f.tell("acme", "ACTIVE_IN", "toys")
	f.tell("ann", "DIRECTS", "acme-labs", qualified("role", "chief executive"), from("2010-01-01", ".."))
	f.tell("bob", "HOLDS_OFFICE", "ministry", qualified("role", "Minister of Trade"))
	f.tell("ann", "CITIZEN_OF", "sylvania")
	f.tell("ministry", "PART_OF", "freedonia-gov")
	f.tell("acme", "HAS_USERS", graph.Quantity{Min: "400000", Unit: "users"}, asOf("2024-06-20"))
	f.tell("acme", "REVENUE", graph.Undisclosed{By: ent("acme")}, asOf("2023"))
	f.tell("acme-holding", "REVENUE", graph.Money{Min: "752000000", Max: "752000000", Currency: "USD", Approximate: true}, asOf("2023"))
	f.tell("acme", "OFFICE_COUNTRY_COUNT", graph.Quantity{Min: "3", Max: "3", Unit: "countries"}, asOf("2024-06-20"))
	f.tell("acme", "UNIT_COUNT", graph.Quantity{Min: "4", Max: "4", Unit: "units"}, asOf("2024-06-20"))
	f.tell("acme", "NAME", graph.Name{Text: "Акме", Script: "Cyrl", Language: "ru", Strength: graph.AliasName})
	f.tell("office", "ADDRESS", graph.Text{Wording: "1 Quay Street", Language: "en"})
	f.tell("office", "ADDRESS", graph.Text{Wording: "2 Quay Street", Language: "en"})
	f.tell("port", "COORDINATES", graph.Coordinates{Latitude: "12.5", Longitude: "-3.25"})
	f.tell("acme-labs", "ACTION", graph.Text{Wording: "gives widgets to schools", Language: "en"}, asOf("2024-06-20"))
	f.say("bob", graph.Alleges, graph.AuthorityVoice, "acme-labs", "COOPERATES_WITH", "service",
		speakingFor("Minister of Trade", "ministry"), saidOn("2024-06-20"), reported("gazette", "wire"),
		noted(func(a *graph.Assertion) {
			a.Channel, a.SourceReliability, a.Credibility = "press call", "B", "2"
		}))
	f.say("ann", graph.Alleges, graph.OtherVoice, "acme-labs", "LINKED_TO", "sylvania", saidOn("2024-06-19"),
		noted(func(a *graph.Assertion) { a.ID = "ast_retracted" }))
	for i := range n {
		branch := fmt.Sprintf("branch-%03d", i)
		f.tell("acme", "INCLUDES", branch, asOf("2024-06-20"))
		f.tell(branch, "LOCATED_IN", "port")
		f.say("ann", graph.Alleges, graph.OtherVoice, branch, "COOPERATES_WITH", "service", saidOn("2024-06-20"))
	}
	f.finish()
	return f.draft
}

// register is what an office writes down, and what measures say.
func register() graph.Draft {
	f := &fixture{}
	f.document("extract", "registry", "Extract of the register", "2024-01-31", graph.QuoteOnly)
	record := func(subject, predicate string, what any, change ...func(*graph.Statement)) {
		f.say("registry", graph.Asserts, graph.RegisterVoice, subject, predicate, what, change...)
	}
	record("acme-holding", "OWNS", "acme-labs", shares("48", "51"), from("2005-03-01", ".."))
	record("acme-holding", "OWNS", "acme-labs", shares("60", "60"), from("2006", ".."))
	record("acme-holding", "PARENT_OF", "acme-labs")
	record("acme-labs", "INCORPORATED_IN", "freedonia")
	record("acme-labs", "IDENTIFIER", graph.Identifier{Scheme: "REG", Value: "AB-123"})
	record("acme-labs", "NAME", graph.Name{Text: "Acme Laboratories Limited", Script: "Latn", Language: "en", Strength: graph.StrongName})

	f.document("notice", "ministry", "Notice on widgets", "2024-07-01", graph.FullText)
	order := func(subject, predicate string, what any, change ...func(*graph.Statement)) {
		f.say("ministry", graph.Asserts, graph.AuthorityVoice, subject, predicate, what, change...)
	}
	order("ban", "DATED", graph.OnDate{Date: edtf.MustDate("2024-07-01")}, qualified("day", "PUBLISHED"))
	order("ban", "DATED", graph.OnDate{Date: edtf.MustDate("2024-09-29")}, qualified("day", "EFFECTIVE"))
	order("ban", "DATED", graph.OnDate{Date: edtf.MustDate("2024-09-30")}, qualified("day", "EFFECTIVE"))
	order("ban", "ISSUED_BY", "ministry")
	order("ban", "TARGETS", "widget")
	order("ban", "ADDRESSED_TO", "acme")
	order("ban", "LEGAL_BASIS", "law")
	order("ban", "CITATION", graph.Text{Wording: "Gazette 12 of 2024", Language: "en"})
	order("ban", "PROVISION", graph.Provision{Effect: graph.Prohibits, Act: "sell", Concerns: "widgets", Territory: "Freedonia"}, from("2024-09-29", ""))
	order("listing", "DATED", graph.OnDate{Date: edtf.MustDate("2024-07-10")}, qualified("day", "ANNOUNCED"))
	order("listing", "ISSUED_BY", "ministry")
	order("listing", "TARGETS", "acme-labs", from("2024-07-10", "2025-01-01"))
	order("listing", "LISTED_ON", "list")
	f.say("ministry", graph.Determines, graph.AuthorityVoice, "acme-labs", "SUPPLIES", "service")
	f.finish()
	return f.draft
}

// replies are what is said against it, and what was taken back.
func replies() graph.Draft {
	f := &fixture{}
	f.document("reply", "acme-labs", "Our answer", "2024-07-15", graph.FullText)
	f.say("acme-labs", graph.Denies, graph.PartyVoice, "acme-labs", "COOPERATES_WITH", "service", saidOn("2024-07-15"))
	f.say("acme-labs", graph.Denies, graph.PartyVoice, "acme-labs", "CONDUCT", graph.Text{Wording: "harms Freedonia", Language: "en"})
	f.say("acme-labs", graph.NoComment, graph.PartyVoice, "acme-labs", "LINKED_TO", "sylvania")
	f.say("ann", graph.Retracts, graph.OtherVoice, "acme-labs", "LINKED_TO", "sylvania", withdrawing("retracted"), saidOn("2024-07-16"))
	f.say("acme-labs", graph.Asserts, graph.OtherVoice, "ban", "CHARACTERISED_AS", graph.Text{Wording: "an unfair ban", Language: "en"})
	f.finish()
	f.draft.Judgements = []graph.Judgement{
		{Kind: graph.Identity, Verdict: graph.UnsureVerdict, Entities: []graph.EntityID{ent("acme-east"), ent("two-units")}, By: "tests"},
	}
	return f.draft
}
