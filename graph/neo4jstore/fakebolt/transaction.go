package fakebolt

import "fmt"

// transaction is one statement that commits when it is read to the end, or several that commit when the client says so.
type transaction struct {
	explicit bool
	options  map[string]any // of BEGIN, or of the one RUN
	results  []*result      // by query id
	commits  []func() error
}

// result is what is not yet read of the answer to a statement.
type result struct {
	records [][]any
	done    bool
}

func newTransaction(options map[string]any, explicit bool) *transaction {
	return &transaction{explicit: explicit, options: options}
}

// run hands a statement to the handler and answers with the names of its columns.
func (c *conversation) run(fields []any) (map[string]any, error) {
	if c.tx == nil {
		c.tx = newTransaction(options(fields, 2), false)
	}
	statement := c.tx.statement(c.text, options(fields, 1))
	found, err := c.server.options.Handler(statement)
	if err != nil {
		return nil, err
	}
	if found.Commit != nil && statement.Read {
		return nil, &RefusalError{Code: AccessMode, Message: "Writing in read access mode not allowed."}
	}
	if found.Commit != nil {
		c.tx.commits = append(c.tx.commits, found.Commit)
	}
	c.tx.results = append(c.tx.results, &result{records: found.Records})
	summary := map[string]any{"fields": append([]string{}, found.Fields...), "t_first": 1, "db": "neo4j"}
	if c.tx.explicit {
		summary["qid"] = len(c.tx.results) - 1
	}
	return summary, nil
}

func (t *transaction) statement(text string, params map[string]any) Statement {
	s := Statement{Text: text, Params: params, Read: t.options["mode"] == "r"}
	s.Database, _ = t.options["db"].(string)
	s.Timeout, _ = t.options["tx_timeout"].(int64)
	return s
}

// pull gives the next records of a statement, or leaves them out; at their end a transaction of one statement commits.
func (c *conversation) pull(m Message, fields []any) ([][]any, map[string]any, error) {
	extra := options(fields, 0)
	open, err := c.tx.result(extra)
	if err != nil {
		return nil, nil, err
	}
	n := len(open.records)
	if asked, ok := extra["n"].(int64); ok && asked >= 0 {
		n = min(n, int(asked))
	}
	records := open.records[:n]
	open.records = open.records[n:]
	if m == Discard {
		records = nil
	}
	if len(open.records) > 0 {
		return records, map[string]any{"has_more": true}, nil
	}
	open.done = true
	summary := map[string]any{"type": "rw", "t_last": 1, "db": "neo4j"}
	if c.tx.explicit {
		return records, summary, nil
	}
	committed, err := c.commit()
	if err != nil {
		return nil, nil, err
	}
	summary["bookmark"] = committed["bookmark"]
	return records, summary, nil
}

// result finds the open result of a query id; without one, that of the last statement.
func (t *transaction) result(extra map[string]any) (*result, error) {
	id := int64(len(t.results) - 1)
	if asked, ok := extra["qid"].(int64); ok && asked >= 0 {
		id = asked
	}
	if id < 0 || id >= int64(len(t.results)) || t.results[id].done {
		return nil, &RefusalError{Code: RequestInvalid, Message: fmt.Sprintf("no result %d is open", id)}
	}
	return t.results[id], nil
}

// commit lets all statements of the transaction last; the first that fails ends it.
func (c *conversation) commit() (map[string]any, error) {
	commits := c.tx.commits
	c.tx = nil
	for _, commit := range commits {
		if err := commit(); err != nil {
			return nil, err
		}
	}
	return map[string]any{"bookmark": "FB:" + c.server.Address()}, nil
}
