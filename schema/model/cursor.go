package model

import (
	"encoding/base64"
	"encoding/json"

	"github.com/redthread-graph/redthread/graph"
)

// cursorVersion is written into every cursor, so that one of another form is refused.
const cursorVersion = 1

// cursorText is what an opaque cursor holds.
type cursorText struct {
	Version  int            `json:"v"`
	Order    string         `json:"o"`
	Keys     []string       `json:"k"`
	Revision graph.Revision `json:"r"`
}

// EncodeCursor writes a place in an order, with the revision at which it was read, as opaque text.
func EncodeCursor(c graph.Cursor, at graph.Revision) string {
	text, err := json.Marshal(cursorText{Version: cursorVersion, Order: c.Order, Keys: c.Keys, Revision: at})
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// DecodeCursor reads what EncodeCursor wrote; anything else is graph.ErrInvalid.
func DecodeCursor(text string) (graph.Cursor, graph.Revision, error) {
	var read cursorText
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &read)
	}
	if err != nil || read.Version != cursorVersion || read.Revision < 0 {
		return graph.Cursor{}, 0, graph.Invalid("after", text, "the cursor of an entry, as an answer gave it")
	}
	return graph.Cursor{Order: read.Order, Keys: read.Keys}, read.Revision, nil
}
