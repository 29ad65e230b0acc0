package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"regexp"
	"strconv"
	"strings"
)

// Typed ids: a prefix that names the type, then 26 base32 characters of a hash, or the name that a caller gave.
type (
	// EntityID names an entity: "ent_" and a hash, or a given name.
	EntityID string
	// ClaimID names a claim: "clm_" and the hash of its proposition.
	ClaimID string
	// AssertionID names an assertion: "ast_" and a hash, or a given name.
	AssertionID string
	// DocumentID names a document: "doc_" and the hash of its bytes, or of its citation when no text is on file.
	DocumentID string
	// LayerID names a text layer: "lay_" and the hash of its document, extractor version and text.
	LayerID string
	// JudgementID names a judgement: "jdg_" and a hash.
	JudgementID string
	// OperationID names one write; the client makes it, and repeating it repeats nothing.
	OperationID string
)

// idLength is the number of base32 characters of a hashed id: 130 bits.
const idLength = 26

// idVersion is hashed into every id, so that a later rule for making ids cannot meet an earlier one.
const idVersion = "redthread id 1"

// hashID derives an id from its parts. Every part is preceded by its length, so no two lists of parts look alike.
func hashID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, part := range append([]string{idVersion, prefix}, parts...) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		h.Write(size[:])
		h.Write([]byte(part))
	}
	text := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil))
	return prefix + strings.ToLower(text[:idLength])
}

// DeriveEntityID makes the id of an entity that came without one, from its operation and its place in it.
func DeriveEntityID(op OperationID, ordinal int) EntityID {
	return EntityID(hashID("ent_", string(op), strconv.Itoa(ordinal)))
}

// DeriveAssertionID makes the id of an assertion that came without one, from its operation and its place in it.
func DeriveAssertionID(op OperationID, ordinal int) AssertionID {
	return AssertionID(hashID("ast_", string(op), strconv.Itoa(ordinal)))
}

// DeriveJudgementID makes the id of a judgement from its operation and its place in it.
func DeriveJudgementID(op OperationID, ordinal int) JudgementID {
	return JudgementID(hashID("jdg_", string(op), strconv.Itoa(ordinal)))
}

var givenID = regexp.MustCompile(`^(ent|clm|ast|doc|lay|jdg)_[a-z0-9][a-z0-9-]{0,95}$`)

// checkID fails with ErrInvalid unless id has the prefix and a form that ids may have.
func checkID(field, prefix, id string) error {
	if strings.HasPrefix(id, prefix) && givenID.MatchString(id) {
		return nil
	}
	return Invalid(field, id, prefix+" followed by up to 96 of a–z, 0–9 and -")
}
