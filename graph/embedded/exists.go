package embedded

import (
	"os"
	"path/filepath"
)

// Exists says whether a folder holds a store; one in memory never exists before it is opened.
func Exists(dir string) bool {
	if dir == InMemory {
		return false
	}
	_, err := os.Stat(filepath.Join(dir, fileName))
	return err == nil
}
