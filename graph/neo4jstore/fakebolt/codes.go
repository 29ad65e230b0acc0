package fakebolt

// Codes of real servers, from neo4j.com/docs/status-codes/5.
const (
	AccessMode             = "Neo.ClientError.Statement.AccessMode"
	AuthenticationLimit    = "Neo.ClientError.Security.AuthenticationRateLimit"
	AuthorizationExpired   = "Neo.ClientError.Security.AuthorizationExpired"
	CommitFailed           = "Neo.DatabaseError.Transaction.TransactionCommitFailed"
	ConstraintViolated     = "Neo.ClientError.Schema.ConstraintValidationFailed"
	CredentialsExpired     = "Neo.ClientError.Security.CredentialsExpired" //nolint:gosec // the name of a code
	DatabaseNotFound       = "Neo.ClientError.Database.DatabaseNotFound"
	DatabaseUnavailable    = "Neo.TransientError.General.DatabaseUnavailable"
	DeadlockDetected       = "Neo.TransientError.Transaction.DeadlockDetected"
	Forbidden              = "Neo.ClientError.Security.Forbidden"
	LockAcquisitionTimeout = "Neo.ClientError.Transaction.LockAcquisitionTimeout"
	LockClientStopped      = "Neo.TransientError.Transaction.LockClientStopped"
	MemoryPoolOutOfMemory  = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
	NoThreadsAvailable     = "Neo.TransientError.Request.NoThreadsAvailable"
	NotALeader             = "Neo.ClientError.Cluster.NotALeader"
	OutOfMemory            = "Neo.TransientError.General.OutOfMemoryError"
	Outdated               = "Neo.TransientError.Transaction.Outdated"
	RequestInvalid         = "Neo.ClientError.Request.Invalid"
	SyntaxError            = "Neo.ClientError.Statement.SyntaxError"
	Terminated             = "Neo.TransientError.Transaction.Terminated"
	TimedOut               = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
	Unauthorized           = "Neo.ClientError.Security.Unauthorized"
	UnknownError           = "Neo.DatabaseError.General.UnknownError"
)
