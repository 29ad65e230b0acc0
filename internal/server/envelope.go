package server

import (
	"encoding/json"
	"io"
)

// envelope is the body of an answer. Its data is JSON already and is neither checked nor copied
// again. Errors come first, so that they are seen first.
type envelope struct {
	errors     json.RawMessage
	data       json.RawMessage
	extensions map[string]any
}

// parts are the pieces of the body in their order.
func (e envelope) parts() [][]byte {
	var parts [][]byte
	separator := "{"
	for _, member := range []struct {
		name  string
		value []byte
	}{
		{`"errors":`, e.errors},
		{`"data":`, e.data},
		{`"extensions":`, e.encodedExtensions()},
	} {
		if len(member.value) > 0 {
			parts = append(parts, []byte(separator+member.name), member.value)
			separator = ","
		}
	}
	return append(parts, []byte("}"))
}

func (e envelope) encodedExtensions() []byte {
	if len(e.extensions) == 0 {
		return nil
	}
	return mustEncode(e.extensions)
}

func (e envelope) size() int {
	size := 0
	for _, part := range e.parts() {
		size += len(part)
	}
	return size
}

// writeTo writes the body; a client that has gone away is no error of ours.
func (e envelope) writeTo(w io.Writer) {
	for _, part := range e.parts() {
		if _, err := w.Write(part); err != nil {
			return
		}
	}
}

// mustEncode encodes what can be encoded by construction; a resolver's extension that cannot is a
// mistake of the program, answered as every panic is.
func mustEncode(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return text
}
