package graph

// actRows tell what an official act is: when, by whom, against whom, on what ground, with what effect.
func actRows() []Predicate {
	measure := KindsOf(Measure)
	return []Predicate{
		{
			Name: datedPredicate, Label: "is dated",
			Clause: "{s} {day} {o}", Infinitive: "{day} {o}", Perfect: "have {day} {o}",
			Subjects: measure, Values: []ValueType{DateValue}, Functional: true, Act: true,
			Qualifiers: []QualifierRule{{
				Name: datedQualifier, Required: true,
				Values: []string{"DECIDED", "ANNOUNCED", "PUBLISHED", "EFFECTIVE", endedDay},
				Words: []string{
					"was decided|be decided|been decided", "was announced|be announced|been announced",
					"was published|be published|been published", "took effect|take effect|taken effect", "ended|end|ended",
				},
			}},
		},
		{
			Name: "ISSUED_BY", Label: "was issued by", Inverse: "issued",
			Clause: "{s} was issued by {o}", Infinitive: "be issued by {o}", Perfect: "have been issued by {o}", Deed: "issue {s}",
			Subjects: measure, Objects: officials | KindsOf(Organization, Person), FtM: "Sanction:authority", Act: true,
		},
		{
			Name: "TARGETS", Label: "targets", Inverse: "is targeted by",
			Clause: "{s} targets {o}", Infinitive: "target {o}",
			Subjects: measure, Objects: actors | KindsOf(Product, Sector, Country, Region), FtM: "Sanction:entity", Act: true,
		},
		{
			Name: "ADDRESSED_TO", Label: "is addressed to", Inverse: "is bound by",
			Clause: "{s} is addressed to {o}", Infinitive: "be addressed to {o}",
			Subjects: measure, Objects: actors | KindsOf(Sector, Country, Region), Act: true,
		},
		{
			Name: "LISTED_ON", Label: "is listed on", Inverse: "lists",
			Clause: "{s} is listed on {o}", Infinitive: "be listed on {o}",
			Subjects: actors | KindsOf(Product, Measure), Objects: measure, ObjectMeasure: []MeasureKind{List}, Act: true,
		},
		{
			Name: "LEGAL_BASIS", Label: "is based on", Inverse: "is the legal basis of",
			Clause: "{s} is based on {o}", Infinitive: "be based on {o}",
			Subjects: measure, Objects: measure, ObjectMeasure: []MeasureKind{Law}, FtM: "Sanction:program", Act: true,
		},
		{
			Name: "CITATION", Label: "is cited as",
			Clause: "{s} is cited as {o}", Infinitive: "be cited as {o}",
			Subjects: measure, Values: []ValueType{TextValue}, Act: true,
		},
		{
			Name: "PROVISION", Label: "has the provision",
			Clause: "{s} has a provision that {o}", Infinitive: "have a provision that {o}",
			Subjects: measure, Values: []ValueType{ProvisionValue}, FtM: "Sanction:provisions", Act: true,
		},
		{
			Name: "GROUNDED_ON", Label: "is grounded on",
			Clause: "{s} is grounded on this claim: {o}", Infinitive: "be grounded on this claim: {o}",
			Subjects: measure, Values: []ValueType{ClaimRefValue}, FtM: "Sanction:reason", Act: true,
		},
	}
}

// laterActRows tell what one act does to another.
func laterActRows() []Predicate {
	row := func(name, label, inverse, infinitive string) Predicate {
		return Predicate{
			Name: name, Label: label, Inverse: inverse, Clause: "{s} " + label + " {o}", Infinitive: infinitive + " {o}",
			Subjects: KindsOf(Measure), Objects: KindsOf(Measure), Act: true,
		}
	}
	return []Predicate{
		row("IMPLEMENTS", "implements", "is implemented by", "implement"),
		row("AMENDS", "amends", "is amended by", "amend"),
		row("UPHOLDS", "upholds", "is upheld by", "uphold"),
		row("STAYS", "stays", "is stayed by", "stay"),
		row("ANNULS", "annuls", "is annulled by", "annul"),
		row("REPLACES", "replaces", "is replaced by", "replace"),
	}
}

// opinionRows tell what others say of an act, and do about it.
func opinionRows() []Predicate {
	return []Predicate{
		{
			Name: "CHALLENGES", Label: "challenges", Inverse: "is challenged by",
			Clause: "{s} challenges {o}", Infinitive: "challenge {o}",
			Subjects: actors, Objects: KindsOf(Measure),
		},
		{
			Name: "CHARACTERISED_AS", Label: "deserves to be called",
			Clause: "{s} deserves to be called {o}", Infinitive: "deserve to be called {o}",
			Subjects: KindsOf(Measure), Values: []ValueType{TextValue},
		},
		{
			Name: "MOTIVATED_BY", Label: "is motivated by",
			Clause: "{s} is motivated by this: {o}", Infinitive: "be motivated by this: {o}",
			Subjects: KindsOf(Measure), Values: []ValueType{TextValue},
		},
	}
}
