package fakebolt

import (
	"errors"
	"fmt"
	"slices"
)

// errGoodbye ends a conversation as the client wished.
var errGoodbye = errors.New("the client said goodbye")

// answer lets a message have its effect and gives the messages that answer it. An error ends the conversation once they are sent.
func (c *conversation) answer(m Message, fields []any) ([]byte, error) {
	if c.phase == failed && m != Reset && m != Goodbye {
		return message(tagIgnored)
	}
	records, summary, err := c.effect(m, fields)
	switch {
	case errors.Is(err, errGoodbye):
		return nil, err
	case err != nil:
		return c.refuse(m, err)
	}
	var answer []byte
	for _, record := range records {
		packed, err := message(tagRecord, record)
		if err != nil {
			return nil, err
		}
		answer = append(answer, packed...)
	}
	packed, err := message(tagSuccess, summary)
	return append(answer, packed...), err
}

// effect does what a message asks for. Its error is a refusal, or errGoodbye.
func (c *conversation) effect(m Message, fields []any) (records [][]any, summary map[string]any, err error) {
	if !slices.Contains(c.allowed(), m) {
		return nil, nil, &RefusalError{Code: RequestInvalid, Message: fmt.Sprintf("%s cannot come now", m)}
	}
	switch m {
	case Hello:
		summary, err = c.hello()
	case Logon:
		err = c.logon(fields)
	case Logoff:
		c.phase = greeted
	case Reset:
		c.phase, c.tx = ready, nil
	case Goodbye:
		err = errGoodbye
	case Run:
		summary, err = c.run(fields)
	case Pull, Discard:
		records, summary, err = c.pull(m, fields)
	case Begin:
		c.tx = newTransaction(options(fields, 0), true)
	case Commit:
		summary, err = c.commit()
	case Rollback:
		c.tx = nil
	case Route:
		summary = c.route()
	default: // Telemetry is only counted.
	}
	return records, summary, err
}

// allowed are the messages that may come now.
func (c *conversation) allowed() []Message {
	switch {
	case c.phase == connected:
		return []Message{Hello, Goodbye}
	case c.phase == greeted:
		return []Message{Logon, Goodbye}
	case c.tx == nil:
		return []Message{Run, Begin, Route, Telemetry, Logoff, Reset, Goodbye}
	case c.tx.explicit:
		return []Message{Run, Pull, Discard, Commit, Rollback, Reset, Goodbye}
	default:
		return []Message{Pull, Discard, Reset, Goodbye}
	}
}

// refuse answers with an error code and ends the transaction. Who is not let in is dismissed.
func (c *conversation) refuse(m Message, err error) ([]byte, error) {
	if c.phase == failed && m != Reset {
		return message(tagIgnored)
	}
	failure, ok := errors.AsType[*RefusalError](err)
	if !ok {
		failure = &RefusalError{Code: UnknownError, Message: err.Error()}
	}
	answer, err := message(tagFailure, c.failure(failure))
	if c.phase == connected || c.phase == greeted || m == Hello || m == Logon || m == Reset {
		return answer, errors.Join(err, failure)
	}
	c.phase, c.tx = failed, nil
	return answer, err
}

// failure is the content of a FAILURE; from Bolt 5.7 on it names its fields anew.
func (c *conversation) failure(f *RefusalError) map[string]any {
	if c.minor < 7 {
		return map[string]any{"code": f.Code, "message": f.Message}
	}
	return map[string]any{
		"neo4j_code": f.Code, "message": f.Message, "gql_status": "50N42",
		"description": "error: general processing exception - unexpected error.", "diagnostic_record": map[string]any{},
	}
}

// message packs one message in chunks.
func message(tag byte, content ...any) ([]byte, error) {
	packed, err := Pack(nil, Structure{Tag: tag, Fields: content})
	if err != nil {
		return nil, err
	}
	return appendChunks(nil, packed), nil
}
