package model

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Node is anything with an id of its own.
type Node interface{ IsNode() }

// Entity is something that claims are about; its types are those of its kinds.
type Entity interface {
	Node
	IsEntity()
}

// The views of entities, one a kind. What they share is said once, by kind.
type (
	// CorporateGroup is what the press means by a brand name.
	CorporateGroup struct{ entity }
	// Company is one legal entity.
	Company struct{ entity }
	// RegionalUnit is an organisational unit that is not known to be a legal entity.
	RegionalUnit struct{ entity }
	// Organization is any other body.
	Organization struct{ entity }
	// Government is a state, or the government of one.
	Government struct{ entity }
	// Agency is a body of a state.
	Agency struct{ entity }
	// IntelligenceService is an intelligence service of a state.
	IntelligenceService struct{ entity }
	// Person is a human being.
	Person struct{ entity }
	// Office is a place of business.
	Office struct{ entity }
	// Product is what is made, sold or banned.
	Product struct{ entity }
	// Sector is a line of business.
	Sector struct{ entity }
	// Country is a country or territory.
	Country struct{ entity }
	// Region is a part of a country, or a group of countries.
	Region struct{ entity }
	// City is a city, town or other settlement.
	City struct{ entity }
	// Measure is an official act or instrument.
	Measure struct{ entity }
)

// newEntity shows an entity as the type of its kind.
func newEntity(p Place) Entity {
	e := entity{p}
	switch e.row().Kind {
	case graph.CorporateGroup:
		return &CorporateGroup{e}
	case graph.Company:
		return &Company{e}
	case graph.RegionalUnit:
		return &RegionalUnit{e}
	case graph.Organization:
		return &Organization{e}
	case graph.Government:
		return &Government{e}
	case graph.Agency:
		return &Agency{e}
	case graph.IntelligenceService:
		return &IntelligenceService{e}
	case graph.Person:
		return &Person{e}
	default:
		return newThing(e)
	}
}

// newThing shows an entity that is neither a body nor a person.
func newThing(e entity) Entity {
	switch e.row().Kind {
	case graph.Office:
		return &Office{e}
	case graph.Product:
		return &Product{e}
	case graph.Sector:
		return &Sector{e}
	case graph.Country:
		return &Country{e}
	case graph.Region:
		return &Region{e}
	case graph.City:
		return &City{e}
	case graph.Measure:
		return &Measure{e}
	default:
		panic(fmt.Sprintf("model: an entity of kind %q has no view", e.row().Kind))
	}
}

func newMeasure(p Place) *Measure { return &Measure{entity{p}} }

func newOffice(p Place) *Office { return &Office{entity{p}} }

// newNode shows anything with an id of its own.
func newNode(p Place) Node {
	switch TypeOf(p.node) {
	case "Entity":
		return newEntity(p)
	case "Claim":
		return newClaim(p)
	case "Assertion":
		return newAssertion(p)
	case "Document":
		return newDocument(p)
	case "TextLayer":
		return newTextLayer(p)
	case "Judgement":
		return newJudgement(p)
	default:
		panic(fmt.Sprintf("model: %T is no node of the API", p.node))
	}
}

// TypeOf names the type that shows a node; of all entities it is Entity, and of what has no id of its own nothing.
func TypeOf(n graph.Node) string {
	switch n.(type) {
	case *graph.EntityRow:
		return "Entity"
	case *graph.ClaimRow:
		return "Claim"
	case *graph.AssertionRow:
		return "Assertion"
	case *graph.DocumentRow, *graph.DocumentAt:
		return "Document"
	case *graph.LayerNode:
		return "TextLayer"
	case *graph.JudgementRow:
		return "Judgement"
	default:
		return ""
	}
}
