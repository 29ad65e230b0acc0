// Package kaspersky is the reference case: own briefings on the United States' 2024 action on Kaspersky, and a pack of what they
// say, statement by statement, with the exact words.
package kaspersky

import "embed"

// Files hold the pack and its briefings.
//
//go:embed pack.yaml briefings/*.txt
var Files embed.FS

// PackFile is the name of the pack in Files.
const PackFile = "pack.yaml"
