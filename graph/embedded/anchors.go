package embedded

import "encoding/binary"

// anchor is the place of one piece of evidence: layer and document by key, start and end in code points.
type anchor struct {
	layer, document int64
	start, end      int
	page            string
}

func packAnchors(anchors []anchor) []byte {
	var out []byte
	for _, a := range anchors {
		out = binary.AppendUvarint(out, uint64(a.layer))
		out = binary.AppendUvarint(out, uint64(a.document))
		out = binary.AppendVarint(out, int64(a.start))
		out = binary.AppendVarint(out, int64(a.end)-int64(a.start))
		out = binary.AppendUvarint(out, uint64(len(a.page)))
		out = append(out, a.page...)
	}
	return out
}

func unpackAnchors(packed []byte) ([]anchor, error) {
	v := varints{in: packed}
	var anchors []anchor
	for v.more() {
		a := anchor{layer: int64(v.unsigned()), document: int64(v.unsigned())}
		a.start = int(v.signed())
		a.end = a.start + int(v.signed())
		a.page = string(v.bytes())
		anchors = append(anchors, a)
	}
	return anchors, v.err
}
