package graph

// corporateRows tell how bodies are made of each other.
func corporateRows() []Predicate {
	return []Predicate{
		{
			Name: "PARENT_OF", Label: "is the parent of", Inverse: "has the parent",
			Clause: "{s} is the parent of {o}", Infinitive: "be the parent of {o}",
			Subjects: KindsOf(CorporateGroup, Company, Organization) | officials, Objects: bodies,
			Walkable: true, SpeaksFor: SubjectSpeaks, Accused: ObjectEnd,
		},
		{
			Name: "OWNS", Label: "owns", Inverse: "is owned by",
			Clause: "{s} owns {o}[ through {interest}]", Infinitive: "own {o}[ through {interest}]",
			Subjects: actors, Objects: bodies | KindsOf(Product, Office), FtM: "Ownership", BODS: "shareholding",
			Walkable: true, Shares: true, Accused: ObjectEnd,
			Qualifiers: []QualifierRule{{
				Name:   "interest",
				Values: []string{"SHAREHOLDING", "VOTING_RIGHTS", "RIGHTS_TO_PROFIT", "RIGHTS_ON_DISSOLUTION"},
				Words:  []string{"shareholding", "voting rights", "rights to profit", "rights on dissolution"},
			}},
		},
		{
			Name: "CONTROLS", Label: "controls", Inverse: "is controlled by",
			Clause: "{s} controls {o}", Infinitive: "control {o}",
			Subjects: actors, Objects: bodies | officials | KindsOf(Product), FtM: "UnknownLink", BODS: "otherInfluenceOrControl",
			Walkable: true, Accusatory: WithOfficial, Accused: ObjectEnd,
		},
		{
			Name: "INCLUDES", Label: "includes", Inverse: "is one of",
			Clause: "{s} includes {o}", Infinitive: "include {o}",
			Subjects: actors | KindsOf(Office, Product, Sector), Objects: actors | KindsOf(Office, Product, Sector),
			Walkable: true, SpeaksFor: SubjectSpeaks, Accused: ObjectEnd,
		},
		{
			Name: "HAS_UNIT", Label: "has the unit", Inverse: "is a unit of",
			Clause: "{s} has units that include {o}", Infinitive: "have units that include {o}",
			Subjects: KindsOf(CorporateGroup, Company, Organization) | officials, Objects: KindsOf(RegionalUnit, Company),
			Walkable: true, SpeaksFor: SubjectSpeaks, Accused: ObjectEnd,
		},
		{
			Name: "PART_OF", Label: "is part of", Inverse: "has the part",
			Clause: "{s} is part of {o}", Infinitive: "be part of {o}",
			Subjects: bodies | officials, Objects: bodies | officials, FtM: "Membership",
			Walkable: true, SpeaksFor: ObjectSpeaks,
		},
		{
			Name: "SUCCEEDS", Label: "succeeds", Inverse: "is succeeded by",
			Clause: "{s} succeeds {o}", Infinitive: "succeed {o}",
			Subjects: bodies | officials | KindsOf(Product), Objects: bodies | officials | KindsOf(Product), FtM: "Succession",
			Walkable: true,
		},
	}
}

// placeRows tell where something is.
func placeRows() []Predicate {
	return []Predicate{
		{
			Name: "HAS_OFFICE", Label: "has the office", Inverse: "is an office of",
			Clause: "{s} has this office: {o}", Infinitive: "have this office: {o}",
			Subjects: actors, Objects: KindsOf(Office), FtM: "Thing:addressEntity",
		},
		{
			Name: "HEADQUARTERED_IN", Label: "is headquartered in", Inverse: "has the headquarters of",
			Clause: "{s} is headquartered in {o}", Infinitive: "be headquartered in {o}",
			Subjects: bodies | officials, Objects: places, Functional: true,
		},
		{
			Name: "INCORPORATED_IN", Label: "is incorporated in", Inverse: "is the place of incorporation of",
			Clause: "{s} is incorporated in {o}", Infinitive: "be incorporated in {o}",
			Subjects: KindsOf(Company, Organization), Objects: KindsOf(Country, Region), FtM: "LegalEntity:jurisdiction",
			Functional: true,
		},
		{
			Name: "LOCATED_IN", Label: "is located in", Inverse: "is the location of",
			Clause: "{s} is located in {o}", Infinitive: "be located in {o}",
			Subjects: actors | KindsOf(Office, Region, City), Objects: places, FtM: "Thing:country",
		},
		{
			Name: "OPERATES_IN", Label: "operates in", Inverse: "is a place of operation of",
			Clause: "{s} operates in {o}", Infinitive: "operate in {o}",
			Subjects: actors | KindsOf(Product), Objects: places,
		},
		{
			Name: "COMES_FROM", Label: "comes from", Inverse: "is the origin of",
			Clause: "{s} comes from {o}", Infinitive: "come from {o}",
			Subjects: KindsOf(CorporateGroup, Product), Objects: KindsOf(Country),
		},
	}
}

// businessRows tell what a body does for its living.
func businessRows() []Predicate {
	return []Predicate{
		{
			Name: "ACTIVE_IN", Label: "is active in", Inverse: "is a field of activity of",
			Clause: "{s} is active in {o}", Infinitive: "be active in {o}",
			Subjects: actors, Objects: KindsOf(Sector), FtM: "LegalEntity:sector",
		},
		{
			Name: "MAKES", Label: "makes", Inverse: "is made by",
			Clause: "{s} makes {o}", Infinitive: "make {o}",
			Subjects: actors, Objects: KindsOf(Product),
		},
	}
}
