WITH c, stretches,
  CASE WHEN $at IS NULL THEN stretches[-1] ELSE [s IN stretches WHERE s[0] <= $at AND $at <= s[1]][-1] END AS shown
WHERE shown IS NOT NULL
  AND ($modalities IS NULL OR c.modality IN $modalities) AND ($standings IS NULL OR shown[2] IN $standings)
  AND ($contested IS NULL OR shown[4] = $contested) AND (NOT $allegation OR stretches[-1][8])
