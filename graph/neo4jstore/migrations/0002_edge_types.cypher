// A statement that names a type of relationship which the database never had looks all its names up anew at every node: that is two
// thirds of what the edges of a hub take. So the database is given all that edges may have.
UNWIND [
  'ACTIVE_IN', 'ADDRESSED_TO', 'AMENDS', 'ANNULS', 'ASSOCIATED_WITH', 'CHALLENGES', 'CITIZEN_OF', 'COMES_FROM', 'CONTROLS',
  'COOPERATES_WITH', 'DIRECTED_BY', 'DIRECTS', 'EMPLOYS', 'EXPLOITED_BY', 'FAMILY', 'FOUNDED', 'FUNDED_BY', 'HAS_OFFICE',
  'HAS_UNIT', 'HEADQUARTERED_IN', 'HOLDS_OFFICE', 'IMPLEMENTS', 'INCLUDES', 'INCORPORATED_IN', 'INFLUENCED_BY', 'ISSUED_BY',
  'LEGAL_BASIS', 'LINKED_TO', 'LISTED_ON', 'LOCATED_IN', 'MAKES', 'MEMBER_OF', 'OPERATES_IN', 'OWNS', 'PARENT_OF', 'PART_OF',
  'POSES_RISK_TO', 'REPLACES', 'REPRESENTS', 'SHARES_DATA_WITH', 'SPIED_FOR', 'STAYS', 'SUBJECT_TO', 'SUCCEEDS', 'SUPPLIES',
  'TARGETS', 'UPHOLDS', 'TIED_TO'
] AS tie
UNWIND ['', 'ALLEGED_', 'VOID_', 'POTENTIAL_', 'ALLEGED_POTENTIAL_', 'VOID_POTENTIAL_'] AS tier
CALL db.createRelationshipType(tier + tie)
RETURN count(*);
