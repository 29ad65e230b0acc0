package graph

// dealingRows tell what bodies do with each other, and what somebody did.
func dealingRows() []Predicate {
	return []Predicate{
		{
			Name: "SUPPLIES", Label: "supplies", Inverse: "is supplied by",
			Clause: "{s} supplies {o}[ with {product}]", Infinitive: "supply {o}[ with {product}]",
			Subjects: actors, Objects: actors | KindsOf(Sector),
			Walkable: true, Qualifiers: []QualifierRule{{Name: "product"}},
		},
		{
			Name: "FUNDED_BY", Label: "is funded by", Inverse: "funds",
			Clause: "{s} is funded by {o}", Infinitive: "be funded by {o}", Deed: "fund {s}",
			Subjects: actors, Objects: actors, Walkable: true, Accusatory: WithOfficial,
		},
		{
			Name: "COOPERATES_WITH", Label: "cooperates with", Inverse: "cooperates with",
			Clause: "{s} cooperates with {o}", Infinitive: "cooperate with {o}",
			Subjects: actors, Objects: actors, FtM: "UnknownLink",
			Walkable: true, Symmetric: true, Accusatory: WithOfficial,
		},
		{
			Name: "ACTION", Label: "took the action",
			Clause: "{s} took this action: {o}", Infinitive: "take this action: {o}", Perfect: "have taken this action: {o}",
			Subjects: actors, Values: []ValueType{TextValue},
		},
	}
}

// controlAccusations say that somebody stands under, or works for, another.
func controlAccusations() []Predicate {
	return []Predicate{
		{
			Name: "DIRECTED_BY", Label: "is directed by", Inverse: "gives directions to",
			Clause: "{s} is directed by {o}", Infinitive: "be directed by {o}", Deed: "direct {s}",
			Subjects: actors, Objects: actors, Walkable: true, Accusatory: AlwaysAccusatory,
		},
		{
			Name: "INFLUENCED_BY", Label: "is influenced by", Inverse: "influences",
			Clause: "{s} is influenced by {o}", Infinitive: "be influenced by {o}", Deed: "influence {s}",
			Subjects: actors, Objects: actors, Walkable: true, Accusatory: AlwaysAccusatory,
		},
		{
			Name: "SUBJECT_TO", Label: "is subject to", Inverse: "has power over",
			Clause: "{s} is subject to the {words} of {o}", Infinitive: "be subject to the {words} of {o}",
			Subjects: bodies | KindsOf(Person), Objects: KindsOf(Government),
			Walkable: true, Accusatory: AlwaysAccusatory, Qualifiers: []QualifierRule{{Name: "words", Required: true}},
		},
		{
			Name: "SPIED_FOR", Label: "spied for", Inverse: "had as a spy",
			Clause: "{s} spied for {o}", Infinitive: "spy for {o}", Perfect: "have spied for {o}",
			Subjects: actors, Objects: bodies | officials, Walkable: true, Accusatory: AlwaysAccusatory,
		},
		{
			Name: "LINKED_TO", Label: "has links to", Inverse: "has links to",
			Clause: "{s} has links to {o}", Infinitive: "have links to {o}",
			Subjects: actors | KindsOf(Product, Country), Objects: actors | KindsOf(Product, Country), FtM: "UnknownLink",
			Walkable: true, Symmetric: true, Accusatory: AlwaysAccusatory,
		},
	}
}

// deedAccusations say that somebody does harm, or may.
func deedAccusations() []Predicate {
	return []Predicate{
		{
			Name: "SHARES_DATA_WITH", Label: "shares data with", Inverse: "gets data from",
			Clause: "{s} shares data with {o}", Infinitive: "share data with {o}",
			Subjects: actors | KindsOf(Product), Objects: actors, Walkable: true, Accusatory: AlwaysAccusatory,
		},
		{
			Name: "EXPLOITED_BY", Label: "is exploited by", Inverse: "exploits",
			Clause: "{s} is exploited by {o}", Infinitive: "be exploited by {o}", Deed: "exploit {s}",
			Subjects: actors | KindsOf(Product), Objects: actors,
			Walkable: true, Accusatory: AlwaysAccusatory, Accused: ObjectEnd,
		},
		{
			Name: "POSES_RISK_TO", Label: "poses a risk to", Inverse: "is put at risk by",
			Clause: "{s} poses a risk to {o}[ in respect of {aspect}]", Infinitive: "pose a risk to {o}[ in respect of {aspect}]",
			Subjects: actors | KindsOf(Product), Objects: KindsOf(Country, Sector, Organization), GroupObjects: actors | KindsOf(Product),
			Accusatory: AlwaysAccusatory, Qualifiers: []QualifierRule{{Name: "aspect"}},
		},
		{
			Name: "CONDUCT", Label: "engages in",
			Clause: "{s} engages in this conduct: {o}", Infinitive: "engage in this conduct: {o}",
			Subjects: actors, Values: []ValueType{TextValue}, Accusatory: AlwaysAccusatory,
		},
	}
}
