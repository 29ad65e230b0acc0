// Gives how many ids hold each term, then for each set the first ids that hold enough of its terms.
CALL () {
  UNWIND $terms AS text
  MATCH (t:Term {text: text})/* held */
  WITH text, count(DISTINCT x) AS n
  RETURN collect([text, n]) AS counts
}
/* sets */
RETURN [counts/* pages */]
