package seed

import "github.com/redthread-graph/redthread/graph"

// Value is what a claim says of its subject when that is no entity: exactly one field is given.
type Value struct {
	Quantity    *Quantity    `yaml:"quantity"`
	Money       *Money       `yaml:"money"`
	Date        string       `yaml:"date"`
	Duration    string       `yaml:"duration"`
	Text        *Text        `yaml:"text"`
	Identifier  *Identifier  `yaml:"identifier"`
	Name        *Name        `yaml:"name"`
	Provision   *Provision   `yaml:"provision"`
	Claim       string       `yaml:"claim"` // a statement about it
	Coordinates *Coordinates `yaml:"coordinates"`
	Undisclosed string       `yaml:"undisclosed"` // entity that keeps it back
}

// Quantity is a number of something: "exact" for both bounds.
type Quantity struct {
	Exact       graph.Number `yaml:"exact"`
	Min         graph.Number `yaml:"min"`
	Max         graph.Number `yaml:"max"`
	Approximate bool         `yaml:"approximate"`
	Unit        string       `yaml:"unit"`
}

// Money is an amount in a currency.
type Money struct {
	Exact       graph.Number `yaml:"exact"`
	Min         graph.Number `yaml:"min"`
	Max         graph.Number `yaml:"max"`
	Approximate bool         `yaml:"approximate"`
	Currency    string       `yaml:"currency"`
}

// Text is a proposition in words.
type Text struct {
	Wording  string `yaml:"wording"`
	Language string `yaml:"language"`
}

// Identifier is a mark given by a register.
type Identifier struct {
	Scheme string `yaml:"scheme"`
	Value  string `yaml:"value"`
}

// Name is a name in a script and language.
type Name struct {
	Text     string `yaml:"text"`
	Script   string `yaml:"script"`
	Language string `yaml:"language"`
	Strength string `yaml:"strength"`
}

// Provision is what a measure orders.
type Provision struct {
	Effect     string `yaml:"effect"`
	Act        string `yaml:"act"`
	Concerns   string `yaml:"concerns"`
	Addressees string `yaml:"addressees"`
	Territory  string `yaml:"territory"`
	Exhaustive bool   `yaml:"exhaustive"`
}

// Coordinates is a place in WGS 84 decimal degrees.
type Coordinates struct {
	Latitude  graph.Number `yaml:"latitude"`
	Longitude graph.Number `yaml:"longitude"`
}
