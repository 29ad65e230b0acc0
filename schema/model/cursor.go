package model

import (
	"encoding/base64"
	"encoding/json"
	"errors"

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
	At       string         `json:"a,omitempty"`
	PublicAt string         `json:"p,omitempty"`
}

// Pin is what the next page of a list is held to: the revision at which the list was read, and the days for which it was asked.
type Pin struct {
	Revision     graph.Revision
	At, PublicAt *graph.Day
}

// EncodeCursor writes a place in an order, with what its list is held to, as opaque text.
func EncodeCursor(c graph.Cursor, pin Pin) string {
	text, err := json.Marshal(cursorText{
		Version: cursorVersion, Order: c.Order, Keys: c.Keys, Revision: pin.Revision, At: dayText(pin.At), PublicAt: dayText(pin.PublicAt),
	})
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// DecodeCursor reads what EncodeCursor wrote; anything else is graph.ErrInvalid.
func DecodeCursor(text string) (graph.Cursor, Pin, error) {
	var read cursorText
	var pin Pin
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &read)
	}
	if err == nil {
		pin, err = read.pin()
	}
	if err != nil || read.Version != cursorVersion || read.Revision < 0 {
		return graph.Cursor{}, Pin{}, graph.Invalid("after", text, "the cursor of an entry, as an answer gave it")
	}
	return graph.Cursor{Order: read.Order, Keys: read.Keys}, pin, nil
}

func (c *cursorText) pin() (Pin, error) {
	pin := Pin{Revision: c.Revision}
	err := errors.Join(readDay(c.At, &pin.At), readDay(c.PublicAt, &pin.PublicAt))
	return pin, err
}

// dayText is a day as text, empty for none; readDay reads it.
func dayText(day *graph.Day) string {
	if day == nil {
		return ""
	}
	return day.String()
}

func readDay(text string, into **graph.Day) error {
	if text == "" {
		return nil
	}
	day, err := UnmarshalDate(text)
	*into = &day
	return err
}
