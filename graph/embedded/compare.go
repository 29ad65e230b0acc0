package embedded

import "github.com/redthread-graph/redthread/graph"

// compareAgain holds records given again to those on file: equal ones are on file already, another content is ErrConflict.
func compareAgain[R graph.Record](again []placed[R], onFile func(R) (R, bool)) error {
	for _, p := range again {
		known, ok := onFile(p.record)
		if !ok {
			return missing("record", graph.RecordID(p.record))
		}
		if err := graph.CompareAgain(known, p.record); err != nil {
			return err
		}
	}
	return nil
}
