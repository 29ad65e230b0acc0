package fakebolt

// Statement is what a client asks to run.
type Statement struct {
	Text     string
	Params   map[string]any
	Database string
	Read     bool  // in a session that only reads
	Timeout  int64 // of the transaction, milliseconds; 0: none
}

// Result answers a statement.
type Result struct {
	Fields  []string
	Records [][]any
	// Commit makes the statement's effect last; it is called at most once, when its transaction commits. Nil: it reads only. An
	// error is answered in place of the records, and means that nothing was committed.
	Commit func() error
}

// Handler answers statements. It is called from several goroutines. An error that is no [RefusalError] is answered as UnknownError.
type Handler func(Statement) (Result, error)

// RefusalError is an answer with an error code, such as "Neo.ClientError.Statement.SyntaxError".
type RefusalError struct{ Code, Message string }

// Error is the message with its code.
func (f *RefusalError) Error() string { return f.Code + ": " + f.Message }
