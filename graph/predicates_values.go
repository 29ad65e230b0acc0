package graph

// markRows tell by what an entity is known and found.
func markRows() []Predicate {
	return []Predicate{
		{
			Name: "ADDRESS", Label: "is at the address",
			Clause: "{s} is at {o}", Infinitive: "be at {o}", Hidden: "an undisclosed address",
			Subjects: actors | KindsOf(Office), Values: []ValueType{TextValue, UndisclosedValue}, FtM: "Thing:address",
		},
		{
			Name: "COORDINATES", Label: "lies at",
			Clause: "{s} lies at {o}", Infinitive: "lie at {o}",
			Subjects: places | KindsOf(Office), Values: []ValueType{CoordinatesValue}, Functional: true,
		},
		{
			Name: namePredicate, Label: "has the name",
			Clause: "{s} has the name {o}", Infinitive: "have the name {o}",
			Subjects: AllKinds, Values: []ValueType{NameValue}, FtM: "Thing:name",
		},
		{
			Name: identifierPredicate, Label: "has the identifier",
			Clause: "{s} has the identifier {o}", Infinitive: "have the identifier {o}",
			Subjects: AllKinds, Values: []ValueType{IdentifierValue}, FtM: "Identification",
		},
	}
}

// figureRows tell how many or how much; each figure holds on its own day.
func figureRows() []Predicate {
	makers := bodies | KindsOf(Product)
	return []Predicate{
		count("HAS_USERS", "has users", "has", "have", "users", "an undisclosed number of users", makers),
		count("HAS_CLIENTS", "has clients", "has", "have", "clients", "an undisclosed number of clients", makers),
		count("SERVES_COUNTRY_COUNT", "serves countries", "serves", "serve", "countries", "an undisclosed number of countries", makers),
		count("UNIT_COUNT", "has units", "has", "have", "units", "an undisclosed number of units", bodies|officials),
		count("OFFICE_COUNTRY_COUNT", "has offices in countries", "has offices in", "have offices in", "countries",
			"an undisclosed number of countries", bodies|officials),
		count("EMPLOYEE_COUNT", "has employees", "has", "have", "employees", "an undisclosed number of employees", bodies|officials),
		{
			Name: "REVENUE", Label: "has revenue",
			Clause: "{s} has revenue of {o}[ in the {segment} segment][ in {place}]", Infinitive: "have revenue of {o}[ in the {segment} segment][ in {place}]",
			Hidden: "an undisclosed amount", Subjects: bodies | KindsOf(Product), Values: []ValueType{MoneyValue, UndisclosedValue},
			Functional: true, Figure: true, Qualifiers: figureQualifiers(),
		},
	}
}

// count is the row of a number of something.
func count(name, label, finite, infinitive, unit, hidden string, subjects Kinds) Predicate {
	rest := " {o}[ in the {segment} segment][ in {place}]"
	return Predicate{
		Name: name, Label: label, Clause: "{s} " + finite + rest, Infinitive: infinitive + rest,
		Unit: unit, Hidden: hidden, Subjects: subjects, Values: []ValueType{QuantityValue, UndisclosedValue},
		Functional: true, Figure: true, Qualifiers: figureQualifiers(),
	}
}

// figureQualifiers tell figures of one predicate apart; a place is said as it reads after "in": "the United States".
func figureQualifiers() []QualifierRule { return []QualifierRule{{Name: "place"}, {Name: "segment"}} }
