package graph

// role is the qualifier of ties that a person, or who acts for another, holds in a role.
func role(required bool) []QualifierRule { return []QualifierRule{{Name: "role", Required: required}} }

// personRows tell what ties people to bodies, states and each other.
func personRows() []Predicate {
	return []Predicate{
		{
			Name: "FOUNDED", Label: "founded", Inverse: "was founded by",
			Clause: "{s} founded {o}", Infinitive: "found {o}", Perfect: "have founded {o}",
			Subjects: actors, Objects: bodies | officials, Walkable: true,
		},
		{
			Name: "DIRECTS", Label: "directs", Inverse: "is directed by",
			Clause: "{s} directs {o}[ as {role}]", Infinitive: "direct {o}[ as {role}]",
			Subjects: KindsOf(Person), Objects: bodies | officials, FtM: "Directorship", BODS: "seniorManagingOfficial",
			Walkable: true, Qualifiers: role(false),
		},
		{
			Name: "EMPLOYS", Label: "employs", Inverse: "is employed by",
			Clause: "{s} employs {o}[ as {role}]", Infinitive: "employ {o}[ as {role}]",
			Subjects: bodies | officials, Objects: KindsOf(Person), FtM: "Employment",
			Walkable: true, Accused: ObjectEnd, Qualifiers: role(false),
		},
		{
			Name: "HOLDS_OFFICE", Label: "holds office in", Inverse: "has the office-holder",
			Clause: "{s} holds office in {o} as {role}", Infinitive: "hold office in {o} as {role}",
			Subjects: KindsOf(Person), Objects: officials | KindsOf(Organization), FtM: "Occupancy",
			Walkable: true, SpeaksFor: SubjectSpeaks, Qualifiers: role(true),
		},
		{
			Name: "MEMBER_OF", Label: "is a member of", Inverse: "has the member",
			Clause: "{s} is among the members of {o}[ as {role}]", Infinitive: "be among the members of {o}[ as {role}]",
			Subjects: actors, Objects: KindsOf(CorporateGroup, RegionalUnit, Organization) | officials, FtM: "Membership",
			Walkable: true, Qualifiers: role(false),
		},
		{
			Name: "REPRESENTS", Label: "represents", Inverse: "is represented by",
			Clause: "{s} represents {o}[ as {role}]", Infinitive: "represent {o}[ as {role}]",
			Subjects: actors, Objects: actors, FtM: "Representation",
			Walkable: true, SpeaksFor: SubjectSpeaks, Accusatory: WithOfficial, Qualifiers: role(false),
		},
		{
			Name: "CITIZEN_OF", Label: "is a citizen of", Inverse: "has the citizen",
			Clause: "{s} has the citizenship of {o}", Infinitive: "have the citizenship of {o}",
			Subjects: KindsOf(Person), Objects: KindsOf(Country), FtM: "Person:citizenship",
		},
		{
			Name: "FAMILY", Label: "is related to", Inverse: "is related to",
			Clause: "{s} is related to {o}[ {kind}]", Infinitive: "be related to {o}[ {kind}]",
			Subjects: KindsOf(Person), Objects: KindsOf(Person), FtM: "Family",
			Walkable: true, Symmetric: true,
			Qualifiers: []QualifierRule{{
				Name:   "kind",
				Values: []string{"SPOUSES", "PARTNERS", "SIBLINGS", "PARENT_AND_CHILD", "BY_MARRIAGE", "OTHER"},
				Words:  []string{"as a spouse", "as a partner", "as a sibling", "as parent or child", "by marriage", "in another way"},
			}},
		},
		{
			Name: "ASSOCIATED_WITH", Label: "is associated with", Inverse: "is associated with",
			Clause: "{s} is associated with {o}", Infinitive: "be associated with {o}",
			Subjects: actors, Objects: actors, FtM: "Associate",
			Walkable: true, Symmetric: true, Accusatory: WithOfficial,
		},
	}
}
