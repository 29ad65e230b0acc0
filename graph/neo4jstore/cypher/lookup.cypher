// What of the things that records name or repeat is on file, and of the owners of derived records what this revision may change:
// a list for each column, empty where nothing is wanted.
RETURN /* sections */
