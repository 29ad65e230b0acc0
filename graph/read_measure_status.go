package graph

// MeasureStatus is what became of a measure.
type MeasureStatus string

// The statuses of a measure.
const (
	StatusDecided   MeasureStatus = "DECIDED"
	StatusAnnounced MeasureStatus = "ANNOUNCED"
	StatusPublished MeasureStatus = "PUBLISHED"
	StatusInForce   MeasureStatus = "IN_FORCE"
	StatusStayed    MeasureStatus = "STAYED"
	StatusEnded     MeasureStatus = "ENDED"
	StatusAnnulled  MeasureStatus = "ANNULLED"
	StatusReplaced  MeasureStatus = "REPLACED"
)
