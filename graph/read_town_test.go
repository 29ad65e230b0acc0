package graph_test

import (
	"testing"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// newTown is the world that most tests of reading share: a group with firms, units and offices, an accusation with every kind of answer,
// two measures with their days, figures that agree and disagree, a document of each right.
func newTown(t testing.TB) *shelf {
	t.Helper()
	s := newShelf(t)
	s.townPeople()
	s.doc("news", "gazette", "2024-06-20", graph.FullText)
	s.doc("brief", "gazette", "2024-07-01", graph.QuoteOnly)
	s.doc("secret", "", "", graph.MetadataOnly)
	s.doc("wire", "wire", "2024-06-10", graph.FullText).URL = "https://example.org/wire"
	s.townPlaces()
	s.townAccusation()
	s.townMeasures()
	s.townFigures()
	s.townNames()
	s.draft.Judgements = []graph.Judgement{
		{Kind: graph.Coverage, Verdict: graph.General, Denial: "ast_general", Claim: s.cooperation(), By: "tests"},
		{Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_meant", Claim: s.cooperation(), By: "tests"},
		{Kind: graph.Identity, Verdict: graph.UnsureVerdict, Entities: []graph.EntityID{ent("acme"), ent("holding")}, By: "tests"},
	}
	s.file()
	return s
}

// cooperation is the id of the town's accusation.
func (s *shelf) cooperation() graph.ClaimID {
	p, err := s.Vocabulary().Predicate("COOPERATES_WITH")
	if err != nil {
		panic(err)
	}
	return graph.NewClaim(p, graph.Claim{Subject: ent("acme"), Predicate: "COOPERATES_WITH", Object: ent("service")}).ID
}

func (s *shelf) townPeople() {
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("wire", graph.Organization, "The Wire")
	s.entity("acme", graph.CorporateGroup, "Acme Works")
	s.entity("labs", graph.Company, "Acme Labs")
	s.entity("holding", graph.Company, "Acme Holding")
	s.entity("unit", graph.RegionalUnit, "Acme East")
	group := s.entity("units", graph.RegionalUnit, "eight units of Acme")
	group.Specificity, group.Anchor, group.Count = graph.Group, "doc_news", &graph.Quantity{Min: "8", Max: "8"}
	s.entity("service", graph.IntelligenceService, "the Service")
	s.entity("bureau", graph.Agency, "Bureau of Trade")
	s.entity("court", graph.Agency, "Court of Trade")
	s.entity("register", graph.Agency, "Register of Firms")
	s.entity("ann", graph.Person, "Ann Archer")
	s.entity("bob", graph.Person, "Bob Baker")
	s.entity("widget", graph.Product, "Widget")
	s.entity("ban", graph.Measure, "Ban on widgets").MeasureKind = graph.Ban
	s.entity("listing", graph.Measure, "Listing of Acme Labs").MeasureKind = graph.Listing
	s.entity("repeal", graph.Measure, "Repeal of the listing").MeasureKind = graph.Annulment
	s.entity("stay", graph.Measure, "Stay of the ban").MeasureKind = graph.Judgment
	s.entity("list", graph.Measure, "List of firms").MeasureKind = graph.List
	s.draft.Competence = []graph.BodyCompetence{
		{Body: ent("bureau"), Rows: []graph.Competence{
			{Voice: graph.AuthorityVoice, Predicates: []string{"TARGETS", "DATED", "PROVISION"}, Standard: "reasonable cause to believe"},
		}},
		{Body: ent("court"), Rows: []graph.Competence{{Voice: graph.AuthorityVoice, Standard: "balance of probabilities", Appealable: true}}},
		{Body: ent("register"), Rows: []graph.Competence{{Voice: graph.RegisterVoice}}},
	}
}

func (s *shelf) townPlaces() {
	s.entity("freedonia", graph.Country, "Freedonia")
	s.entity("sylvania", graph.Country, "Sylvania")
	s.entity("coast", graph.Region, "The Coast")
	s.entity("port", graph.City, "Port")
	s.entity("hill", graph.City, "Hill")
	s.entity("office", graph.Office, "Office at the quay")
	s.entity("branch", graph.Office, "Branch on the hill")
	s.entity("depot", graph.Office, "Depot")
	s.say("coast", "LOCATED_IN", "freedonia")
	s.say("port", "LOCATED_IN", "coast")
	s.say("hill", "LOCATED_IN", "sylvania")
	s.say("office", "LOCATED_IN", "port")
	s.say("branch", "LOCATED_IN", "hill")
	s.say("depot", "LOCATED_IN", "port")
	s.say("acme", "HAS_OFFICE", "office")
	s.say("acme", "HAS_OFFICE", "branch")
	s.say("acme", "HAS_OFFICE", "depot").from("2024-05-01")
	s.say("acme", "HEADQUARTERED_IN", "port").by("gazette", graph.PublisherVoice, graph.Asserts)
	s.say("acme", "HEADQUARTERED_IN", "freedonia")
	s.say("labs", "HEADQUARTERED_IN", "port")
	s.say("labs", "HEADQUARTERED_IN", "hill").by("acme", graph.PartyVoice, graph.Asserts)
	s.worth("office", "ADDRESS", graph.Text{Wording: "39A Quay, house 2", Language: "en"})
	s.worth("office", "ADDRESS", graph.Text{Wording: "39A Quay, house 3", Language: "en"})
	s.say("acme", "INCLUDES", "labs")
	s.say("acme", "INCLUDES", "holding")
	s.say("acme", "HAS_UNIT", "unit")
	s.say("acme", "HAS_UNIT", "units")
	s.say("units", "INCLUDES", "unit")
	s.say("unit", "LOCATED_IN", "hill")
	s.say("holding", "PARENT_OF", "labs").by("register", graph.RegisterVoice, graph.Asserts)
	s.say("holding", "OWNS", "labs").by("register", graph.RegisterVoice, graph.Asserts).from("2012").id("owns-2012")
	s.say("holding", "OWNS", "labs").from("2014-03-01").id("owns-2014")
	s.say("ann", "DIRECTS", "acme").of("role", "chief executive").from("2010").to("2024-03-31")
	s.say("bob", "DIRECTS", "acme").of("role", "chief executive").from("2024-04-01")
	s.say("acme", "MAKES", "widget")
}

func (s *shelf) townAccusation() {
	s.say("acme", "COOPERATES_WITH", "service").by("bureau", graph.AuthorityVoice, graph.Alleges).id("alleged").
		said("2024-06-20").published("2024-06-20")
	s.say("acme", "COOPERATES_WITH", "service").id("repeated").in("brief")
	s.say("acme", "COOPERATES_WITH", "service").by("acme", graph.PartyVoice, graph.Denies).id("denied").said("2024-06-21")
	s.say("acme", "COOPERATES_WITH", "service").by("bob", graph.OtherVoice, graph.Denies).id("stranger")
	s.say("acme", "COOPERATES_WITH", "service").by("service", graph.PartyVoice, graph.NoComment).id("silent")
	s.say("acme", "COOPERATES_WITH", "service").by("wire", graph.PublisherVoice, graph.Asserts).id("hasty").in("wire")
	s.say("acme", "COOPERATES_WITH", "service").by("wire", graph.PublisherVoice, graph.Retracts).id("sorry").in("wire").target("hasty")
	threat := graph.Text{Wording: "activities which threaten anyone", Language: "en"}
	s.worth("acme", "CONDUCT", threat).by("acme", graph.PartyVoice, graph.Denies).id("general").said("2024-06-21")
	s.worth("acme", "CONDUCT", graph.Text{Wording: "help for spies", Language: "en"}).
		by("acme", graph.PartyVoice, graph.Denies).id("meant").said("2024-06-22")
	s.say("labs", "POSES_RISK_TO", "freedonia").by("court", graph.AuthorityVoice, graph.Determines).id("found").said("2024-06-14")
	s.say("ann", "SPIED_FOR", "service").by("bob", graph.OtherVoice, graph.Alleges).id("rumour")
	s.say("ann", "SPIED_FOR", "service").by("court", graph.AuthorityVoice, graph.Dismisses).id("cleared")
	s.say("bob", "SPIED_FOR", "service").by("bob", graph.PartyVoice, graph.Denies).id("unasked")
}

func (s *shelf) townMeasures() {
	on := func(date string) graph.Value { return graph.OnDate{Date: edtf.MustDate(date)} }
	s.say("ban", "ISSUED_BY", "bureau")
	s.say("ban", "TARGETS", "labs")
	s.say("ban", "TARGETS", "acme")
	s.say("ban", "ADDRESSED_TO", "bob")
	s.worth("ban", "DATED", on("2024-06-14")).of("day", "DECIDED")
	s.worth("ban", "DATED", on("2024-06-20")).of("day", "ANNOUNCED")
	s.worth("ban", "DATED", on("2024-06-21")).of("day", "ANNOUNCED").id("late")
	s.worth("ban", "DATED", on("2024-07-20")).of("day", "EFFECTIVE")
	s.say("listing", "ISSUED_BY", "court")
	s.say("listing", "TARGETS", "labs").from("2022-03-25").to("2023-12-31")
	s.worth("listing", "DATED", on("2022-03-25")).of("day", "EFFECTIVE")
	s.worth("repeal", "DATED", on("2024-01-01")).of("day", "EFFECTIVE")
	s.say("repeal", "ANNULS", "listing")
	s.say("stay", "STAYS", "ban").from("2024-08-01").to("2024-08-31")
	s.say("listing", "LISTED_ON", "list")
	s.worth("ban", "CITATION", graph.Text{Wording: "89 FR 52434"})
	s.worth("ban", "PROVISION", graph.Provision{Effect: graph.Prohibits, Act: "sell", Concerns: "widgets"}).from("2024-07-20")
	s.worth("ban", "PROVISION", graph.Provision{Effect: graph.Permits, Act: "use", Concerns: "widgets"})
	s.worth("ban", "GROUNDED_ON", graph.ClaimRef{Claim: s.cooperation()})
	s.say("acme", "CHALLENGES", "ban").by("acme", graph.PartyVoice, graph.Asserts).id("challenge").said("2024-06-22")
	s.worth("ban", "CHARACTERISED_AS", graph.Text{Wording: "unfair", Language: "en"}).
		by("acme", graph.OtherVoice, graph.Asserts).id("unfair").said("2024-06-21")
	s.say("ban", "TARGETS", "acme").by("bob", graph.OtherVoice, graph.NoComment).id("hush").said("2024-06-23")
}

func (s *shelf) townFigures() {
	count := func(lo, hi, unit string) graph.Value {
		return graph.Quantity{Min: graph.Number(lo), Max: graph.Number(hi), Unit: unit}
	}
	s.worth("acme", "HAS_USERS", count("400000000", "", "users")).asOf("2020-05-01")
	s.worth("acme", "HAS_USERS", count("430000000", "430000000", "users")).asOf("2020-05-01").in("brief")
	s.worth("acme", "HAS_CLIENTS", count("270000", "270000", "")).asOf("2024-06-20")
	s.worth("acme", "HAS_CLIENTS", count("200001", "", "")).asOf("2024-06-20")
	s.worth("acme", "HAS_CLIENTS", count("220000", "220000", "")).asOf("2024-06-20").id("fewer")
	s.worth("acme", "HAS_CLIENTS", graph.Undisclosed{By: ent("acme")}).by("acme", graph.PartyVoice, graph.Asserts).asOf("2024-06-20")
	s.worth("acme", "OFFICE_COUNTRY_COUNT", count("31", "31", "")).asOf("2024-01-01")
	s.worth("acme", "OFFICE_COUNTRY_COUNT", count("35", "35", "")).asOf("2018-01-01")
	s.worth("labs", "EMPLOYEE_COUNT", count("50", "60", "")).asOf("2021").in("secret")
}

func (s *shelf) townNames() {
	for _, n := range []graph.Name{
		{Text: "Acme Works", Language: "en", Strength: graph.StrongName},
		{Text: "Акме", Script: "Cyrl", Language: "ru", Strength: graph.AliasName},
		{Text: "Works", Language: "en", Strength: graph.WeakName},
	} {
		s.worth("acme", "NAME", n)
	}
	s.worth("holding", "NAME", graph.Name{Text: "Works", Language: "en", Strength: graph.WeakName})
	s.worth("labs", "IDENTIFIER", graph.Identifier{Scheme: "OFAC-SDN", Value: "45815"})
	s.worth("labs", "IDENTIFIER", graph.Identifier{Scheme: "LEI", Value: "5299 00AB"})
}
