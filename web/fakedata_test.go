package web_test

import (
	"fmt"
	"strings"
)

// fakeEntity is what the fake API knows of an entity.
type fakeEntity struct {
	head        object
	allegations map[string][]any
	measures    map[string][]any
	ties        []any
	claims      []any
	figures     []any
}

const (
	hostileName  = "<script>document.title='owned'</script>\u202egpj.exe\u202c 🕵️"
	hostileQuote = "𝔻oes \"><img src=x onerror=alert(1)> & 🧵 spy?"
	allegedQuote = "cooperation with Russian military and intelligence authorities"
	allegedWhole = "The Bureau added three entities for their cooperation with Russian military and intelligence authorities in support of " +
		"the Russian Government's cyber intelligence objectives."
	denialQuote = "does not engage in activities which threaten US national security"
	denialWhole = "The company does not engage in activities which threaten US national security and, in fact, has made significant " +
		"contributions with its reporting and protection from a variety of threat actors."
)

func text(words string) object { return object{"text": words} }

func named(id, name string) object { return object{"id": id, "name": name, "kind": "COMPANY"} }

func commerce() object { return named("ent_commerce", "US Commerce Department") }

// said is one speech act with one quote.
func said(id, stance, countsAs string, speaker any, quote, sentence string) object {
	before, after, _ := strings.Cut(sentence, quote)
	return object{
		"id": id, "stance": stance, "countsAs": countsAs, "speaker": speaker, "capacity": nil, "speakerBasis": "STATED",
		"reportedBy": []any{}, "channel": nil, "saidAt": text("20 June 2024"), "publishedAt": nil, "period": nil, "retractedAt": nil,
		"evidence": []any{object{
			"quote": quote, "sentence": sentence, "prefix": before[max(0, len(before)-32):], "suffix": after[:min(32, len(after))],
			"page": nil, "url": "https://example.org/notice", "document": notice(),
		}},
	}
}

func notice() object {
	return object{
		"id": "doc_notice", "title": "Commerce Department Prohibits Russian Kaspersky Software", "url": "https://example.org/notice",
		"publisher": commerce(), "published": text("20 June 2024"),
	}
}

func several(nodes ...any) object {
	return object{"totalCount": len(nodes), "nodes": append([]any{}, nodes...)}
}

func claimLine(id, sentence, standing string) object {
	return object{
		"id": id, "sentence": sentence, "standing": standing, "contested": false, "modality": "FACT", "period": text("from 24 June 2024"),
	}
}

// allegation is a claim with what is said for it and against it.
func allegation(claim object, support []any, denials, general []any) object {
	claim["support"], claim["comments"] = several(support...), several()
	return object{
		"replyRecorded": len(denials)+len(general) > 0, "claim": claim, "denials": append([]any{}, denials...),
		"generalDenials": append([]any{}, general...), "determinations": []any{}, "retractions": []any{},
	}
}

func company() fakeEntity {
	alleged := said("ast_1", "ALLEGES", "AUTHORITY", commerce(), allegedQuote, allegedWhole)
	alleged["capacity"] = object{"role": "Secretary of Commerce", "for": commerce()}
	alleged["speaker"] = named("ent_raimondo", "Gina Raimondo")
	alleged["reportedBy"] = []any{
		object{"who": named("ent_reuters", "Reuters"), "work": nil, "published": text("20 June 2024")},
		object{"who": nil, "work": object{"id": "doc_2", "title": "US Blocks Leading Cybersecurity Firm", "url": "javascript:alert(1)"}, "published": nil},
	}
	denied := said("ast_2", "DENIES", "PARTY", named("ent_kaspersky", "Kaspersky"), denialQuote, denialWhole)
	other := said("ast_3", "ASSERTS", "PUBLISHER", nil, "poses undue and unacceptable risks", "Its software poses undue and unacceptable risks.")
	explicit := said("ast_4", "DENIES", "PARTY", named("ent_kaspersky", "Kaspersky"), "We deny it", "We deny it in full.")
	disputed := claimLine("clm_2", "The US Commerce Department alleges that Kaspersky is subject to Russia's direction; Kaspersky denies it.", "DISPUTED")
	disputed["modality"] = "CAPABILITY"
	return fakeEntity{
		head: head("ent_kaspersky", "Kaspersky", "CORPORATE_GROUP"),
		allegations: map[string][]any{"SUBJECT": {
			allegation(claimLine("clm_1", "The US Commerce Department alleges that Kaspersky cooperates with Russian military and intelligence authorities.", "ALLEGED"),
				[]any{alleged, other}, nil, []any{denied}),
			allegation(disputed, []any{alleged}, []any{explicit}, nil),
			allegation(claimLine("clm_3", "BBC News alleges that Kaspersky was exploited by a Russian service.", "ALLEGED"), []any{other}, nil, nil),
		}},
		measures: map[string][]any{"TARGET": {object{
			"node":  object{"id": "ent_fd", "name": "Final Determination ICTS-2021-002", "measureKind": "DETERMINATION"},
			"claim": object{"id": "clm_9"}, "standing": "RECORDED", "period": text("from 24 June 2024"), "status": "IN_FORCE",
		}}},
		ties: companyTies(), claims: []any{claimLine("clm_8", "Kaspersky is headquartered in Moscow.", "STATED")},
		figures: []any{object{
			"predicate": object{"label": "has users"}, "value": text("over 400 million users"), "period": text("on 20 June 2024"),
			"standing": "STATED", "contested": false, "quote": "over 400 million users", "claim": object{"id": "clm_7"},
		}},
	}
}

