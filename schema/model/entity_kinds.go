package model

import "context"

// Parent is what it belongs to.
func (e entity) Parent(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Subsidiaries are what it holds.
func (e entity) Subsidiaries(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Owners are who holds it.
func (e entity) Owners(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Members are what it includes, and its members.
func (e entity) Members(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Units are its organisational units.
func (e entity) Units(ctx context.Context) *UnitConnection {
	return &UnitConnection{page(ctx, e.Place)}
}

// Offices are its places of business.
func (e entity) Offices(ctx context.Context) *OfficeConnection {
	return &OfficeConnection{page(ctx, e.Place)}
}

// OfficeCountries are the countries of its offices, stated against listed.
func (e entity) OfficeCountries(ctx context.Context) *StatedListed {
	return one(ctx, e.Place, newStatedListed)
}

// Headquarters are where its headquarters are.
func (e entity) Headquarters(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Products are what it makes.
func (e entity) Products(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Figures are numbers that sources give for it.
func (e entity) Figures(ctx context.Context) *FigureConnection {
	return &FigureConnection{page(ctx, e.Place)}
}

// IncorporatedIn is where it is registered.
func (e entity) IncorporatedIn(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// PartOf is what a body of a state belongs to.
func (e entity) PartOf(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// OfficeHolders are those who hold office in an agency.
func (e entity) OfficeHolders(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Agencies are the bodies of a government.
func (e entity) Agencies(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Positions are what a person does and holds.
func (e entity) Positions(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Citizenships are the countries of a person.
func (e entity) Citizenships(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Addresses are those of an office.
func (e entity) Addresses(ctx context.Context) *ClaimSet { return one(ctx, e.Place, newClaimSet) }

// Coordinates are where a place lies.
func (e entity) Coordinates(ctx context.Context) *ClaimSet { return one(ctx, e.Place, newClaimSet) }

// City is where an office lies.
func (e entity) City(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Country is where an office lies.
func (e entity) Country(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Occupants are who works in an office.
func (e entity) Occupants(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Makers are who makes a product.
func (e entity) Makers(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Origin is where a product comes from.
func (e entity) Origin(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Active are who is active in a sector.
func (e entity) Active(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Headquartered are those whose headquarters lie in a country.
func (e entity) Headquartered(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// LocatedIn is the larger place in which a place lies.
func (e entity) LocatedIn(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }
