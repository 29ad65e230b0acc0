package graph

import "slices"

// EntityKind is what an entity is; the names are those of the API.
type EntityKind string

// The kinds of entity.
const (
	CorporateGroup      EntityKind = "CORPORATE_GROUP"
	Company             EntityKind = "COMPANY"
	RegionalUnit        EntityKind = "REGIONAL_UNIT"
	Organization        EntityKind = "ORGANIZATION"
	Government          EntityKind = "GOVERNMENT"
	Agency              EntityKind = "AGENCY"
	IntelligenceService EntityKind = "INTELLIGENCE_SERVICE"
	Person              EntityKind = "PERSON"
	Office              EntityKind = "OFFICE"
	Product             EntityKind = "PRODUCT"
	Sector              EntityKind = "SECTOR"
	Country             EntityKind = "COUNTRY"
	Region              EntityKind = "REGION"
	City                EntityKind = "CITY"
	Measure             EntityKind = "MEASURE"
)

// EntityKinds lists all kinds in their fixed order.
func EntityKinds() []EntityKind {
	return []EntityKind{
		CorporateGroup, Company, RegionalUnit, Organization, Government, Agency, IntelligenceService, Person,
		Office, Product, Sector, Country, Region, City, Measure,
	}
}

// Kinds is a set of entity kinds.
type Kinds uint32

// AllKinds holds every kind.
const AllKinds Kinds = 1<<15 - 1

// KindsOf makes the set of the given kinds; unknown ones add nothing.
func KindsOf(kinds ...EntityKind) Kinds {
	var set Kinds
	for _, k := range kinds {
		if i := slices.Index(EntityKinds(), k); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}

// Has says whether the set holds kind k.
func (s Kinds) Has(k EntityKind) bool { return s&KindsOf(k) != 0 }

// List gives the kinds of the set in their fixed order.
func (s Kinds) List() []EntityKind {
	return slices.DeleteFunc(EntityKinds(), func(k EntityKind) bool { return !s.Has(k) })
}

// Sets of kinds that rules speak of.
var (
	// officials are states and their bodies: never the accused of a symmetric claim, and end points of paths.
	officials = KindsOf(Government, Agency, IntelligenceService)
	// walkable kinds are those that a path may pass through.
	walkable = KindsOf(CorporateGroup, Company, RegionalUnit, Organization, Person)
	// exposed kinds make any tie to an intelligence service an accusation.
	exposed = KindsOf(Person, CorporateGroup, Company, RegionalUnit, Organization, Product)
)

// Specificity says how an entity is known.
type Specificity string

// The specificities.
const (
	Named   Specificity = "NAMED"
	Unnamed Specificity = "UNNAMED" // "a Commerce official": known by its anchor in one document
	Group   Specificity = "GROUP"   // "two Russian units": several, with a count
)

// MeasureKind is what kind of act or instrument a measure is.
type MeasureKind string

// The kinds of measure.
const (
	Determination MeasureKind = "DETERMINATION"
	Designation   MeasureKind = "DESIGNATION"
	Listing       MeasureKind = "LISTING"
	Ban           MeasureKind = "BAN"
	Directive     MeasureKind = "DIRECTIVE"
	Warning       MeasureKind = "WARNING"
	Resolution    MeasureKind = "RESOLUTION"
	Licence       MeasureKind = "LICENCE"
	Penalty       MeasureKind = "PENALTY"
	Charge        MeasureKind = "CHARGE"
	Judgment      MeasureKind = "JUDGMENT"
	Delisting     MeasureKind = "DELISTING"
	Annulment     MeasureKind = "ANNULMENT"
	Law           MeasureKind = "LAW"
	List          MeasureKind = "LIST"
)

// MeasureKinds lists all kinds of measure.
func MeasureKinds() []MeasureKind {
	return []MeasureKind{
		Determination, Designation, Listing, Ban, Directive, Warning, Resolution, Licence, Penalty, Charge,
		Judgment, Delisting, Annulment, Law, List,
	}
}

// AgencyKind is what kind of body an agency is.
type AgencyKind string

// The kinds of agency.
const (
	Ministry   AgencyKind = "MINISTRY"
	Regulator  AgencyKind = "REGULATOR"
	Court      AgencyKind = "COURT"
	Force      AgencyKind = "FORCE"
	Embassy    AgencyKind = "EMBASSY"
	Parliament AgencyKind = "PARLIAMENT"
	OtherBody  AgencyKind = "OTHER"
)

// AgencyKinds lists all kinds of agency.
func AgencyKinds() []AgencyKind {
	return []AgencyKind{Ministry, Regulator, Court, Force, Embassy, Parliament, OtherBody}
}