func head(id, name, kind string) object {
	told := object{"standing": "RECORDED", "contested": false}
	return object{
		"id": id, "kind": kind, "specificity": "NAMED", "count": nil, "anchor": nil, "name": name, "degree": 63,
		"names": object{"totalCount": 2, "edges": []any{
			object{"node": object{"text": name, "script": "Latn", "language": "en", "strength": "STRONG"}, "claim": told},
			object{"node": object{"text": "Лаборатория Касперского", "script": "Cyrl", "language": "ru", "strength": "ALIAS"}, "claim": told},
		}},
		"identifiers": object{"totalCount": 1, "edges": []any{
			object{"node": object{"scheme": "LEI", "value": "5493000F4ZO33MV32P92"}, "claim": told},
		}},
	}
}

// companyTies has a tie in every standing and more ties than one page holds.
func companyTies() []any {
	var list []any
	for i, standing := range standings() {
		list = append(list, tie(fmt.Sprintf("Partner %d", i), standing))
	}
	for i := range 50 {
		list = append(list, tie(fmt.Sprintf("Office in city %d", i), "STATED"))
	}
	return list
}

func standings() []string {
	return []string{"DETERMINED", "ADMITTED", "RECORDED", "REPORTED", "STATED", "ALLEGED", "DISPUTED", "REFUTED", "RETRACTED", "UNASSERTED"}
}

func tie(name, standing string) object {
	return object{
		"node": object{"id": "ent_" + strings.ReplaceAll(name, " ", "_"), "kind": "AGENCY", "name": name}, "forward": true, "standing": standing,
		"contested": standing == "DETERMINED", "modality": "FACT", "period": text("from 2017"), "shareMin": nil, "shareMax": nil,
		"predicate": object{"label": "cooperates with", "inverse": "cooperates with"}, "claim": object{"id": "clm_1"},
	}
}

// hostile is an entity all of whose words try to break out, read backwards, or are endless.
func hostile() fakeEntity {
	endless := strings.Repeat("endless words 🧵 ", 600)
	twice := "first " + hostileQuote + " then " + hostileQuote + " again " + endless
	quoted := said("ast_h", "ALLEGES", "OTHER", named("ent_hostile", hostileName), hostileQuote, twice)
	evidence := quoted["evidence"].([]any)[0].(object)
	evidence["prefix"], evidence["suffix"] = " then ", " again endless words"
	evidence["url"] = "javascript:document.title='owned'"
	denial := said("ast_d", "DENIES", "PARTY", named("ent_hostile", hostileName), "no", "\u202eno\u202c, never </blockquote><script>alert(2)</script>")
	e := fakeEntity{
		head:        head("ent_hostile", hostileName, "COMPANY"),
		allegations: map[string][]any{"SUBJECT": {allegation(claimLine("clm_h", "Somebody alleges that "+hostileName+" "+endless, "DISPUTED"), []any{quoted}, []any{denial}, nil)}},
		ties:        []any{tie(hostileName+endless, "ALLEGED")},
	}
	e.head["names"].(object)["edges"].([]any)[1].(object)["node"].(object)["text"] = endless
	return e
}

// bare is an entity of which next to nothing is on file.
func bare() fakeEntity {
	e := fakeEntity{head: head("ent_bare", "two Russian units", "REGIONAL_UNIT")}
	e.head["specificity"], e.head["count"], e.head["anchor"] = "GROUP", text("2"), notice()
	e.head["names"] = object{"totalCount": 0, "edges": []any{}}
	e.head["identifiers"] = object{"totalCount": 0, "edges": []any{}}
	return e
}

func stats() object {
	return object{"entities": 1234, "claims": 5678, "assertions": 91011, "documents": 12, "recordedAt": "2024-06-21T10:00:00Z"}
}

// sources is what the claim behind a "Sources" button answers.
func sources(id string) any {
	if id == "clm_7" {
		return nil
	}
	alleged := said("ast_1", "DETERMINES", "OTHER", commerce(), allegedQuote, allegedWhole)
	return object{
		"accusatory": id == "clm_1", "standing": "ALLEGED", "contested": false, "support": several(alleged), "replies": several(),
		"comments": several(), "withdrawals": several(), "generalDenials": []any{},
	}
}

// search finds the company by its name's beginning, and the hostile one by "hos".
func search(words string) object {
	hit := func(id, name, kind, matched string, facets ...string) object {
		list := []any{}
		for _, f := range facets {
			list = append(list, object{"standing": f})
		}
		return object{"matched": matched, "node": object{"id": id, "kind": kind, "name": name, "degree": 63, "tieFacets": list}}
	}
	edges := []any{}
	switch {
	case len(words) > 2 && words == "kaspersky"[:min(len(words), 9)]:
		edges = append(edges, hit("ent_kaspersky", "Kaspersky", "CORPORATE_GROUP", "Kaspersky", "ALLEGED", "RECORDED", "STATED"),
			hit("ent_ao", "AO Kaspersky Lab", "COMPANY", "АО «Лаборатория Касперского»", "ALLEGED"))
	case words == "hos":
		edges = append(edges, hit("ent_hostile", hostileName+strings.Repeat(" endless", 1300), "COMPANY", hostileName))
	}
	return object{"totalCount": len(edges), "truncated": nil, "edges": edges}
}
