package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// spoil writes a damaged copy of an export: spoil HOW LINE FILE OUT. HOW is flip (a character of the line), drop, repeat, swap (with
// the next line), cut (the line and all after it), tear (the middle of the line and all after it), or seal (every sum is made anew,
// after replace has changed something).
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: spoil HOW LINE FILE OUT")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	lines := strings.SplitAfter(strings.TrimSuffix(ts.ReadFile(args[2]), "\n"), "\n")
	if n < 1 || n > len(lines) {
		ts.Fatalf("%s has %d lines", args[2], len(lines))
	}
	lines[len(lines)-1] += "\n"
	spoilt, err := spoilLines(args[0], lines, n-1)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), []byte(strings.Join(spoilt, "")), 0o600))
}

func spoilLines(how string, lines []string, at int) ([]string, error) {
	before, line, after := lines[:at:at], lines[at], lines[at+1:]
	switch how {
	case "flip":
		return append(append(before, strings.Replace(line, `"caption":"`, `"caption":"x`, 1)), after...), nil
	case "drop":
		return append(before, after...), nil
	case "repeat":
		return append(append(before, line, line), after...), nil
	case "swap":
		return append(append(before, after[0], line), after[1:]...), nil
	case "cut":
		return before, nil
	case "tear":
		return append(before, line[:len(line)/2]), nil
	case "seal":
		return seal(lines)
	default:
		return nil, fmt.Errorf("no way to spoil an export: %q", how)
	}
}

// seal numbers lines anew and makes the sums that the format asks for: over a line's number, kind and body and all lines before.
func seal(lines []string) ([]string, error) {
	var sum [32]byte
	out := make([]string, len(lines))
	for i, raw := range lines {
		var line struct {
			Line int             `json:"line"`
			Kind string          `json:"kind"`
			Body json.RawMessage `json:"body"`
			Sum  string          `json:"sum"`
		}
		if err := json.Unmarshal([]byte(raw), &line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		h := sha256.New()
		h.Write(sum[:])
		fmt.Fprintf(h, "%d %s %d ", i+1, line.Kind, len(line.Body))
		h.Write(line.Body)
		sum = [32]byte(h.Sum(nil))
		line.Line, line.Sum = i+1, hex.EncodeToString(sum[:8])
		var sealed bytes.Buffer
		enc := json.NewEncoder(&sealed)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(line); err != nil {
			return nil, err
		}
		out[i] = sealed.String()
	}
	return out, nil
}
