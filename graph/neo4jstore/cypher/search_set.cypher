CALL (/* before */) {
  UNWIND /* terms */ AS text
  MATCH (t:Term {text: text})/* held */
  WITH x, count(DISTINCT text) AS held
  WHERE held >= /* least *//* kinds */
  WITH x.id AS id ORDER BY id LIMIT $limit
  RETURN collect(id) AS /* page */
}
